import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { LogStore, matchesLog, type LogQuery, type LogRecord } from '../../../../src/telemetry/logs/index.js';
import { query } from '../log-queries.js';

const fields = ['level', 'amount', 'a', 'a.b', '@a', 'message', 'time', 'ip', '__proto__', 'toString'];
const text = fc.constantFrom(
  '',
  'INFO',
  'warn',
  'ERROR',
  '5',
  '5.0',
  '500ms',
  '0.5s',
  '42kB',
  '10.0.0.1',
  '10.0.0.0/8',
  'user.login',
  'a b',
  '2026-01-01',
  '2026-01-01T00:00:00Z',
  '"',
  '\\',
  '\n',
  'x=y',
  'constructor',
  '12345678901234567890',
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: text, weight: 5 },
  fc.constantFrom<unknown>(null, undefined, true, false, 0, -0, 5, 17, 500, NaN, Infinity, 1e300),
  fc.record({ b: fc.oneof(text, fc.integer()) }, { requiredKeys: [] }),
  fc.array(fc.oneof(text, fc.constant(null)), { maxLength: 2 }),
);
const record: fc.Arbitrary<LogRecord> = fc
  .array(fc.tuple(fc.constantFrom(...fields), value), { maxLength: 5 })
  .map((entries) => Object.fromEntries(entries));

