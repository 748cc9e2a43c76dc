import { describe, it } from 'node:test';
import { expect } from 'chai';
import report from '../reports/ids-of-different-length.json';
import { traceOf, tracesOf, warningKinds } from '../reference-files.js';

const at = 1_700_000_000_000_000;
const zipkin = (traceId: string, id: string, parentId?: string): object => ({
  traceId,
  id,
  ...(parentId && { parentId }),
  timestamp: at,
  duration: 5000,
  localEndpoint: { serviceName: 'a' },
});
const jaeger = (traceID: string, spanID: string, ...parents: string[]): object => ({
  traceID,
  spanID,
  operationName: 'call',
  startTime: at,
  duration: 1000,
  process: { serviceName: 'shop' },
  references: parents.map((parent) => ({ refType: 'CHILD_OF', traceID, spanID: parent })),
});
const otlp = (traceId: string, spanId: string, parentSpanId = ''): object => ({
  traceId,
  spanId,
  parentSpanId,
  startTimeUnixNano: '1700000000000000000',
  endTimeUnixNano: '1700000000000001000',
});
const resource = { attributes: [{ key: 'service.name', value: { stringValue: 'shop' } }] };

describe('ids that are one number in several spellings', () => {
  // A bug report: a service that knows 64 bits of the trace id only, and a parent without zeros.
  it('are one trace of two spans in Zipkin', () => {
    const trace = traceOf(report);
    expect(trace.traceId).to.equal('463ac35c9f6413ad48485a3953bb6124');
    expect(trace.spans).to.have.length(2);
    expect(warningKinds(trace)).to.deep.equal([]);
  });

  const inputs: Record<string, unknown> = {
    'Jaeger, parents with zeros': {
      data: [{ traceID: 'a1', spans: [jaeger('a1', '0a'), jaeger('a1', '02', '000000000000000a')] }],
    },
    'Jaeger, trace ids with zeros': [jaeger('00000000000000a1', '0a'), jaeger('a1', '02', 'a')],
    'OTLP, parents without zeros': {
      resourceSpans: [
        { resource, scopeSpans: [{ spans: [otlp('b1', '00000000000000a1'), otlp('00b1', 'a2', 'a1')] }] },
      ],
    },
    'Zipkin, upper case and zeros': [zipkin('00000000000000A1', '000000000000000B'), zipkin('a1', '0c', 'b')],
    'Zipkin, the short id first': [
      zipkin('48485a3953bb6124', '2', '0000000000000001'),
      zipkin('463ac35c9f6413ad48485a3953bb6124', '0000000000000001'),
    ],
  };
  for (const [name, input] of Object.entries(inputs)) {
    it(`are joined in ${name}`, () => {
      const trace = traceOf(input);
      expect(trace.spans).to.have.length(2);
      expect(trace.spans[1]?.parentSpanId).to.equal(trace.spans[0]?.spanId);
      expect(warningKinds(trace)).to.deep.equal([]);
    });
  }

  it('are not joined where two long ids end alike, nor outside of Zipkin', () => {
    const ends = '48485a3953bb6124';
    const ids = [`1${'0'.repeat(15)}${ends}`, `2${'0'.repeat(15)}${ends}`, ends];
    expect(tracesOf(ids.map((id) => zipkin(id, '1')))).to.have.length(3);
    expect(tracesOf([jaeger(ids[0] ?? '', '1'), jaeger(ends, '2')])).to.have.length(2);
    expect(tracesOf([zipkin('not hex', '1'), zipkin('0not hex', '2')])).to.have.length(2);
  });
});
