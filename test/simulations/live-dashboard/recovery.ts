import { MITIGATION_SECONDS, Shop, type Mitigation } from '../../../src/shop/index.js';
import {
  CALM_SECONDS,
  faultOf,
  type FaultType,
} from '../../../src/simulations/live-dashboard/incident/incident.model.js';
import { seeds } from '../../seeds.js';
import { OBJECTIVES, record } from './nights.js';

/** The nights that every fault is tried on, each with every remedy. */
export const SEEDS: readonly number[] = seeds(1, 50);

const FAULT_AT = 5;
/** How long a fault is left alone before something is done: until it hurts, and hurts by itself. */
const SLOW_FAULTS: Readonly<Partial<Record<FaultType, number>>> = {
  'memory-leak': 95,
  'connection-leak': 50,
  'retry-storm': 50,
};
const USUAL_SECONDS = 30;
/** Seconds from the beginning of a mitigation's effect in which it must have helped. */
const HELP_SECONDS = 30;

/** Results until the end of a second. */
interface Count {
  readonly total: number;
  readonly failed: number;
  readonly slow: number;
}

/**
 * Seconds from a mitigation, or from doing nothing, to the first second from which two minutes keep both objectives, as
 * the incident's card has it; undefined where that comes too late or never. Counted from the results alone.
 */
export function recoverySeconds(type: FaultType, how: Mitigation | undefined, seed: number): number | undefined {
  const at = FAULT_AT + (SLOW_FAULTS[type] ?? USUAL_SECONDS);
  const last = at + (how ? MITIGATION_SECONDS[how.type] : 0) + HELP_SECONDS;
  const shop = new Shop(record([{ ...faultOf(type), at: FAULT_AT }, ...(how ? [{ ...how, at }] : [])], seed));
  let [total, failed, slow] = [0, 0, 0];
  shop.listen({
    result({ cause, startSeconds, endSeconds }) {
      total++;
      if (cause !== undefined) failed++;
      else if (endSeconds - startSeconds > OBJECTIVES.latencySeconds) slow++;
    },
  });
  const counts: Count[] = [{ total, failed, slow }];
  const isKept = (from: number, to: number): boolean => {
    const [before, after] = [counts[from]!, counts[to]!];
    const all = after.total - before.total;
    return (
      after.failed - before.failed <= all * (1 - OBJECTIVES.availability) &&
      after.slow - before.slow <= all * (1 - OBJECTIVES.promptness)
    );
  };
  // Every stretch that would do holds all of what ends between `last` and its own end.
  const isHopeless = (second: number): boolean => {
    const mostOfAll = 3 * shop.settings.rate * CALM_SECONDS;
    const [before, after] = [counts[last]!, counts[second]!];
    return (
      after.failed - before.failed > mostOfAll * (1 - OBJECTIVES.availability) ||
      after.slow - before.slow > mostOfAll * (1 - OBJECTIVES.promptness)
    );
  };
  for (let second = 1; second <= last + CALM_SECONDS; second++) {
    shop.runUntil(second);
    counts.push({ total, failed, slow });
    const start = second - CALM_SECONDS;
    if (start >= at && isKept(start, second)) return start - at;
    if (second > last && isHopeless(second)) return undefined;
  }
  return undefined;
}
