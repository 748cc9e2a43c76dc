import { describe, it } from 'node:test';
import { expect } from 'chai';
import { RecentTelemetry, Run, type ShopLog, type ShopSpan } from '../../../src/shop/index.js';

const RECORD = { scenario: 'quiet', seed: 3, settings: {}, actions: [{ at: 30, type: 'bad-deploy' as const }] };

interface Seen {
  readonly telemetry: RecentTelemetry;
  readonly spans: ShopSpan[];
  readonly logs: ShopLog[];
}

/** A run of so many seconds, and all that it told, noted beside. */
function after(seconds: number): Seen {
  const run = new Run(RECORD);
  const [spans, logs]: [ShopSpan[], ShopLog[]] = [[], []];
  run.watch((shop) => {
    shop.listen({ span: (span) => spans.push(span), log: (log) => logs.push(log) });
    return {};
  });
  const watch = run.watch((shop) => new RecentTelemetry(shop, { traces: 500, logs: 2000 }));
  run.runUntil(seconds);
  return { telemetry: watch.current, spans, logs };
}

describe('RecentTelemetry', () => {
  const { telemetry, spans, logs } = after(140);
  const serverSpans = spans.filter(({ kind }) => kind === 'server');

  it('has the spans and the lines of the newest requests', () => {
    const traceId = telemetry.traceIds.at(-1)!;
    expect(telemetry.spansOf(traceId)).to.deep.equal(spans.filter((span) => span.traceId === traceId));
    expect(telemetry.logs).to.deep.equal(logs.slice(-2000));
  });

  it('still has, of the requests of every twenty seconds, the slowest and the slowest failed one of each service', () => {
    const seconds = ({ startSeconds, endSeconds }: ShopSpan): number => endSeconds - startSeconds;
    for (const service of ['api-gateway', 'order-service', 'auth', 'payment-service']) {
      for (let from = 0; from < 120; from += 20) {
        const ended = serverSpans.filter(
          (span) => span.service === service && span.endSeconds > from && span.endSeconds <= from + 20,
        );
        for (const some of [ended, ended.filter(({ isError }) => isError)]) {
          const [slowest] = some.toSorted((a, b) => seconds(b) - seconds(a));
          if (!slowest) continue;
          const whole = spans.filter(({ traceId }) => traceId === slowest.traceId);
          const what = `${service} in ${from}..${from + 20}`;
          expect(telemetry.spansOf(slowest.traceId), what).to.deep.equal(whole);
          const lines = logs.filter(({ traceId }) => traceId === slowest.traceId);
          expect(telemetry.logsOf(slowest.traceId), what).to.deep.equal(lines);
        }
      }
    }
  });

  it('has long forgotten the others', () => {
    const [first] = spans;
    const early = spans.filter(({ endSeconds }) => endSeconds < 20);
    const kept = new Set(early.map(({ traceId }) => traceId).filter((id) => telemetry.spansOf(id).length > 0));
    expect(first).not.to.equal(undefined);
    expect(kept.size).to.be.below(60);
  });

  it('knows the span of a line: its own, or the call that the caller tells of', () => {
    const failed = logs.findLast(({ event }) => event === 'order_failed')!;
    const own = spans.find(({ spanId }) => spanId === failed.spanId)!;
    expect(own.service).to.equal('order-service');
    expect(telemetry.spanOf(failed)?.spanId).to.equal(own.spanId);
    expect(telemetry.logsOfSpan(failed.traceId, own.spanId)).to.include(failed);
    const told = logs.findLast(
      ({ event, traceId }) => event === 'call_failed' && telemetry.spansOf(traceId).length > 0,
    );
    if (told) expect(telemetry.spanOf(told)?.kind).to.equal('client');
  });

  it('tells what was changed before a line, in the services that it is about', () => {
    const late = logs.findLast(({ event }) => event === 'order_failed')!;
    const { services, changes } = telemetry.changesBefore(late);
    expect(services).to.deep.equal(['order-service']);
    expect(changes.map(({ seconds, kind, service }) => [seconds, kind, service])).to.deep.equal([
      [30, 'deploy', 'order-service'],
    ]);
    expect(telemetry.changesBefore({ ...late, seconds: 29 }).changes).to.deep.equal([]);
    const other = logs.findLast(({ service, event }) => service === 'auth' && event === 'auth_completed')!;
    expect(telemetry.changesBefore(other).changes).to.deep.equal([]);
  });
});
