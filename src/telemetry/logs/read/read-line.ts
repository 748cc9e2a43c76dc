import { recordsIn } from './expand.js';
import { readJson } from './json-line.js';
import { linePrefix } from './line-prefix.js';
import { parseLogfmt } from '../logfmt.js';
import { isObject, withoutColors, type LogRecord } from '../log-record.js';

/** What a line is: records, or text that stands for itself, with a reason where it looked like more. */
export interface ReadLine {
  readonly records: readonly LogRecord[];
  readonly isText?: boolean;
  readonly problem?: string;
}

/** Lines within lines: a container's line that holds syslog that holds JSON. */
const DEEPEST_INNER = 3;
/** Where runtimes and clouds put the line of the application. */
const WRAPPED = ['log', 'message', 'MESSAGE', 'textPayload'];

/** Reads a line that is not empty. */
export function readLine(line: string): ReadLine {
  const text = withoutColors(line);
  if (/^[[{]/.test(text)) return readJsonLine(line, text);
  if (text.includes('\0') || text.includes('\ufffd\ufffd')) {
    return { records: [], problem: 'The line is binary, not text.' };
  }
  return structured(text, DEEPEST_INNER) ?? { records: [{ message: text }], isText: true };
}

function readJsonLine(line: string, text: string): ReadLine {
  const read = readJson(line.endsWith(',') ? line.slice(0, -1) : line);
  const records = typeof read === 'string' ? undefined : recordsIn(read.value);
  if (records) return { records: records.map(unwrapped) };
  const prefixed = structured(text, DEEPEST_INNER);
  if (prefixed) return prefixed;
  const problem = typeof read === 'string' ? read : 'The line is a JSON list of what are no records.';
  return { records: [{ message: text }], isText: true, problem };
}

/** A line with a head, or of logfmt. */
function structured(line: string, depth: number): ReadLine | undefined {
  const prefix = depth > 0 ? linePrefix(line) : undefined;
  if (!prefix) {
    const record = parseLogfmt(line);
    return record && { records: [record] };
  }
  const inner = innerRecord(prefix.rest, depth - 1);
  return { records: [{ ...prefix.fields, ...(inner ?? { message: prefix.rest }) }] };
}

function innerRecord(text: string, depth: number): LogRecord | undefined {
  const line = text.trim();
  if (line.startsWith('{')) {
    const read = readJson(line);
    return typeof read !== 'string' && isObject(read.value) ? read.value : undefined;
  }
  return structured(line, depth)?.records[0];
}

/** A record whose message is a record itself, as Docker and CloudWatch write it: both in one. */
function unwrapped(record: LogRecord): LogRecord {
  const key = WRAPPED.find((name) => typeof record[name] === 'string');
  const text = key === undefined ? undefined : record[key];
  if (key === undefined || typeof text !== 'string' || !isWrapper(record, key)) return record;
  const inner = innerRecord(withoutColors(text), DEEPEST_INNER - 1);
  if (!inner) return record;
  const outer = Object.entries(record).filter(([name]) => name !== key);
  return { ...Object.fromEntries(outer), ...inner };
}

/** Docker's stream, CloudWatch's times in milliseconds, journald's and Google Cloud's own names. */
function isWrapper(record: LogRecord, key: string): boolean {
  if (key === 'log') return 'stream' in record || 'kubernetes' in record;
  if (key === 'message')
    return typeof record['timestamp'] === 'number' && Object.keys(record).length <= 5 && !('level' in record);
  return true;
}
