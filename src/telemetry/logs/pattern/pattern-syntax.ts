/** A regular expression as a tree. */
export type PatternNode =
  /** `text` where it is one character and no other. */
  | { kind: 'character'; accepts: (codePoint: number) => boolean; text?: string }
  | { kind: 'assert'; what: 'start' | 'end' | 'boundary' | 'inside' }
  | { kind: 'sequence'; parts: PatternNode[] }
  | { kind: 'choice'; parts: PatternNode[] }
  | { kind: 'repeat'; part: PatternNode; least: number; most: number };

/** Says why a text is not a regular expression that can be searched for. */
export class PatternError extends Error {}

const DEEPEST = 50;
const MOST_REPEATS = 1000;
const REPEAT = /\{(\d{1,9})(?:(,)(\d{1,9})?)?\}/y;
const CONTROL: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' };

type Test = (codePoint: number) => boolean;

const isDigit: Test = (code) => code >= 48 && code <= 57;
export const isWord: Test = (code) =>
  isDigit(code) || code === 95 || (code > 64 && code < 91) || (code > 96 && code < 123);
const isSpace: Test = (code) => code >= 0 && /\s/.test(String.fromCodePoint(code));
const CLASSES: Readonly<Record<string, Test>> = { d: isDigit, w: isWord, s: isSpace };

/** Reads the part of JavaScript's syntax that a machine without backtracking can run: no backreferences, no lookaround. */
export function parsePattern(pattern: string): PatternNode {
  const ignoresCase = pattern.startsWith('(?i)');
  const parser = new PatternParser(ignoresCase ? pattern.slice(4) : pattern, ignoresCase);
  return parser.parse();
}

class PatternParser {
  readonly #characters: string;
  readonly #ignoresCase: boolean;
  #at = 0;
  #depth = 0;

  constructor(pattern: string, ignoresCase: boolean) {
    this.#characters = pattern;
    this.#ignoresCase = ignoresCase;
  }

