import type { Random } from '../../../engine/index.js';

/** Below this many expected hits, inversion is quicker than a draw for each trial. */
const FEW = 12;

/** How many of `trials` succeed, each with probability `share`: exact, by products alone, the same in every browser. */
export function binomial(random: Random, trials: number, share: number): number {
  if (trials <= 0 || share <= 0) return 0;
  if (share >= 1) return trials;
  if (share > 0.5) return trials - binomial(random, trials, 1 - share);
  if (trials * share > FEW) return byTrials(random, trials, share);
  // Inversion: walk up the probabilities of 0, 1, 2 … until the uniform number is used up.
  const odds = share / (1 - share);
  let chance = power(1 - share, trials);
  let left = random.uniform();
  let hits = 0;
  while (left > chance && hits < trials) {
    left -= chance;
    hits++;
    chance *= (odds * (trials - hits + 1)) / hits;
  }
  return hits;
}

function byTrials(random: Random, trials: number, share: number): number {
  let hits = 0;
  for (let i = 0; i < trials; i++) if (random.uniform() < share) hits++;
  return hits;
}

/** By squaring, because Math.pow differs between browsers in its last bits. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let rest = exponent, square = base; rest > 0; rest = Math.floor(rest / 2), square *= square) {
    if (rest % 2 === 1) result *= square;
  }
  return result;
}
