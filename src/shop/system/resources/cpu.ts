import type { Process, Simulation } from '../../../engine/index.js';
import type { MeasuredResource } from './resource-usage.js';

/** Seconds after which work lets others on: nobody waits for a full scan to end before a short query begins. */
export const SLICE_SECONDS = 0.02;

/** The cores and disks of an instance. Work takes them in slices, so that all who are at work get on side by side. */
export class Processor {
  readonly cpu: MeasuredResource;
  readonly disk: MeasuredResource | undefined;
  readonly #simulation: Simulation;
  readonly #slice: number;

  constructor(simulation: Simulation, cpu: MeasuredResource, disk?: MeasuredResource) {
    this.#simulation = simulation;
    this.cpu = cpu;
    this.disk = disk;
    this.#slice = cpu.capacity === Infinity ? Infinity : SLICE_SECONDS;
  }

  /** Works for so many seconds of CPU, and that share of it on the disk, however long it takes to get them. */
  *work(cpuSeconds: number, diskShare = 0): Process<void> {
    const { disk } = this;
    for (let left = cpuSeconds; left > 0;) {
      const slice = left < this.#slice ? left : this.#slice;
      left -= slice;
      yield* this.cpu.acquire();
      try {
        yield* this.#simulation.delay(slice);
      } finally {
        this.cpu.release();
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
