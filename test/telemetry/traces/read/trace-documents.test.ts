import { describe, it } from 'node:test';
import { expect } from 'chai';
import { readTraces, type TraceFormat } from '../../../../src/telemetry/traces/index.js';
import report from '../reports/answers-of-tempo-and-jaeger-2.json';
import { traceOf, tracesOf, warningKinds } from '../reference-files.js';

const { trace: otlp } = report;
const jaegerSpan = {
  traceID: 'a1',
  spanID: 'b1',
  operationName: 'r',
  startTime: 1_700_000_000_000_000,
  duration: 5,
  process: { serviceName: 'shop', tags: [] },
};
const zipkinSpan = { traceId: 'a1', id: 'b1', timestamp: 1, duration: 5, localEndpoint: { serviceName: 'shop' } };
const logs = { resourceLogs: [{ scopeLogs: [] }] };
const metrics = { resourceMetrics: [] };
const lines = (...documents: unknown[]): string => documents.map((each) => JSON.stringify(each)).join('\n');

describe('traces in what a product puts around them', () => {
  const inputs: Record<string, [unknown, TraceFormat]> = {
    // A bug report has the first two.
    'Tempo’s /api/v2/traces': [report, 'otlp'],
    'Jaeger 2’s /api/v3/traces': [{ result: otlp }, 'otlp'],
    'Jaeger 2’s stream, a line for each part': [lines({ result: otlp }, { result: { resourceSpans: [] } }), 'otlp'],
    'Tempo’s /api/traces': [{ batches: otlp.resourceSpans }, 'otlp'],
    'a list of exports': [[otlp, { resourceSpans: [] }], 'otlp'],
    'lines of several signals, logs first': [lines(logs, metrics, otlp, logs), 'otlp'],
    'a list of several signals': [[metrics, otlp], 'otlp'],
    'Jaeger’s /api/traces': [{ data: [{ traceID: 'a1', spans: [jaegerSpan] }], total: 0, errors: null }, 'jaeger'],
    'a search of Elasticsearch': [{ hits: { total: 1, hits: [{ _index: 'jaeger', _source: jaegerSpan }] } }, 'jaeger'],
    'lines of Jaeger’s spans': [lines(jaegerSpan), 'jaeger'],
    'a list of Jaeger’s spans': [[jaegerSpan], 'jaeger'],
    'lines of Zipkin’s spans': [lines(zipkinSpan, { ...zipkinSpan, id: 'b2', parentId: 'b1' }), 'zipkin'],
    'one span of Zipkin': [zipkinSpan, 'zipkin'],
    'Zipkin’s /api/v2/traces': [[[zipkinSpan]], 'zipkin'],
  };
  for (const [name, [input, format]] of Object.entries(inputs)) {
    it(`are read from ${name}`, () => {
      const result = readTraces(typeof input === 'string' ? input : JSON.stringify(input));
      if (!result.ok) throw new Error(result.message);
      expect(result.format).to.equal(format);
      expect(result.traces).to.have.length(1);
      expect(result.traces[0]?.spans[0]?.service).to.equal('shop');
    });
  }

  it('are told from other signals, whatever is around these', () => {
    const message = (input: unknown): string => {
      const result = readTraces(input);
      return result.ok ? 'read' : result.message;
    };
    expect(message(logs)).to.match(/^These are logs/);
    expect(message(lines(metrics, logs))).to.match(/^These are metrics/);
    for (const other of [
      { name: 'x', data: { a: [1] } },
      { trace: 5 },
      [[[1]]],
      { hits: { hits: [{}] } },
      'null',
      '7',
    ]) {
      expect(message(other), JSON.stringify(other)).to.match(/^These are no traces/);
    }
  });
});

