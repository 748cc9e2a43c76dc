import { describe, it } from 'node:test';
import { expect } from 'chai';
import { writeJaeger, writeOtlp, writeZipkin, readTraces, type Trace } from '../../../src/telemetry/traces/index.js';
import {
  joinTraces,
  logsOf,
  percentileOf,
  rankOf,
  simulate,
  tracesOfRequest,
} from '../../../src/simulations/trace-viewer/trace-viewer.model.js';
import { compareSpans } from '../../../src/simulations/trace-viewer/compare/compare.model.js';
import { flameOf } from '../../../src/simulations/trace-viewer/views/flame.model.js';
import { serviceMap } from '../../../src/simulations/trace-viewer/views/map.model.js';
import { minimapLines, ticksOf } from '../../../src/simulations/trace-viewer/waterfall/minimap.model.js';
import { operationsOf } from '../../../src/simulations/trace-viewer/views/operations.model.js';
import { analysisOf, finish, runOf } from './runs.js';
import { span, trace } from '../../telemetry/traces/arbitraries.js';
import type { Injection } from '../../../src/simulations/trace-viewer/trace-viewer.model.js';

/** The middle checkout of a run, as the viewer shows it. */
function middle(injection: Injection, percentile = 50): Trace {
  const run = runOf(injection);
  return joinTraces(tracesOfRequest(run, run.checkouts[rankOf(percentile, run.checkouts.length)]!.traceId));
}

describe('a simulated request', () => {
  it('goes through gateway, auth, orders, inventory, payment, database, card processor and e-mail', () => {
    const { spans } = middle('none');
    expect([...new Set(spans.map(({ service }) => service))]).to.have.members([
      'api-gateway',
      'auth',
      'order-service',
      'inventory-service',
      'payment-service',
      'email-service',
    ]);
    const peers = spans.map(({ attributes }) => attributes.get('service.peer.name'));
    expect(peers).to.include.members(['postgres', 'cache', 'card-processor']);
  });

  it('is the same for the same seed, and another for another', () => {
    const again = finish(simulate({ seed: 7, injection: 'none', dependency: 'auth' }));
    expect(again.requests).to.deep.equal(runOf('none').requests);
    const other = finish(simulate({ seed: 8, injection: 'none', dependency: 'auth' }));
    expect(other.requests[0]).not.to.deep.equal(again.requests[0]);
  });

  it('took as long as its critical path is', () => {
    for (const injection of ['none', 'slow-dependency', 'n-plus-one', 'retry', 'lost-header'] as const) {
      const run = runOf(injection);
      for (const request of run.checkouts.slice(0, 40)) {
        const { pathTotalMs } = analysisOf(joinTraces(tracesOfRequest(run, request.traceId)));
        expect(pathTotalMs).to.be.closeTo(request.durationMs, 1e-3);
      }
    }
  });

  it('comes from the same customers, whatever is broken', () => {
    const ids = runOf('none')
      .requests.map(({ traceId }) => traceId)
      .sort();
    for (const injection of ['slow-dependency', 'n-plus-one', 'retry', 'lost-header'] as const) {
      expect(
        runOf(injection)
          .requests.map(({ traceId }) => traceId)
          .sort(),
      ).to.deep.equal(ids);
    }
  });

  it('has its log lines at the spans that wrote them', () => {
    const run = runOf('none');
    const shown = joinTraces(tracesOfRequest(run, run.checkouts[0]!.traceId));
    const servers = shown.spans.filter(({ kind }) => kind === 'server');
    for (const { spanId, service } of servers) {
      const lines = logsOf(run, shown.traceId, spanId);
      expect(lines.length, service).to.be.above(0);
      expect(lines.every((line) => line.service === service)).to.equal(true);
    }
  });
});

