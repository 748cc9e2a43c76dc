import { noFailures, type Failure, type FailureCounts } from '../system/failure.js';

/** Customers' requests since the start of the run, by outcome: arrived = served + failed + inside. */
export class OutcomeCounts {
  arrived = 0;
  served = 0;
  failed = 0;
  inside = 0;
  /** Failed requests by root cause. */
  readonly rootCauses: FailureCounts = noFailures();

  recordArrival(): void {
    this.arrived++;
    this.inside++;
  }

  recordEnd(failed: Failure | undefined): void {
    this.inside--;
    if (failed === undefined) this.served++;
    else {
      this.failed++;
      this.rootCauses[failed.rootCause]++;
    }
  }
}

/** Counts customers' requests, in total and by route. */
export class RequestCounts {
  readonly total: OutcomeCounts = new OutcomeCounts();
  readonly routes: Map<string, OutcomeCounts> = new Map();

  recordArrival(route: string): void {
    this.total.recordArrival();
    this.#of(route).recordArrival();
  }

  /** Counts the end of a request: served, or failed with a failure. */
  recordEnd(route: string, failed: Failure | undefined): void {
    this.total.recordEnd(failed);
    this.#of(route).recordEnd(failed);
  }

  #of(route: string): OutcomeCounts {
    let counts = this.routes.get(route);
    if (counts === undefined) {
      counts = new OutcomeCounts();
      this.routes.set(route, counts);
    }
    return counts;
  }
}
