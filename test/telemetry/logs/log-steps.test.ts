import { describe, it } from 'node:test';
import { expect } from 'chai';
import {
  compilePattern,
  LogStore,
  LogStoreBuilder,
  patternEffort,
  PatternTooSlow,
  readingLogs,
  readLogs,
  type LogHits,
  type LogRecord,
} from '../../../src/telemetry/logs/index.js';
import { query } from './log-queries.js';

/** Runs steps to their end and counts them. */
function run<T>(steps: Generator<unknown, T>): { value: T; pauses: number } {
  for (let pauses = 0; ; pauses++) {
    const step = steps.next();
    if (step.done) return { value: step.value, pauses };
  }
}

/** Hexadecimal digits that differ from number to number in all places. */
function id(number: number, digits: number): string {
  const word = (salt: number): string => (Math.imul(number + salt, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  return Array.from({ length: digits / 8 }, (_, index) => word(index * 7919)).join('');
}

const SIZE = 20_000;
const records = Array.from({ length: SIZE }, (_, row): LogRecord => ({
  time: new Date(1.7e12 + row * 13).toISOString(),
  level: row % 50 === 0 ? 'ERROR' : 'INFO',
  trace_id: row === 777 ? null : row === 888 ? 'none' : id(row >> 2, 32),
  span_id: id(row, 16),
  amount: row / 8,
  message: `took ${row % 300} ms`,
}));

describe('LogStoreBuilder', () => {
  it('makes the store that all records at once make', () => {
    const builder = new LogStoreBuilder();
    for (const record of records) builder.add(record);
    expect(builder.size).to.equal(SIZE);
    const store = run(builder.finish()).value;
    const whole = new LogStore(records);
    expect(store.bytes).to.equal(whole.bytes);
    for (const row of [0, 777, 888, 1024, SIZE - 1]) expect(store.record(row)).to.deep.equal(records[row]);
  });
});

describe('LogStore with ids', () => {
  const store = new LogStore(records);

  it('gives every id back, and what stands among them and is none', () => {
    for (const [row, record] of records.entries()) {
      const { trace_id: trace, span_id: span } = store.record(row);
      if (trace !== record['trace_id'] || span !== record['span_id']) expect.fail(`row ${row}`);
    }
  });

  it('finds the rows of an id in their order, and looks at no others', () => {
    const asked = query(`trace_id=${id(500, 32)}`);
    const { value } = run(store.searching(asked));
    expect(value).to.deep.equal({ total: 4, rows: [2000, 2001, 2002, 2003], scanned: 4 } satisfies LogHits);
  });

  it('finds no id that is not there, one in capitals or a part of one', () => {
    for (const text of ['f'.repeat(32), id(500, 32).toUpperCase(), id(500, 32).slice(0, 16), '0'.repeat(32)]) {
      expect(store.search(query(`trace_id=${text}`)).total, text).to.equal(0);
    }
  });

  it('finds what stands among the ids', () => {
    expect(store.search(query('trace_id=none')).rows).to.deep.equal([888]);
    expect(store.search(query('trace_id!=*')).rows).to.deep.equal([777]);
    expect(store.search(query(`trace_id=~"^${id(500, 32).slice(0, 9)}"`)).rows).to.deep.equal([2000, 2001, 2002, 2003]);
    expect(store.search(query(id(500, 32).slice(3, 20))).rows).to.deep.equal([2000, 2001, 2002, 2003]);
  });

  it('takes four bytes for a time and half a byte for a digit of an id', () => {
    const only = (field: string): number =>
      new LogStore(records.map((record) => ({ [field]: record[field] }))).bytes / SIZE;
    expect(only('time')).to.be.within(4, 6);
    expect(only('span_id')).to.be.within(8, 10);
  });
});

describe('LogStore.searching', () => {
  const store = new LogStore(records);

  it('finds what search finds, and says how many rows it looked at', () => {
    for (const text of [
      'level=ERROR amount>100',
      'took',
      'NOT level=INFO',
      'amount<9 OR amount>2490',
      'message=~"1+ ms$"',
    ]) {
      const { total, rows, scanned } = run(store.searching(query(text))).value;
      expect({ total, rows }, text).to.deep.equal(store.search(query(text)));
      expect(scanned, text).to.be.within(total, SIZE);
    }
    expect(run(store.searching(query('level=ERROR'))).value.scanned).to.equal(SIZE / 50);
    expect(run(store.searching(query('level=INFO'))).value.scanned).to.equal(SIZE);
  });

  it('pauses at least once in 128 rows it looks at', () => {
    expect(run(store.searching(query('level=INFO'))).pauses).to.be.at.least(SIZE / 128);
  });

  it('pauses sooner where a pattern takes many steps', () => {
    for (const field of ['message', 'span_id']) {
      const steps = store.searching(query(`${field}=~"[0-9a].{0,30}[0-9b].{6}[0-9c].{2}!"`));
      const taken: number[] = [];
      for (let before = patternEffort.steps; !steps.next().done; before = patternEffort.steps) {
        taken.push(patternEffort.steps - before);
      }
      // The first may find out how slow it is.
      const [, ...others] = taken.filter((steps) => steps > 0);
      expect(Math.max(...others), field).to.be.within(1, 100_000);
    }
  });
});

describe('Pattern', () => {
  const required = (source: string): string => {
    const pattern = compilePattern(source);
    return pattern.ok ? pattern.required : 'not a pattern';
  };

  it('knows the text that has to be there', () => {
    expect(required('payment failed')).to.equal('payment failed');
    expect(required('ERROR.*payment')).to.equal('payment');
    expect(required('(user) \\d+')).to.equal('user ');
    expect(required('ab+c')).to.equal('a');
    expect(required('a\\.b$')).to.equal('a.b');
    for (const none of ['a|b', 'a*', '[ab]', '(?i)error', '\\d{3}', '(abc)?', ''])
      expect(required(none), none).to.equal('');
  });

  it('requires nothing that a matching text lacks', () => {
    const sources = ['ERROR.*payment', 'x?ab{2}c', '(ab)+c', '(a|b)cd', 'a(b|c)*d', '^ab$', 'a{0}b', '\\bab\\b c'];
    const texts = ['ERROR payment', 'abbc', 'ababc', 'acd', 'bcd', 'abcd', 'ad', 'ab', 'b', 'ab c'];
    for (const source of sources) {
      const pattern = compilePattern(source);
      if (!pattern.ok) throw new Error(source);
      for (const text of texts) {
        if (pattern.test(text)) expect(text, source).to.contain(pattern.required);
        expect(pattern.test(text), `${source} on ${text}`).to.equal(new RegExp(source).test(text));
      }
    }
  });

  it('gives up where a text takes more steps than allowed, and goes on with the next', () => {
    const pattern = compilePattern('.{500}x');
    if (!pattern.ok) throw new Error(pattern.message);
    patternEffort.most = 10_000;
    try {
      expect(() => pattern.test('a'.repeat(2000))).to.throw(PatternTooSlow);
      expect(pattern.test('a')).to.equal(false);
    } finally {
      patternEffort.most = Infinity;
    }
    expect(pattern.test(`${'a'.repeat(2000)}x`)).to.equal(true);
  });
});

describe('readingLogs', () => {
  it('reads what readLogs reads, with pauses and a share that grows', () => {
    const text = `{"a":1}\nlevel=INFO x=2\nnonsense\n${'{"b":2}\n'.repeat(500)}`;
    const taken: LogRecord[] = [];
    const shares: number[] = [];
    const steps = readingLogs(text, (record) => taken.push(record));
    let rejected;
    for (;;) {
      const step = steps.next();
      if (step.done) {
        rejected = step.value;
        break;
      }
      shares.push(step.value);
    }
    expect({ records: taken, rejected }).to.deep.equal(readLogs(text));
    expect(shares.length).to.be.above(10);
    expect(shares).to.deep.equal([...shares].sort((a, b) => a - b));
    expect(Math.max(...shares)).to.be.at.most(1);
  });
});