  parse(): PatternNode {
    const node = this.#choice();
    if (this.#at < this.#characters.length) throw new PatternError('A closing parenthesis has no opening one.');
    return node;
  }

  #choice(): PatternNode {
    if (++this.#depth > DEEPEST) throw new PatternError('The groups of the regular expression are nested too deeply.');
    const parts = [this.#sequence()];
    while (this.#take('|')) parts.push(this.#sequence());
    this.#depth--;
    return { kind: 'choice', parts };
  }

  #sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (this.#at < this.#characters.length && !this.#sees('|') && !this.#sees(')')) parts.push(this.#repeated());
    return { kind: 'sequence', parts };
  }

  #repeated(): PatternNode {
    const part = this.#atom();
    const times = this.#times();
    if (!times) return part;
    // Lazy or greedy, the same texts match.
    this.#take('?');
    if (this.#times()) throw new PatternError('There are two quantifiers in a row.');
    return { kind: 'repeat', part, ...times };
  }

  #times(): { least: number; most: number } | undefined {
    if (this.#take('*')) return { least: 0, most: Infinity };
    if (this.#take('+')) return { least: 1, most: Infinity };
    if (this.#take('?')) return { least: 0, most: 1 };
    REPEAT.lastIndex = this.#at;
    const match = REPEAT.exec(this.#characters);
    if (!match) return undefined;
    this.#at += match[0].length;
    const least = Number(match[1]);
    const most = match[2] ? Number(match[3] ?? Infinity) : least;
    if (least > most) throw new PatternError('The numbers of a repetition are in the wrong order.');
    if (least > MOST_REPEATS || (most > MOST_REPEATS && most < Infinity)) {
      throw new PatternError(`A repetition has at most ${MOST_REPEATS} times.`);
    }
    return { least, most };
  }

  #atom(): PatternNode {
    if (this.#take('(')) return this.#group();
    if (this.#take('[')) return this.#class();
    if (this.#take('.')) return { kind: 'character', accepts: (code) => code !== 10 && code !== 13 };
    if (this.#take('^')) return { kind: 'assert', what: 'start' };
    if (this.#take('$')) return { kind: 'assert', what: 'end' };
    if (this.#sees('*') || this.#sees('+') || this.#sees('?')) {
      throw new PatternError(`There is nothing before ${this.#characters.charAt(this.#at)} to repeat.`);
    }
    if (this.#take('\\')) return this.#escape();
    return this.#literal(this.#character());
  }

  #group(): PatternNode {
    const opening = /\?(?::|<[A-Za-z_]\w*>)/y;
    opening.lastIndex = this.#at;
    const named = opening.exec(this.#characters);
    if (named) this.#at += named[0].length;
    else if (this.#sees('?'))
      throw new PatternError('Lookahead, lookbehind and flags within the expression are not available.');
    const node = this.#choice();
    if (!this.#take(')')) throw new PatternError('A parenthesis of the regular expression is not closed.');
    return node;
  }

  #escape(): PatternNode {
    if (this.#take('b')) return { kind: 'assert', what: 'boundary' };
    if (this.#take('B')) return { kind: 'assert', what: 'inside' };
    const accepts = this.#escapedClass();
    return accepts ? { kind: 'character', accepts } : this.#literal(this.#escapedCharacter());
  }

  #escapedClass(): Test | undefined {
    const letter = this.#characters.charAt(this.#at);
    const test = CLASSES[letter.toLowerCase()];
    if (!test) return undefined;
    this.#at++;
    return letter === letter.toLowerCase() ? test : (code) => !test(code);
  }

  #escapedCharacter(): number {
    const letter = this.#characters.charAt(this.#at);
    if (letter === '') throw new PatternError('The regular expression ends in a backslash.');
    if (/[1-9k]/.test(letter))
      throw new PatternError('Backreferences are not available: they cannot be searched fast.');
    const code = /(?:x([\da-f]{2})|u([\da-f]{4}))/iy;
    code.lastIndex = this.#at;
    const hexadecimal = code.exec(this.#characters);
    if (hexadecimal) {
      this.#at += hexadecimal[0].length;
      return Number.parseInt(hexadecimal[1] ?? hexadecimal[2] ?? '', 16);
    }
    if (Object.hasOwn(CONTROL, letter)) {
      this.#at++;
      return (CONTROL[letter] ?? '').charCodeAt(0);
    }
    if (/[A-Za-z0]/.test(letter)) throw new PatternError(`\\${letter} is not available in a regular expression.`);
    return this.#character();
  }

  #class(): PatternNode {
    const isNegated = this.#take('^');
    const tests: Test[] = [];
    while (!this.#take(']')) {
      if (this.#at >= this.#characters.length)
        throw new PatternError('A bracket of the regular expression is not closed.');
      tests.push(this.#classItem());
    }
    const accepts = this.#folded((code) => tests.some((test) => test(code)));
    return { kind: 'character', accepts: isNegated ? (code) => !accepts(code) : accepts };
  }

  #classItem(): Test {
    const escapes = this.#take('\\');
    const set = escapes ? this.#escapedClass() : undefined;
    if (set) return set;
    const first = escapes ? this.#escapedCharacter() : this.#character();
    const isRange = this.#sees('-') && !']'.includes(this.#characters.charAt(this.#at + 1) || ']');
    if (!isRange) return (code) => code === first;
    this.#take('-');
    const last = this.#take('\\') ? this.#escapedCharacter() : this.#character();
    if (last < first) throw new PatternError('A range in brackets is in the wrong order.');
    return (code) => code >= first && code <= last;
  }

  #literal(character: number): PatternNode {
    const accepts = this.#folded((code) => code === character);
    return this.#ignoresCase
      ? { kind: 'character', accepts }
      : { kind: 'character', accepts, text: String.fromCodePoint(character) };
  }

  #folded(test: Test): Test {
    return this.#ignoresCase ? (code) => test(code) || test(lower(code)) || test(upper(code)) : test;
  }

  #character(): number {
    const code = this.#characters.codePointAt(this.#at) ?? -1;
    this.#at += code > 0xffff ? 2 : 1;
    return code;
  }

  #sees(character: string): boolean {
    return this.#characters.charAt(this.#at) === character;
  }

  #take(character: string): boolean {
    if (!this.#sees(character)) return false;
    this.#at++;
    return true;
  }
}

function lower(code: number): number {
  return String.fromCodePoint(code).toLowerCase().codePointAt(0) ?? code;
}

function upper(code: number): number {
  return String.fromCodePoint(code).toUpperCase().codePointAt(0) ?? code;
}
