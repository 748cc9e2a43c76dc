import { Histogram } from './histogram.js';
import { Counter } from './instruments.js';
import type { Exemplar, Labels } from './labels.js';
import type { Instrument, MetricFamily } from './metric-registry.js';
import { canonicalNumber } from './open-metrics/open-metrics.js';
import { prometheusLabels } from './open-metrics/prometheus-names.js';

/** One series of an instrument under its name in OpenMetrics text: a histogram has one for each bucket, and two more. */
export interface MetricSlot {
  name: string;
  labels: ReadonlyMap<string, string>;
  /** The value now; `undefined` where there is nothing to say. */
  read(): number | undefined;
  exemplar?: () => Exemplar | undefined;
}

/** The series of an instrument, in the order in which they are written. */
export function slotsOf(family: MetricFamily, labels: Labels, instrument: Instrument): MetricSlot[] {
  const name = family.textName;
  const textLabels = prometheusLabels(labels);
  if (instrument instanceof Histogram) return histogramSlots(name, textLabels, instrument);
  if (instrument instanceof Counter) {
    return [
      { name: `${name}_total`, labels: textLabels, read: () => instrument.value, exemplar: () => instrument.exemplar },
    ];
  }
  return [{ name, labels: textLabels, read: () => instrument.value }];
}

function histogramSlots(name: string, labels: ReadonlyMap<string, string>, histogram: Histogram): MetricSlot[] {
  const bounds = [...histogram.boundaries, Infinity];
  // A sum that can fall is no counter, and OpenMetrics has none; without the sum, it has no count either.
  const grows = () => (bounds[0] ?? 0) >= 0 && histogram.sum >= 0;
  return [
    ...bounds.map((bound, index) => ({
      name: `${name}_bucket`,
      labels: new Map([...labels, ['le', canonicalNumber(bound)]]),
      read: () => histogram.cumulativeCount(index),
      exemplar: () => histogram.exemplars[index],
    })),
    { name: `${name}_count`, labels, read: () => (grows() ? histogram.count : undefined) },
    { name: `${name}_sum`, labels, read: () => (grows() ? histogram.sum : undefined) },
  ];
}
