import { describe, it } from 'node:test';
import { expect } from 'chai';
import { requestMs } from '../../../../src/simulations/trace-viewer/compare/compare.model.js';
import { extentOf } from '../../../../src/simulations/trace-viewer/analysis/analysis.model.js';
import {
  joinTraces,
  percentileOf,
  rankOf,
  tracesOfRequest,
} from '../../../../src/simulations/trace-viewer/trace-viewer.model.js';
import { coloursOf } from '../../../../src/simulations/trace-viewer/waterfall/service-colours.js';
import { span, trace } from '../../../telemetry/traces/arbitraries.js';
import { analysisOf, runOf } from '../runs.js';

describe('the extent of a trace', () => {
  const inputs = {
    'a root alone': [span('a', null, 0, 10)],
    'a consumer long after its producer': [
      span('a', null, 0, 1, { kind: 'producer' }),
      span('b', 'a', 5, 600, { kind: 'consumer' }),
      span('c', 'b', 6, 599),
    ],
    'two roots': [span('a', null, 0, 10), span('b', null, 100, 50), span('c', 'b', 100, 40)],
    'five roots side by side': Array.from({ length: 5 }, (_, i) => span(String(i), null, 0, 100)),
    'no root': [span('b', 'a', 0, 5)],
  };
  const wanted: Record<
    keyof typeof inputs,
    [root: number, roots: number, longest: number, goesOn: number, inside: number]
  > = {
    'a root alone': [0, 1, -1, 0, -1],
    'a consumer long after its producer': [0, 1, -1, 604, 1],
    'two roots': [0, 2, 1, 140, 1],
    'five roots side by side': [0, 5, -1, 0, -1],
    'no root': [-1, 0, -1, 0, 0],
  };
  for (const [name, spans] of Object.entries(inputs)) {
    it(`is its own, and no sum, for ${name}`, () => {
      const { root, roots, longestRoot, goesOnMs, goesOnIn } = extentOf(trace(spans));
      expect([root, roots, longestRoot, goesOnMs, goesOnIn]).to.deep.equal(wanted[name as keyof typeof inputs]);
      const { pathTotalMs } = analysisOf(trace(spans));
      expect(pathTotalMs).to.be.closeTo(spans[root]?.durationMs ?? 0, 1e-6);
    });
  }

  it('is compared by the request, as the headline says it', () => {
    for (const request of runOf('slow-dependency').checkouts.slice(0, 20)) {
      const shown = joinTraces(tracesOfRequest(runOf('slow-dependency'), request.traceId));
      expect(requestMs(shown)).to.be.closeTo(request.durationMs, 1e-3);
    }
    expect(requestMs(trace([span('b', 'a', 0, 5), span('c', 'a', 5, 5)]))).to.equal(10);
  });
});

describe('the wait between attempts', () => {
  const failed = (id: string, at: number, ms: number): ReturnType<typeof span> =>
    span(id, 'a', at, ms, { kind: 'client', status: 'error', name: 'charge' });

  it('is what lies between them, without the work before the first and after the last', () => {
    const inputs: [ReturnType<typeof span>[], number, number][] = [
      [[failed('b', 50, 10), span('c', 'a', 100, 10, { kind: 'client', name: 'charge' })], 40, 2],
      [[failed('b', 50, 10), failed('c', 100, 10), failed('d', 200, 10)], 130, 3],
      [[failed('b', 50, 10), span('w', 'a', 60, 40), failed('c', 100, 10)], 0, 2],
    ];
    for (const [calls, waitMs, count] of inputs) {
      const { bottleneck } = analysisOf(trace([span('a', null, 0, 300, { service: 'pay' }), ...calls]));
      expect(bottleneck?.waitMs).to.be.closeTo(waitMs, 1e-6);
      expect(bottleneck?.retried).to.deep.equal({ name: 'charge', count });
    }
  });
});

describe('a percentile', () => {
  it('has one request, and a request one percentile, with no more decimals than that takes', () => {
    for (const count of [1, 3, 20, 228, 1209]) {
      const names = Array.from({ length: count }, (_, rank) => percentileOf(rank, count));
      expect(new Set(names).size).to.equal(count);
      for (const p of [50, 95, 99])
        expect(names.indexOf(p) === -1 || names.indexOf(p) === rankOf(p, count)).to.equal(true);
    }
    expect([224, 225, 226, 227].map((rank) => percentileOf(rank, 228))).to.deep.equal([98.6, 99, 99.5, 100]);
  });
});

describe('the colours of services', () => {
  it('stay, whatever else a trace has, and differ among eight', () => {
    const of = (...services: string[]): Map<string, number> =>
      coloursOf(services.map((service, i) => span(String(i), null, 0, 1, { service })));
    const shop = ['api-gateway', 'auth', 'order-service', 'inventory-service', 'payment-service', 'email-service'];
    expect(new Set(of(...shop).values()).size).to.equal(6);
    expect(of(...shop.toReversed())).to.deep.equal(of(...shop));
    expect(new Set(of('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h').values()).size).to.equal(8);
    for (const injection of ['none', 'lost-header', 'retry'] as const) {
      const run = runOf(injection);
      const shown = joinTraces(tracesOfRequest(run, run.checkouts[200]?.traceId ?? ''));
      expect(coloursOf(shown.spans).get('payment-service')).to.equal(of(...shop).get('payment-service'));
    }
  });
});
