import { Random } from '../../../engine/random.js';
import type { Cause } from './causes.model.js';
import type { WeekPlan } from './week.model.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DAYS: readonly number[] = [0, 1, 2, 3, 4, 5, 6];

/** The weeks that a reader can choose from. */
export const WEEK_NAMES = [
  'ordinary',
  'quiet',
  'slowBurn',
  'shortOutage',
  'flapping',
  'lowTraffic',
  'gap',
  'deploys',
  'memoryLeak',
  'nightOutage',
  'weeklyPeak',
  'retryStorm',
  'partialRegion',
  'noisyNeighbour',
] as const;

export type WeekName = (typeof WEEK_NAMES)[number];

/** What weeks have in common; 100 requests a second on average, a third of what the service could answer. */
const service = { rate: 100, capacity: 270, patienceSeconds: 5, noise: 0.00005 };

/** Draws what differs from seed to seed: times and sizes around those that the week is named for. */
class Draw {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Something that begins within half an hour of a day and hour, and takes about so many seconds. */
  at(day: number, hour: number, seconds: number, what: Omit<Cause, 'start' | 'end'>): Cause {
    const start = Math.round(day * DAY + hour * HOUR + (this.#random.uniform() - 0.5) * HOUR);
    return { ...what, start, end: start + Math.round(this.about(seconds)) };
  }

  /** Within a tenth of a value. */
  about(value: number): number {
    return value * (0.9 + 0.2 * this.#random.uniform());
  }
}

type Happenings = (draw: Draw) => Cause[];

/** Pods start and compile: the CPU is busy for some minutes, and nobody waits for it. */
const deploys: Happenings = (draw) =>
  DAYS.slice(0, 5).map((day) => draw.at(day, 11, 6 * MINUTE, { kind: 'deploy', background: 0.75 }));

/** A backup takes what CPU is left at night; its pages fill the memory and yield at once. */
const backups: Happenings = (draw) =>
  DAYS.flatMap((day) => [
    draw.at(day, 2, 25 * MINUTE, { kind: 'backup', background: 0.9 }),
    draw.at(day, 3.5, 40 * MINUTE, { kind: 'cache', cache: draw.about(0.97) }),
  ]);

/** The network hiccups at any hour, for less than a minute: expected, and nothing that a person could mend. */
const blips: Happenings = (draw) =>
  DAYS.map((day) => draw.at(day, draw.about(13.5) + (day % 2 ? -11 : 6), 40, { kind: 'blip', failing: 0.04 }));

const outage = (draw: Draw, day: number, hour: number, minutes: number): Cause =>
  draw.at(day, hour, minutes * MINUTE, { kind: 'outage', failing: 1 });

const weeks: Readonly<Record<WeekName, Happenings>> = {
  ordinary: (draw) => [
    ...deploys(draw),
    ...backups(draw),
    ...blips(draw),
    draw.at(1, 15, 25 * MINUTE, { kind: 'badRelease', failing: draw.about(0.05) }),
    outage(draw, 3, 4.5, 9),
    draw.at(4, 9, 30 * HOUR, { kind: 'dependency', failing: draw.about(0.003) }),
  ],
  quiet: () => [],
  slowBurn: (draw) => [draw.at(1, 6, 3 * DAY, { kind: 'dependency', failing: 0.002 })],
  shortOutage: (draw) => [...deploys(draw), outage(draw, 2, 14, 2)],
  flapping: (draw) => [
    draw.at(2, 10, 6 * HOUR, { kind: 'flapping', failing: 1, every: 10 * MINUTE, burst: Math.round(draw.about(25)) }),
  ],
  lowTraffic: (draw) => [outage(draw, 3, 15, 30)],
  gap: (draw) => {
    const gap = draw.at(3, 13, 3 * HOUR, { kind: 'gap', unseen: true });
    return [gap, { kind: 'outage', failing: 0.3, start: gap.start - 20 * MINUTE, end: gap.start + 90 * MINUTE }];
  },
  deploys: (draw) => [
    ...deploys(draw),
    ...DAYS.slice(0, 5).map((day) => draw.at(day, 16, 6 * MINUTE, { kind: 'deploy' as const, background: 0.75 })),
  ],
  memoryLeak: (draw) => [draw.at(0, 12, 5 * DAY, { kind: 'leak', leak: draw.about(0.55) / (100 * 20 * HOUR) })],
  nightOutage: (draw) => [...backups(draw), outage(draw, 2, 3, 18)],
  weeklyPeak: (draw) => [draw.at(4, 16, 2 * HOUR, { kind: 'peak', traffic: draw.about(1.6) })],
  retryStorm: (draw) => {
    const storm = draw.at(1, 17, 12 * MINUTE, { kind: 'retryStorm', capacityLost: 0.5, retries: 0.9 });
    return [storm, { kind: 'retryStorm', start: storm.end, end: storm.end + 30 * MINUTE, retries: 0.9 }];
  },
  partialRegion: (draw) => [
    draw.at(5, 20, 45 * MINUTE, { kind: 'region', failing: draw.about(0.12), capacityLost: 0.25 }),
  ],
  noisyNeighbour: (draw) =>
    [1, 3].map((day) => draw.at(day, 15, 3 * HOUR, { kind: 'neighbour' as const, capacityLost: draw.about(0.37) })),
};

/** Ten requests an hour; about seven of them fail in a week, each for a reason of its own. */
const lowTraffic = { rate: 10 / HOUR, capacity: 1, noise: 0.004 };

/** A week of that name: the same kind of things happen for every seed, at other times and of other sizes. */
export function planWeek(name: WeekName, seed: string): WeekPlan {
  const causes = weeks[name](new Draw(new Random(seed, `week/plan/${name}`)));
  return {
    ...service,
    ...(name === 'lowTraffic' ? lowTraffic : {}),
    causes: causes.sort((a, b) => a.start - b.start),
  };
}
