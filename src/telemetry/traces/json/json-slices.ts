import { parseExactly } from './exact-json.js';
import type { Steps } from '../read/steps.js';

/** Values up to so many characters are parsed at once. */
const SLICE = 64 * 1024;
/** Deeper than files of traces are; what is nested further is left to `JSON.parse`. */
const DEEPEST = 16;

const SPACE = /[ \t\n\r]*/y;
const KEY = /"(?:[^"\\]|\\.)*"/sy;
const LITERAL = /[^\s,\]}]+/y;

/**
 * What `parseExactly` gives, without holding up the page while a large text is read: containers are walked, and what is
 * small within them is parsed by the engine. Null where the text is no JSON, or too strange for this way.
 */
export function* parseInSlices(text: string): Steps<{ value: unknown } | null> {
  const walk = new Walk(text);
  try {
    const value = yield* walk.value(0);
    walk.skip(SPACE);
    return walk.at === text.length ? { value } : null;
  } catch {
    return null;
  }
}

class Walk {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  *value(depth: number): Steps<unknown> {
    this.skip(SPACE);
    const start = this.at;
    const open = this.#text[start];
    if (open !== '{' && open !== '[') {
      if (!this.skip(open === '"' ? KEY : LITERAL)) throw new SyntaxError();
      return parseExactly(this.#text.slice(start, this.at));
    }
    const end = endOf(this.#text, start);
    if (end > 0) {
      this.at = end;
      const value = parseExactly(this.#text.slice(start, end));
      yield;
      return value;
    }
    if (depth >= DEEPEST) throw new RangeError();
    this.at++;
    return yield* open === '{' ? this.#object(depth) : this.#list(depth);
  }

  skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.#text)) return false;
    const moved = pattern.lastIndex > this.at;
    this.at = pattern.lastIndex;
    return moved;
  }

  *#object(depth: number): Steps<unknown> {
    const entries: [string, unknown][] = [];
    do {
      this.skip(SPACE);
      const start = this.at;
      if (!this.skip(KEY)) throw new SyntaxError();
      const key = JSON.parse(this.#text.slice(start, this.at)) as string;
      this.#expect(':');
      entries.push([key, yield* this.value(depth + 1)]);
    } while (this.#continues('}'));
    // fromEntries defines properties: a key named __proto__ becomes one like any other.
    return Object.fromEntries(entries);
  }

  *#list(depth: number): Steps<unknown> {
    const items: unknown[] = [];
    do items.push(yield* this.value(depth + 1));
    while (this.#continues(']'));
    return items;
  }

  #continues(close: string): boolean {
    this.skip(SPACE);
    const next = this.#text[this.at++];
    if (next !== ',' && next !== close) throw new SyntaxError();
    return next === ',';
  }

  #expect(sign: string): void {
    this.skip(SPACE);
    if (this.#text[this.at++] !== sign) throw new SyntaxError();
  }
}

/** Behind the bracket that closes the one at `start`; 0 where that is further away than a slice. */
function endOf(text: string, start: number): number {
  const last = Math.min(text.length, start + SLICE);
  let depth = 0;
  let inString = false;
  for (let i = start; i < last; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 0x5c) i++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) depth++;
    else if ((code === 0x7d || code === 0x5d) && --depth === 0) return i + 1;
  }
  return 0;
}
