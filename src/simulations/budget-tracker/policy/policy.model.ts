import type { Band } from '../../../slo/budget-policy.js';
import type { Action, Work } from '../month/work.model.js';

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
