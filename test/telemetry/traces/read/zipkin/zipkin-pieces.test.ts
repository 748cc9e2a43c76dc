import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { criticalPath, selfTime, type Trace } from '../../../../../src/telemetry/traces/index.js';
import report from '../../reports/zipkin-span-in-pieces.json';
import { traceOf, warningKinds } from '../../reference-files.js';

const at = 1_700_000_000_000_000;
const piece = (id: string, serviceName: string, rest: object): object => ({
  traceId: '00000000000000a1',
  id: id.padStart(16, '0'),
  localEndpoint: { serviceName },
  ...rest,
});

/** Each span by service and kind, with its times and tags: what must not depend on the order of a file. */
function told(trace: Trace): string[] {
  const self = selfTime(trace);
  return trace.spans
    .map(({ spanId, service, name, kind, startMs, durationMs, attributes, events, parentSpanId }) => {
      const parent = trace.spans.find((other) => other.spanId === parentSpanId);
      const tags = [...attributes].map((tag) => tag.join('=')).sort();
      const said = events.map((event) => event.name);
      const times = [startMs, durationMs, self.get(spanId)];
      return JSON.stringify([service, name, kind, times, parent?.service, parent?.kind, tags, said]);
    })
    .sort();
}

describe('Zipkin spans that come in pieces', () => {
  // A bug report: the server's half came twice, and once without times.
  it('are one span for each side of a call', () => {
    const trace = traceOf(report);
    expect(trace.spans.map(({ service, kind }) => `${service} ${kind}`)).to.deep.equal([
      'web server',
      'web client',
      'stock server',
    ]);
    const self = selfTime(trace);
    expect(trace.spans.map(({ spanId }) => self.get(spanId))).to.deep.equal([2, 2, 6]);
    const onStock = criticalPath(trace).filter(({ spanId }) => spanId === trace.spans[2]?.spanId);
    expect(onStock.map(({ startMs, endMs }) => [startMs, endMs])).to.deep.equal([[2, 8]]);
  });

  const inputs: Record<string, { pieces: object[]; spans: number }> = {
    'of the report': { pieces: report, spans: 3 },
    'of a start, and later an end with a note': {
      pieces: [
        piece('1', 'web', { name: 'unknown', timestamp: at, tags: { a: '1' } }),
        piece('1', 'web', { name: 'page', duration: 5000, annotations: [{ timestamp: at + 9000, value: 'late' }] }),
        piece('2', 'web', { parentId: '0000000000000001', name: 'work', timestamp: at + 1000, duration: 2000 }),
      ],
      spans: 2,
    },
    'without an endpoint, a side or a name': {
      pieces: [
        piece('1', 'web', { kind: 'CLIENT', timestamp: at, duration: 9000, name: 'get' }),
        { traceId: '00000000000000a1', id: '0000000000000001', tags: { late: 'yes' } },
        piece('1', 'shop', { kind: 'SERVER', shared: true, timestamp: at + 1000, duration: 7000, name: 'get' }),
        piece('1', 'shop', { annotations: [{ timestamp: at + 2000, value: 'cached' }] }),
      ],
      spans: 2,
    },
    'of two servers that answered one client': {
      pieces: [
        piece('1', 'web', { kind: 'CLIENT', timestamp: at, duration: 9000 }),
        ...['10.0.0.1', '10.0.0.2'].flatMap((ipv4, i) => [
          piece('1', 'shop', {
            localEndpoint: { serviceName: 'shop', ipv4 },
            kind: 'SERVER',
            shared: true,
            timestamp: at + i + 1,
          }),
          piece('1', 'shop', { localEndpoint: { serviceName: 'shop', ipv4 }, duration: 3000 + i }),
        ]),
      ],
      spans: 3,
    },
    'of an error that was reported after the times': {
      pieces: [
        piece('1', 'web', { kind: 'SERVER', timestamp: at, duration: 4000 }),
        piece('1', 'web', { kind: 'SERVER', tags: { error: 'late' } }),
      ],
      spans: 1,
    },
  };
  for (const [name, { pieces, spans }] of Object.entries(inputs)) {
    it(`${name} are ${spans} spans without a doubtful id, in any order`, () => {
      const first = traceOf(pieces);
      expect(first.spans).to.have.length(spans);
      expect(warningKinds(first).filter((kind) => kind !== 'missing-service')).to.deep.equal([]);
      fc.assert(
        fc.property(fc.shuffledSubarray(pieces, { minLength: pieces.length }), (shuffled) => {
          expect(told(traceOf(shuffled))).to.deep.equal(told(first));
        }),
        { numRuns: 40 },
      );
    });
  }

  it('stay two where each has a start of its own: a server that was called again with the same id', () => {
    const call = (timestamp: number): object => piece('1', 'pusher', { kind: 'SERVER', shared: true, timestamp });
    expect(traceOf([call(at), call(at + 5)]).spans).to.have.length(2);
  });
});
