import type { Failure } from './failure.js';
import type { Rpc } from './rpc.js';
import type { ServiceSpec } from './topology.js';

/** A service, as its callers see it. */
export interface Callee {
  readonly spec: ServiceSpec;
  /** Accepts a request, and answers it later with `rpc.answer`. Returns a failure if no instance is reachable. */
  send(rpc: Rpc): Failure | undefined;
  /** Stores a product that the cache did not have. */
  fill(product: number): void;
}
