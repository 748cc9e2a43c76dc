/** What can happen to the service in a week; the names of the causes that readers see. */
export type CauseKind =
  | 'deploy'
  | 'backup'
  | 'cache'
  | 'peak'
  | 'blip'
  | 'badRelease'
  | 'dependency'
  | 'outage'
  | 'region'
  | 'flapping'
  | 'neighbour'
  | 'leak'
  | 'retryStorm'
  | 'gap';

/** Something that acts on the service from `start` to `end`, in seconds of the week, through its mechanism alone. */
export interface Cause {
  readonly kind: CauseKind;
  readonly start: number;
  readonly end: number;
  /** Share of the requests that fail. */
  readonly failing?: number;
  /** Acts for the first `burst` seconds of every `every` seconds, where given. */
  readonly every?: number;
  readonly burst?: number;
  /** Share of the capacity that is gone. */
  readonly capacityLost?: number;
  /** Share of the CPU that work takes which yields to requests. */
  readonly background?: number;
  /** Share of the memory that a cache fills, and gives back when asked. */
  readonly cache?: number;
  /** Share of the memory that each request leaves behind. */
  readonly leak?: number;
  /** How many times as many people come. */
  readonly traffic?: number;
  /** Share of the failed requests that come again a second later. */
  readonly retries?: number;
  /** The agent that keeps the metrics is gone: nothing is counted, nothing is scraped. */
  readonly unseen?: boolean;
}

/** What all causes together do to the service at a time. */
export interface Effects {
  failing: number;
  capacity: number;
  background: number;
  cache: number;
  leak: number;
  traffic: number;
  retries: number;
  unseen: boolean;
  /** Which cause a failure is put down to: of those that can hurt and act, or else did act, the one that began last. */
  culprit: number;
  /** When the effects may change next. */
  until: number;
}

/** Whether a cause can make requests fail; the others only look alarming. */
export function canHurt({ failing, capacityLost, leak, traffic }: Cause): boolean {
  return !!(failing || capacityLost || leak || traffic);
}

/** The effects of causes in the order of their beginnings. */
export function effectsAt(causes: readonly Cause[], second: number): Effects {
  const effects: Effects = {
    failing: 0,
    capacity: 1,
    background: 0,
    cache: 0,
    leak: 0,
    traffic: 1,
    retries: 0,
    unseen: false,
    culprit: -1,
    until: Infinity,
  };
  let isBlamed = false;
  causes.forEach((cause, index) => {
    const { start, end, every = Infinity, burst = Infinity } = cause;
    const soonest = (time: number): void => {
      if (time > second) effects.until = Math.min(effects.until, time);
    };
    soonest(start);
    if (second < start) return;
    const isOver = second >= end;
    if (canHurt(cause) && !(isOver && isBlamed)) effects.culprit = index;
    isBlamed ||= canHurt(cause) && !isOver;
    soonest(end);
    if (isOver) return;
    const round = every < Infinity ? start + Math.floor((second - start) / every) * every : start;
    soonest(round + burst);
    soonest(round + every);
    if (second >= round + burst) return;
    effects.failing = 1 - (1 - effects.failing) * (1 - (cause.failing ?? 0));
    effects.capacity *= 1 - (cause.capacityLost ?? 0);
    effects.background += cause.background ?? 0;
    effects.cache = Math.max(effects.cache, cause.cache ?? 0);
    effects.leak += cause.leak ?? 0;
    effects.traffic *= cause.traffic ?? 1;
    effects.retries = Math.max(effects.retries, cause.retries ?? 0);
    effects.unseen ||= cause.unseen ?? false;
  });
  return effects;
}
