import { COUNTS } from './likelihoods.data.js';
import { SIGNS } from '../incident/symptoms.model.js';
import { SUSPECTS } from './suspects.model.js';

/** Half an observation of every outcome of which none was made: what was never seen is unlikely, and not impossible. */
const SMOOTHING = 0.5;

const TABLE: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>> = new Map(
  SIGNS.map(({ id, outcomes }) => {
    const rows = SUSPECTS.map((_, row) => countsOf(id, row, outcomes.length));
    const shares = (column: number): number[] =>
      rows.map((counts) => {
        const total = counts.reduce((sum, count) => sum + count, 0);
        return ((counts[column] ?? 0) + SMOOTHING) / (total + SMOOTHING * outcomes.length);
      });
    return [id, new Map(outcomes.map((outcome, column) => [outcome, shares(column)]))];
  }),
);

const INDIFFERENT: readonly number[] = SUSPECTS.map(() => 1);

/** How often a sign has this outcome under each suspect, in their order: from simulated incidents of every cause. */
export function likelihoods(sign: string, outcome: string): readonly number[] {
  return TABLE.get(sign)?.get(outcome) ?? INDIFFERENT;
}

function countsOf(sign: string, row: number, length: number): number[] {
  const written = COUNTS[sign]?.split(' ')[row]?.split(',').map(Number) ?? [];
  return Array.from({ length }, (_, i) => written[i] ?? 0);
}
