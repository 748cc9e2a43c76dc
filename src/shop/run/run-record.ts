import type { HeaderLoss } from '../system/rpc.js';

/** What can be set about a run, all in one: seconds, requests a second, shares in 0..1. */
export interface ShopSettings {
  /** Requests a second; the mean of the day for the shape 'day'. */
  readonly rate: number;
  readonly shape: 'steady' | 'spike' | 'day';
  /** The time of day at which the run begins, in seconds after midnight. */
  readonly startSeconds: number;
  readonly spikeAtSeconds: number;
  readonly spikeSeconds: number;
  readonly spikeFactor: number;
  /** How often every HTTP call is tried again; unset: as each service is configured. */
  readonly retries?: number;
  /** Circuit breakers open by themselves. */
  readonly hasBreakers: boolean;
  /** Of the scenario 'one-queue' alone: its workers, and the mean seconds of its exponential work. */
  readonly workers: number;
  readonly workSeconds: number;
}

export const DEFAULT_SETTINGS: ShopSettings = {
  rate: 100,
  shape: 'steady',
  startSeconds: 0,
  spikeAtSeconds: 300,
  spikeSeconds: 120,
  spikeFactor: 3,
  hasBreakers: false,
  workers: 4,
  workSeconds: 0.1,
};

/** What breaks. Unset parameters have a default that hurts; unset `seconds` is for ever. */
export type Fault =
  | { type: 'traffic-spike'; factor?: number; seconds?: number }
  | { type: 'slow-query'; share?: number; mode?: 'memory' | 'disk' }
  | { type: 'dependency-outage'; service?: string; mode?: 'refuses' | 'hangs'; seconds?: number }
  | { type: 'third-party-rate-limit'; perSecond?: number; seconds?: number }
  | { type: 'retry-storm'; retries?: number; timeoutSeconds?: number; slowness?: number; seconds?: number }
  | { type: 'connection-leak'; share?: number }
  | { type: 'memory-leak'; bytesPerRequest?: number }
  | { type: 'noisy-neighbour'; service?: string; threads?: number; seconds?: number }
  | { type: 'packet-loss'; service?: string; share?: number; seconds?: number }
  | { type: 'cache-failure' }
  | { type: 'bad-deploy'; service?: string; share?: number }
  | { type: 'slow-dependency'; service?: string; factor?: number; seconds?: number }
  | { type: 'lost-capacity'; service?: string; share?: number }
  | { type: 'n-plus-one'; queries?: number }
  | { type: 'lost-header'; service?: string; mode?: HeaderLoss; seconds?: number };

export type FaultOf<T extends Fault['type']> = Extract<Fault, { type: T }>;

/** What the one on call does. */
export type Mitigation =
  | { type: 'roll-back'; service: string }
  | { type: 'scale-out'; service: string; instances?: number }
  | { type: 'fail-over'; service: string }
  | { type: 'restart'; service: string }
  | { type: 'shed-load'; share?: number; service?: string }
  | { type: 'disable-flag'; flag: string }
  | { type: 'open-breaker'; from: string; to: string; isOpen?: boolean }
  | { type: 'raise-pool'; service: string; size?: number };

/** What others do meanwhile. */
export type Change =
  | { type: 'deploy'; service: string }
  | { type: 'flip-flag'; flag: string }
  | { type: 'configure'; service: string; workers?: number; timeoutSeconds?: number; retries?: number }
  | { type: 'campaign'; share?: number; seconds?: number }
  | { type: 'batch-job'; service: string; threads?: number; seconds?: number }
  | { type: 'reports'; service: string; share?: number; seconds?: number }
  | { type: 'close-shop' };

/** Something done to the shop at a time, in seconds of the run; what is secret is not named to the reader. */
export type ShopAction = { at: number; isSecret?: boolean } & (Fault | Mitigation | Change);

/** All that a run is: the same record gives the same run, to the byte. */
export interface RunRecord {
  scenario: string;
  seed: number | string;
  settings: Partial<ShopSettings>;
  actions: ShopAction[];
}
