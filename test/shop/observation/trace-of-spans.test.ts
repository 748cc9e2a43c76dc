import { describe, it } from 'node:test';
import { expect } from 'chai';
import { RUN_EPOCH_UNIX_NANO, Shop, tracesOfSpans, type ShopLog, type ShopSpan } from '../../../src/shop/index.js';
import type { ShopAction } from '../../../src/shop/index.js';
import { criticalPath, readTraces, writeJaeger, writeOtlp, writeZipkin } from '../../../src/telemetry/traces/index.js';
import { record } from '../helpers.js';

function run(actions: ShopAction[] = [], seconds = 30) {
  const shop = new Shop(record({ settings: { rate: 20 }, actions }));
  const spans: ShopSpan[] = [];
  const logs: ShopLog[] = [];
  shop.listen({ span: (span) => spans.push(span), log: (log) => logs.push(log) });
  shop.runUntil(seconds);
  shop.act({ type: 'close-shop' });
  shop.runUntil(seconds + 60);
  return { spans, logs };
}

const kinds = (warnings: readonly { kind: string }[]) => warnings.map(({ kind }) => kind);

describe('tracesOfSpans', () => {
  const { spans } = run();
  const traces = tracesOfSpans(spans);

  it('keeps every span, with its times to the nanosecond', () => {
    expect(traces.reduce((sum, trace) => sum + trace.spans.length, 0)).to.equal(spans.length);
    const told = new Map(spans.map((span) => [`${span.traceId} ${span.spanId}`, span]));
    for (const trace of traces) {
      for (const span of trace.spans) {
        const { startSeconds, endSeconds } = told.get(`${trace.traceId} ${span.spanId}`)!;
        const start = trace.startUnixNano + BigInt(Math.round(span.startMs * 1e6));
        expect(start).to.equal(RUN_EPOCH_UNIX_NANO + BigInt(Math.round(startSeconds * 1e9)));
        expect(span.durationMs).to.be.closeTo((endSeconds - startSeconds) * 1000, 2e-6);
      }
    }
  });

  it('warns of nothing while nothing is wrong', () => {
    expect(
      traces.flatMap((trace) => [...trace.warnings, ...trace.spans.flatMap((span) => span.warnings)]),
    ).to.deep.equal([]);
  });

  it('takes the root first, and the critical path fills it', () => {
    for (const trace of traces) {
      const [root] = trace.spans;
      expect([root?.service, root?.parentSpanId]).to.deep.equal(['api-gateway', null]);
      const path = criticalPath(trace).reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
      expect(path).to.be.closeTo(root!.durationMs, 1e-5);
    }
  });

  it('begins where the caller says the run began', () => {
    const [first] = tracesOfSpans(spans.slice(0, 1), { epochUnixNano: 5n });
    expect(first?.startUnixNano).to.equal(5n + BigInt(Math.round(spans[0]!.startSeconds * 1e9)));
  });

  it('puts version and instance into the resource', () => {
    expect([...traces[0]!.spans[0]!.resource!.keys()]).to.deep.equal(['service.version', 'service.instance.id']);
  });

  it('makes an exception an event of the span that threw it', () => {
    const failing = run([{ at: 0, type: 'bad-deploy' }]);
    const thrown = tracesOfSpans(failing.spans, failing).flatMap((trace) =>
      trace.spans.filter(({ events }) => events[0]),
    );
    expect(thrown.length).to.be.above(20);
    for (const span of thrown) {
      expect(span.service).to.equal('order-service');
      expect(Object.fromEntries(span.events[0]!.attributes)).to.deep.equal({
        'exception.type': 'NullPointerException',
        'exception.message': 'discount is null',
      });
      expect(span.events[0]!.timeMs).to.be.closeTo(span.startMs + span.durationMs, 1e-3);
    }
  });
});

