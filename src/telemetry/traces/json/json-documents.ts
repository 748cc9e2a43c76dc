import { parseExactly } from './exact-json.js';
import { parseInSlices } from './json-slices.js';
import { jsonErrorMessage, jsonErrorPosition } from './json-position.js';
import type { Steps } from '../read/steps.js';

/** The most characters that are read: 32 MiB of plain text. */
export const TEXT_LIMIT: number = 32 * 1024 * 1024;

export type Parsed =
  { ok: true; documents: unknown[]; cut?: boolean } | { ok: false; message: string; position?: number };

/**
 * One JSON document, or JSON Lines where the first line already is what `isLine` knows. `inSlices` takes about twice as
 * long, in steps that are short.
 */
export function* parseDocuments(input: string, isLine: (value: unknown) => boolean, inSlices: boolean): Steps<Parsed> {
  const tooLong = input.length > TEXT_LIMIT;
  // A byte order mark is no JSON; a blank in its place keeps the positions.
  const text = (tooLong ? input.slice(0, TEXT_LIMIT) : input).replace(/^\ufeff/, ' ');
  const sliced = inSlices && !tooLong ? yield* parseInSlices(text) : null;
  const whole = tooLong ? null : (sliced ?? parse(text));
  if (whole) return { ok: true, documents: [whole.value] };
  const lines = yield* parseLines(text, isLine);
  if (lines) return lines.ok && tooLong ? { ...lines, cut: true } : lines;
  if (tooLong) return { ok: false, message: 'The file is larger than 32 MiB.', position: TEXT_LIMIT };
  return broken(text, 0, text);
}

function* parseLines(text: string, isLine: (value: unknown) => boolean): Steps<Parsed | null> {
  const documents: unknown[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    if (line.trim() !== '') {
      const parsed = parse(line);
      if (documents.length === 0 && !(parsed && isLine(parsed.value))) return null;
      if (parsed) documents.push(parsed.value);
      else if (text.slice(end).trim() === '') return { ok: true, documents, cut: true };
      else return broken(text, start, line);
    }
    start = end + 1;
    yield;
  }
  return documents.length > 0 ? { ok: true, documents } : null;
}

function broken(text: string, start: number, part: string): Parsed {
  const inPart = jsonErrorPosition(part);
  if (inPart === -1) return { ok: false, message: 'The JSON is nested too deeply to be read.' };
  const position = start + inPart;
  return { ok: false, message: jsonErrorMessage(text, position), position };
}

function parse(text: string): { value: unknown } | null {
  try {
    return { value: parseExactly(text) };
  } catch {
    return null;
  }
}
