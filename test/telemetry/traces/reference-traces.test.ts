import { describe, it } from 'node:test';
import { expect } from 'chai';
import { criticalPath, readTraces, selfTime, traceTree, type Trace } from '../../../src/telemetry/traces/index.js';
import manifest from '../../reference/traces/MANIFEST.json';
import expected from '../../reference/traces/expected.json';
import { FILES, traceOf, tracesOf, warningKinds } from './reference-files.js';

const micros = (trace: Trace, ms: number): number => Number(trace.startUnixNano / 1000n) + Math.round(ms * 1000);

// The manifest counts a parent as present when any trace of the file has it; here it must be in the same trace.
const PARENTS_ELSEWHERE: Record<string, number> = { 'otlp-jaeger-otel_traces_01.json': 1 };

describe('readTraces on the reference files', () => {
  it('has every file of the manifest', () => {
    expect(Object.keys(FILES).sort()).to.deep.equal(manifest.files.map(({ file }) => file).sort());
  });

  for (const file of manifest.files) {
    if (file.spans === undefined) {
      it(`says that ${file.file} is of another signal`, () => {
        const result = readTraces(FILES[file.file]);
        expect(result.ok).to.equal(false);
        expect(result.ok ? '' : result.message).to.match(/^These are (logs|metrics), not traces/);
      });
      continue;
    }
    it(`counts what is in ${file.file}`, () => {
      const result = readTraces(JSON.stringify(FILES[file.file]));
      if (!result.ok) throw new Error(result.message);
      const spans = result.traces.flatMap((trace) => trace.spans);
      const kinds = result.traces.flatMap(warningKinds);
      const count = (...wanted: string[]): number => kinds.filter((kind) => wanted.includes(kind)).length;
      expect(file.format.startsWith(result.format)).to.equal(true);
      expect(result.traces).to.have.length(file.traces ?? 1);
      expect(spans).to.have.length(file.spans);
      expect(spans.filter((span) => span.parentSpanId === null)).to.have.length(file.roots ?? 0);
      expect(count('orphan')).to.equal((file.orphans ?? 0) + (PARENTS_ELSEWHERE[file.file] ?? 0));
      expect(count('duplicate-id')).to.equal(
        file.format === 'zipkin-v2' ? 0 : (file.spans ?? 0) - (file.distinct_ids ?? 0),
      );
      if (file.children_outside_parent !== undefined) {
        expect(count('outside-parent', 'clock-skew')).to.equal(file.children_outside_parent);
      }
      if (file.services) expect(new Set(spans.map((span) => span.service))).to.deep.equal(new Set(file.services));
      if (file.no_duration !== undefined) expect(count('missing-time')).to.equal(file.no_duration);
      if (file.error_tags !== undefined) {
        expect(spans.filter((span) => span.status === 'error')).to.have.length(file.error_tags);
      }
    });
  }
});

describe('a trace agrees with Jaeger UI', () => {
  for (const [file, wanted] of Object.entries(expected.jaeger_ui)) {
    it(`on the tree, times and self times of ${file}`, () => {
      const trace = traceOf(FILES[file]);
      const { depths } = traceTree(trace.spans);
      const self = selfTime(trace);
      expect(trace.traceId).to.equal(wanted.traceID);
      expect(Math.round(trace.durationMs * 1000)).to.equal(wanted.duration);
      const rows = trace.spans.map((span, i) => ({
        spanID: span.spanId,
        depth: depths[i],
        start: micros(trace, span.startMs),
        duration: Math.round(span.durationMs * 1000),
        selfTime: Math.round((self.get(span.spanId) ?? NaN) * 1000),
      }));
      expect(rows).to.deep.equal(
        wanted.spanRows.map(({ spanID, depth, start, duration, selfTime: own }) => ({
          spanID,
          depth,
          start,
          duration,
          selfTime: own,
        })),
      );
      const counts = new Map<string, number>();
      for (const { service } of trace.spans) counts.set(service, (counts.get(service) ?? 0) + 1);
      expect(Object.fromEntries(counts)).to.deep.equal(
        Object.fromEntries(wanted.services.map(({ name, numberOfSpans }) => [name, numberOfSpans])),
      );
    });

    // In none of the files do siblings abut: with Jaeger's < and with <= here the paths are the same.
    it(`on the critical path of ${file}`, () => {
      const trace = traceOf(FILES[file]);
      const sections = criticalPath(trace).map(({ spanId, startMs, endMs }) => ({
        spanID: spanId,
        sectionStart: micros(trace, startMs),
        sectionEnd: micros(trace, endMs),
      }));
      const inTime = (a: { sectionStart: number; spanID: string }, b: { sectionStart: number; spanID: string }) =>
        a.sectionStart - b.sectionStart || (a.spanID < b.spanID ? -1 : 1);
      expect(sections.sort(inTime)).to.deep.equal([...wanted.sections].sort(inTime));
    });
  }
});

