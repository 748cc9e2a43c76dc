import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  readActions,
  writeActions,
  type Change,
  type Mitigation,
  type ShopAction,
} from '../../../../src/shop/index.js';
import {
  FAULT_TYPES,
  faultOf,
  type FaultType,
} from '../../../../src/simulations/live-dashboard/incident/incident.model.js';
import { surpriseOf } from '../../../../src/simulations/live-dashboard/incident/surprise.model.js';
import { record } from '../nights.js';

const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);

describe('A surprise', () => {
  it('is the same for the same run, and any fault there is for some seed', () => {
    expect(surpriseOf(record([], 7))).to.deep.equal(surpriseOf(record([], 7)));
    const drawn = new Set(SEEDS.map((seed) => surpriseOf(record([], seed)).fault.type));
    expect([...drawn].sort()).to.deep.equal([...FAULT_TYPES].sort());
  });

  it('is nothing that the reader has seen, until everything has been seen', () => {
    for (const seed of SEEDS) {
      const actions: ShopAction[] = [];
      for (let i = 0; i < FAULT_TYPES.length; i++) actions.push({ ...surpriseOf(record(actions, seed)).fault, at: i });
      expect(actions.map(({ type }) => type).sort()).to.deep.equal([...FAULT_TYPES].sort());
      expect(surpriseOf(record(actions, seed)).fault.type).to.equal(actions[0]!.type);
    }
  });

  it('repeats nothing, whatever else was done, and from wherever somebody went back', () => {
    const fault = fc.constantFrom(...FAULT_TYPES);
    const other = fc.constantFrom<Mitigation | Change>(
      { type: 'roll-back', service: 'order-service' },
      { type: 'deploy', service: 'auth' },
      { type: 'campaign' },
    );
    const action = fc.record({
      what: fc.oneof(fault.map(faultOf), other),
      at: fc.double({ min: 0, max: 3600, noNaN: true }),
      isSecret: fc.boolean(),
    });
    const night = fc.record({
      actions: fc.array(action, { maxLength: 12 }),
      seed: fc.oneof(fc.integer(), fc.string()),
      scenario: fc.constantFrom('quiet', 'slow-query-night'),
      before: fc.array(fault, { maxLength: 8 }),
    });
    fc.assert(
      fc.property(night, ({ actions, seed, scenario, before }) => {
        const done = actions.map(({ what, ...rest }): ShopAction => ({ ...what, ...rest }));
        const planned = scenario === 'slow-query-night' ? ['slow-query'] : [];
        const seen = new Set([...before, ...planned, ...done.map(({ type }) => type)]);
        fc.pre(FAULT_TYPES.some((type) => !seen.has(type)));
        expect(seen).not.to.include(surpriseOf(record(done, seed, scenario), before).fault.type);
      }),
      { numRuns: 1000 },
    );
  });

  it('comes with innocent changes: none of what is broken, and none of those who wait for it', () => {
    const waiting: Readonly<Record<FaultType, readonly string[]>> = {
      'slow-query': ['payment-service', 'order-service'],
      'bad-deploy': ['order-service'],
      'connection-leak': ['payment-service', 'order-service'],
      'memory-leak': ['order-service'],
      'retry-storm': ['auth'],
      'traffic-spike': ['auth', 'order-service', 'inventory-service', 'payment-service'],
      'lost-capacity': ['order-service'],
      'cache-failure': ['inventory-service', 'order-service'],
      'dependency-outage': ['payment-service', 'order-service'],
      'slow-dependency': ['payment-service', 'order-service'],
      'third-party-rate-limit': ['payment-service', 'order-service'],
      'noisy-neighbour': ['inventory-service', 'order-service'],
      'packet-loss': ['inventory-service', 'order-service'],
    };
    for (const seed of SEEDS) {
      const { fault, innocent } = surpriseOf(record([], seed));
      expect(innocent).to.have.length(2);
      for (const change of innocent) {
        expect(waiting[fault.type as FaultType]).not.to.include('service' in change ? change.service : '');
      }
    }
  });

  it('can be kept in a link that does not name it', () => {
    const actions: ShopAction[] = [
      { at: 12.5, type: 'bad-deploy', isSecret: true },
      { at: 12.5, type: 'deploy', service: 'auth', isSecret: true },
      { at: 60, type: 'roll-back', service: 'order-service' },
    ];
    const written = writeActions(actions);
    expect(written).not.to.match(/bad|deploy|auth/);
    expect(readActions(written)).to.deep.equal(actions);
    for (const garbage of ['5 ?', '5 ? x', '5 ?? a', '5 ?a-b c']) expect(readActions(garbage)).to.equal(undefined);
  });
});
