import type { LogRecord } from './log-record.js';

const KEY = /[^\s="]+/y;
const QUOTED_END = /["\\]/g;
const BARE_END = /\s|$/g;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** Reads `level=info msg="it works" ok`; a key alone is true. `undefined` for a line that is something else. */
export function parseLogfmt(line: string): LogRecord | undefined {
  const fields: [string, unknown][] = [];
  let hasValue = false;
  for (let at = skipSpace(line, 0); at < line.length; at = skipSpace(line, at)) {
    KEY.lastIndex = at;
    const key = KEY.exec(line)?.[0];
    if (key === undefined) return undefined;
    at += key.length;
    if (line.charAt(at) !== '=') {
      fields.push([key, true]);
      continue;
    }
    hasValue = true;
    const value = line.charAt(at + 1) === '"' ? quoted(line, at + 2) : bare(line, at + 1);
    if (!value) return undefined;
    fields.push([key, value.text]);
    at = value.end;
  }
  // Prose has words and no values. `fromEntries` makes even __proto__ a plain field.
  return hasValue ? Object.fromEntries(fields) : undefined;
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
    pieces.push(ESCAPES[escaped] ?? escaped);
    from = end + 2;
  }
}

function skipSpace(line: string, start: number): number {
  let at = start;
  while (at < line.length && line.charCodeAt(at) <= 32) at++;
  return at;
}
