import { describe, it } from 'node:test';
import { expect } from 'chai';
import report from '../../reports/zipkin-v1-taken-for-v2.json';
import { traceOf, warningKinds } from '../../reference-files.js';

const at = 1_700_000_000_000_000;
const host = (serviceName: string): object => ({ serviceName, ipv4: '10.0.0.1', port: 80 });
const note = (value: string, after: number, service: string): object => ({
  timestamp: at + after,
  value,
  endpoint: host(service),
});
const spansOf = (...spans: object[]): unknown[] =>
  traceOf(spans.map((span) => ({ traceId: 'a1', name: 'get', ...span }))).spans.map(
    ({ service, kind, startMs, durationMs, parentSpanId }) => [
      service,
      kind,
      startMs,
      durationMs,
      parentSpanId !== null,
    ],
  );

describe('Zipkin version 1', () => {
  // A bug report: it was read as version 2, without services, kinds and errors.
  it('has its services, kinds, tags, errors and peers', () => {
    const trace = traceOf(report);
    expect(trace.spans.map(({ service, kind, status }) => [service, kind, status])).to.deep.equal([
      ['web', 'server', 'error'],
      ['web', 'client', 'unset'],
    ]);
    expect(trace.spans[0]?.attributes.get('otel.status_description')).to.equal('boom');
    expect(trace.spans[1]?.attributes.get('peer.service')).to.equal('mysql');
    expect(trace.spans.map(({ startMs, durationMs }) => [startMs, durationMs])).to.deep.equal([
      [0, 10],
      [1, 5],
    ]);
  });

  it('may have both sides of a call in one span', () => {
    const annotations = [
      note('cs', 0, 'web'),
      note('sr', 1000, 'shop'),
      note('ss', 7000, 'shop'),
      note('cr', 9000, 'web'),
    ];
    expect(spansOf({ id: 'a1', annotations })).to.deep.equal([
      ['web', 'client', 0, 9, false],
      ['shop', 'server', 1, 6, true],
    ]);
  });

  it('may have each side in a piece of its own, and in a file with version 2', () => {
    const client = { id: 'a1', annotations: [note('cs', 0, 'web'), note('cr', 9000, 'web')] };
    const server = { id: 'a1', annotations: [note('sr', 1000, 'shop'), note('ss', 7000, 'shop')] };
    const both = [
      ['web', 'client', 0, 9, false],
      ['shop', 'server', 1, 6, true],
    ];
    expect(spansOf(client, server)).to.deep.equal(both);
    expect(spansOf(server, client)).to.deep.equal(both);
    const second = { id: 'a1', kind: 'CLIENT', timestamp: at, duration: 9000, localEndpoint: host('web') };
    expect(spansOf(second, server)).to.deep.equal(both);
  });

  it('may have work without any side, and messages', () => {
    const local = {
      id: 'a1',
      timestamp: at,
      duration: 3000,
      binaryAnnotations: [{ key: 'lc', value: '', endpoint: host('web') }],
    };
    expect(spansOf(local)).to.deep.equal([['web', 'internal', 0, 3, false]]);
    const sent = { id: 'a1', annotations: [note('ms', 0, 'web')] };
    const taken = { id: 'a2', parentId: 'a1', annotations: [note('wr', 5000, 'mail'), note('mr', 6000, 'mail')] };
    expect(spansOf(sent, taken)).to.deep.equal([
      ['web', 'producer', 0, 0, false],
      ['mail', 'consumer', 5, 1, true],
    ]);
    expect(spansOf(sent, { ...taken, annotations: [note('mr', 6000, 'mail')] })[1]).to.deep.equal([
      'mail',
      'consumer',
      6,
      0,
      true,
    ]);
  });

  it('keeps what else was noted, and no key of it is special', () => {
    const trace = traceOf([
      {
        traceId: 'a1',
        id: 'a1',
        annotations: [note('sr', 0, 'web'), note('cache miss', 500, 'web'), note('ss', 900, 'web')],
        binaryAnnotations: [{ key: '__proto__', value: 'x', endpoint: host('web') }],
      },
    ]);
    expect(trace.spans[0]?.events.map(({ name, timeMs }) => [name, timeMs])).to.deep.equal([['cache miss', 0.5]]);
    expect([...(trace.spans[0]?.attributes ?? [])]).to.deep.equal([['__proto__', 'x']]);
    expect(warningKinds(trace)).to.deep.equal([]);
  });
});
