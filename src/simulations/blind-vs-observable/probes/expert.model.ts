import { boardOf, bestRemedy, expectedGain, type Known } from '../diagnosis/diagnosis.model.js';
import type { Step } from './investigation.model.js';
import { LOOKS, type Side } from './probes.model.js';

/** A look that is expected to say less, in bits, is not worth a minute. */
const WORTH_BITS = 0.02;

/**
 * The policy of the expert, the same on both sides: when one remedy fits with at least the chance `confidence`, apply
 * it; else take the look with the most bits to be expected per minute; when no look says anything more, try the likeliest
 * remedy; when all were tried, nothing is left.
 */
export function nextStep(side: Side, known: Known, confidence: number): Step | undefined {
  const best = bestRemedy(boardOf(known), known.failed);
  if (best && best.chance >= confidence) return { remedy: best.remedy };
  const looks = LOOKS.filter((look) => look.side === side)
    .map((look) => ({ look, bits: expectedGain(known, look) }))
    .filter(({ bits }) => bits > WORTH_BITS)
    .toSorted((a, b) => b.bits / b.look.minutes - a.bits / a.look.minutes);
  const [look] = looks;
  if (look) return { look: look.look.id };
  return best && { remedy: best.remedy };
}
