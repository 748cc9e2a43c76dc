import { requiredText } from './pattern-literal.js';
import { isWord, parsePattern, PatternError, type PatternNode } from './pattern-syntax.js';

/** A regular expression that is looked for anywhere in a text, unless it says ^ or $. */
export type Pattern =
  | {
      ok: true;
      test: (text: string) => boolean;
      /** What stands in every text that matches; empty where nothing must. */
      required: string;
    }
  | { ok: false; message: string };

/** A text took a pattern more steps than were allowed. */
export class PatternTooSlow extends Error {}

/**
 * The effort of all patterns: how many steps they took so far, for one who runs them in slices, and how many one text
 * may take. A step is a place in a pattern that a character leads to and that was not known before.
 */
export const patternEffort: { steps: number; most: number } = { steps: 0, most: Infinity };

type Assertion = 'start' | 'end' | 'boundary' | 'inside';
type Instruction =
  | { kind: 'character'; accepts: (codePoint: number) => boolean }
  | { kind: 'assert'; what: Assertion }
  | { kind: 'split'; to: number[] }
  | { kind: 'match' };

const LONGEST_PROGRAM = 1000;
const END = -1;

/**
 * Compiles a regular expression to a machine that is in all its states at once and never goes back, so that no pattern
 * and no text can freeze it: the time is the length of the text times the length of the pattern, and mostly less.
 * @see https://swtch.com/~rsc/regexp/regexp1.html
 */
export function compilePattern(pattern: string): Pattern {
  try {
    const program: Instruction[] = [];
    const node = parsePattern(pattern);
    emit(program, node, { steps: 0 });
    program.push({ kind: 'match' });
    const machine = new Machine(program);
    return { ok: true, test: (text) => machine.test(text), required: requiredText(node) };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return { ok: false, message: error.message };
  }
}

function emit(program: Instruction[], node: PatternNode, effort: { steps: number }): void {
  if (program.length > LONGEST_PROGRAM || ++effort.steps > 10 * LONGEST_PROGRAM) {
    throw new PatternError('The regular expression is too long, or repeats too often.');
  }
  if (node.kind === 'sequence') for (const part of node.parts) emit(program, part, effort);
  else if (node.kind === 'choice') emitChoice(program, node.parts, effort);
  else if (node.kind === 'repeat') emitRepeat(program, node, effort);
  else program.push(node);
}

function emitChoice(program: Instruction[], parts: PatternNode[], effort: { steps: number }): void {
  const fork: number[] = [];
  const leave: number[] = [];
  if (parts.length > 1) program.push({ kind: 'split', to: fork });
  for (const [index, part] of parts.entries()) {
    fork.push(program.length);
    emit(program, part, effort);
    if (index < parts.length - 1) program.push({ kind: 'split', to: leave });
  }
  leave.push(program.length);
}

function emitRepeat(
  program: Instruction[],
  { part, least, most }: { part: PatternNode; least: number; most: number },
  effort: { steps: number },
): void {
  for (let time = 0; time < least; time++) emit(program, part, effort);
  if (most === Infinity) {
    const start = program.length;
    const fork = [start + 1];
    program.push({ kind: 'split', to: fork });
    emit(program, part, effort);
    program.push({ kind: 'split', to: [start] });
    fork.push(program.length);
    return;
  }
  const skips: number[][] = [];
  for (let time = least; time < most; time++) {
    const fork = [program.length + 1];
    skips.push(fork);
    program.push({ kind: 'split', to: fork });
    emit(program, part, effort);
  }
  for (const fork of skips) fork.push(program.length);
}

/** A set of places in the program, and where each character leads: learned as texts come by. */
interface State {
  readonly places: readonly number[];
  readonly isStart: boolean;
  readonly afterWord: boolean;
  readonly ascii: (State | undefined)[];
  readonly next: Map<number, State>;
}

/** Where the search is over. */
const MATCHED: State = { places: [], isStart: false, afterWord: false, ascii: [], next: new Map() };

class Machine {
  /** Above so many steps everything learned is forgotten, so that no pattern and no text fill the memory. */
  static readonly #mostSteps = 10_000;
  readonly #program: readonly Instruction[];
  readonly #states = new Map<string, State>();
  #steps = 0;

  constructor(program: readonly Instruction[]) {
    this.#program = program;
  }

  test(text: string): boolean {
    const end = patternEffort.steps + patternEffort.most;
    let state = this.#state([0], true, false);
    for (let at = 0; ;) {
      const unit = text.charCodeAt(at);
      const known = unit < 128 ? state.ascii[unit] : undefined;
      if (known) {
        if (known === MATCHED) return true;
        state = known;
        at++;
        continue;
      }
      const code = text.codePointAt(at) ?? END;
      let next = state.next.get(code);
      if (next === undefined) {
        next = this.#step(state, code);
        if (unit < 128) state.ascii[unit] = next;
        else state.next.set(code, next);
        if (patternEffort.steps > end) throw new PatternTooSlow();
      }
      if (next === MATCHED) return true;
      if (code === END) return false;
      state = next;
      at += code > 0xffff ? 2 : 1;
    }
  }

  #step(state: State, code: number): State {
    if (++this.#steps > Machine.#mostSteps) this.#forget();
    const reached = new Set<number>();
    // The search may begin at every character.
    const open = [...state.places, 0];
    const after = new Set<number>();
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (reached.has(place)) continue;
      reached.add(place);
      const instruction = this.#program[place];
      if (!instruction || instruction.kind === 'match') return this.#spend(reached.size, MATCHED);
      if (instruction.kind === 'split') open.push(...instruction.to);
      else if (instruction.kind === 'assert') {
        if (holds(instruction.what, state, code)) open.push(place + 1);
      } else if (code !== END && instruction.accepts(code)) after.add(place + 1);
    }
    const places = [...after].sort((a, b) => a - b);
    return this.#spend(reached.size, this.#state(places, false, isWord(code)));
  }

  #spend(steps: number, state: State): State {
    patternEffort.steps += steps;
    return state;
  }

  #state(places: number[], isStart: boolean, afterWord: boolean): State {
    const key = `${isStart ? '^' : ''}${afterWord ? 'w' : ''}${places.join()}`;
    const known = this.#states.get(key);
    if (known) return known;
    const state: State = { places, isStart, afterWord, ascii: [], next: new Map() };
    this.#states.set(key, state);
    return state;
  }

  #forget(): void {
    for (const state of this.#states.values()) {
      state.next.clear();
      state.ascii.length = 0;
    }
    this.#states.clear();
    this.#steps = 0;
  }
}

function holds(what: Assertion, state: State, code: number): boolean {
  if (what === 'start') return state.isStart;
  if (what === 'end') return code === END;
  return (state.afterWord !== isWord(code)) === (what === 'boundary');
}
