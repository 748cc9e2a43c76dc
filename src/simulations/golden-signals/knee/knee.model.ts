/** A measured moment: how busy the servers were, and how long a request took on average, in seconds. */
export interface KneePoint {
  readonly utilization: number;
  readonly mean: number;
}

/** What theory says of these servers. */
export interface Knee {
  /** Servers that one queue feeds. */
  readonly servers: number;
  /** Seconds a request keeps one busy, on average. */
  readonly serviceSeconds: number;
  /** Seconds a request takes when it never waits here: the work, and what it waits for elsewhere. */
  readonly baseSeconds: number;
}

/**
 * Erlang's C: the chance that whoever comes has to wait for one of c servers, at a utilization in [0, 1).
 * @see https://en.wikipedia.org/wiki/Erlang_(unit)#Erlang_C_formula
 */
export function erlangC(servers: number, utilization: number): number {
  const load = servers * utilization;
  let blocked = 1;
  for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked);
  return blocked / (1 - utilization * (1 - blocked));
}

/** Seconds of waiting in M/M/c, on average. */
export function waitSeconds(servers: number, serviceSeconds: number, utilization: number): number {
  return (erlangC(servers, utilization) * serviceSeconds) / (servers * (1 - utilization));
}

/** Seconds that a request takes, by theory. */
export function kneeSeconds({ servers, serviceSeconds, baseSeconds }: Knee, utilization: number): number {
  return baseSeconds + waitSeconds(servers, serviceSeconds, utilization);
}

/** Beyond that, what is measured is a queue that grows, and no balance. */
const STEADY = 0.9;

/** The knee that lies under measured points: the base is what remains when theory's waiting is taken away. */
export function fitKnee(points: readonly KneePoint[], servers: number, serviceSeconds: number): Knee | undefined {
  const bases = points
    .filter(({ utilization, mean }) => utilization > 0 && utilization < STEADY && mean > 0)
    .map(({ utilization, mean }) => mean - waitSeconds(servers, serviceSeconds, utilization))
    .sort((a, b) => a - b);
  const baseSeconds = bases[Math.floor(bases.length / 2)];
  return baseSeconds === undefined ? undefined : { servers, serviceSeconds, baseSeconds };
}
