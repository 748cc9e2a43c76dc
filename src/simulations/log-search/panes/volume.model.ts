import { parseQuantity } from '../../../telemetry/logs/query/quantity.js';
import {
  LEVEL_FIELDS,
  severityName,
  severityNumber,
  TIME_FIELDS,
  type FieldCount,
  type LogStore,
} from '../../../telemetry/logs/index.js';

/** How many lines there were when. */
export interface Volume {
  /** The first and the last time, in milliseconds since 1970. */
  readonly startMs: number;
  readonly endMs: number;
  /** Lines of each level in each of the equal sections of that time; what has no level is `other`. */
  readonly levels: Readonly<Record<Level, readonly number[]>>;
  /** The section of each row; `NOWHERE` for one without a time. */
  readonly sections: Uint8Array;
}

/** As they are drawn, the worst on top. */
export const LEVELS = ['ERROR', 'WARN', 'INFO', 'other'] as const;
export type Level = (typeof LEVELS)[number];

export const SECTIONS = 60;
const NOWHERE = 255;
const PAUSE_ROWS = 1024;

/** Counts the lines of each level over time; undefined where no record says when it was. Pauses with 0.97. */
export function* volumeOf(store: LogStore, counted: readonly FieldCount[]): Generator<number, Volume | undefined> {
  const fields = new Set(counted.map(({ field }) => field));
  const timeField = TIME_FIELDS.find((field) => fields.has(field));
  const levelField = LEVEL_FIELDS.find((field) => fields.has(field));
  if (timeField === undefined) return undefined;
  const times = new Float64Array(store.size);
  let startMs = Infinity;
  let endMs = -Infinity;
  for (let row = 0; row < store.size; row++) {
    const time = store.milliseconds(row, timeField) ?? timeOf(store.value(row, timeField));
    times[row] = time;
    if (time < startMs) startMs = time;
    if (time > endMs) endMs = time;
    if (row % PAUSE_ROWS === 0) yield 0.97;
  }
  if (startMs > endMs) return undefined;
  const counts = LEVELS.map(zeros);
  const sections = new Uint8Array(store.size).fill(NOWHERE);
  const levelOf = new Map<unknown, number>();
  for (let row = 0; row < store.size; row++) {
    const section = sectionOf(times[row] ?? NaN, startMs, endMs);
    if (section !== NOWHERE) {
      sections[row] = section;
      const level = levelField && store.value(row, levelField);
      const known = levelOf.get(level) ?? LEVELS.indexOf(levelNamed(level));
      if (levelOf.size < PAUSE_ROWS) levelOf.set(level, known);
      const levelCounts = counts[known];
      if (levelCounts) levelCounts[section] = (levelCounts[section] ?? 0) + 1;
    }
    if (row % PAUSE_ROWS === 0) yield 0.97;
  }
  const [errors = [], warnings = [], infos = [], others = []] = counts;
  return { startMs, endMs, levels: { ERROR: errors, WARN: warnings, INFO: infos, other: others }, sections };
}

/** How many of these rows there were in each section. */
export function volumeOfRows({ sections }: Volume, rows: ArrayLike<number>): number[] {
  const counts = zeros();
  for (let index = 0; index < rows.length; index++) {
    const section = sections[rows[index] ?? 0] ?? NOWHERE;
    if (section !== NOWHERE) counts[section] = (counts[section] ?? 0) + 1;
  }
  return counts;
}

function zeros(): number[] {
  return Array.from({ length: SECTIONS }, () => 0);
}

function sectionOf(time: number, startMs: number, endMs: number): number {
  if (Number.isNaN(time)) return NOWHERE;
  // All at once is the first section.
  return endMs > startMs ? Math.min(SECTIONS - 1, Math.floor(((time - startMs) / (endMs - startMs)) * SECTIONS)) : 0;
}

/** Milliseconds since 1970 of a time as text, or as a number of seconds, milliseconds, micro- or nanoseconds; NaN for none. */
export function timeOf(value: unknown): number {
  const quantity = parseQuantity(value);
  if (quantity?.unit === 'time') return quantity.value;
  // From 2001 on each unit has its own range of numbers.
  const number = quantity?.unit === 'none' ? quantity.value : NaN;
  if (number >= 1e18) return number / 1e6;
  if (number >= 1e15) return number / 1e3;
  if (number >= 1e12) return number;
  return number >= 1e9 ? number * 1000 : NaN;
}

/** TRACE and DEBUG count as INFO, FATAL as ERROR: what matters is who is woken. */
function levelNamed(level: unknown): Level {
  const name = severityName(severityNumber(level) ?? NaN);
  if (name === undefined) return 'other';
  if (name === 'FATAL' || name === 'ERROR') return 'ERROR';
  return name === 'WARN' ? 'WARN' : 'INFO';
}
