import { Simulation, type Random } from '../../../engine/index.js';
import { SCENARIOS, type RunRecord, type ShopAction } from '../../../shop/index.js';
import { SUSPECTS, type Suspect } from '../diagnosis/suspects.model.js';

/** One incident: what really happened, and the run of the shop in which it happens, the same for whoever looks. */
export interface Incident {
  readonly cause: Suspect;
  readonly seed: number;
  readonly record: RunRecord;
  /** Second of the run at which it begins. */
  readonly faultAt: number;
}

/** The lesson's own incident, at its fixed seed. */
export const LESSON = 'slow-query-night';

/** Each fault with parameters drawn around what fails about 8 % of the payments, and the traffic it needs for that. */
const DRAWS: Readonly<Record<Suspect, (random: Random, at: number, rate: number) => Drawn>> = {
  'bad-deploy': (random, at) => ({
    actions: [{ at, type: 'bad-deploy', service: 'payment-service', share: between(random, 0.07, 0.1) }],
  }),
  'slow-query': (random, at, rate) => ({
    actions: [{ at, type: 'slow-query', share: between(random, 6.9, 8) / rate }],
  }),
  'connection-leak': (random, at, rate) => ({
    actions: [{ at, type: 'connection-leak', share: between(random, 0.5, 1) / rate }],
  }),
  'memory-leak': (random, at) => ({
    actions: [{ at, type: 'memory-leak', bytesPerRequest: Math.round(between(random, 600_000, 800_000)) }],
  }),
  'retry-storm': (random, at) => ({
    actions: [
      { at, type: 'retry-storm', retries: 8, slowness: between(random, 9, 11), seconds: random.integer(60, 90) },
    ],
  }),
  'lost-capacity': (random, at) => ({
    actions: [{ at, type: 'lost-capacity', share: 0.6 }],
    rate: Math.round(between(random, 82, 86)),
  }),
  // Two neighbours, for one can keep at most so many threads at work.
  'noisy-neighbour': (random, at) => ({
    actions: [1, 2].map(() => ({
      at,
      type: 'noisy-neighbour' as const,
      service: 'order-service',
      threads: random.integer(42, 54),
    })),
  }),
  'cache-failure': (random, at) => ({
    actions: [{ at, type: 'cache-failure' }],
    rate: Math.round(between(random, 100, 106)),
  }),
  'packet-loss': (random, at) => ({
    actions: [{ at, type: 'packet-loss', service: 'postgres', share: between(random, 0.485, 0.505) }],
  }),
  'traffic-spike': (random, at) => ({
    actions: [{ at, type: 'traffic-spike', factor: between(random, 2.45, 2.55) }],
    rate: 100,
  }),
  // It comes and goes: away for some seconds in each minute.
  'dependency-outage': (random, at) => {
    const seconds = random.integer(5, 7);
    return {
      actions: Array.from({ length: OUTAGES }, (_, i) => ({ at: at + i * 60, type: 'dependency-outage', seconds })),
    };
  },
  'third-party-rate-limit': (random, at, rate) => ({
    actions: [{ at, type: 'third-party-rate-limit', perSecond: between(random, 0.177, 0.185) * rate }],
  }),
  'slow-dependency': (random, at, rate) => ({
    actions: [{ at, type: 'slow-dependency', factor: (between(random, 61, 64) * 100) / Math.max(97, rate) }],
  }),
};

interface Drawn {
  readonly actions: readonly ShopAction[];
  /** Requests a second, where the fault shows only at some. */
  readonly rate?: number;
}

/** As many as there can be minutes in an incident. */
const OUTAGES = 90;
const INNOCENT = ['auth', 'email-service', 'inventory-service', 'order-service', 'payment-service'];

/** The incident of a seed: the lesson's, one of a given cause, or, for `surprise`, of a cause that the seed draws. */
export function drawIncident(kind: string, seed: number): Incident {
  if (kind === LESSON) {
    const faultAt = SCENARIOS[LESSON]?.actions.find(({ type }) => type === 'slow-query')?.at ?? 0;
    return { cause: 'slow-query', seed, record: { scenario: LESSON, seed, settings: {}, actions: [] }, faultAt };
  }
  const random = new Simulation({ seed }).random(`incident:${kind}`);
  const drawn = SUSPECTS[random.integer(0, SUSPECTS.length - 1)];
  const cause = SUSPECTS.find((suspect) => suspect === kind) ?? drawn ?? 'bad-deploy';
  const usual = random.integer(95, 103);
  const faultAt = random.integer(100, 120);
  // The clock of the night, so that nobody reads the cause off the hour.
  const startSeconds = random.integer(60, 300) * 60;
  const { actions, rate = usual } = DRAWS[cause](random, faultAt, usual);
  const record = {
    scenario: 'quiet',
    seed,
    settings: { rate, startSeconds },
    actions: [...innocent(random, faultAt), ...actions],
  };
  return { cause, seed, record, faultAt };
}

/** What others do around that time, and hurts nobody: it only looks suspicious. */
function innocent(random: Random, faultAt: number): ShopAction[] {
  const actions: ShopAction[] = [];
  const when = (): number => random.integer(5, faultAt + 60);
  // A deploy in the middle of another of the same service would be an incident of its own.
  const before = (): number => random.integer(5, faultAt - 45);
  if (random.bernoulli(0.5)) actions.push({ at: when(), type: 'campaign', share: 0.03, seconds: 900 });
  if (random.bernoulli(0.4)) actions.push({ at: when(), type: 'flip-flag', flag: 'new-banner' });
  for (const service of INNOCENT) {
    if (random.bernoulli(0.22)) actions.push({ at: before(), type: 'deploy', service });
  }
  return actions;
}

function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random.uniform();
}
