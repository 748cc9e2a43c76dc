import type { Process, Simulation } from '../../../engine/index.js';
import type { MeasuredResource } from './resource-usage.js';

/** Seconds after which work gives up its core, so that a short query does not wait for a full scan to end. */
export const SLICE_SECONDS = 0.02;

/** The cores and disks of an instance. Work takes them in slices, so concurrent work progresses side by side. */
export class Cpu {
  readonly cores: MeasuredResource;
  readonly disk: MeasuredResource | undefined;
  readonly #simulation: Simulation;
  readonly #slice: number;

  constructor(simulation: Simulation, cores: MeasuredResource, disk?: MeasuredResource) {
    this.#simulation = simulation;
    this.cores = cores;
    this.disk = disk;
    this.#slice = cores.capacity === Infinity ? Infinity : SLICE_SECONDS;
  }

  /** Uses a core for `cpuSeconds`, and the disk for `diskShare` of that, plus any time spent waiting for either. */
  *work(cpuSeconds: number, diskShare = 0): Process<void> {
    const { cores, disk } = this;
    for (let left = cpuSeconds; left > 0;) {
      const slice = left < this.#slice ? left : this.#slice;
      left -= slice;
      yield* cores.acquire();
      try {
        yield* this.#simulation.delay(slice);
        cores.ownBusySeconds += slice;
      } finally {
        cores.release();
      }
      if (disk === undefined || diskShare === 0) continue;
      yield* disk.acquire();
      try {
        yield* this.#simulation.delay(slice * diskShare);
      } finally {
        disk.release();
      }
    }
  }
}