describe('an injection', () => {
  const p50 = (injection: Injection) =>
    runOf(injection).checkouts[rankOf(50, runOf(injection).checkouts.length)]!.durationMs;

  it('makes a slow dependency the bottleneck', () => {
    const { bottleneck } = analysisOf(middle('slow-dependency'));
    expect(bottleneck).to.include({ peer: 'card-processor', name: 'POST /v1/charges' });
    expect(bottleneck!.share).to.be.above(0.8);
    expect(p50('slow-dependency')).to.be.above(4 * p50('none'));
  });

  it('asks N + 1 queries, which are the bottleneck together and not one by one', () => {
    const shown = middle('n-plus-one');
    const queries = shown.spans.filter(({ name }) => name === 'SELECT item');
    expect(queries).to.have.length(80);
    const { bottleneck } = analysisOf(shown);
    expect(bottleneck).to.include({ name: 'SELECT item', peer: 'postgres' });
    expect(bottleneck!.spans).to.have.length(80);
    expect(bottleneck!.ms).to.be.closeTo(
      queries.reduce((sum, { durationMs }) => sum + durationMs, 0),
      1e-3,
    );
  });

  it('tries again what timed out after 150 ms', () => {
    const run = runOf('retry');
    const tries = run.checkouts.map(({ traceId }) =>
      tracesOfRequest(run, traceId)[0]!.spans.filter(
        ({ name, kind }) => name === 'POST /v1/charges' && kind === 'client',
      ),
    );
    const again = tries.filter((attempts) => attempts.length > 1);
    expect(again.length / tries.length).to.be.within(0.15, 0.6);
    for (const attempts of again) {
      for (const failed of attempts.slice(0, -1)) {
        expect(failed.status).to.equal('error');
        expect(failed.durationMs).to.be.closeTo(150, 1e-3);
      }
    }
    const { bottleneck } = analysisOf(middle('retry', 95));
    expect(bottleneck!.retried).to.deep.equal({ name: 'POST /v1/charges', count: 3 });
  });

  it('splits the trace where the header is lost, and every export has the orphan', () => {
    const run = runOf('lost-header');
    const traces = tracesOfRequest(run, run.checkouts[100]!.traceId);
    expect(traces).to.have.length(2);
    const joined = joinTraces(traces);
    const orphan = joined.spans.find(({ warnings }) => warnings.some(({ kind }) => kind === 'orphan'))!;
    expect(orphan.service).to.equal('payment-service');
    expect(joined.traceIds.get(orphan.spanId)).to.equal(traces[1]!.traceId);
    const call = joined.spans.find(({ name, kind }) => name === 'POST /charges' && kind === 'client')!;
    expect(orphan.startMs).to.be.within(call.startMs, call.startMs + call.durationMs);
    for (const file of [writeOtlp(traces), writeJaeger(traces), writeZipkin(traces)]) {
      const read = readTraces(JSON.stringify(file));
      const spans = read.ok ? read.traces.flatMap((one) => one.spans) : [];
      expect(spans.filter(({ warnings }) => warnings.some(({ kind }) => kind === 'orphan'))).to.have.length(1);
    }
  });

  it('changes nothing else of the same request', () => {
    const run = runOf('n-plus-one');
    const healthy = runOf('none');
    const { traceId } = run.checkouts[50]!;
    const [now, before] = [run, healthy].map((one) => joinTraces(tracesOfRequest(one, traceId)));
    const { counterparts, missing } = compareSpans(now!.spans, before!.spans);
    const added = now!.spans.filter((_, i) => counterparts[i] === -1);
    expect(new Set(added.map(({ name }) => name))).to.deep.equal(new Set(['SELECT item']));
    expect(missing).to.deep.equal([]);
  });
});

describe('rank and percentile', () => {
  it('are each other’s inverse', () => {
    for (const count of [1, 2, 7, 285, 10_000]) {
      for (let rank = 0; rank < count; rank += Math.ceil(count / 50)) {
        expect(rankOf(percentileOf(rank, count), count)).to.equal(rank);
      }
    }
  });

  it('call the slowest the 100th, and the one in the middle the 50th', () => {
    expect([rankOf(100, 200), rankOf(50, 200), rankOf(0, 200), rankOf(95, 20)]).to.deep.equal([199, 99, 0, 18]);
  });
});

