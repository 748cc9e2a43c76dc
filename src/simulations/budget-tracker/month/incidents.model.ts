import type { Random } from '../../../engine/random.js';
import { even, inTurn, longTailed, type Cost, type Range } from './cost.model.js';
import { UNDOING } from './work.model.js';

/** What comes by itself; bad deploys do so only in the month before, whose team nobody plays. */
export type Incident = 'blip' | 'dependency' | 'infrastructure' | 'badDeploy';

export interface IncidentKind {
  /** How many are expected in 30 days; they come at random times. */
  readonly perMonth: number;
  readonly cost: Cost;
  readonly drawMinutes: (random: Random) => number;
  /** What may avert it, the share that it averts, and for how many days. */
  readonly averted?: { readonly by: 'reliability' | 'maintenance'; readonly chance: number; readonly days: number };
}

/** The lesson's table: a blip costs half a minute to two. */
const BLIP: Range = [0.5, 2];

/** The lesson's "variable" costs are log-normal; how often each comes is this figure's assumption. */
export const INCIDENTS: Readonly<Record<Incident, IncidentKind>> = {
  blip: {
    perMonth: 4,
    ...uniform(BLIP),
    averted: { by: 'reliability', chance: 0.5, days: 14 },
  },
  dependency: {
    perMonth: 0.5,
    ...logNormal(4, 0.8),
    averted: { by: 'reliability', chance: 0.5, days: 14 },
  },
  infrastructure: {
    perMonth: 0.3,
    ...logNormal(8, 0.8),
    averted: { by: 'maintenance', chance: 0.75, days: 30 },
  },
  badDeploy: {
    perMonth: 1,
    cost: inTurn(UNDOING.build.notice, UNDOING.build.undo),
    drawMinutes: (random) => drawIn(UNDOING.build.notice, random) + drawIn(UNDOING.build.undo, random),
  },
};

function uniform(range: Range): Pick<IncidentKind, 'cost' | 'drawMinutes'> {
  return { cost: even(range), drawMinutes: (random) => drawIn(range, random) };
}

function logNormal(median: number, sigma: number): Pick<IncidentKind, 'cost' | 'drawMinutes'> {
  return { cost: longTailed(median, sigma), drawMinutes: (random) => random.logNormal(median, sigma) };
}

function drawIn([from, to]: Range, random: Random): number {
  return from + (to - from) * random.uniform();
}