describe('A lost traceparent', () => {
  const checkout = (mode: 'drops' | 'resets') => {
    const { spans } = run([{ at: 0, type: 'lost-header', mode }]);
    const cut = spans.find(({ requestTraceId }) => requestTraceId !== undefined)!;
    const ids = [cut.requestTraceId, cut.traceId];
    return { cut, traces: tracesOfSpans(spans.filter(({ traceId }) => ids.includes(traceId))) };
  };

  it('splits the trace, and whoever resets it leaves an orphan', () => {
    const { cut, traces } = checkout('resets');
    expect(traces).to.have.length(2);
    const rest = traces.find(({ traceId }) => traceId === cut.traceId)!;
    expect(rest.spans[0]).to.include({ service: 'payment-service', spanId: cut.spanId });
    expect(kinds(rest.spans[0]!.warnings)).to.deep.equal(['orphan']);
    expect(kinds(rest.spans.slice(1).flatMap((span) => span.warnings))).to.deep.equal([]);
    const whole = traces.find(({ traceId }) => traceId === cut.requestTraceId)!;
    const call = whole.spans.find(({ kind, name }) => kind === 'client' && name === 'POST /charges')!;
    expect(whole.spans.some(({ parentSpanId }) => parentSpanId === call.spanId)).to.equal(false);
  });

  it('makes a root where it is dropped', () => {
    const { cut, traces } = checkout('drops');
    const rest = traces.find(({ traceId }) => traceId === cut.traceId)!;
    expect(rest.spans[0]).to.include({ service: 'payment-service', parentSpanId: null });
  });

  it('is lost in every export as it is on the screen', () => {
    const { traces } = checkout('resets');
    for (const file of [writeOtlp(traces), writeJaeger(traces), writeZipkin(traces)]) {
      const read = readTraces(JSON.stringify(file));
      if (!read.ok) throw new Error(read.message);
      expect(read.traces.map((trace) => trace.traceId).sort()).to.deep.equal(
        traces.map((trace) => trace.traceId).sort(),
      );
      // Zipkin's shortest span is a microsecond, by which a message that took none outlasts its sender.
      const warnings = read.traces.flatMap((trace) => trace.spans.flatMap((span) => span.warnings));
      expect(kinds(warnings).filter((kind) => kind !== 'outside-parent')).to.deep.equal(['orphan']);
    }
  });

  it('harms nobody, and ends when it is mended', () => {
    const times = (spans: ShopSpan[]) =>
      spans.map(({ name, startSeconds, endSeconds }) => `${name} ${startSeconds} ${endSeconds}`);
    const lost = run([{ at: 0, type: 'lost-header', seconds: 10 }]);
    expect(times(lost.spans)).to.deep.equal(times(run().spans));
    const cut = lost.spans.filter(({ requestTraceId }) => requestTraceId !== undefined);
    expect(cut.length).to.be.above(10);
    expect(Math.max(...cut.map(({ startSeconds }) => startSeconds))).to.be.below(10.1);
  });
});

describe('N + 1 queries', () => {
  const { spans } = run([{ at: 0, type: 'n-plus-one', queries: 7 }], 40);
  const late = tracesOfSpans(spans.filter(({ startSeconds }) => startSeconds > 20)).filter((trace) =>
    trace.spans.some(({ name }) => name === 'UPDATE stock'),
  );

  it('come one after the other from the one instance that asks, each a span of its own', () => {
    expect(late.length).to.be.above(20);
    for (const trace of late) {
      const queries = trace.spans.filter(({ name }) => name === 'SELECT item');
      expect(queries).to.have.length(7);
      expect(new Set(queries.map(({ parentSpanId }) => parentSpanId)).size).to.equal(1);
      queries.slice(1).forEach((query, i) => {
        const before = queries[i]!;
        expect(query.startMs).to.be.at.least(before.startMs + before.durationMs - 1e-6);
      });
    }
  });

  it('are asked before the deploy by nobody', () => {
    const early = spans.filter(({ name, startSeconds }) => name === 'SELECT item' && startSeconds < 4);
    expect(early).to.deep.equal([]);
  });

  it('are mended by rolling back', () => {
    const mended = run(
      [
        { at: 0, type: 'n-plus-one' },
        { at: 20, type: 'roll-back', service: 'inventory-service' },
      ],
      80,
    );
    const last = mended.spans.filter(({ startSeconds }) => startSeconds > 60);
    expect(last.length).to.be.above(500);
    expect(last.filter(({ name }) => name === 'SELECT item')).to.deep.equal([]);
  });
});
