import { log } from '../../../engine/portable-math.js';
import { likelihoods } from './likelihood.model.js';
import type { Look } from '../probes/probes.model.js';
import { SIGN_BY_ID } from '../incident/symptoms.model.js';
import { REMEDY_OF, SUSPECTS, type Remedy, type Suspect } from './suspects.model.js';

/** How likely each suspect is, in the order of `SUSPECTS`: 0..1, together 1. */
export type Board = readonly number[];

/** What is known so far: the outcome of each sign that was seen, and the remedies that did not help. */
export interface Known {
  readonly signs: ReadonlyMap<string, string>;
  readonly failed: readonly Remedy[];
}

export const NOTHING_KNOWN: Known = { signs: new Map(), failed: [] };

/** The chance that a remedy that fits does not seem to help within the minutes in which one watches it: an assumption. */
const UNSEEN_HELP = 0.05;

/**
 * Bayes: all suspects equally likely at first, each multiplied by the likelihood of every sign that was seen. Signs are
 * taken as independent where the cause is known (naive Bayes); one that is seen twice counts once, as it is now.
 */
export function boardOf({ signs, failed }: Known): Board {
  let weights: readonly number[] = SUSPECTS.map((suspect) => (failed.includes(REMEDY_OF[suspect]) ? UNSEEN_HELP : 1));
  for (const [sign, outcome] of signs) weights = times(weights, likelihoods(sign, outcome));
  return normalised(weights);
}

/** The likeliest suspect. */
export function leaderOf(board: Board): Suspect {
  return SUSPECTS[board.indexOf(Math.max(...board))] ?? 'bad-deploy';
}

/** How likely one suspect is. */
export function chanceOf(board: Board, suspect: Suspect): number {
  return board[SUSPECTS.indexOf(suspect)] ?? 0;
}

/** All remedies, in the order of the board. */
export const ALL_REMEDIES: readonly Remedy[] = [...new Set(SUSPECTS.map((suspect) => REMEDY_OF[suspect]))];

/** The remedy, of those not tried, that fits the most of what is likely, and how likely that is. */
export function bestRemedy(board: Board, except: readonly Remedy[]): { remedy: Remedy; chance: number } | undefined {
  const chances = ALL_REMEDIES.filter((remedy) => !except.includes(remedy)).map((remedy) => ({
    remedy,
    chance: SUSPECTS.reduce((sum, suspect, i) => sum + (REMEDY_OF[suspect] === remedy ? (board[i] ?? 0) : 0), 0),
  }));
  return chances.toSorted((a, b) => b.chance - a.chance)[0];
}

/** How uncertain a board is, in bits. */
export function entropy(board: Board): number {
  return board.reduce((bits, chance) => (chance > 0 ? bits - chance * log(chance) : bits), 0) / log(2);
}

/**
 * The bits of uncertainty that a look is expected to take away: the mutual information of the cause and of all signs of
 * the look that are not known yet.
 */
export function expectedGain(known: Known, look: Look): number {
  const board = boardOf(known);
  // Joint weights of every combination of outcomes of the new signs, built up sign by sign.
  let branches: (readonly number[])[] = [board];
  for (const sign of look.signs) {
    if (known.signs.has(sign)) continue;
    const outcomes = SIGN_BY_ID.get(sign)?.outcomes ?? [];
    branches = branches.flatMap((weights) => outcomes.map((outcome) => times(weights, likelihoods(sign, outcome))));
  }
  const left = branches.reduce((bits, weights) => bits + total(weights) * entropy(normalised(weights)), 0);
  return entropy(board) - left;
}

function times(weights: readonly number[], by: readonly number[]): number[] {
  return weights.map((weight, i) => weight * (by[i] ?? 1));
}

function normalised(weights: readonly number[]): Board {
  const all = total(weights);
  return weights.map((weight) => weight / all);
}

function total(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}
