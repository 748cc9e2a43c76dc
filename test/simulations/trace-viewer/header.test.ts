import { describe, it } from 'node:test';
import { expect } from 'chai';
import { readTraceparent, readTracestate } from '../../../src/simulations/trace-viewer/header/header.model.js';
import { parseTraceparent, parseTracestate } from '../../../src/telemetry/traces/index.js';
import reference from '../../reference/traceparent.json';

const T = '4bf92f3577b34da6a3ce929d0e0e4736';
const P = '00f067aa0ba902b7';

describe('the header editor', () => {
  it('accepts what W3C’s rules accept, and nothing else', () => {
    const headers = JSON.stringify(reference).match(/[0-9a-zA-Z.-]*-[0-9a-zA-Z.-]*-[0-9a-zA-Z.-]+/g) ?? [];
    expect(headers.length).to.be.above(20);
    for (const header of headers)
      expect(readTraceparent(header).ok, header).to.equal(parseTraceparent(header) !== null);
  });

  const faults: Readonly<Record<string, string>> = {
    '': 'empty',
    '   ': 'empty',
    hello: 'parts',
    [`00-${T}-${P}`]: 'parts',
    [`0-${T}-${P}-01`]: 'version',
    [`ff-${T}-${P}-01`]: 'version-ff',
    [`00-${T}-${P}-01-x`]: 'version-length',
    [`00-${T.slice(1)}-${P}-01`]: 'trace-id',
    [`00-${'0'.repeat(32)}-${P}-01`]: 'trace-id-zero',
    [`00-${T.toUpperCase()}-${P}-01`]: 'upper-case',
    [`00-${T}-${P}0-01`]: 'parent-id',
    [`00-${T}-${'0'.repeat(16)}-01`]: 'parent-id-zero',
    [`00-${T}-${P}-1`]: 'flags',
    [`01-${T}-${P}-zz`]: 'flags',
  };
  for (const [header, fault] of Object.entries(faults)) {
    it(`names the rule that “${header.slice(0, 12)}…” breaks: ${fault}`, () => {
      expect(readTraceparent(header)).to.deep.equal({ ok: false, fault });
    });
  }

  it('says which entry spoils a tracestate', () => {
    const of = (header: string) => {
      const read = readTracestate(header);
      expect(read.ok).to.equal(parseTracestate(header) !== null);
      return read.ok ? read.entries.length : `${read.fault}: ${read.member}`;
    };
    expect(of('')).to.equal(0);
    expect(of('a=1, b=2')).to.equal(2);
    expect(of('a=1,b')).to.equal('no-equals: b');
    expect(of('a=1,B=2')).to.equal('key: B=2');
    expect(of('a=1=2')).to.equal('value: a=1=2');
    expect(of(Array.from({ length: 33 }, (_, i) => `k${i}=1`).join())).to.equal('members: 32');
  });
});