describe('a search result', () => {
  const match = (spanID: string, rest: object = {}): object => ({
    spanID,
    name: 'charge',
    startTimeUnixNano: '1700000000010000000',
    durationNanos: '5000000',
    attributes: [{ key: 'service.name', value: { stringValue: 'payment' } }],
    ...rest,
  });
  const summary = {
    traceID: '2f3e0cee77ae5dc9c17ade3689eb2e54',
    rootServiceName: 'shop',
    rootTraceName: 'checkout',
    startTimeUnixNano: '1700000000000000000',
    durationMs: 30,
  };

  it('has the root, the spans that matched, and says that it is not whole', () => {
    const trace = traceOf({ traces: [{ ...summary, spanSets: [{ matched: 1, spans: [match('563d623c76514f8e')] }] }] });
    expect(
      trace.spans.map(({ service, name, startMs, durationMs }) => [service, name, startMs, durationMs]),
    ).to.deep.equal([
      ['shop', 'checkout', 0, 30],
      ['payment', 'charge', 10, 5],
    ]);
    expect(trace.spans[1]?.parentSpanId).to.equal(trace.spans[0]?.spanId);
    expect(warningKinds(trace)).to.deep.equal(['truncated']);
  });

  it('has the root once, where it is among the matches, and a span once, where it is in two sets', () => {
    const root = match('00000000000000a1', {
      name: 'checkout',
      startTimeUnixNano: '1700000000000000000',
      durationNanos: '30000000',
    });
    const spans = [root, match('00000000000000a2')];
    const trace = traceOf({ traces: [{ ...summary, spanSets: [{ spans }, { spans }], spanSet: { spans } }] });
    expect(trace.spans.map(({ spanId, service }) => [spanId, service])).to.deep.equal([
      ['00000000000000a1', 'shop'],
      ['00000000000000a2', 'payment'],
    ]);
  });

  it('may have nothing but roots, in the words of Tempo and of Jaeger 2', () => {
    const { traceID, ...rest } = summary;
    const times = { minStartTimeUnixNano: '1000000000000', maxEndTimeUnixNano: '1001000000000' };
    for (const input of [
      { traces: [summary], metrics: {} },
      { summaries: [{ traceId: traceID, rootServiceName: 'shop', rootOperationName: 'checkout', ...times }] },
      { traces: [{ ...rest, traceId: traceID }] },
    ]) {
      const trace = traceOf(input);
      expect(trace.spans.map(({ service, name }) => [service, name])).to.deep.equal([['shop', 'checkout']]);
    }
  });
});

describe('a table of Grafana', () => {
  const columns: Record<string, unknown[]> = {
    traceID: ['3fa414edcef6ad90', '3fa414edcef6ad90'],
    spanID: ['3fa414edcef6ad90', '0f5c1808567e4403'],
    parentSpanID: [null, '3fa414edcef6ad90'],
    operationName: ['GET /', 'find'],
    serviceName: ['web', 'db'],
    kind: ['server', 'client'],
    statusCode: [0, 2],
    startTime: [1605873894680.409, 1605873894680.587],
    duration: [1049.141, 1.847],
    tags: [[{ key: 'n', value: 1 }], '[{"key":"n","value":2}]'],
    serviceTags: [[{ key: 'service.name', value: 'web' }], [{ key: 'host', value: 'h' }]],
    logs: [[], [{ timestamp: 1605873894681, name: 'retry', fields: [{ key: 'a', value: 'b' }] }]],
  };
  const beside = {
    schema: { fields: Object.keys(columns).map((name) => ({ name })) },
    data: { values: Object.values(columns) },
  };
  const within = { fields: Object.entries(columns).map(([name, values]) => ({ name, values })) };
  const shapes: Record<string, unknown> = {
    'the inspector copies': [beside],
    'the data source gives': { data: [within] },
    'the query API answers': { results: { A: { status: 200, frames: [beside] } } },
    'older versions kept': {
      data: [{ fields: Object.entries(columns).map(([name, buffer]) => ({ name, values: { buffer } })) }],
    },
  };
  for (const [name, input] of Object.entries(shapes)) {
    it(`has its spans, as ${name} it`, () => {
      const trace = traceOf(JSON.stringify(input));
      expect(
        trace.spans.map(({ service, name: operation, kind, status, startMs, durationMs }) => [
          service,
          operation,
          kind,
          status,
          startMs,
          durationMs,
        ]),
      ).to.deep.equal([
        ['web', 'GET /', 'server', 'unset', 0, 1049.141],
        ['db', 'find', 'client', 'error', 0.178, 1.847],
      ]);
      expect(trace.spans.map(({ attributes }) => attributes.get('n'))).to.deep.equal([1, 2]);
      expect([...(trace.spans[1]?.resource ?? [])]).to.deep.equal([['host', 'h']]);
      expect(trace.spans[1]?.events[0]?.attributes.get('a')).to.equal('b');
      expect(warningKinds(trace)).to.deep.equal([]);
    });
  }

  it('survives fields of any kind', () => {
    const odd = [null, 'x', {}, [5]].map((values) => ({ name: 'spanID', values }));
    for (const field of odd) {
      expect(() => tracesOf([{ fields: [{ name: 'traceID', values: ['a1'] }, field] }])).not.to.throw(TypeError);
    }
  });
});
