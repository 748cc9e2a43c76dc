import type { Counter, Gauge, Labels, MetricRegistry } from '../../telemetry/index.js';
import { RESOURCE_METRICS } from './resource-metrics.js';
import type { UsageSource, UsageReading } from '../system/resources/resource-usage.js';

/** The metrics of one resource, kept up to date from its source. */
export class ResourceGauges {
  readonly source: UsageSource;
  readonly #busy: Counter | undefined;
  readonly #capacity: Gauge | undefined;
  readonly #level: Gauge | undefined;
  readonly #waiting: Gauge;
  readonly #errors: Counter;
  /** What its process had counted when it was last started. */
  #base: { readonly busySeconds: number; readonly errors: number } = { busySeconds: 0, errors: 0 };
  #last: UsageReading;

  constructor(registry: MetricRegistry, source: UsageSource) {
    const { busy, capacity, level, waiting, errors } = RESOURCE_METRICS[source.kind];
    const labels: Labels = source.kind === 'pool' ? { 'db.client.connection.pool.name': source.name } : {};
    this.source = source;
    this.#last = source.read();
    this.#busy = busy && registry.counter(busy).with(labels);
    this.#capacity = capacity && registry.gauge(capacity).with(labels);
    this.#level = level && registry.gauge(level).with(labels);
    this.#waiting = registry.gauge(waiting).with(labels);
    this.#errors = registry.counter(errors).with(labels);
  }

  /** Reads the source; what is there is as much as there was on average since the last time. */
  update(): void {
    const reading = this.source.read();
    const seconds = reading.seconds - this.#last.seconds;
    const capacity = (reading.capacitySeconds - this.#last.capacitySeconds) / seconds;
    // Counters are set, not added to: a resource keeps the account itself.
    if (this.#busy) this.#busy.value = reading.busySeconds - this.#base.busySeconds;
    this.#errors.value = reading.errors - this.#base.errors;
    if (seconds > 0) this.#capacity?.set(capacity);
    this.#level?.set(reading.utilization);
    this.#waiting.set(reading.saturation);
    this.#last = reading;
  }

  /** Its process was started again, and counts from 0. */
  restart(): void {
    this.#base = this.source.read();
  }
}
