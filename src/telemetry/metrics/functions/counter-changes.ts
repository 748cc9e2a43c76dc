import { windowOf, type SampleRange, type Samples } from '../samples.js';

/**
 * How often a counter fell, which is how often it began again at 0. `undefined` without a sample in the window.
 * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#resets
 */
export function resets(samples: Samples, range: SampleRange): number | undefined {
  return countSteps(samples, range, (before, after) => after < before);
}

/**
 * How often the value changed; `NaN` after `NaN` is no change. `undefined` without a sample in the window.
 * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#changes
 */
export function changes(samples: Samples, range: SampleRange): number | undefined {
  return countSteps(samples, range, (before, after) => !(after === before || (after !== after && before !== before)));
}

/** How far back Prometheus looks for a series' current value, in seconds. */
const LOOKBACK_SECONDS = 300;

/**
 * A series' current value: the newest in (at - range, at], five minutes unless said otherwise. `undefined` without one,
 * and where the newest is `NaN`, the mark of a series that ended.
 * @see https://prometheus.io/docs/prometheus/latest/querying/basics/#staleness
 */
export function latest(samples: Samples, range: { at: number; range?: number }): number | undefined {
  const { series, from, to } = windowOf(samples, { range: LOOKBACK_SECONDS, ...range });
  const value = to > from ? series.valueAt(to - 1) : NaN;
  return Number.isNaN(value) ? undefined : value;
}

function countSteps(
  samples: Samples,
  range: SampleRange,
  counts: (before: number, after: number) => boolean,
): number | undefined {
  const { series, from, to } = windowOf(samples, range);
  if (to === from) return undefined;
  let count = 0;
  for (let i = from + 1; i < to; i++) if (counts(series.valueAt(i - 1), series.valueAt(i))) count++;
  return count;
}
