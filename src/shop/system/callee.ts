import type { Exchange } from './rpc.js';
import type { Failure } from './failure.js';
import type { ServiceSpec } from './topology.js';

/** Something that can be called. */
export interface Target {
  readonly spec: ServiceSpec;
  /** Takes a request; the answer comes by `exchange.answer`. What it returns came at once: nobody is there. */
  send(exchange: Exchange): Failure | undefined;
  /** Keeps what a cache did not know. */
  fill(product: number): void;
}
