import { describe, it } from 'node:test';
import { expect } from 'chai';
import { FAULT_TYPES } from '../../../src/simulations/live-dashboard/incident/incident.model.js';
import { REMEDIES } from '../../../src/simulations/live-dashboard/what-if/remedies.model.js';
import { recoverySeconds, SEEDS } from './recovery.js';

describe('What does not help', () => {
  for (const type of FAULT_TYPES) {
    it(`leaves an objective broken by ${type}, on every night`, () => {
      const { wrong } = REMEDIES[type];
      expect(wrong).not.to.deep.equal([]);
      for (const how of wrong) {
        const lucky = SEEDS.filter((seed) => recoverySeconds(type, how, seed) !== undefined);
        expect(lucky, JSON.stringify(how)).to.deep.equal([]);
      }
    });
  }
});
