import type { QuizText } from '../../../i18n/en/quiz.js';
import type { Format } from '../../../i18n/format.js';
import * as figures from './figures.model.js';
import { readLessonText } from './lesson-text.model.js';
import type { Question } from '../quiz.model.js';

export const TOPICS = [
  'pillars',
  'golden-signals',
  'red-use',
  'slo',
  'error-budget',
  'alerting',
  'logging',
  'tracing',
  'launch',
] as const;
export type Topic = (typeof TOPICS)[number];

type LessonText = QuizText['lesson'];

/** What each question is about, in the order in which they are asked. */
const topics: readonly (readonly [keyof LessonText, Topic])[] = [
  ['failingPayments', 'pillars'],
  ['meanOfTwoKinds', 'golden-signals'],
  ['tailOfVisits', 'golden-signals'],
  ['roomLeft', 'red-use'],
  ['poolLimit', 'red-use'],
  ['budgetLeft', 'slo'],
  ['bothNeeded', 'slo'],
  ['riskyRelease', 'error-budget'],
  ['fastBurn', 'error-budget'],
  ['noisyAlert', 'alerting'],
  ['worthAPage', 'alerting'],
  ['linesOfASecond', 'logging'],
  ['nestedSpans', 'tracing'],
  ['beforeLaunch', 'launch'],
];

/** The lesson's questions on a topic; seed 1 has the lesson's own figures, and any other seed has others. */
export function lessonQuestions(
  topic: Topic | 'all',
  seed: number,
  text: LessonText,
  format: Format,
  millisecond: (n: string) => string,
): Question[] {
  const write = writers(text, format, (value) => millisecond(format.number(value, 1)));
  return topics
    .filter(([, about]) => topic === 'all' || topic === about)
    .map(([name]) => {
      const question = readLessonText(`${name} ${seed}`, write[name](figures.drawFor(seed, name)));
      return { ...question, answers: figures.shuffled(question.answers, seed, name) };
    });
}

/** Each question with its figures written out. */
function writers(
  text: LessonText,
  { number, percent, times, availability, duration }: Format,
  ms: (value: number) => string,
): Readonly<Record<keyof LessonText, (draw: figures.Draw) => string>> {
  return {
    failingPayments(draw) {
      const { failing, burn, goneSeconds } = figures.failingPayments(draw);
      return text.failingPayments(percent(failing), times(burn), duration(goneSeconds));
    },
    meanOfTwoKinds(draw) {
      const { slow, fastMs, slowMs, meanMs, middleMs } = figures.meanOfTwoKinds(draw);
      return text.meanOfTwoKinds(number(slow), ms(fastMs), ms(slowMs), ms(meanMs), ms(middleMs));
    },
    tailOfVisits(draw) {
      const { requests, meets, sum, spared } = figures.tailOfVisits(draw);
      return text.tailOfVisits(number(requests), percent(meets), percent(sum), percent(spared));
    },
    roomLeft(draw) {
      const { used, rate, room, roomRate } = figures.roomLeft(draw);
      return text.roomLeft(percent(used), number(rate), percent(room), number(roomRate));
    },
    poolLimit(draw) {
      const { size, heldMs, rate, product, alone } = figures.poolLimit(draw);
      return text.poolLimit(number(size), ms(heldMs), number(rate, 1), number(product), number(alone, 1));
    },
    budgetLeft(draw) {
      const { objective, day, spent, left, restOfMonth, soFarLeft, nineLess } = figures.budgetLeft(draw);
      return text.budgetLeft(
        availability(objective),
        number(day),
        duration(spent),
        duration(left),
        duration(restOfMonth),
        duration(soFarLeft),
        duration(nineLess),
      );
    },
    bothNeeded(draw) {
      const { database, cloud, together, mean, oneSuffices } = figures.bothNeeded(draw);
      return text.bothNeeded(
        availability(database),
        availability(cloud),
        availability(together),
        availability(mean),
        availability(oneSuffices),
      );
    },
    riskyRelease(draw) {
      const { left, worst, chance, expected, over } = figures.riskyRelease(draw);
      return text.riskyRelease(duration(left), duration(worst), percent(chance), duration(expected), duration(over));
    },
    fastBurn(draw) {
      const { burn, goneSeconds, hourShare, asHours, periodSeconds } = figures.fastBurn(draw);
      return text.fastBurn(
        times(burn),
        duration(goneSeconds),
        percent(hourShare, 1),
        duration(asHours),
        duration(periodSeconds),
      );
    },
    noisyAlert(draw) {
      const { fired, real, idle, precision } = figures.noisyAlert(draw);
      return text.noisyAlert(number(fired), number(real), number(idle), percent(precision));
    },
    worthAPage(draw) {
      const { failing, burn, goneSeconds } = figures.worthAPage(draw);
      return text.worthAPage(percent(failing), times(burn), duration(goneSeconds));
    },
    linesOfASecond(draw) {
      const { rate, perRequest, lines } = figures.linesOfASecond(draw);
      return text.linesOfASecond(number(rate), number(perRequest), number(lines));
    },
    nestedSpans(draw) {
      const { gateway, auth, orders, query, ordersSelf, gatewaySelf } = figures.nestedSpans(draw);
      return text.nestedSpans(ms(gateway), ms(auth), ms(orders), ms(query), ms(ordersSelf), ms(gatewaySelf));
    },
    beforeLaunch: () => text.beforeLaunch(),
  };
}
