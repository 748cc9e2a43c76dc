import { milliseconds, windowOf, type SampleRange, type Samples, type SampleWindow } from '../samples.js';

/**
 * A counter's increase a second over the window: `increase / range`. `undefined` with fewer than two samples in it.
 * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#rate
 */
export function rate(samples: Samples, range: SampleRange): number | undefined {
  return extrapolate(samples, range, { counter: true, perSecond: true });
}

/**
 * How much a counter grew over the window, extrapolated to its edges, hence rarely whole. A fall is a reset: the counter
 * began again at 0. `undefined` with fewer than two samples in the window.
 * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#increase
 */
export function increase(samples: Samples, range: SampleRange): number | undefined {
  return extrapolate(samples, range, { counter: true, perSecond: false });
}

/**
 * How much a gauge changed over the window, extrapolated to its edges. `undefined` with fewer than two samples in it.
 * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#delta
 */
export function delta(samples: Samples, range: SampleRange): number | undefined {
  return extrapolate(samples, range, { counter: false, perSecond: false });
}

/**
 * A counter's increase a second between the window's last two samples. `undefined` with fewer than two, or at one time.
 * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#irate
 */
export function irate(samples: Samples, range: SampleRange): number | undefined {
  return lastStep(samples, range, true);
}

/**
 * The difference of the window's last two samples. `undefined` with fewer than two, or at one time.
 * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#idelta
 */
export function idelta(samples: Samples, range: SampleRange): number | undefined {
  return lastStep(samples, range, false);
}

/**
 * `(last - first + what resets lost) * (sampled + toStart + toEnd) / sampled`, where `sampled` is the time between the
 * first and the last sample. An edge within 1.1 mean steps of a sample is reached; beyond that the series is taken to
 * begin or end half a mean step away. A counter is never carried back to where it would have been below 0.
 * @see https://github.com/prometheus/prometheus/blob/main/promql/functions.go (extrapolatedRate)
 */
function extrapolate(
  samples: Samples,
  range: SampleRange,
  { counter, perSecond }: { counter: boolean; perSecond: boolean },
): number | undefined {
  const { series, from, to } = windowOf(samples, range);
  if (to - from < 2) return undefined;
  const first = series.valueAt(from);
  let result = series.valueAt(to - 1) - first;
  if (counter) result += lostToResets({ series, from, to });

  const firstTime = milliseconds(series.timeAt(from));
  const lastTime = milliseconds(series.timeAt(to - 1));
  const end = milliseconds(range.at);
  const sampled = (lastTime - firstTime) / 1000;
  const meanStep = sampled / (to - from - 1);
  const reach = (edge: number) => (edge >= meanStep * 1.1 ? meanStep / 2 : edge);
  let toStart = reach((firstTime - (end - milliseconds(range.range))) / 1000);
  const toEnd = reach((end - lastTime) / 1000);
  if (counter && result > 0 && first >= 0) toStart = Math.min(toStart, sampled * (first / result));
  const factor = sampled === 0 ? 1 : (sampled + toStart + toEnd) / sampled;
  return result * (perSecond ? factor / range.range : factor);
}

function lostToResets({ series, from, to }: SampleWindow): number {
  if (series.lostToResets) return series.lostToResets(from, to - 1);
  let lost = 0;
  for (let i = from + 1; i < to; i++) {
    const previous = series.valueAt(i - 1);
    if (series.valueAt(i) < previous) lost += previous;
  }
  return lost;
}

function lastStep(samples: Samples, range: SampleRange, counter: boolean): number | undefined {
  const { series, from, to } = windowOf(samples, range);
  if (to - from < 2) return undefined;
  const before = series.valueAt(to - 2);
  const last = series.valueAt(to - 1);
  const step = (milliseconds(series.timeAt(to - 1)) - milliseconds(series.timeAt(to - 2))) / 1000;
  if (step === 0) return undefined;
  if (!counter) return last - before;
  return (last < before ? last : last - before) / step;
}
