/** A measured moment: how busy the servers were, and how long a request took on average, in seconds. */
export interface KneePoint {
  readonly utilisation: number;
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
 * Erlang's C: the chance that whoever comes has to wait for one of c servers, at a utilisation in [0, 1).
 * @see https://en.wikipedia.org/wiki/Erlang_(unit)#Erlang_C_formula
 */
export function erlangC(servers: number, utilisation: number): number {
  const load = servers * utilisation;
  let blocked = 1;
  for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked);
  return blocked / (1 - utilisation * (1 - blocked));
}

/** Seconds of waiting in M/M/c, on average. */
export function waitSeconds(servers: number, serviceSeconds: number, utilisation: number): number {
  return (erlangC(servers, utilisation) * serviceSeconds) / (servers * (1 - utilisation));
}

/** Seconds that a request takes, by theory. */
export function kneeSeconds({ servers, serviceSeconds, baseSeconds }: Knee, utilisation: number): number {
  return baseSeconds + waitSeconds(servers, serviceSeconds, utilisation);
}

/** Beyond that, what is measured is a queue that grows, and no balance. */
const STEADY = 0.9;

/** The knee that lies under measured points: the base is what remains when theory's waiting is taken away. */
export function fitKnee(points: readonly KneePoint[], servers: number, serviceSeconds: number): Knee | undefined {
  const bases = points
    .filter(({ utilisation, mean }) => utilisation > 0 && utilisation < STEADY && mean > 0)
    .map(({ utilisation, mean }) => mean - waitSeconds(servers, serviceSeconds, utilisation))
    .sort((a, b) => a - b);
  const baseSeconds = bases[Math.floor(bases.length / 2)];
  return baseSeconds === undefined ? undefined : { servers, serviceSeconds, baseSeconds };
}
