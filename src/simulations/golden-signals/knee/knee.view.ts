import type { GoldenSignalsView } from '../golden-signals.view.js';
import { fitKnee, type Knee, type KneePoint } from './knee.model.js';

/** Scrapes over which the work of a request is taken, so that one quiet moment does not decide. */
const SCRAPES = 30;

/** What was measured, as points of the knee. */
export function kneePoints({ history, model }: GoldenSignalsView): KneePoint[] {
  const { kind } = model.servers;
  return history.flatMap(({ usages, mean }) => {
    const utilization = usages[kind]?.utilization ?? NaN;
    return utilization > 0 && mean > 0 ? { utilization, mean } : [];
  });
}

/** The theory for this service; undefined while too little is known, and where it is not one queue. */
export function kneeOf(view: GoldenSignalsView): Knee | undefined {
  if (!view.model.isOneQueue) return undefined;
  const { kind, count } = view.model.servers;
  const known = view.history
    .slice(-SCRAPES)
    .filter(({ usages, traffic }) => (usages[kind]?.utilization ?? 0) > 0 && traffic > 0);
  // Little's law: servers that are busy = requests a second x seconds each keeps one busy.
  const busy = known.reduce((sum, { usages }) => sum + (usages[kind]?.utilization ?? 0) * count, 0);
  const traffic = known.reduce((sum, at) => sum + at.traffic, 0);
  return traffic > 0 ? fitKnee(kneePoints(view), count, busy / traffic) : undefined;
}