const logValue = fc.record({
  text: fc.oneof(text, fc.constantFrom('amount=5', 'INFO user', 'u*r.login', '*', 'I*', '*O', '1*0*1', 'W', '.')),
  isQuoted: fc.boolean(),
});
const field = fc.constantFrom(...fields, 'a.b.c', 'nothing');
const op = fc.constantFrom('=', '!=', '>', '>=', '<', '<=', '=~', '!~');
const { anyQuery } = fc.letrec<{ anyQuery: LogQuery }>((tie) => ({
  anyQuery: fc.oneof(
    { maxDepth: 3 },
    fc.record({ kind: fc.constant('compare' as const), field, op, value: logValue }) as fc.Arbitrary<LogQuery>,
    fc.record({ kind: fc.constant('in' as const), field, values: fc.array(logValue, { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('text' as const), value: logValue }),
    fc.record({ kind: fc.constant('not' as const), term: tie('anyQuery') }),
    fc.record({ kind: fc.constant('and' as const), terms: fc.array(tie('anyQuery'), { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('or' as const), terms: fc.array(tie('anyQuery'), { maxLength: 3 }) }),
  ),
}));

function expectSameAsMatching(records: LogRecord[], asked: LogQuery): void {
  const expected = records.flatMap((some, row) => (matchesLog(asked, some) ? [row] : []));
  expect(new LogStore(records).search(asked), JSON.stringify(asked)).to.deep.equal({
    total: expected.length,
    rows: expected,
  });
}

describe('LogStore', () => {
  it('finds exactly what matchesLog matches', () => {
    fc.assert(fc.property(fc.array(record, { maxLength: 30 }), anyQuery, expectSameAsMatching), { numRuns: 4000 });
  });

  it('finds the same in records of more fields than it has columns', () => {
    const many = Array.from({ length: 120 }, (_, index): LogRecord => ({ [`field${index}`]: index }));
    const asked = fc.oneof(anyQuery, fc.constantFrom(query('field115=115'), query('field3=3'), query('field119!=119')));
    fc.assert(
      fc.property(fc.array(record, { maxLength: 30 }), asked, (records, some) => {
        expectSameAsMatching([...many, ...records], some);
        expectSameAsMatching([...records, ...many], some);
      }),
      { numRuns: 300 },
    );
  });

  it('gives every record back as it was, its keys in order', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 30 }), (records) => {
        const store = new LogStore(records);
        expect(store.size).to.equal(records.length);
        for (const [row, some] of records.entries()) {
          expect(store.record(row)).to.deep.equal(some);
          expect(Object.keys(store.record(row))).to.deep.equal(Object.keys(some));
        }
        expect(store.record(records.length)).to.deep.equal({});
        expect(store.record(-1)).to.deep.equal({});
      }),
    );
  });

  it('keeps and finds more different numbers and texts than two bytes can count', () => {
    const records = Array.from({ length: 70_000 }, (_, row) => ({
      amount: row === 69_999 ? '7s' : row / 4,
      id: `id${row}`,
      level: row % 100 === 0 ? 'ERROR' : 'INFO',
    }));
    const store = new LogStore(records);
    for (const row of [0, 255, 256, 65_534, 65_535, 65_536, 69_998, 69_999]) {
      expect(store.record(row)).to.deep.equal(records[row]);
    }
    expect(store.search(query('amount=17000')).rows).to.deep.equal([68_000]);
    expect(store.search(query('amount>17400 level=ERROR')).rows).to.deep.equal([69_700, 69_800, 69_900]);
    expect(store.search(query('amount>1s')).rows).to.deep.equal([69_999]);
    expect(store.search(query('id=id65600')).rows).to.deep.equal([65_600]);
    expect(store.search(query('level=ERROR')).total).to.equal(700);
    expect(store.bytes / store.size).to.be.below(64);
  });

  it('keeps and finds many different times, and what is none among them', () => {
    const start = Date.UTC(1999, 11, 30);
    const records = Array.from({ length: 70_000 }, (_, row): LogRecord => {
      const time = new Date(start + row * 5_000_017).toISOString();
      return row % 20_000 === 19_999 ? { time: time.slice(0, 10) } : row === 69_998 ? { other: 1 } : { time };
    });
    const store = new LogStore(records);
    expect(store.bytes / store.size).to.be.below(16);
    for (const [row, record] of records.entries()) {
      if (store.record(row)['time'] !== record['time']) expect.fail(`row ${row}`);
    }
    for (const asked of [
      'time>=2011-01-01',
      'time=2000-02-2*',
      '2004-02-29',
      'time!=*',
      '"2000-01-01T0"',
      '-time>2000-01-02',
      'time>5',
    ]) {
      expectSameAsMatching(records, query(asked));
    }
  });

  it('tells 0 from -0', () => {
    const records = [-0, 0, 0, -0, -0, 0].map((amount) => ({ amount }));
    const store = new LogStore(records);
    expect(records.map((_, row) => store.record(row))).to.deep.equal(records);
  });

  it('counts all hits and lists the first of them', () => {
    const store = new LogStore(Array.from({ length: 50 }, (_, row) => ({ even: row % 2 === 0 })));
    expect(store.search(query('even=true'), { limit: 3 })).to.deep.equal({ total: 25, rows: [0, 2, 4] });
    expect(store.search(query('NOT even=true'), { limit: 0 })).to.deep.equal({ total: 25, rows: [] });
  });

  it('counts fields and their values, the most frequent first', () => {
    const levels = ['INFO', 'ERROR', 'INFO', null, 'INFO', 'WARN', 'WARN'];
    const store = new LogStore(levels.map((level, row) => (row === 0 ? { level, rare: 1 } : { level })));
    expect(store.fields()).to.deep.equal([
      { field: 'level', count: 6 },
      { field: 'rare', count: 1 },
    ]);
    expect(store.values('level', { limit: 2 })).to.deep.equal([
      { value: 'INFO', count: 3 },
      { value: 'WARN', count: 2 },
    ]);
    expect(store.values('nothing')).to.deep.equal([]);
  });

  it('takes a new field in every record without a column for each', () => {
    const store = new LogStore(Array.from({ length: 20_000 }, (_, row) => ({ [`f${row}`]: row })));
    expect(store.bytes).to.be.below(20_000 * 120);
    expect(store.record(19_999)).to.deep.equal({ f19999: 19_999 });
    expect(store.search(query('f19999=19999')).rows).to.deep.equal([19_999]);
    expect(store.values('f19999')).to.deep.equal([{ value: 19_999, count: 1 }]);
  });
});
