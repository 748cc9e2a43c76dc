import { costIn, nameOf, type TrackerView } from './budget-tracker.view.js';
import { DAY, MONTH } from './month/budget-ledger.model.js';
import type { Entry } from './budget-tracker.model.js';

/** So many events are told; of more, the number. */
const MOST_TOLD = 2;

/** What has just happened, how the month stands, and where it leads. */
export function sentenceOf(view: TrackerView): string {
  const { text: t, host, month, record, day, now, balance } = view;
  const { number, duration, percent } = host.format;
  const [left, over, share] = [duration(balance.left), duration(-balance.left), percent(balance.leftShare)];
  if (day > 30) {
    const features = t.features(number(month.features));
    return balance.left < 0 ? t.missed(features, over) : t.kept(features, left);
  }
  const news = newsOf(view);
  const isFirst = day === 1 && !record.actions.length;
  if (isFirst && !news && record.window === 'calendar') return t.begin(left, '30') + t.invite;
  const standing = { missed: t.over(over), spent: t.spent, left: t.left(left, share, t.bands[balance.band]) }[
    balance.verdict
  ];
  return news + standing + (isFirst ? t.invite : balance.left > 0 && now > DAY ? leadsTo(view) : '');
}

function leadsTo({ text: t, host, pace, goneAt }: TrackerView): string {
  const burnRate = host.format.times(pace);
  if (!pace) return '';
  return goneAt < MONTH ? t.gone(burnRate, host.format.number(Math.floor(goneAt / DAY) + 1)) : t.lasts(burnRate);
}

/** What happened since yesterday morning; after an act of today, what came of it. */
function newsOf(view: TrackerView): string {
  const { text: t, host } = view;
  const news = newEntries(view).sort((a, b) => costIn(b) - costIn(a));
  const told = news
    .slice(0, MOST_TOLD)
    .map((entry) =>
      costIn(entry) > 0
        ? t.costed(nameOf(view, entry), host.format.duration(costIn(entry)))
        : t.free(nameOf(view, entry)),
    );
  const more = news.length - MOST_TOLD;
  return told.join('') + (more > 0 ? t.andMore(host.format.number(more)) : '');
}

function newEntries({ month, now, day }: TrackerView): Entry[] {
  const lastAct = month.entries.findLast(({ action }) => action?.day === day && action.work !== 'outage');
  const since = lastAct ? lastAct.start : Math.max(0, now - DAY);
  return month.entries.filter(
    ({ start, outcome }) => start >= since && start < now && (outcome === 'happened' || start === lastAct?.start),
  );
}
