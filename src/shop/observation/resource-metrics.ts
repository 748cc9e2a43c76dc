import type { MetricOptions } from '../../telemetry/index.js';
import type { ResourceKind } from '../system/resources/resource-usage.js';

/** The metrics of one kind of resource. */
export interface ResourceMetrics {
  /** Counter of unit-seconds in use, and gauge of the units. Utilization is the rate of the counter over the gauge. */
  readonly busy?: MetricOptions;
  /** Counter of the unit-seconds of `busy` that the process itself used. The rest is what else runs on the host. */
  readonly ownBusy?: MetricOptions;
  /** Whether `busy` belongs to the host, so that a restart of the process does not set it back to 0. */
  readonly isOfHost?: boolean;
  readonly capacity?: MetricOptions;
  /** Gauge of the utilization of a level, such as memory. */
  readonly level?: MetricOptions;
  /** Gauge of the saturation. */
  readonly waiting: MetricOptions;
  /** Counter of the errors. */
  readonly errors: MetricOptions;
}

/** Metrics by kind of resource. Names are OpenTelemetry's if its conventions have one, otherwise `shop.…`. */
export const RESOURCE_METRICS: Readonly<Record<ResourceKind, ResourceMetrics>> = {
  cpu: {
    busy: { name: 'system.cpu.time', unit: 's', help: 'Seconds of processor time used by all that runs on the host.' },
    ownBusy: { name: 'process.cpu.time', unit: 's', help: 'Seconds of processor time used by the process.' },
    isOfHost: true,
    capacity: { name: 'system.cpu.logical.count', unit: '{cpu}', help: 'Processors.' },
    waiting: { name: 'shop.cpu.run_queue', unit: '{thread}', help: 'Threads that wait for a processor.' },
    errors: { name: 'shop.cpu.errors', unit: '{error}', help: 'Errors of processors.' },
  },
  memory: {
    level: { name: 'process.memory.utilization', unit: '1', help: 'Share of the memory limit in use.' },
    waiting: { name: 'shop.memory.collection', unit: '1', help: 'Share of all work that collects garbage.' },
    errors: { name: 'shop.memory.kills', unit: '{kill}', help: 'Kills for want of memory.' },
  },
  disk: {
    busy: { name: 'system.disk.io_time', unit: 's', help: 'Seconds of disk time used.' },
    isOfHost: true,
    capacity: { name: 'shop.disk.count', unit: '{disk}', help: 'Disks.' },
    waiting: { name: 'shop.disk.queue', unit: '{operation}', help: 'Operations that wait for a disk.' },
    errors: { name: 'shop.disk.errors', unit: '{error}', help: 'Errors of disks.' },
  },
  network: {
    busy: { name: 'shop.network.busy_time', unit: 's', help: 'Seconds the line was in use.' },
    capacity: { name: 'shop.network.count', unit: '{line}', help: 'Lines.' },
    waiting: { name: 'shop.network.late', unit: '{message}', help: 'Messages that wait to be sent again.' },
    errors: { name: 'system.network.packet.dropped', unit: '{packet}', help: 'Packets that were lost.' },
  },
  pool: {
    busy: { name: 'shop.pool.busy_time', unit: 's', help: 'Seconds that connections were in use.' },
    capacity: { name: 'db.client.connection.max', unit: '{connection}', help: 'Connections allowed.' },
    waiting: { name: 'db.client.connection.pending_requests', unit: '{request}', help: 'Waiting for a connection.' },
    errors: { name: 'db.client.connection.timeouts', unit: '{timeout}', help: 'Waits for a connection that ran out.' },
  },
  workers: {
    busy: { name: 'shop.workers.busy_time', unit: 's', help: 'Seconds that workers were busy.' },
    capacity: { name: 'shop.workers.count', unit: '{worker}', help: 'Workers.' },
    waiting: { name: 'shop.workers.queue', unit: '{request}', help: 'Requests that wait for a worker.' },
    errors: { name: 'shop.workers.rejected', unit: '{request}', help: 'Requests that found the queue full.' },
  },
};
