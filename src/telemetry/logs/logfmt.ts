import type { LogRecord } from './log-record.js';

const KEY = /[^\s="]+/y;
const QUOTED_END = /["\\]/g;
const BARE_END = /\s|$/g;
/** As Go quotes: an escaped letter, or the number of a character in hexadecimal or octal digits. */
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};
const CODE = /u([\da-fA-F]{4})|U([\da-fA-F]{8})|x([\da-fA-F]{2})/y;
const NAME = /^[\p{L}_@$]/u;

/** Reads `level=info msg="it works" ok`; a key alone is true. `undefined` for a line that is something else. */
export function parseLogfmt(line: string): LogRecord | undefined {
  const fields: [string, unknown][] = [];
  let pairs = 0;
  for (let at = skipSpace(line, 0); at < line.length; at = skipSpace(line, at)) {
    KEY.lastIndex = at;
    const key = KEY.exec(line)?.[0];
    if (key === undefined) return undefined;
    at += key.length;
    if (line.charAt(at) !== '=') {
      fields.push([key, true]);
      continue;
    }
    // A time or a bracket names nothing.
    if (!NAME.test(key)) return undefined;
    pairs++;
    const value = line.charAt(at + 1) === '"' ? quoted(line, at + 2) : bare(line, at + 1);
    if (!value) return undefined;
    fields.push([key, value.text]);
    at = value.end;
  }
  // Prose has more words than values. `fromEntries` makes even __proto__ a plain field.
  return pairs > 0 && pairs * 2 >= fields.length ? Object.fromEntries(fields) : undefined;
}

interface Piece {
  text: string;
  end: number;
}

function bare(line: string, start: number): Piece {
  BARE_END.lastIndex = start;
  const end = BARE_END.exec(line)?.index ?? line.length;
  return { text: line.slice(start, end), end };
}

function quoted(line: string, start: number): Piece | undefined {
  const pieces: string[] = [];
  for (let from = start; ;) {
    QUOTED_END.lastIndex = from;
    const end = QUOTED_END.exec(line)?.index;
    if (end === undefined) return undefined;
    pieces.push(line.slice(from, end));
    if (line.charAt(end) === '"') return { text: pieces.join(''), end: end + 1 };
    const escaped = line.charAt(end + 1);
    CODE.lastIndex = end + 1;
    const code = CODE.exec(line);
    const point = Number.parseInt(code?.[1] ?? code?.[2] ?? code?.[3] ?? '', 16);
    const isCode = code !== null && point <= 0x10ffff;
    pieces.push(isCode ? String.fromCodePoint(point) : (ESCAPES[escaped] ?? escaped));
    from = end + 1 + (isCode ? code[0].length : 1);
  }
}

function skipSpace(line: string, start: number): number {
  let at = start;
  while (at < line.length && line.charCodeAt(at) <= 32) at++;
  return at;
}
