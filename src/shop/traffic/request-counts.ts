import { noFailures, type Failure, type FailureCounts } from '../system/failure.js';

/** Customers' requests so far: arrived = served + failed + inside. */
export class Tally {
  arrived = 0;
  served = 0;
  failed = 0;
  inside = 0;
  /** Failed requests by what began it. */
  readonly rootCauses: FailureCounts = noFailures();

  arrive(): void {
    this.arrived++;
    this.inside++;
  }

  leave(failed: Failure | undefined): void {
    this.inside--;
    if (failed === undefined) this.served++;
    else {
      this.failed++;
      this.rootCauses[failed.rootCause]++;
    }
  }
}

/** The books of the shop: all requests, and those of each route. */
export class Ledger {
  readonly total: Tally = new Tally();
  readonly routes: Map<string, Tally> = new Map();

  arrive(route: string): void {
    this.total.arrive();
    this.#of(route).arrive();
  }

  leave(route: string, failed: Failure | undefined): void {
    this.total.leave(failed);
    this.#of(route).leave(failed);
  }

  #of(route: string): Tally {
    let tally = this.routes.get(route);
    if (tally === undefined) {
      tally = new Tally();
      this.routes.set(route, tally);
    }
    return tally;
  }
}
