import type { Counter, Gauge, Labels, MetricRegistry } from '../../telemetry/index.js';
import { RESOURCE_METRICS } from './resource-metrics.js';
import type { UsageSource, UsageReading } from '../system/resources/resource-usage.js';

/** The metrics of one resource, updated from its readings. */
export class ResourceGauges {
  readonly source: UsageSource;
  readonly #busy: Counter | undefined;
  readonly #ownBusy: Counter | undefined;
  readonly #isOfHost: boolean;
  readonly #capacity: Gauge | undefined;
  readonly #level: Gauge | undefined;
  readonly #waiting: Gauge;
  readonly #errors: Counter;
  /** What the counters of the source were when its process last started. */
  #base: Pick<UsageReading, 'busySeconds' | 'ownBusySeconds' | 'errors'> = {
    busySeconds: 0,
    ownBusySeconds: 0,
    errors: 0,
  };
  #last: UsageReading;

  constructor(registry: MetricRegistry, source: UsageSource) {
    const { busy, ownBusy, isOfHost = false, capacity, level, waiting, errors } = RESOURCE_METRICS[source.kind];
    const labels: Labels = source.kind === 'pool' ? { 'db.client.connection.pool.name': source.name } : {};
    this.source = source;
    this.#last = source.read();
    this.#busy = busy && registry.counter(busy).with(labels);
    this.#ownBusy = ownBusy && registry.counter(ownBusy).with(labels);
    this.#isOfHost = isOfHost;
    this.#capacity = capacity && registry.gauge(capacity).with(labels);
    this.#level = level && registry.gauge(level).with(labels);
    this.#waiting = registry.gauge(waiting).with(labels);
    this.#errors = registry.counter(errors).with(labels);
  }

  /** Reads the source and sets the metrics. The capacity is the mean since the last update. */
  update(): void {
    const reading = this.source.read();
    const seconds = reading.seconds - this.#last.seconds;
    const capacity = (reading.capacitySeconds - this.#last.capacitySeconds) / seconds;
    // Set and not added to, because the resource itself counts.
    if (this.#busy) this.#busy.value = reading.busySeconds - (this.#isOfHost ? 0 : this.#base.busySeconds);
    if (this.#ownBusy) this.#ownBusy.value = reading.ownBusySeconds - this.#base.ownBusySeconds;
    this.#errors.value = reading.errors - this.#base.errors;
    if (seconds > 0) this.#capacity?.set(capacity);
    this.#level?.set(reading.utilization);
    this.#waiting.set(reading.saturation);
    this.#last = reading;
  }

  /** Resets the counters of the process to 0 after its restart. Those of its host go on. */
  restart(): void {
    this.#base = this.source.read();
  }
}
