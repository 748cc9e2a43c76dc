import { QueryError, type LogOperator, type LogValue } from './log-query.js';

const SPACE = /\s*/y;
const KEYWORD = /(?:and|or|not)(?![^\s(),])/iy;
/** SQL's <> is !=; a colon before // or another colon is part of an address. */
const OPERATOR = /:?(?:<>|>=|<=|>|<)|:?==|:?=~|!=|!~|:?=|:(?!\/\/|:)/y;
const WORD = /(?:LIKE|ILIKE|IS|BETWEEN|CONTAINS|STARTSWITH|ENDSWITH)(?![^\s(])/iy;
const CALL = /[\p{L}\p{N}_$.]$/u;
const FIELD = /@?[\p{L}_$][\p{L}\p{N}_$.@/[\]-]*/uy;
const IN = /(not\s+)?in\s*\(/iy;
/** Where a value without quotes ends: a space, a parenthesis, a comma or an operator of two characters. */
const BARE_END = /[\s(),]|==|=~|!=|!~|>=|<=|$/g;

const LONGEST_CALL = 1000;

/** A place in a query that only moves forward. */
export class QueryScanner {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
    this.#skipSpace();
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  get next(): string {
    return this.text.charAt(this.at);
  }

  take(character: string): boolean {
    if (this.next !== character) return false;
    this.#move(1);
    return true;
  }

  /** The keyword that stands here, in capitals. */
  keyword(): string | undefined {
    return this.#look(KEYWORD)?.[0].toUpperCase();
  }

  takeKeyword(keyword: string): boolean {
    if (this.keyword() !== keyword) return false;
    this.#move(keyword.length);
    return true;
  }

  get isOperator(): boolean {
    return this.#look(OPERATOR) !== undefined;
  }

  /** The name of a field, where an operator or a list follows it. */
  takeField(): string | undefined {
    const start = this.at;
    const name = this.#isQuote() ? this.#quoted() : this.#take(FIELD)?.[0].replace(/^@/, '');
    if (name !== undefined && (this.isOperator || this.#look(IN) || this.word() !== undefined)) return name;
    this.at = start;
    return undefined;
  }

  takeOperator(): LogOperator | undefined {
    const [operator] = this.#take(OPERATOR) ?? [];
    if (operator === undefined) return undefined;
    const plain = operator.length > 1 ? operator.replace(':', '') : operator;
    if (plain === '==' || plain === ':') return '=';
    return plain === '<>' ? '!=' : (plain as LogOperator);
  }

  /** `in (` or `not in (`. */
  takeIn(): 'in' | 'not in' | undefined {
    const match = this.#take(IN);
    return match && (match[1] ? 'not in' : 'in');
  }

  /** A comparison of another language that is a word, in capitals. */
  word(): string | undefined {
    return this.#look(WORD)?.[0].toUpperCase();
  }

  takeWord(word: string): boolean {
    const found = this.text.slice(this.at, this.at + word.length);
    const isWhole = !/[\p{L}\p{N}_]/u.test(this.text.charAt(this.at + word.length));
    if (found.toUpperCase() !== word || !isWhole) return false;
    this.#move(word.length);
    return true;
  }

  /** Takes what stands here in full, spaces and all. */
  takeMatch(pattern: RegExp): RegExpExecArray | undefined {
    return this.#take(pattern);
  }

  /** `isCall` where parentheses right after a name belong to the value, as in `fn=foo(1)`. */
  takeValue(isCall = true): LogValue | undefined {
    if (this.#isQuote()) return { text: this.#quoted(), isQuoted: true };
    let end = this.#look(BARE_END)?.index ?? this.text.length;
    if (isCall && this.text.charAt(end) === '(' && CALL.test(this.text.slice(this.at, end))) end = this.#callEnd(end);
    const text = this.text.slice(this.at, end);
    this.#move(text.length);
    return text === '' ? undefined : { text, isQuoted: false };
  }

  /** After the parenthesis that closes this one; the same place where none does. */
  #callEnd(start: number): number {
    let open = 0;
    for (let at = start; at < Math.min(this.text.length, start + LONGEST_CALL); at++) {
      const character = this.text.charAt(at);
      if (character === '(') open++;
      if (character === ')' && --open === 0) return at + 1;
    }
    return start;
  }

  #isQuote(): boolean {
    return this.next !== '' && '"\'`'.includes(this.next);
  }

  /** `\"`, `\\`, `\n` and `\t` stand for a character, any other backslash for itself; in backticks each does. */
  #quoted(): string {
    const start = this.at;
    const quote = this.next;
    const pieces: string[] = [];
    let end = start + 1;
    for (let from = end; ; end++) {
      const character = this.text.charAt(end);
      if (character === '') throw new QueryError(start, [quote], 'The quote that opens here is not closed.');
      if (character === quote || (character === '\\' && quote !== '`')) {
        pieces.push(this.text.slice(from, end));
        if (character === quote) break;
        const escaped = this.text.charAt(++end);
        pieces.push(unescape(escaped, quote));
        if (escaped === '') end--;
        from = end + 1;
      }
    }
    this.#move(end + 1 - start);
    return pieces.join('');
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    const match = this.#look(pattern);
    if (match) this.#move(match[0].length);
    return match;
  }

  #look(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text) ?? undefined;
  }

  #move(length: number): void {
    this.at += length;
    this.#skipSpace();
  }

  #skipSpace(): void {
    this.at += this.#look(SPACE)?.[0].length ?? 0;
  }
}

function unescape(character: string, quote: string): string {
  if (character === quote || character === '\\') return character;
  if (character === 'n') return '\n';
  return character === 't' ? '\t' : `\\${character}`;
}
