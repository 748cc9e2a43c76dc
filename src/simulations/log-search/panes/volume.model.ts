import { epochMoment } from '../../../telemetry/logs/query/civil-time.js';
import { parseQuantity } from '../../../telemetry/logs/query/quantity.js';
import { withoutColors } from '../../../telemetry/logs/log-record.js';
import {
  fieldSeverity,
  fieldValue,
  ROLE_FIELDS,
  severityName,
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
  const timeFields = presentNames(ROLE_FIELDS.time, fields);
  const levelFields = presentNames(ROLE_FIELDS.level, fields);
  const [timeField] = timeFields;
  if (timeField === undefined) return undefined;
  const times = new Float64Array(store.size);
  let startMs = Infinity;
  let endMs = -Infinity;
  for (let row = 0; row < store.size; row++) {
    const time = store.milliseconds(row, timeField) ?? timeOf(valueOf(store, row, timeFields)?.value);
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
      const { field = '', value } = valueOf(store, row, levelFields) ?? {};
      const key = field === levelFields[0] ? value : `${field}=${String(value)}`;
      const known = levelOf.get(key) ?? LEVELS.indexOf(levelNamed(field, value));
      if (levelOf.size < PAUSE_ROWS) levelOf.set(key, known);
      const levelCounts = counts[known];
      if (levelCounts) levelCounts[section] = (levelCounts[section] ?? 0) + 1;
    }
    if (row % PAUSE_ROWS === 0) yield 0.97;
  }
  const [errors = [], warnings = [], infos = [], others = []] = counts;
  return { startMs, endMs, levels: { ERROR: errors, WARN: warnings, INFO: infos, other: others }, sections };
}

/** The names of a role that records can bear: in the list of fields, or as paths into one of it. */
function presentNames(names: readonly string[], fields: ReadonlySet<string>): string[] {
  return names.filter(
    (name) => fields.has(name) || (name.includes('.') && fields.has(name.slice(0, name.indexOf('.')))),
  );
}

/** The first of these that a row has, and under which name. */
function valueOf(
  store: LogStore,
  row: number,
  names: readonly string[],
): { field: string; value: unknown } | undefined {
  for (const field of names) {
    const value = store.value(row, field) ?? (field.includes('.') ? fieldValue(store.record(row), field) : undefined);
    if (value !== undefined && value !== null) return { field, value };
  }
  return undefined;
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
  const number = typeof value === 'bigint' ? value : quantity?.unit === 'none' ? quantity.value : NaN;
  const moment = epochMoment(number);
  return moment ? moment.milliseconds + moment.nanoseconds / 1e6 : NaN;
}

/** TRACE and DEBUG count as INFO, FATAL as ERROR: what matters is who is woken. */
function levelNamed(field: string, level: unknown): Level {
  const name = severityName(
    fieldSeverity(field, typeof level === 'string' ? withoutColors(level).trim() : level) ?? NaN,
  );
  if (name === undefined) return 'other';
  if (name === 'FATAL' || name === 'ERROR') return 'ERROR';
  return name === 'WARN' ? 'WARN' : 'INFO';
}
