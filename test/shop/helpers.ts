import {
  Shop,
  usage,
  type Fault,
  type FailureCause,
  type Mitigation,
  type UsageReading,
  type UsageSource,
  type ResourceKind,
  type RunRecord,
  type ShopAction,
  type ShopResult,
  type ShopSettings,
} from '../../src/shop/index.js';
import { seeds } from '../seeds.js';

export function record(over: Partial<RunRecord> = {}): RunRecord {
  return { scenario: 'quiet', seed: 1, settings: {}, actions: [], ...over };
}

/** What happened in a stretch of time. */
export interface Stretch {
  results: ShopResult[];
  /** Share of a route's requests that failed; of all without a route. */
  failed(route?: string): number;
  /** Share of the requests that failed for that cause in the first place. */
  share(cause: FailureCause): number;
  /** Seconds. */
  quantile(q: number, route?: string): number;
  /** The highest utilization, saturation and errors among a service's resources of that kind. */
  most(service: string, kind: ResourceKind): { utilization: number; saturation: number; errors: number };
}

/** Runs on and tells what happened between two times. */
export function watch(shop: Shop, from: number, to: number): Stretch {
  shop.runUntil(from);
  const before = new Map<UsageSource, UsageReading>(shop.usageSources.map((source) => [source, source.read()]));
  const results: ShopResult[] = [];
  const stop = shop.listen({ result: (result) => results.push(result) });
  shop.runUntil(to);
  stop();
  const of = (route?: string) => (route === undefined ? results : results.filter((result) => result.route === route));
  const ratio = (part: unknown[], all: unknown[]) => (all.length === 0 ? 0 : part.length / all.length);
  const readings = shop.usageSources.map((source) => ({ source, usage: usage(source.read(), before.get(source)) }));
  return {
    results,
    failed: (route) =>
      ratio(
        of(route).filter(({ cause }) => cause !== undefined),
        of(route),
      ),
    share: (cause) =>
      ratio(
        results.filter(({ rootCause }) => rootCause === cause),
        results,
      ),
    quantile(q, route) {
      const times = of(route)
        .map(({ startSeconds, endSeconds }) => endSeconds - startSeconds)
        .sort((a, b) => a - b);
      return times[Math.min(times.length - 1, Math.floor(q * times.length))] ?? NaN;
    },
    most(service, kind) {
      const those = readings.filter(({ source }) => source.service === service && source.kind === kind);
      const highest = (name: 'utilization' | 'saturation' | 'errors') =>
        Math.max(...those.map((reading) => reading.usage[name]));
      return {
        utilization: highest('utilization'),
        saturation: highest('saturation'),
        errors: highest('errors'),
      };
    },
  };
}

export const SEEDS: readonly number[] = seeds(3, 10);
const FAULT_AT = 5;

/** A fault on each of those seeds, watched once it has had its time. */
export function suffer(fault: Fault, [from, to]: [number, number], settings: Partial<ShopSettings> = {}): Stretch[] {
  return SEEDS.map((seed) => {
    const shop = new Shop(record({ seed, settings, actions: [{ ...fault, at: FAULT_AT }] }));
    return watch(shop, FAULT_AT + from, FAULT_AT + to);
  });
}

/** The same shop on the same seeds when nothing is wrong. */
export function healthy(): Stretch[] {
  return [1, 2, 3].map((seed) => watch(new Shop(record({ seed })), 10, 40));
}

/** A fault and what was done about it, watched long after. */
export function treat(
  fault: Fault,
  mitigation: Mitigation,
  { at, from, seed = 1 }: { at: number; from: number; seed?: number },
): Stretch {
  const actions: ShopAction[] = [
    { ...fault, at: FAULT_AT },
    { ...mitigation, at: FAULT_AT + at },
  ];
  return watch(new Shop(record({ seed, actions })), FAULT_AT + from, FAULT_AT + from + 15);
}

/** Everything that leaves a run, as text. */
export function eventLog(shop: Shop): string[] {
  const lines: string[] = [];
  shop.listen({
    span: (span) => lines.push(`span ${JSON.stringify(span)}`),
    log: (log) => lines.push(`log ${JSON.stringify(log)}`),
    change: (change) => lines.push(`change ${JSON.stringify(change)}`),
    result: (result) => lines.push(`result ${JSON.stringify(result)}`),
  });
  return lines;
}
