import type { Action, Work } from '../month/work.model.js';

/** What a team may still risk. */
export type Band = 'full' | 'canary' | 'freeze' | 'hard';

/** The lesson's bands: each holds down to its share of the budget, the last without end. */
export const BANDS: readonly (readonly [band: Band, from: number])[] = [
  ['full', 0.5],
  ['canary', 0.25],
  ['freeze', 0],
];

export function bandFor(leftShare: number): Band {
  if (leftShare > 0.5) return 'full';
  if (leftShare >= 0.25) return 'canary';
  return leftShare > 0 ? 'freeze' : 'hard';
}

/** What each band stops, by the lesson; where that is silent, by this figure's own reading (see the model page). */
const STOPPED: Readonly<Record<Band, readonly Work[]>> = {
  full: [],
  canary: ['migration'],
  freeze: ['small', 'large', 'migration', 'maintenance'],
  hard: ['small', 'large', 'fix', 'migration', 'maintenance'],
};

/** Whether the policy lets this be done; deploys below half of the budget go behind a canary. */
export function allows(band: Band, { work, canary }: Pick<Action, 'work' | 'canary'>): boolean {
  const isBare = (work === 'small' || work === 'large') && !canary;
  return !STOPPED[band].includes(work) && !(band === 'canary' && isBare);
}
