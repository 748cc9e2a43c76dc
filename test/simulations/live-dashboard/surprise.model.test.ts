import { expect } from '@open-wc/testing';
import { readActions, USUAL_TARGETS, writeActions, type ShopAction } from '../../../src/shop/index.js';
import { FAULT_TYPES } from '../../../src/simulations/live-dashboard/incident.model.js';
import { surpriseOf } from '../../../src/simulations/live-dashboard/surprise.model.js';
import { record } from './nights.js';

const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);

describe('A surprise', () => {
  it('is the same for the same run, and any fault there is for some seed', () => {
    expect(surpriseOf(record([], 7))).to.deep.equal(surpriseOf(record([], 7)));
    const drawn = new Set(SEEDS.map((seed) => surpriseOf(record([], seed)).fault.type));
    expect([...drawn].sort()).to.deep.equal([...FAULT_TYPES].sort());
  });

  it('is never what the reader has just seen', () => {
    for (const seed of SEEDS) {
      const actions: ShopAction[] = [];
      for (let i = 0; i < 4; i++) {
        const { fault } = surpriseOf(record(actions, seed));
        expect(fault.type).not.to.equal(actions.at(-1)?.type);
        actions.push({ ...fault, at: i });
      }
    }
    for (const seed of SEEDS)
      expect(surpriseOf(record([], seed, 'slow-query-night')).fault.type).not.to.equal('slow-query');
  });

  it('comes with innocent changes, none of them of what is broken', () => {
    const usual: Readonly<Record<string, string>> = USUAL_TARGETS;
    for (const seed of SEEDS) {
      const { fault, innocent } = surpriseOf(record([], seed));
      expect(innocent).to.have.length(2);
      for (const change of innocent) {
        expect('service' in change ? change.service : '').not.to.equal(usual[fault.type]);
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