describe('what the views are drawn from', () => {
  const parallel = trace([
    span('root', null, 0, 100, { service: 'a', name: 'root' }),
    span('b', 'root', 10, 60, { service: 'b', name: 'call' }),
    span('c', 'root', 20, 70, { service: 'b', name: 'call', status: 'error' }),
  ]);

  it('has self time and time on the path differ where children run in parallel', () => {
    const { selfMs, pathMs } = analysisOf(parallel);
    expect([...selfMs]).to.deep.equal([20, 60, 70]);
    expect([...pathMs]).to.deep.equal([30, 0, 70]);
  });

  it('makes a flame graph as wide as all work, with the calls of one operation as one block', () => {
    const { nodes, totalMs } = flameOf(parallel.spans, analysisOf(parallel).selfMs);
    expect(totalMs).to.equal(150);
    expect(
      nodes.map(({ name, count, workMs, startMs, errors }) => [name, count, workMs, startMs, errors]),
    ).to.deep.equal([
      ['root', 1, 150, 0, 0],
      ['call', 2, 130, 0, 1],
    ]);
  });

  it('nests the blocks of a flame graph within their callers', () => {
    const shown = middle('retry', 95);
    const { nodes, totalMs } = flameOf(shown.spans, analysisOf(shown).selfMs);
    for (const node of nodes) {
      let at = node.startMs;
      for (const child of node.children) {
        expect(child.startMs).to.be.closeTo(at, 1e-6);
        at += child.workMs;
      }
      expect(at).to.be.at.most(node.startMs + node.workMs + 1e-6);
    }
    const self = nodes.reduce((sum, { selfMs }) => sum + selfMs, 0);
    expect(self).to.be.closeTo(totalMs, 1e-6);
  });

  it('adds up operations, the one that holds up most first', () => {
    const [first, second] = operationsOf(parallel.spans, analysisOf(parallel));
    expect(first).to.include({ name: 'call', calls: 2, errors: 1, longestMs: 70, selfMs: 130, pathMs: 70 });
    expect(second).to.include({ name: 'root', pathMs: 30 });
  });

  it('maps who called whom, those who leave no spans included', () => {
    const shown = middle('none');
    const { nodes, edges } = serviceMap(shown.spans, analysisOf(shown).pathMs);
    expect(edges.map(({ from, to, calls }) => `${from} ${to} ${calls}`)).to.have.members([
      'api-gateway auth 1',
      'api-gateway order-service 1',
      'order-service inventory-service 1',
      'order-service payment-service 1',
      'order-service email-service 1',
      'inventory-service cache 1',
      'inventory-service postgres 1',
      'payment-service postgres 2',
      'payment-service card-processor 1',
    ]);
    expect(nodes.filter(({ isTraced }) => !isTraced).map(({ service }) => service)).to.have.members([
      'cache',
      'postgres',
      'card-processor',
    ]);
    const onPath = nodes.reduce((sum, { pathMs }) => sum + pathMs, 0);
    expect(onPath).to.be.closeTo(analysisOf(shown).pathTotalMs, 1e-6);
  });

  it('survives services that call one another in a circle, and a thousand of them', () => {
    const circle = trace([
      span('1', null, 0, 9, { service: 'a' }),
      span('2', '1', 1, 7, { service: 'b' }),
      span('3', '2', 2, 5, { service: 'a' }),
    ]);
    expect(serviceMap(circle.spans, new Float64Array(3)).nodes).to.have.length(2);
    const many = trace(
      Array.from({ length: 1000 }, (_, i) => span(String(i), i ? '0' : null, 0, 9, { service: `s${i}` })),
    );
    expect(serviceMap(many.spans, new Float64Array(1000))).to.include({ omitted: 940 });
  });

  it('draws no more than 400 lines of any trace, and no span is left out', () => {
    const large = trace(
      Array.from({ length: 5000 }, (_, i) => span(String(i), null, i, 1, { status: i === 4321 ? 'error' : 'unset' })),
    );
    const lines = minimapLines(large.spans, large.durationMs);
    expect(lines).to.have.length(400);
    expect([lines[0]!.from, lines.at(-1)!.to]).to.deep.equal([0, 1]);
    expect(lines.filter(({ isError }) => isError)).to.have.length(1);
  });

  it('divides time by round numbers', () => {
    expect(ticksOf(0, 353, 4)).to.deep.equal([0, 100, 200, 300]);
    expect(ticksOf(0, 0.9, 5).map((tick) => Number(tick.toPrecision(6)))).to.deep.equal([0, 0.2, 0.4, 0.6, 0.8]);
    expect(ticksOf(5, 5, 4)).to.deep.equal([5]);
    for (const [from, to] of [
      [0, 1e-4],
      [3, 1e9],
      [99.2, 99.3],
    ] as const) {
      expect(ticksOf(from, to, 5).length).to.be.within(1, 7);
    }
  });
});
