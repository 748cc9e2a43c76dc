import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { formatLine, matchesLog, readLogs } from '../../../src/telemetry/logs/index.js';
import { hostileString } from '../metrics/arbitraries.js';
import { query } from './log-queries.js';

describe('readLogs', () => {
  it('reads JSON lines and logfmt, mixed, with any line ends', () => {
    const text =
      '\ufeff{"level":"INFO","amount":120,"http":{"route":"/a"}}\r\n\n  level=WARN msg="it \\"works\\"\\n" took=5ms ok\nempty= a="";\n';
    expect(readLogs(text).records).to.deep.equal([
      { level: 'INFO', amount: 120, http: { route: '/a' } },
      { level: 'WARN', msg: 'it "works"\n', took: '5ms', ok: true },
      { empty: '', a: '', ';': true },
    ]);
  });

  it('takes lines of text as records, and says which are not what they begin like', () => {
    const text = '{"a":1}\n{"a":\nStarting up\n[1]\n"a"\na="open\n\0\u0001=\nlevel=INFO';
    const { records, rejected } = readLogs(text);
    const asText = ['{"a":', 'Starting up', '[1]', '"a"', 'a="open'].map((message) => ({ message }));
    expect(records).to.deep.equal([{ a: 1 }, ...asText, { level: 'INFO' }]);
    expect(rejected.map(({ line }) => line)).to.deep.equal([2, 4, 7]);
    for (const { message } of rejected) expect(message).to.match(/^The line/);
  });

  it('makes plain fields of __proto__ and its like', () => {
    const { records } = readLogs('{"__proto__":{"polluted":1},"constructor":"x"}\n__proto__=1 toString=2');
    expect(Reflect.get({}, 'polluted')).to.equal(undefined);
    expect(records.map((record) => Object.keys(record))).to.deep.equal([
      ['__proto__', 'constructor'],
      ['__proto__', 'toString'],
    ]);
    expect(matchesLog(query('__proto__.polluted=1'), records[0]!)).to.equal(true);
    expect(matchesLog(query('polluted=1'), records[0]!)).to.equal(false);
    expect(Object.getPrototypeOf(records[1])).to.equal(Object.prototype);
  });

  it('comes to an end on texts made to break it', () => {
    const long = 1_000_000;
    for (const text of [
      '{"a":'.repeat(long),
      `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      `{"a":${'{"b":'.repeat(10_000)}1${'}'.repeat(10_000)}}`,
      'x'.repeat(5 * long),
      `a="${'\\'.repeat(long)}`,
      `a=${'"'.repeat(long)}`,
      ' '.repeat(long),
      '='.repeat(long),
      'a '.repeat(long / 2),
      '{"a":1} x\n'.repeat(100_000),
    ]) {
      // Each line is text at most.
      for (const record of readLogs(text).records) expect(Object.keys(record)).to.deep.equal(['message']);
    }
    expect(readLogs('\n'.repeat(long))).to.deep.equal({ records: [], rejected: [] });
    const { rejected } = readLogs('{no\n'.repeat(100_002));
    expect(rejected.length).to.equal(100_000);
    expect(rejected.at(-1)!.message).to.contain('2 more lines');
  });

  it('never throws, and loses no line that is not blank', () => {
    const piece = fc.constantFrom('{', '}', '"', 'a', '=', ' ', '\n', '\\', ':', '1', '[', '{"a":1}', '\r', '\0', '💥');
    const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(soup, hostileString), (text) => {
        const { records, rejected } = readLogs(text);
        const lines = text.split('\n').filter((line) => line.trim() !== '');
        // A line is a record, or rejected, or below the record it belongs to; a list has several records.
        const below = records.flatMap(({ stack_trace: stack }) => (typeof stack === 'string' ? stack.split('\n') : []));
        const isJsonOverLines = /^\s*[{[][^\n]*\n/m.test(text);
        if (!isJsonOverLines) expect(records.length + rejected.length + below.length).to.be.at.least(lines.length);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('formatLine', () => {
  it('writes a record as one without structure: time, level, service, message, the rest', () => {
    const record = {
      user: 'ann lee',
      amount: 500,
      message: 'Payment declined',
      level: 'ERROR',
      time: '12:00:01',
      service: 'payment',
    };
    expect(formatLine(record)).to.equal('12:00:01 ERROR payment Payment declined amount=500 user="ann lee"');
  });

  it('names severity numbers, quotes what would not be one value, and leaves out what is missing', () => {
    expect(formatLine({ severity: 13, a: '', b: 'x=y', c: null, d: { e: [1] }, f: true })).to.equal(
      'WARN a="" b="x=y" d="{\\"e\\":[1]}" f=true',
    );
  });

  it('writes one line, whatever is in the record and in whatever order', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(hostileString, fc.constant('message')), fc.anything()), (record) => {
        const line = formatLine(record);
        expect(line).to.not.match(/[\n\r\u2028\u2029\0]/);
        expect(formatLine(Object.fromEntries(Object.entries(record).reverse()))).to.equal(line);
      }),
    );
  });
});
