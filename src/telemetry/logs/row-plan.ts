import type { LogColumn } from './log-column.js';
import type { ValueTest } from './value-test.js';

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

/** Whether the value of a column satisfies a test, which is asked once of each different value. */
export function planColumn(column: LogColumn, test: ValueTest, testTime?: (milliseconds: number) => boolean): RowPlan {
  const { numbers, codes, values } = column;
  if (numbers) {
    return planOf((row) => {
      const milliseconds = testTime && numbers.milliseconds(row);
      return testTime && milliseconds !== undefined ? testTime(milliseconds) : test(numbers.value(row));
    });
  }
  const accepts = Uint8Array.from(values, (value) => (test(value) ? 1 : 0));
  const plan: RowPlan = {
    test: (row) => accepts[codes[row] ?? 0] === 1,
    filter(rows, count) {
      let kept = 0;
      for (let index = 0; index < count; index++) {
        const row = rows[index] ?? 0;
        if (accepts[codes[row] ?? 0] === 1) rows[kept++] = row;
      }
      return kept;
    },
  };
  const accepted = codesIn(accepts);
  const counts = accepted.map((code) => column.counts[code] ?? 0);
  if (accepts[0] === 1 || !isWorthMerging(counts, codes.length)) return plan;
  const rows = (): Uint32Array => merged(accepted.map((code) => column.postings.rows(code)));
  return { ...plan, hits: { atMost: counts.reduce((sum, count) => sum + count, 0), rows } };
}

function codesIn(accepts: Uint8Array): number[] {
  const codes: number[] = [];
  for (let code = accepts.indexOf(1); code >= 0; code = accepts.indexOf(1, code + 1)) codes.push(code);
  return codes;
}

/** One list is in order as it is. */
function isWorthMerging(counts: number[], size: number): boolean {
  const present = counts.filter((count) => count > 0);
  return present.length < 2 || present.reduce((sum, count) => sum + count, 0) <= size * MERGED_SHARE;
}

function merged(lists: Uint32Array[]): Uint32Array {
  const [first = new Uint32Array()] = lists;
  if (lists.length < 2) return first;
  const rows = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let length = 0;
  for (const list of lists) {
    rows.set(list, length);
    length += list.length;
  }
  return rows.sort().filter((row, index) => index === 0 || row !== rows[index - 1]);
}
