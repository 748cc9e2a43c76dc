import { compilePattern, patternEffort, type Pattern } from '../../../telemetry/logs/index.js';

/** So many lines stand in one piece of text: long enough for a search to run, short enough for a pause after it. */
const BLOCK = 512;
/** After so many lines, or so many steps of a pattern, it is time for a pause. */
const PAUSE_LINES = 64;
const PAUSE_STEPS = 20_000;

interface Block {
  readonly text: string;
  /** Where each line begins, and where the next would. */
  readonly starts: Uint32Array;
}

/** What is looked for in lines: a text, or a regular expression between slashes, `/…/` or `/…/i`. */
export type TextSearch = { readonly text: string } | { readonly pattern: Extract<Pattern, { ok: true }> };

/** Reads what the reader looks for; says why where it is no regular expression. */
export function parseTextSearch(given: string): { ok: true; search: TextSearch } | { ok: false; message: string } {
  const [, source, flags] = /^\/(.+)\/(i?)$/.exec(given) ?? [];
  if (source === undefined) return { ok: true, search: { text: given } };
  const pattern = compilePattern(flags ? `(?i)${source}` : source);
  return pattern.ok ? { ok: true, search: { pattern } } : pattern;
}

/** Lines of text, as a file has them: to find something, one has to look through all. */
export class TextLines {
  readonly #blocks: Block[] = [];
  #open: string[] = [];
  #characters = 0;
  size = 0;

  /** About what they take: a byte a character, and where each line begins. */
  get bytes(): number {
    return this.#characters + this.size * 4;
  }

  /** A line without line breaks. */
  add(line: string): void {
    this.#open.push(line);
    this.size++;
    if (this.#open.length === BLOCK) this.finish();
  }

  /** Puts the last lines down; before that they cannot be read. */
  finish(): void {
    if (this.#open.length === 0) return;
    const starts = new Uint32Array(this.#open.length + 1);
    for (const [index, line] of this.#open.entries()) starts[index + 1] = (starts[index] ?? 0) + line.length + 1;
    // Joined, the text is one piece: lines put together from parts are searched slower the first time.
    const text = this.#open.join('\n');
    this.#characters += text.length;
    this.#blocks.push({ text, starts });
    this.#open = [];
  }

  line(row: number): string {
    const block = this.#blocks[Math.floor(row / BLOCK)];
    return block ? lineOf(block, row % BLOCK) : '';
  }

  /** The rows of the lines in which it is found, in order. Pauses often, even for a pattern that takes long. */
  *searching(search: TextSearch): Generator<undefined, number[]> {
    const rows: number[] = [];
    for (const [index, block] of this.#blocks.entries()) {
      if ('text' in search) {
        for (const line of linesWith(block, search.text)) rows.push(index * BLOCK + line);
        yield;
      } else yield* match(block, index * BLOCK, search.pattern, rows);
    }
    return rows;
  }
}

function* match(
  block: Block,
  first: number,
  { test, required }: Extract<Pattern, { ok: true }>,
  rows: number[],
): Generator<undefined, void> {
  let paused = patternEffort.steps;
  let tested = 0;
  for (const line of linesWith(block, required)) {
    if (test(lineOf(block, line))) rows.push(first + line);
    if (++tested % PAUSE_LINES !== 0 && patternEffort.steps - paused < PAUSE_STEPS) continue;
    yield;
    paused = patternEffort.steps;
  }
  yield;
}

/** The lines of a block that contain a text; a text with a line break is in none. */
function* linesWith({ text, starts }: Block, wanted: string): Generator<number, void> {
  const count = starts.length - 1;
  if (wanted === '') {
    for (let line = 0; line < count; line++) yield line;
    return;
  }
  let line = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, starts[++line])) {
    while ((starts[line + 1] ?? Infinity) <= at) line++;
    if (line >= count || at + wanted.length >= (starts[line + 1] ?? 0)) continue;
    yield line;
  }
}

function lineOf({ text, starts }: Block, line: number): string {
  const end = starts[line + 1];
  return end === undefined ? '' : text.slice(starts[line], end - 1);
}
