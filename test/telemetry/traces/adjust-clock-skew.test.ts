import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { adjustClockSkew, readTraces, traceTree } from '../../../src/telemetry/traces/index.js';
import expected from '../../reference/traces/expected.json';
import { anyTrace, span, trace } from './arbitraries.js';
import { FILES, traceOf } from './reference-files.js';

const host = (name: string): { resource: Map<string, unknown> } => ({ resource: new Map([['host.name', name]]) });

describe('adjustClockSkew', () => {
  it('puts the server of zipkin-skew.json where Zipkin Lens puts it', () => {
    const { startUnixNano, spans } = adjustClockSkew(traceOf(FILES['zipkin-skew.json']));
    const rows = spans.map(({ service, name, kind, startMs }) => [
      service,
      name,
      kind.toUpperCase(),
      Number(startUnixNano / 1000n) + Math.round(startMs * 1000),
    ]);
    const lens = expected.zipkin_lens['zipkin-skew.json'].tree;
    for (const node of lens) {
      const ours = rows.find(
        ([service, name, kind]) =>
          service === node.service && name === node.name && kind === ('kind' in node ? node.kind : 'INTERNAL'),
      );
      expect(ours?.[3], `${node.service} ${node.name}`).to.be.closeTo(node.timestamp ?? NaN, 1);
    }
  });

  it('moves a call to the middle of its caller, and what is below it along', () => {
    const adjusted = adjustClockSkew(
      trace([
        span('client', null, 100, 100, { kind: 'client', ...host('a') }),
        span('server', 'client', 20, 60, {
          kind: 'server',
          events: [{ name: 'e', timeMs: 30, attributes: new Map() }],
          ...host('b'),
        }),
        span('inside', 'server', 40, 10, host('b')),
      ]),
    );
    expect(adjusted.spans.map(({ startMs }) => startMs)).to.deep.equal([0, 20, 40]);
    expect(adjusted.spans[1]?.events[0]?.timeMs).to.equal(30);
    expect([adjusted.startUnixNano, adjusted.durationMs]).to.deep.equal([100_000_000n, 100]);
  });

  it('begins a call that is longer than its caller with it', () => {
    const adjusted = adjustClockSkew(trace([span('a', null, 50, 100, host('a')), span('b', 'a', 0, 200, host('b'))]));
    expect(adjusted.spans.map(({ startMs }) => startMs)).to.deep.equal([0, 0]);
  });

  it('leaves alone what one host reported, and messages that wait in a queue', () => {
    for (const spans of [
      [span('a', null, 50, 100, host('a')), span('b', 'a', 0, 20, host('a'))],
      [
        span('a', null, 50, 1, { kind: 'producer', ...host('a') }),
        span('b', 'a', 400, 20, { kind: 'consumer', ...host('b') }),
      ],
    ]) {
      const raw = trace(spans);
      expect(adjustClockSkew(raw) === raw).to.equal(true);
    }
  });

  it('leaves nothing that could be waited for outside its caller, and every duration as it was', () => {
    fc.assert(
      fc.property(anyTrace, (drawn) => {
        const raw = {
          ...drawn,
          spans: drawn.spans.map((one, i) => ({
            ...one,
            kind: i % 2 ? ('server' as const) : ('client' as const),
            ...host(`h${i % 3}`),
          })),
        };
        const { spans } = adjustClockSkew(raw);
        const { parents } = traceTree(spans);
        expect(spans.map(({ durationMs }) => durationMs)).to.deep.equal(raw.spans.map(({ durationMs }) => durationMs));
        expect(Math.min(...spans.map(({ startMs }) => startMs))).to.be.at.least(0);
        spans.forEach((one, i) => {
          const parent = spans[parents[i] ?? -1];
          if (parent && one.resource!.get('host.name') !== parent.resource!.get('host.name')) {
            expect(one.startMs).to.be.at.least(parent.startMs - 1e-6);
          }
        });
      }),
    );
  });

  it('is finite for whatever a file says', () => {
    const read = readTraces([
      { traceId: 'a', id: '1', timestamp: 1, duration: 2 ** 60 },
      { traceId: 'a', id: '2', parentId: '1' },
    ]);
    for (const one of read.ok ? read.traces : []) {
      for (const { startMs } of adjustClockSkew(one).spans) expect(Number.isFinite(startMs)).to.equal(true);
    }
  });
});
