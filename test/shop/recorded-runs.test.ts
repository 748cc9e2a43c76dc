import { describe, it } from 'node:test';
import { expect } from 'chai';
import { CHANGES } from '../../src/shop/actions/changes.js';
import { FAULTS } from '../../src/shop/actions/faults.js';
import { MITIGATIONS } from '../../src/shop/actions/mitigations.js';
import { SCENARIOS } from '../../src/shop/index.js';
import { RECORDED_RUNS } from './recorded-runs.mjs';

describe('the recorded runs', () => {
  it('contain every fault, mitigation and change, in every scenario', () => {
    const records = Object.values(RECORDED_RUNS).map(({ record }) => record);
    const actions = new Set(records.flatMap((record) => record.actions.map(({ type }) => type)));
    expect([...actions]).to.have.members(Object.keys({ ...FAULTS, ...MITIGATIONS, ...CHANGES }));
    expect(new Set(records.map(({ scenario }) => scenario))).to.deep.equal(new Set(Object.keys(SCENARIOS)));
  });
});
