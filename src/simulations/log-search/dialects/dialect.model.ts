import {
  SEVERITIES,
  severityNumber,
  type LogCondition,
  type LogQuery,
  type LogValue,
} from '../../../telemetry/logs/index.js';
import { ipRange } from '../../../telemetry/logs/query/ip-range.js';
import { parseQuantity } from '../../../telemetry/logs/query/quantity.js';
import { COMPARE } from '../../../telemetry/logs/query/value-predicate.js';

/** What is to be known of a translation; each has a sentence in the reader's language. */
export type DialectNote =
  | 'no-order'
  | 'no-time'
  | 'no-regexp'
  | 'no-cidr'
  | 'no-text-or'
  | 'no-units'
  | 'own-regexp'
  | 'whole-words'
  | 'message-only'
  | 'stream-labels'
  | 'typed-fields'
  | 'empty-is-missing'
  | 'line-column';

/** The same query in another language; without a text where that language cannot say it, for the last of the reasons. */
export interface Translation {
  readonly text: string | undefined;
  readonly notes: readonly DialectNote[];
}

export type Order = '>' | '>=' | '<' | '<=';

/** What a value is compared by. */
export type Operand =
  | { readonly kind: 'number' | 'time' | 'text'; readonly text: string }
  /** With a unit: `500ms`, `42kB`. */
  | { readonly kind: 'quantity'; readonly text: string }
  /** Pieces between asterisks. */
  | { readonly kind: 'wildcard'; readonly pieces: readonly string[] }
  | { readonly kind: 'range'; readonly text: string };

/** How one language says the parts of a query; what it cannot say it refuses with `Unsayable`. */
export interface Dialect {
  readonly and: string;
  readonly or: string;
  not(term: string): string;
  equal(field: string, operand: Operand): string;
  /** The opposite, which a missing field satisfies as well; `not` of `equal` where it has no word for it. */
  unequal?(field: string, operand: Operand): string;
  order(field: string, order: Order, operand: Operand): string;
  pattern(field: string, source: string): string;
  exists(field: string): string;
  anyOf(field: string, operands: readonly Operand[]): string;
  text(value: string): string;
  /** Whether it compares values with units, such as 500ms. */
  readonly hasUnits?: boolean;
  /** The whole, from its conditions; empty for a query that everything satisfies. */
  whole(conditions: string): string;
}

export class Unsayable extends Error {
  readonly note: DialectNote;

  constructor(note: DialectNote) {
    super(note);
    this.note = note;
  }
}

/** Says a query in another language: `dialectOf` gets where to note what the reader has to know. */
export function translate(query: LogQuery, dialectOf: (notes: Set<DialectNote>) => Dialect): Translation {
  const notes = new Set<DialectNote>();
  const dialect = dialectOf(notes);
  try {
    return { text: dialect.whole(say(query, dialect, notes, true)), notes: [...notes] };
  } catch (error) {
    if (!(error instanceof Unsayable)) throw error;
    return { text: undefined, notes: [...notes, error.note] };
  }
}

function say(query: LogQuery, dialect: Dialect, notes: Set<DialectNote>, isTop: boolean): string {
  if (query.kind === 'and' || query.kind === 'or') {
    const terms = query.terms.map((term) => say(term, dialect, notes, false));
    const joined = terms.join(` ${query.kind === 'and' ? dialect.and : dialect.or} `);
    return isTop || terms.length < 2 ? joined : `(${joined})`;
  }
  if (query.kind === 'not') return dialect.not(say(query.term, dialect, notes, false));
  return sayCondition(query, dialect, notes);
}

function sayCondition(condition: LogCondition, dialect: Dialect, notes: Set<DialectNote>): string {
  if (condition.kind === 'text') return dialect.text(condition.value.text);
  const { field } = condition;
  if (condition.kind === 'in') return dialect.anyOf(field, condition.values.map(operandOf));
  const { op, value } = condition;
  const operand = operandOf(value);
  if (op === '=~') return dialect.pattern(field, value.text);
  if (op === '!~') return dialect.not(dialect.pattern(field, value.text));
  if (op === '=' || op === '!=') {
    const isAnything = !value.isQuoted && value.text === '*';
    if (isAnything) return op === '=' ? dialect.exists(field) : dialect.not(dialect.exists(field));
    if (op === '=') return dialect.equal(field, operand);
    return dialect.unequal?.(field, operand) ?? dialect.not(dialect.equal(field, operand));
  }
  const names = severitiesIn(op, value);
  if (!names) {
    if (operand.kind === 'quantity' && !dialect.hasUnits) throw new Unsayable('no-units');
    return dialect.order(field, op, operand);
  }
  notes.add('no-order');
  return dialect.anyOf(
    field,
    names.map((text) => ({ kind: 'text' as const, text })),
  );
}

/** The names that a comparison by severity lets through; undefined for any other comparison. */
function severitiesIn(order: Order, { text }: LogValue): string[] | undefined {
  const limit = parseQuantity(text) ? undefined : severityNumber(text);
  if (limit === undefined) return undefined;
  return SEVERITIES.filter((_, index) => COMPARE[order](index * 4 + 1, limit));
}

function operandOf({ text, isQuoted }: LogValue): Operand {
  if (isQuoted) return { kind: 'text', text };
  if (text.includes('*')) return { kind: 'wildcard', pieces: text.split('*') };
  if (ipRange(text)) return { kind: 'range', text };
  const quantity = parseQuantity(text);
  if (quantity?.unit === 'none') return { kind: quantity.isExact ? 'number' : 'text', text };
  if (quantity?.unit === 'time') return { kind: 'time', text };
  return { kind: quantity ? 'quantity' : 'text', text };
}

/** An operand as it was written. */
export function plain(operand: Operand): string {
  return operand.kind === 'wildcard' ? operand.pieces.join('*') : operand.text;
}

/** A text in double quotes, with a backslash before quotes and backslashes. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

/** A regular expression for what stands literally. */
export function literalPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A regular expression for a wildcard, for the whole value. */
export function wildcardPattern(pieces: readonly string[]): string {
  return pieces.map(literalPattern).join('.*');
}
