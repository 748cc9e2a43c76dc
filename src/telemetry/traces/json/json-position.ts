const SPACE = /[ \t\n\r]*/y;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'comma';

/**
 * Where a text stops being JSON: the first character that cannot stand there, or the text's length where it ends too
 * early; -1 for good JSON. Engines word their own errors differently, and not all say where.
 */
export function jsonErrorPosition(text: string): number {
  const closers: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    at = match(SPACE, text, at) ?? at;
    const character = text[at];
    if (expected === 'comma') {
      const closer = closers.at(-1);
      if (closer === undefined) return character === undefined ? -1 : at;
      if (character === closer) closers.pop();
      else if (character === ',') expected = closer === '}' ? 'key' : 'value';
      else return at;
      at++;
    } else if ((character === ']' && expected === 'value or ]') || (character === '}' && expected === 'key or }')) {
      closers.pop();
      expected = 'comma';
      at++;
    } else if (expected === 'key' || expected === 'key or }') {
      const end = character === '"' ? stringEnd(text, at) : { error: at };
      if ('error' in end) return end.error;
      at = match(SPACE, text, end.after) ?? end.after;
      if (text[at] !== ':') return at;
      at++;
      expected = 'value';
    } else if (character === '{' || character === '[') {
      closers.push(character === '{' ? '}' : ']');
      expected = character === '{' ? 'key or }' : 'value or ]';
      at++;
    } else {
      const literal = match(LITERAL, text, at);
      const end = character === '"' ? stringEnd(text, at) : literal === null ? { error: at } : { after: literal };
      if ('error' in end) return end.error;
      at = end.after;
      expected = 'comma';
    }
  }
}

function stringEnd(text: string, start: number): { after: number } | { error: number } {
  for (let i = start + 1; i < text.length; i++) {
    const character = text[i] ?? '';
    if (character === '"') return { after: i + 1 };
    if (character < ' ') return { error: i };
    if (character === '\\') {
      const after = match(ESCAPE, text, i + 1);
      if (after === null) return { error: badEscape(text, i + 1) };
      i = after - 1;
    }
  }
  return { error: text.length };
}

/** The character that spoils an escape: what follows the backslash, or the first after `u` that is no digit. */
function badEscape(text: string, start: number): number {
  const digits = text[start] === 'u' ? (match(/u[0-9a-fA-F]{0,3}/y, text, start) ?? start) : start;
  return Math.min(digits, text.length);
}

function match(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** A sentence for the place that `jsonErrorPosition` gives. */
export function jsonErrorMessage(text: string, position: number): string {
  const lineStart = text.lastIndexOf('\n', position - 1) + 1;
  const line = text.slice(0, lineStart).split('\n').length;
  const place = `line ${line}, column ${position - lineStart + 1}`;
  if (position >= text.length) return `The JSON ends too early, at ${place}: the file seems to be cut.`;
  return `This is not JSON: ${JSON.stringify(text[position])} cannot stand at ${place}.`;
}
