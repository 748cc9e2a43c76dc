import type { Exemplar } from './labels.js';
import type { MetricFamily, MetricRegistry } from './metric-registry.js';
import { slotsOf, type MetricSlot } from './metric-slots.js';
import type { OpenMetricsExemplar, OpenMetricsFamily, OpenMetricsSample } from './open-metrics/open-metrics.js';
import { prometheusLabels } from './open-metrics/prometheus-names.js';

export interface CollectOptions {
  /** The Unix time of second 0 of the run, in seconds. */
  epochSeconds?: number;
}

/**
 * What a scrape of some processes would get now, for `writeOpenMetrics`: families of equal names become one, so give
 * each registry a label of its own. With `at`, in seconds, each sample bears that time.
 */
export function collectMetrics(
  registries: Iterable<MetricRegistry>,
  options: CollectOptions & { at?: number } = {},
): OpenMetricsFamily[] {
  const { epochSeconds = 0, at } = options;
  const time = at === undefined ? {} : { timestamp: epochSeconds + at };
  const families = new FamilyList();
  for (const registry of registries) {
    for (const family of registry) {
      const { samples, name } = families.of(family);
      for (const [own, instrument] of family) {
        const labels = { ...registry.labels, ...own };
        for (const slot of slotsOf(family, labels, instrument)) {
          const value = slot.read();
          if (value !== undefined) samples.push(textSample(slot, value, { ...time, epochSeconds }));
        }
        if ('createdSeconds' in instrument) {
          const value = epochSeconds + instrument.createdSeconds;
          samples.push({ name: `${name}_created`, labels: prometheusLabels(labels), value, ...time });
        }
      }
    }
  }
  return families.all;
}

/** Families of the text by name, each made where it is first asked for. */
export class FamilyList {
  readonly #byName = new Map<string, OpenMetricsFamily>();

  get all(): OpenMetricsFamily[] {
    return [...this.#byName.values()];
  }

  of({ textName: name, type, textUnit: unit, help }: MetricFamily): OpenMetricsFamily {
    const family = this.#byName.get(name) ?? { name, type, unit, help, samples: [] };
    if (family.type !== type)
      throw new TypeError(`${name} is a ${family.type} in one registry and a ${type} in another.`);
    this.#byName.set(name, family);
    return family;
  }
}

export function textSample(
  slot: MetricSlot,
  value: number,
  options: { timestamp?: number; epochSeconds: number; withExemplar?: boolean },
): OpenMetricsSample {
  const { timestamp, epochSeconds, withExemplar = true } = options;
  const sample: OpenMetricsSample = { name: slot.name, labels: slot.labels, value };
  if (timestamp !== undefined) sample.timestamp = timestamp;
  const exemplar = withExemplar ? slot.exemplar?.() : undefined;
  if (exemplar) sample.exemplar = textExemplar(exemplar, epochSeconds);
  return sample;
}

function textExemplar({ labels, value, seconds }: Exemplar, epochSeconds: number): OpenMetricsExemplar {
  const exemplar: OpenMetricsExemplar = { labels: prometheusLabels(labels), value };
  if (seconds !== undefined) exemplar.timestamp = epochSeconds + seconds;
  return exemplar;
}
