import type { HeaderLoss } from '../system/rpc.js';

/** Settings of a run. Times are in seconds. */
export interface ShopSettings {
  /** Requests per second; for the shape 'day', the mean over the day. */
  readonly rate: number;
  readonly shape: 'steady' | 'spike' | 'day';
  /** Time of day at which the run starts, in seconds after midnight. */
  readonly startSeconds: number;
  readonly spikeAtSeconds: number;
  readonly spikeSeconds: number;
  readonly spikeFactor: number;
  /** Retries of every HTTP call; unset: as each call is configured. */
  readonly retries?: number;
  /** Whether circuit breakers open by themselves. */
  readonly hasBreakers: boolean;
  /** For the scenario 'one-queue' only: number of workers, and mean of the exponential work in seconds. */
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

/** A fault to inject. Unset parameters have a default with a visible effect; unset `seconds` means until the end. */
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

/** A mitigation by the engineer on call. */
export type Mitigation =
  | { type: 'roll-back'; service: string }
  | { type: 'scale-out'; service: string; instances?: number }
  | { type: 'fail-over'; service: string }
  | { type: 'restart'; service: string }
  | { type: 'shed-load'; share?: number; service?: string }
  | { type: 'disable-flag'; flag: string }
  | { type: 'open-breaker'; from: string; to: string; isOpen?: boolean }
  | { type: 'raise-pool'; service: string; size?: number };

/** A routine change by somebody else. */
export type Change =
  | { type: 'deploy'; service: string }
  | { type: 'flip-flag'; flag: string }
  | { type: 'configure'; service: string; workers?: number; timeoutSeconds?: number; retries?: number }
  | { type: 'campaign'; share?: number; seconds?: number }
  | { type: 'batch-job'; service: string; threads?: number; seconds?: number }
  | { type: 'reports'; service: string; share?: number; seconds?: number }
  | { type: 'close-shop' };

/** An action at a time in seconds since the start of the run. A secret one is not shown to the reader. */
export type ShopAction = { at: number; isSecret?: boolean } & (Fault | Mitigation | Change);

/** Everything that determines a run: the same record gives the same run, byte for byte. */
export interface RunRecord {
  scenario: string;
  seed: number | string;
  settings: Partial<ShopSettings>;
  actions: ShopAction[];
}
