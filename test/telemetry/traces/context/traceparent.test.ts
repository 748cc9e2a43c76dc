import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { formatTraceparent, parseTraceparent } from '../../../../src/telemetry/traces/index.js';
import reference from '../../../reference/traceparent.json';

describe('parseTraceparent', () => {
  for (const row of reference.official) {
    it(`passes ${row.test} of the W3C: ${JSON.stringify(row.headers.at(0))}`, () => {
      // The name of a header is the caller's business; case does not matter.
      const header = row.headers.find(([name]) => name?.toLowerCase() === 'traceparent')?.[1] ?? '';
      expect(parseTraceparent(header) !== null).to.equal(row.valid);
    });
  }

  for (const row of reference.parser) {
    it(`agrees with the W3C's ${row.parser} on ${row.value}`, () => {
      const context = parseTraceparent(row.value);
      // The harness' base class lets zero ids pass, its other one knows version 0 alone; a receiver does neither.
      const zero = row.value.includes('-0000000000000000-');
      const valid = row.parser === 'BaseTraceparent' ? context !== null || zero : context?.version === 0;
      expect(valid).to.equal(row.valid);
    });
  }

  for (const row of reference.spec) {
    it(`${row.valid ? 'accepts' : 'rejects'} "${row.value}": ${row.why}`, () => {
      expect(parseTraceparent(row.value) !== null).to.equal(row.valid);
    });
  }

  it('says what the header says', () => {
    expect(parseTraceparent('cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-03-more')).to.deep.equal({
      version: 0xcc,
      traceId: '0af7651916cd43dd8448eb211c80319c',
      parentId: 'b7ad6b7169203331',
      flags: 3,
      sampled: true,
    });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => parseTraceparent(value as string) === null));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (value) => parseTraceparent(value) === null));
  });
});

describe('formatTraceparent', () => {
  const hex = (digits: number) =>
    fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`)).filter((id) => !/^0*$/.test(id));

  it('is read as what it was made of, without the flags that are not known', () => {
    fc.assert(
      fc.property(hex(32), hex(16), fc.nat(255), (traceId, parentId, flags) => {
        const context = { version: 0, traceId, parentId, flags: flags & 3, sampled: (flags & 1) === 1 };
        expect(parseTraceparent(formatTraceparent({ traceId, parentId, flags }))).to.deep.equal(context);
      }),
    );
  });

  it('lets sampled decide over the flags', () => {
    const ids = { traceId: '0af7651916cd43dd8448eb211c80319c', parentId: 'b7ad6b7169203331' };
    expect(formatTraceparent({ ...ids, flags: 1, sampled: false })).to.match(/-00$/);
    expect(formatTraceparent({ ...ids, sampled: true })).to.match(/-01$/);
    expect(formatTraceparent(ids)).to.match(/-00$/);
  });

  it('is empty for ids that are none', () => {
    expect(formatTraceparent({ traceId: '0'.repeat(32), parentId: 'b7ad6b7169203331' })).to.equal('');
  });
});
