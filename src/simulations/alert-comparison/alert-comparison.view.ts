import type { AlertComparisonText } from '../../i18n/en/alert-comparison.js';
import type { FigureHost } from '../../ui/controls/fields.js';
import type { Comparison } from './alert-comparison.model.js';
import type { Alert, JudgedIncident, Lane } from './scores/score.model.js';
import type { StrategyName } from './rules/strategies.model.js';

/** An alert of a lane, by its place in it. */
export interface Chosen {
  readonly lane: Lane;
  readonly index: number;
  readonly alert: Alert;
}

/** What the parts of the figure draw from, and where the reader's acts go. */
export interface ComparisonView extends Comparison {
  readonly text: AlertComparisonText;
  readonly host: FigureHost;
  /** What is drawn, in seconds of the week. */
  readonly from: number;
  readonly to: number;
  /** The day that is shown; empty for the week. */
  readonly dayName: string;
  readonly chosen: Chosen | undefined;
  /** The reader's rule, as it is written. */
  readonly rule: string;
  /** A picture, with nothing to operate. */
  readonly isStill: boolean;
  /** `Wed 03:12`. */
  readonly time: (second: number) => string;
  readonly strategyName: (name: StrategyName) => string;
}

/** The alert that `alert` names, as in `cause.3`; the one that says most where it names none. */
export function chooseAlert(lanes: readonly Lane[], name: string): Chosen | undefined {
  const [strategy, number] = name.split('.');
  const lane = lanes.find((some) => some.strategy.name === strategy);
  const alert = lane?.alerts[Number(number) - 1];
  if (lane && alert) return { lane, alert, index: Number(number) - 1 };
  const all = lanes.flatMap((some) => some.alerts.map((each, index) => ({ lane: some, alert: each, index })));
  // Being woken for nothing is the lesson.
  return (
    all.find((one) => one.alert.isAtNight && !one.alert.incident) ?? all.find((one) => !one.alert.incident) ?? all[0]
  );
}

/** The incidents of which a part lies in what is shown. */
export function incidentsShown({ incidents, from, to }: ComparisonView): readonly JudgedIncident[] {
  return incidents.filter(({ start, end }) => start < to && end > from);
}

/** Causes against the symptom where both are shown; else the strategy that did worst against the one that did best. */
export function comparisonSentence(view: ComparisonView): string {
  const { text, lanes, strategyName, dayName } = view;
  const counting = incidentsShown(view).filter(({ isSignificant }) => isSignificant).length;
  const measured = lanes.filter(({ strategy }) => strategy.rules.length > 0);
  const alertsOf = ({ score }: Lane): number => score.pages + score.tickets;
  const ranked = measured
    .map((lane) => ({ lane, wrong: lane.score.falseAlerts + lane.score.missed, reset: lane.score.resetSeconds || 0 }))
    .sort((a, b) => a.wrong - b.wrong || alertsOf(a.lane) - alertsOf(b.lane) || a.reset - b.reset)
    .map(({ lane }) => lane);
  const named = (name: StrategyName): Lane | undefined => measured.find(({ strategy }) => strategy.name === name);
  const [cause, symptom] = [named('cause'), named('symptom')];
  const [worst, best] = cause && symptom ? [cause, symptom] : [ranked.at(-1), ranked[0]];
  if (!best || !worst) return text.noAlertChosen;
  if (counting === 0 && measured.every((lane) => alertsOf(lane) === 0))
    return dayName ? text.calmDay(dayName) : text.sleeps;
  const deeds = ({ score: { pages, tickets, falseAlerts, earlyAlerts, missed } }: Lane): string =>
    text.deeds(pages, tickets, falseAlerts, earlyAlerts, missed, counting);
  const when = dayName ? text.onDay(dayName) : text.inWeek;
  const [bad, good] = [strategyName(worst.strategy.name), strategyName(best.strategy.name)];
  return best === worst
    ? text.single(when, good, deeds(best))
    : text.compared(when, bad, deeds(worst), good, deeds(best));
}
