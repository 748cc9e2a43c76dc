import type { LogColumn } from './log-column.js';
import { patternEffort } from '../pattern/pattern.js';
import { isListed } from './postings.js';
import type { ValueTest } from '../query/value-predicate.js';

/** How the rows of a query are found: all of them are looked at, or the lists that the columns keep give them at once. */
export interface RowPlan {
  readonly test: (row: number) => boolean;
  /** Moves the hits among so many rows to the front, in order, and says how many they are. */
  readonly filter: (rows: Uint32Array, count: number) => number;
  /** All hits in order, out of lists of so many rows. Not to be written to. */
  readonly hits?: { readonly atMost: number; readonly rows: () => Uint32Array } | undefined;
}

/** Longer lists, relative to all rows, are put in order slower than all rows are looked at. */
const MERGED_SHARE = 1 / 64;

/** More lists than these are put in order faster as one than two by two. */
const MOST_MERGED = 8;
/** After so many values, or so many steps of a pattern, it is time for a pause. */
const PAUSE_VALUES = 64;
const PAUSE_STEPS = 20_000;

/** What is known of a value; 0 is nothing yet. */
const REFUSED = 1;
const ACCEPTED = 2;

/** A plan without lists. */
export function planOf(test: RowPlan['test']): RowPlan {
  return {
    test,
    filter(rows, count) {
      let kept = 0;
      for (let index = 0; index < count; index++) {
        const row = rows[index] ?? 0;
        if (test(row)) rows[kept++] = row;
      }
      return kept;
    },
  };
}

export function allOf(plans: RowPlan[]): RowPlan {
  // The rarest first, so that most rows are refused at once.
  const [first, ...others] = plans.toSorted((a, b) => (a.hits?.atMost ?? Infinity) - (b.hits?.atMost ?? Infinity));
  if (!first) return planOf(() => true);
  const filterBy = (some: RowPlan[], rows: Uint32Array, count: number): number =>
    some.reduce((left, plan) => plan.filter(rows, left), count);
  const { hits } = first;
  const rows = (): Uint32Array => {
    const kept = hits?.rows().slice() ?? new Uint32Array();
    return kept.subarray(0, filterBy(others, kept, kept.length));
  };
  return {
    test: (row) => first.test(row) && others.every((plan) => plan.test(row)),
    filter: (some, count) => filterBy([first, ...others], some, count),
    hits: hits && { atMost: hits.atMost, rows },
  };
}

export function oneOf(plans: RowPlan[], size: number): RowPlan {
  const plan = planOf((row) => {
    for (const some of plans) if (some.test(row)) return true;
    return false;
  });
  const lists = plans.flatMap(({ hits }) => hits ?? []);
  const atMost = lists.reduce((sum, list) => sum + list.atMost, 0);
  if (
    lists.length < plans.length ||
    !isWorthMerging(
      lists.map((list) => list.atMost),
      size,
    )
  )
    return plan;
  return {
    ...plan,
    hits: { atMost, rows: () => merged(lists.filter((list) => list.atMost > 0).map((list) => list.rows())) },
  };
}

/** How a column is asked: by its different values, and where it has too many of them by what stands in its rows. */
export interface ColumnTest {
  readonly test: ValueTest;
  /** The same test for a column of numbers: of a number, or of a time as milliseconds. */
  readonly testNumber?: ((number: number) => boolean) | undefined;
  /** The only value that is accepted, where it is one text. */
  readonly only?: string | undefined;
  /** How many rows will be asked at most. */
  readonly few?: number;
}

/** Whether the value of a column satisfies a test, which is asked once of each different value. Pauses between them. */
export function* planColumn(column: LogColumn, asked: ColumnTest): Generator<undefined, RowPlan> {
  const { test, testNumber, only, few = Infinity } = asked;
  const { numbers, ids, codes, values } = column;
  if (numbers) {
    const plan = planOf((row) => numbers.test(row, test, testNumber));
    return testNumber ? { ...plan, filter: (rows, count) => numbers.filter(rows, count, test, testNumber) } : plan;
  }
  if (ids) {
    const plan = planOf((row) => test(ids.value(row)));
    const found = only === undefined ? undefined : yield* ids.searching(only);
    return found ? { ...plan, hits: { atMost: found.length, rows: () => found } } : plan;
  }
  // Where fewer rows are asked than there are values, a value is tested when it first comes by.
  const isLazy = values.length > few;
  const accepts = new Uint8Array(values.length);
  let paused = patternEffort.steps;
  for (let code = 0; !isLazy && code < values.length; code++) {
    accepts[code] = test(values[code]) ? ACCEPTED : REFUSED;
    if (code % PAUSE_VALUES !== 0 && patternEffort.steps - paused < PAUSE_STEPS) continue;
    yield;
    paused = patternEffort.steps;
  }
  const testCode = (code: number): boolean => {
    accepts[code] ||= test(values[code]) ? ACCEPTED : REFUSED;
    return accepts[code] === ACCEPTED;
  };
  const plan: RowPlan = {
    test: (row) => testCode(codes[row] ?? 0),
    filter(rows, count) {
      let kept = 0;
      for (let index = 0; index < count; index++) {
        const row = rows[index] ?? 0;
        const code = codes[row] ?? 0;
        const known = accepts[code];
        if (known === ACCEPTED || (known === 0 && testCode(code))) rows[kept++] = row;
      }
      return kept;
    },
  };
  if (isLazy) return plan;
  const accepted = codesIn(accepts);
  const counts = accepted.map((code) => column.counts[code] ?? 0);
  const haveLists = counts.every((count) => isListed(count, codes.length));
  if (accepts[0] === ACCEPTED || !haveLists || !isWorthMerging(counts, codes.length)) return plan;
  const rows = (): Uint32Array => merged(accepted.map((code) => column.postings.rows(code)));
  return { ...plan, hits: { atMost: counts.reduce((sum, count) => sum + count, 0), rows } };
}

function codesIn(accepts: Uint8Array): number[] {
  const codes: number[] = [];
  for (let code = accepts.indexOf(ACCEPTED); code >= 0; code = accepts.indexOf(ACCEPTED, code + 1)) codes.push(code);
  return codes;
}

/** One list is in order as it is. */
function isWorthMerging(counts: number[], size: number): boolean {
  const present = counts.filter((count) => count > 0);
  return present.length < 2 || present.reduce((sum, count) => sum + count, 0) <= size * MERGED_SHARE;
}

function merged(lists: Uint32Array[]): Uint32Array {
  const [first = new Uint32Array(), ...others] = lists;
  if (lists.length <= MOST_MERGED) return others.reduce(mergedTwo, first);
  const rows = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let length = 0;
  for (const list of lists) {
    rows.set(list, length);
    length += list.length;
  }
  return rows.sort().filter((row, index) => index === 0 || row !== rows[index - 1]);
}

function mergedTwo(some: Uint32Array, others: Uint32Array): Uint32Array {
  const rows = new Uint32Array(some.length + others.length);
  let length = 0;
  let at = 0;
  for (const row of some) {
    for (; at < others.length && (others[at] ?? 0) < row; at++) rows[length++] = others[at] ?? 0;
    if (others[at] === row) at++;
    rows[length++] = row;
  }
  rows.set(others.subarray(at), length);
  return rows.subarray(0, length + others.length - at);
}
