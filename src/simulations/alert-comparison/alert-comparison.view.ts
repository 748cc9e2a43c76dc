import type { AlertComparisonText } from '../../i18n/en/alert-comparison.js';
import type { FigureHost } from '../../ui/controls/fields.js';
import type { Comparison } from './alert-comparison.model.js';
import type { Alert, Lane } from './scores/score.model.js';
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

/** Of the strategies shown, the one that did worst against the one that did best. */
export function comparisonSentence({ text, lanes, incidents, strategyName }: ComparisonView): string {
  const counting = incidents.filter(({ isSignificant }) => isSignificant).length;
  const measured = lanes.filter(({ strategy }) => strategy.rules.length > 0);
  const ranked = measured
    .map((lane) => ({ lane, wrong: lane.score.falseAlerts + lane.score.missed, reset: lane.score.resetSeconds || 0 }))
    .sort((a, b) => a.wrong - b.wrong || a.lane.alerts.length - b.lane.alerts.length || a.reset - b.reset);
  const best = ranked[0]?.lane;
  const worst = ranked.at(-1)?.lane;
  if (!best || !worst) return text.noAlertChosen;
  if (counting === 0 && worst.alerts.length === 0) return text.sleeps;
  const deeds = ({ score, alerts }: Lane): string =>
    text.deeds(alerts.length, score.falseAlerts, score.missed, counting);
  const [bad, good] = [strategyName(worst.strategy.name), strategyName(best.strategy.name)];
  return best === worst ? text.single(good, deeds(best)) : text.compared(bad, deeds(worst), good, deeds(best));
}