describe('a trace agrees with Zipkin Lens', () => {
  for (const [file, wanted] of Object.entries(expected.zipkin_lens)) {
    it(`on who called whom in ${file}`, () => {
      const trace = traceOf(FILES[file]);
      const { depths, parents } = traceTree(trace.spans);
      expect(trace.traceId).to.equal(wanted.summary.traceId);
      expect(trace.spans).to.have.length(wanted.inputSpans);
      const root = trace.spans.find((span) => span.parentSpanId === null);
      expect([root?.service, root?.name]).to.deep.equal(Object.values(wanted.summary.rootSpan));
      // Lens hangs orphans below the root; here they stay at the top, with a warning.
      const orphans = trace.spans.some((span, i) => span.parentSpanId !== null && parents[i] === -1);
      if (!orphans) expect(Math.max(...depths)).to.equal(wanted.maxDepth);
      if (!('tree' in wanted)) return;
      const lens = wanted.tree.map((node) => [
        node.service,
        node.name,
        'kind' in node ? node.kind : 'INTERNAL',
        node.depth,
      ]);
      const lift = (i: number): number => {
        let top = i;
        while ((parents[top] ?? -1) !== -1) top = parents[top] ?? -1;
        return trace.spans[top]?.parentSpanId === null ? 0 : 1;
      };
      const ours = trace.spans.map((span, i) => [
        span.service,
        span.name,
        span.kind.toUpperCase(),
        (depths[i] ?? 0) + lift(i),
      ]);
      const text = (row: unknown): string => JSON.stringify(row);
      expect(ours.map(text).sort()).to.deep.equal(lens.map(text).sort());
    });
  }

  it('and marks, but does not mend, the clock that is 65 ms late', () => {
    const trace = traceOf(FILES['zipkin-skew.json']);
    expect(warningKinds(trace)).to.deep.equal(['clock-skew']);
    const server = trace.spans.find((span) => span.service === 'serviceb' && span.name === 'post');
    expect(server?.warnings[0]?.kind).to.equal('clock-skew');
    expect(server?.startMs).to.equal(0);
  });
});

describe('a file of Jaeger UI', () => {
  it('has what is in every tag, whatever its type', () => {
    const span = traceOf(FILES['jaeger-ui_01-model.json']).spans.find(({ spanId }) => spanId === '0000000000000002_1');
    expect(span?.status).to.equal('error');
    expect([...(span?.attributes ?? [])]).to.deep.equal([
      ['peer.service', 'service-y'],
      ['peer.ipv4', 23456],
      ['temperature', 72.5],
      ['javascript_limit', 9223372036854775222n],
      ['blob', new Uint8Array([0, 0, 0x30, 0x39])],
    ]);
  });

  it('keeps the references that are no parents as links', () => {
    const span = traceOf(FILES['jaeger-ui_01-model.json']).spans.find(({ spanId }) => spanId === '0000000000000004');
    expect(span?.parentSpanId).to.equal('0000000000000002');
    expect(span?.links.map((link) => [link.traceId, link.spanId])).to.deep.equal([
      ['00000000000000ff', '00000000000000ff'],
      ['0000000000000001', '0000000000000002'],
    ]);
  });

  it('has the links, states and scopes of OTLP', () => {
    const [trace] = tracesOf(FILES['otlp-jaeger-otel_traces_01.json']);
    const span = trace?.spans[0];
    expect(span?.attributes.get('w3c.tracestate')).to.equal('state.2');
    expect(span?.attributes.get('otel.scope.name')).to.equal('testing-library-2');
    expect(span?.links).to.have.length(2);
    expect(span?.events[0]?.attributes.get('event-x')).to.equal('event-y');
    expect(span?.status).to.equal('error');
  });
});
