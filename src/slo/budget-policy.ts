/** What a team may still risk, by the share of the budget that is left; `hard` has no limit below. */
export type Band = 'full' | 'canary' | 'freeze' | 'hard';

/** The bands from above: each holds down to its share of the budget. Exactly half is `canary`, and so is a quarter. */
export const BANDS: readonly (readonly [band: Band, from: number])[] = [
  ['full', 0.5],
  ['canary', 0.25],
  ['freeze', 0],
];

/** The band of a share of the budget that is left, as `budgetStanding` returns it. */
export function bandFor(leftShare: number): Band {
  if (leftShare > 0.5) return 'full';
  if (leftShare >= 0.25) return 'canary';
  return leftShare > 0 ? 'freeze' : 'hard';
}
