import { describe, it } from 'node:test';
import { expect } from 'chai';
import { FAULT_TYPES } from '../../../src/simulations/live-dashboard/incident/incident.model.js';
import { REMEDIES } from '../../../src/simulations/live-dashboard/what-if/remedies.model.js';
import { recoverySeconds, SEEDS } from './recovery.js';

describe('What helps', () => {
  for (const type of FAULT_TYPES) {
    it(`restores both objectives against ${type}, on every night`, () => {
      const { right } = REMEDIES[type];
      expect(right).not.to.deep.equal([]);
      for (const how of right) {
        const failures = SEEDS.filter((seed) => recoverySeconds(type, how, seed) === undefined);
        expect(failures, JSON.stringify(how)).to.deep.equal([]);
      }
    });
  }
});
