import { describe, it } from 'node:test';
import { expect } from 'chai';
import { seeds } from '../../../seeds.js';
import type { Change, ShopAction } from '../../../../src/shop/index.js';
import { SCRAPE_SECONDS } from '../../../../src/simulations/live-dashboard/alerts/alert-monitor.model.js';
import { pagesOf } from '../../../../src/simulations/live-dashboard/alerts/alert-rules.model.js';
import {
  faultOf,
  FAULT_TYPES,
  type FaultType,
} from '../../../../src/simulations/live-dashboard/incident/incident.model.js';
import { type LiveDashboardModel } from '../../../../src/simulations/live-dashboard/live-dashboard.model.js';
import { surpriseOf } from '../../../../src/simulations/live-dashboard/incident/surprise.model.js';
import { logsOf, suspectOf } from '../../../../src/simulations/live-dashboard/drill-down/suspect-span.model.js';
import {
  backOf,
  canGo,
  fromAlert,
  fromRequest,
  nextOf,
  STEPS,
  type Trail,
} from '../../../../src/simulations/live-dashboard/drill-down/drill-down.model.js';
import { FAULT_AT, night, record, TRUTH, type Night } from '../nights.js';

const SEEDS = seeds(1, 50);
/** Seconds after the first page in which other alerts fire, and later examples are found. */
const LATER_SECONDS = 60;

/** A night on which something breaks, until somebody is paged. */
function paged(type: FaultType, seed: number, innocent: readonly Change[] = []): Night {
  const actions = [...innocent, faultOf(type)].map((what): ShopAction => ({ ...what, at: FAULT_AT }));
  const dark = night(record(actions, seed), FAULT_AT);
  while (dark.run.now < 400 && pagesOf(dark.model.active).length === 0) dark.run.runUntil(dark.run.now + 15);
  return dark;
}

/** Step by step from an alert as far as it goes. */
function walk(model: LiveDashboardModel, rule: string): Trail[] {
  const steps = [fromAlert(rule)];
  for (let next = nextOf(model, steps[0]!); next; next = nextOf(model, next)) steps.push(next);
  return steps;
}

/** Walks from every page that is open now, and says where that does not end at what did it. */
function astray(type: FaultType, { model, run }: Night): string[] {
  const pages = pagesOf(model.active);
  if (pages.length === 0) return [`nobody is paged at ${run.now}`];
  return pages.flatMap(({ rule }) => {
    const steps = walk(model, rule);
    const { traceId, spanId } = steps.at(-1)!;
    const cause = model.causeAt(traceId, spanId);
    const isRight = steps.length === STEPS.length && cause !== undefined && TRUTH[type](cause);
    return isRight ? [] : [`${rule} at ${run.now}: ${steps.at(-1)!.step}, ${JSON.stringify(cause)}`];
  });
}

describe('The way from an alert to its cause', () => {
  for (const type of FAULT_TYPES) {
    it(`leads to what did it: ${type}`, () => {
      for (const seed of SEEDS) {
        const dark = paged(type, seed);
        expect(astray(type, dark), `seed ${seed}`).to.deep.equal([]);
        dark.run.runUntil(dark.run.now + LATER_SECONDS);
        expect(astray(type, dark), `seed ${seed}, later`).to.deep.equal([]);
      }
    });
  }

  it('is not led astray by the innocent changes of a surprise', () => {
    for (const seed of seeds(2, 20)) {
      const { fault, innocent } = surpriseOf(record([], seed));
      const type = FAULT_TYPES.find((one) => one === fault.type)!;
      expect(astray(type, paged(type, seed, innocent)), `seed ${seed}, ${type}`).to.deep.equal([]);
    }
  });

  it('finds what began between two scrapes in the next ones', () => {
    const dark = paged('noisy-neighbour', 8);
    const { endSeconds } = dark.model.request(walk(dark.model, 'SlowRequests').at(-1)!.traceId)!;
    expect(endSeconds).to.be.within(FAULT_AT, FAULT_AT + SCRAPE_SECONDS);
    expect(astray('noisy-neighbour', dark)).to.deep.equal([]);
  });

  it('does not take for the failure what failed when the customer had been answered', () => {
    // A payment of an instance that is gone goes on, and is declined.
    const dark = paged('lost-capacity', 50);
    const [request] = dark.model.slowest('failed', 0, dark.model.now);
    const declined = request!.spans.filter(({ isError, endSeconds }) => isError && endSeconds > request!.endSeconds);
    expect(declined.map(({ attributes }) => attributes['error.type'])).to.deep.equal(['402']);
    expect(suspectOf(request!)?.attributes['error.type']).to.equal('reset');
  });

  it('does not believe a single example that was slow by chance', () => {
    const { model } = paged('noisy-neighbour', 50);
    const [slowest] = model.slowest('served', 0, model.now);
    expect(suspectOf(slowest!)?.service).to.equal('payment-service');
    const request = model.request(walk(model, 'SlowRequests').at(-1)!.traceId)!;
    expect(suspectOf(request)?.service).to.equal('inventory-service');
  });

  it('goes back the same way, and can be gone again', () => {
    const dark = paged('bad-deploy', 1);
    const steps = walk(dark.model, pagesOf(dark.model.active)[0]!.rule);
    const last = steps.at(-1)!;
    const back = [last.step];
    for (let trail = backOf(last); trail; trail = backOf(trail)) {
      back.push(trail.step);
      expect(nextOf(dark.model, trail)?.step).to.equal(back.at(-2));
    }
    expect(back).to.deep.equal([...STEPS].reverse());
  });

  it('begins at a request as well, and then has no alert to go back to', () => {
    const dark = paged('bad-deploy', 1);
    const request = dark.model.slowest('failed', 0, dark.model.now)[0]!;
    const trail = fromRequest(request.traceId);
    expect(backOf(trail)).to.equal(undefined);
    expect(canGo(trail, 'alert')).to.equal(false);
    expect(nextOf(dark.model, trail)?.step).to.equal('span');
    expect(nextOf(dark.model, fromRequest('unknown'))).to.equal(undefined);
  });

  it('shows, in the lesson’s night, the query, its log line and the deploy at 01:45', () => {
    const dark = night(record([], 65, 'slow-query-night'), 12 * 60);
    const { model } = dark;
    const steps = walk(model, 'ErrorBudgetBurn6h');
    const { traceId, spanId } = steps.at(-1)!;
    const request = model.request(traceId)!;
    const span = request.spans.find((one) => one.spanId === spanId)!;
    expect(span.name).to.equal('SELECT payments');
    expect(span.endSeconds - span.startSeconds).to.be.above(20);
    const messages = logsOf(request, span).map(({ message }) => message);
    expect(messages.join('\n')).to.match(/full table scan on payments, .* missing index/);
    expect(model.causeAt(traceId, spanId)).to.deep.include({ kind: 'change', service: 'payment-service' });
    const cause = model.causeAt(traceId, spanId);
    expect(cause?.kind === 'change' && cause.change.seconds).to.equal(300);
  });

  it('finds nothing to blame on a quiet night', () => {
    const { model } = night(record([]), 120);
    const request = model.slowest('served', 0, 120)[0]!;
    const trail = nextOf(model, fromRequest(request.traceId))!;
    expect(model.causeAt(trail.traceId, trail.spanId)).to.equal(undefined);
    expect(nextOf(model, trail)).to.equal(undefined);
  });
});
