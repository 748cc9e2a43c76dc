import { parseLogfmt } from './logfmt.js';
import type { LogRecord } from './log-record.js';

export interface ReadLogs {
  records: LogRecord[];
  /** The lines, from 1, that are no records, and why. */
  rejected: { line: number; message: string }[];
}

/** A longer line is no log line, and a record of this size is of no use on a screen. */
const LONGEST_LINE = 1_048_576;
/** Deeper than any log, and shallow enough for every engine's JSON to be read and written back. */
const DEEPEST = 200;
/** Beyond so many, rejected lines are counted in the last message. */
const MOST_REJECTED = 100_000;
/** It is time for a pause after so many lines, or after one so long. */
const PAUSE_LINES = 32;
const LONG_LINE = 4096;

/** Reads lines of JSON objects and of logfmt, mixed. Never throws, and takes time in proportion to the text. */
export function readLogs(text: string): ReadLogs {
  const records: LogRecord[] = [];
  const steps = readingLogs(text, (record) => records.push(record));
  for (;;) {
    const step = steps.next();
    if (step.done) return { records, rejected: step.value };
  }
}

/** The same line by line, for a large file: gives each record away, pauses with the share that is read, returns what is rejected. */
export function* readingLogs(text: string, take: (record: LogRecord) => void): Generator<number, ReadLogs['rejected']> {
  const rejected: ReadLogs['rejected'] = [];
  let left = 0;
  let line = 0;
  for (let start = text.startsWith('\ufeff') ? 1 : 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    line++;
    const read = end - start > LONGEST_LINE ? TOO_LONG : readLine(text.slice(start, end).trim());
    if (typeof read !== 'string') take(read);
    else if (read !== '' && rejected.length < MOST_REJECTED) rejected.push({ line, message: read });
    else if (read !== '') left++;
    if (line % PAUSE_LINES === 0 || end - start > LONG_LINE) yield end / text.length;
    start = end + 1;
  }
  const last = rejected.at(-1);
  if (last && left > 0) last.message += ` ${left} more lines after this one could not be read.`;
  return rejected;
}

const TOO_LONG = `The line is longer than ${LONGEST_LINE} characters.`;

/** The record of a line, or why it is none; nothing for an empty line. */
function readLine(line: string): LogRecord | string {
  if (line === '') return '';
  if (line.startsWith('{') || line.startsWith('[')) return readJson(line);
  if (line.includes('\0') || line.includes('\ufffd\ufffd')) return 'The line is binary, not text.';
  return parseLogfmt(line) ?? 'The line is neither a JSON object nor logfmt (name=value name="another value").';
}

function readJson(line: string): LogRecord | string {
  if (line.startsWith('[')) return 'The line is a JSON list; a record is a JSON object on a line of its own.';
  if (depth(line) > DEEPEST) return `The JSON is nested more than ${DEEPEST} deep.`;
  try {
    return JSON.parse(line) as LogRecord;
  } catch (error) {
    return `The line begins like JSON and is not: ${reason(error)}`;
  }
}

/** How deep brackets are nested; those in strings do not count. */
function depth(line: string): number {
  let deepest = 0;
  let open = 0;
  let isString = false;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (isString && code === 92) at++;
    else if (code === 34) isString = !isString;
    else if (!isString && (code === 123 || code === 91)) deepest = Math.max(deepest, ++open);
    else if (!isString && (code === 125 || code === 93)) open--;
  }
  return deepest;
}

function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.length > 120 ? `${message.slice(0, 120)}…` : message;
}
