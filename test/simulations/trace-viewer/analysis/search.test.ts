import { describe, it } from 'node:test';
import { expect } from 'chai';
import { matchingSpans } from '../../../../src/simulations/trace-viewer/analysis/search.model.js';
import { parseLogQuery } from '../../../../src/telemetry/logs/index.js';
import type { Trace } from '../../../../src/telemetry/traces/index.js';
import { span, trace } from '../../../telemetry/traces/arbitraries.js';
import { FILES, traceOf } from '../../../telemetry/traces/reference-files.js';
import report from '../../../telemetry/traces/reports/find-spans.json';
import { analysisOf, finish } from '../runs.js';

function found(shown: Trace, text: string): number {
  const parsed = parseLogQuery(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return finish(matchingSpans(shown, analysisOf(shown), parsed.query)).length;
}

function expectFound(shown: Trace, counts: Readonly<Record<string, number>>): void {
  for (const [query, count] of Object.entries(counts)) expect(found(shown, query), query).to.equal(count);
}

describe('a search over spans', () => {
  // A bug report: none of these found anything.
  it('finds what the panel of a span shows', () => {
    expectFound(traceOf(report), {
      insufficient: 1,
      'exception.message=~"insufficient"': 1,
      'event=exception': 1,
      'event=retry': 1,
      'service.name=shop': 2,
      'span.kind=client': 1,
      'error=true': 1,
      'error=false': 1,
      'order.id=7': 1,
      CHARGE: 1,
      'duration_ms>50ms': 2,
      'duration_ms>90': 1,
      'duration>90ms': 1,
      'card declined': 1,
      '00000000000000a2': 1,
      'parent_span_id=00000000000000a1': 1,
      'status=error': 1,
      'status=ERROR': 1,
      'kind!=client': 1,
      '"Post /PAY"': 1,
      'nothing of the kind': 0,
    });
  });

  it('finds by links, warnings, processes, lists and large numbers', () => {
    const shown = trace([
      span('00000000000000a1', null, 0, 10, {
        resource: new Map<string, unknown>([['host.name', 'web-1']]),
        attributes: new Map<string, unknown>([
          ['tags', ['a', 'b']],
          ['n', 9007199254740993n],
        ]),
        links: [{ traceId: 'ffff', spanId: 'eeee', attributes: new Map() }],
      }),
      span('00000000000000a2', '00000000000000a1', 1, 0.0000015, {
        service: 'db',
        warnings: [{ kind: 'clock-skew', message: '' }],
      }),
    ]);
    expectFound(shown, {
      'host.name=web-1': 1,
      'WEB-1': 1,
      'tags=b': 1,
      'n=9007199254740993': 1,
      eeee: 1,
      'link=ffff': 1,
      'warning=clock-skew': 1,
      'duration<1us': 1,
      'service=db OR tags=a': 2,
      'NOT web-1': 1,
    });
  });

  it('finds in real files of Jaeger, Zipkin and OTLP', () => {
    expectFound(traceOf(FILES['jaeger-ui_01-model.json']), { 'blob=*': 1, 'peer.service=service-y': 1 });
    expectFound(traceOf(FILES['zipkin-yelp.json']), { MYSQL: 2, 'span.kind=server': 4 });
    expectFound(traceOf(FILES['otlp-proto-example-trace.json']), { 'service.name=my.service': 1, 'MY.SPAN.ATTR': 1 });
  });

  it('does not find a word that only the search itself uses', () => {
    const shown = trace([span('00000000000000a1', null, 0, 10)]);
    for (const word of ['error', 'duration_ms', 'level', 'start_ms']) expect(found(shown, word), word).to.equal(0);
  });
});
