import { endOfJson } from './read/json-line.js';
import { readLine, type ReadLine } from './read/read-line.js';
import type { LogRecord } from './log-record.js';

export interface ReadLogs {
  records: LogRecord[];
  /** The lines, from 1, that are not what they begin like, and why; where they are text, they are records as well. */
  rejected: { line: number; message: string }[];
}

/** A longer line is no log line, and a record of this size is of no use on a screen. */
const LONGEST_LINE = 1_048_576;
/** An export in one line, or in one value over many lines, can be longer. */
const LONGEST_DOCUMENT = 33_554_432;
const DOCUMENT = /^\s*(?:\[\s*(?:\{"|$)|\{\s*"(?:resourceLogs|logEvents|events|entries|hits|took|status|results)")/;
/** A value that goes on: it breaks where only a writer of indented JSON breaks it. */
const GOES_ON = /^[[{](?:\s*"[^"]*":\s*[[{]|.*,)?$/;
/** So many values that go on and do not end are tried. */
const MOST_TRIED = 16;
/** Beyond so many, rejected lines are counted in the last message. */
const MOST_REJECTED = 100_000;
/** It is time for a pause after so many lines, or after one so long. */
const PAUSE_LINES = 32;
const LONG_LINE = 4096;
/** What belongs to the record above it. */
const CONTINUES =
  /^(?:\s+\S|Caused by: |Traceback \(|\.\.\. \d+ more|[\w$]+(?:\.[\w$]+)+(?:Exception|Error)\b|goroutine \d+ \[|panic: )/;

/** Reads lines of JSON objects, of logfmt and of text, mixed, and JSON over several lines. Never throws. */
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
  const taker = new Taker(take);
  const rejected: ReadLogs['rejected'] = [];
  let left = 0;
  let line = 0;
  let tried = 0;
  for (let start = text.startsWith('\ufeff') ? 1 : 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    let end = newline < 0 ? text.length : newline;
    const first = line + 1;
    line++;
    if (
      tried < MOST_TRIED &&
      newline >= 0 &&
      GOES_ON.test(text.slice(start, Math.min(end, start + LONG_LINE)).trim())
    ) {
      const last = endOfDocument(text, start);
      if (last === undefined || last <= end) tried++;
      else {
        line += text.slice(end, last).split('\n').length - 1;
        end = last;
      }
    }
    const length = end - start;
    const isDocument = first < line || DOCUMENT.test(text.slice(start, start + 80));
    const raw = length > (isDocument ? LONGEST_DOCUMENT : LONGEST_LINE) ? undefined : text.slice(start, end);
    const problem = raw === undefined ? TOO_LONG : taker.line(raw);
    if (problem !== undefined && rejected.length < MOST_REJECTED) rejected.push({ line: first, message: problem });
    else if (problem !== undefined) left++;
    if (line % PAUSE_LINES === 0 || length > LONG_LINE) yield end / text.length;
    start = end + 1;
  }
  taker.end();
  const last = rejected.at(-1);
  if (last && left > 0) last.message += ` ${left} more lines after this one could not be read.`;
  return rejected;
}

const TOO_LONG = `The line is longer than ${LONGEST_LINE} characters.`;

/** The end of the line in which the value ends that begins here; nothing but a comma may follow it there. */
function endOfDocument(text: string, start: number): number | undefined {
  const end = endOfJson(text, start, LONGEST_DOCUMENT);
  if (end === undefined) return undefined;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline;
  return text.slice(end, lineEnd).trim() === '' ? lineEnd : undefined;
}

/** Gives records away, each when no line after it can belong to it any more. */
class Taker {
  readonly #take: (record: LogRecord) => void;
  #pending: LogRecord | undefined;
  #more: string[] = [];

  constructor(take: (record: LogRecord) => void) {
    this.#take = take;
  }

  /** Takes a line; returns what is wrong with it. */
  line(raw: string): string | undefined {
    const text = raw.trim();
    if (text === '') return undefined;
    const isMore = this.#pending !== undefined && CONTINUES.test(raw.slice(0, 200));
    const read: ReadLine = readLine(text);
    if (isMore && read.isText && read.problem === undefined) {
      this.#more.push(raw.trimEnd());
      return undefined;
    }
    this.end();
    for (const record of read.records.slice(0, -1)) this.#take(record);
    this.#pending = read.records.at(-1);
    return read.problem;
  }

  /** Gives the last record away, with what stood below it. */
  end(): void {
    const record = this.#pending;
    if (!record) return;
    this.#pending = undefined;
    if (this.#more.length > 0) {
      const key = Object.hasOwn(record, 'stack_trace') ? 'lines_below' : 'stack_trace';
      record[key] = this.#more.join('\n');
      this.#more = [];
    }
    this.#take(record);
  }
}
