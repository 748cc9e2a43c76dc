import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { parseTracestate } from '../../../../src/telemetry/traces/index.js';
import reference from '../../../reference/traceparent.json';

/** What the row's assertions say of `tracestate`, as far as they speak of the header itself. */
const EXPECTED: Record<string, Record<string, string> | null> = {
  'foo=1,bar=2': { foo: '1', bar: '2' },
  'foo=1': { foo: '1' },
  'foo=1,': { foo: '1' },
  'foo=1,bar=2,rojo=1,congo=2,baz=3': { foo: '1', bar: '2', rojo: '1', congo: '2', baz: '3' },
  'foo=1,foo=2': { foo: '1' },
  'foo=1\t \t,\t \tbar=2,\t \tbaz=3': { foo: '1', bar: '2', baz: '3' },
  '\tfoo=1': { foo: '1' },
  'foo=1\t': { foo: '1' },
  'foo =1': null,
  'foo.bar=1': null,
  '@foo=1,bar=2': null,
  'foo@bar@baz=1,bar=2': { 'foo@bar@baz': '1', bar: '2' },
  'foo=bar=baz': null,
};

describe('parseTracestate', () => {
  for (const row of reference.tracestate) {
    const states = row.headers.filter(([name]) => name?.toLowerCase() === 'tracestate').map(([, value]) => value ?? '');
    // Two rows send none: nothing at all, and a header of another name.
    if (states.length === 0) continue;
    const header = states.join(',');
    it(`passes ${row.test} of the W3C: ${JSON.stringify(header.slice(0, 60))}`, () => {
      const entries = parseTracestate(header);
      const discarded = row.asserts?.some((assertion) => assertion.startsWith('assertRaises')) ?? false;
      expect(entries === null).to.equal(discarded);
      const wanted = EXPECTED[header];
      if (wanted) {
        expect(entries).to.deep.equal(Object.entries(wanted).map(([key, value]) => ({ key, value })));
      }
    });
  }

  it('keeps every character that a key and a value may have', () => {
    const row = reference.tracestate.find(({ test }) => test === 'test_tracestate_all_allowed_characters');
    const header = row?.headers.find(([name]) => name === 'tracestate')?.[1] ?? '';
    const equals = header.indexOf('=');
    expect(parseTracestate(header)).to.deep.equal([
      { key: header.slice(0, equals), value: header.slice(equals + 1).trimEnd() },
    ]);
  });

  it('takes 32 entries and no more', () => {
    const members = (count: number): string => Array.from({ length: count }, (_, i) => `k${i}=v`).join(',');
    expect(parseTracestate(members(32))).to.have.length(32);
    expect(parseTracestate(members(33))).to.equal(null);
  });

  it('has no entries for an empty header', () => {
    expect(parseTracestate('')).to.deep.equal([]);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => parseTracestate(value as string) !== undefined));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (value) => parseTracestate(value) !== undefined));
  });
});
