import type { Exemplar, ExemplarSource } from './labels.js';

/** A sum that only grows, until its process restarts and it begins again at 0. */
export class Counter {
  value = 0;
  /** The newest example. */
  exemplar: Exemplar | undefined;
  /** Since when it has counted, in seconds. */
  createdSeconds = 0;

  /** Adds 1, or another amount; one that is negative or `NaN` is ignored, as OpenTelemetry asks. */
  add(amount: number = 1, exemplar?: ExemplarSource): void {
    if (!(amount >= 0)) return;
    this.value += amount;
    if (exemplar) this.exemplar = { ...exemplar, value: amount };
  }

  /** What a restart does: nothing has been counted since `seconds`. */
  reset(seconds: number): void {
    this.value = 0;
    this.exemplar = undefined;
    this.createdSeconds = seconds;
  }
}

/** A value that goes up and down; OpenTelemetry's gauge and its up-down counter. */
export class Gauge {
  value = 0;

  set(value: number): void {
    this.value = value;
  }

  add(amount: number): void {
    this.value += amount;
  }

  reset(): void {
    this.value = 0;
  }
}
