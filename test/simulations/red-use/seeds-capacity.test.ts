import { describe, it } from 'node:test';
import { expect } from 'chai';
import { seeds } from '../../seeds.js';
import { firstResource, watched } from './watched.js';

// A twelfth of the usual traffic, and a fault as much worse, so that a run takes a fraction of a second: the mechanism is the same.
const FAULTS: readonly (readonly [what: string, actions: string, until: number, rate: number, resource: string])[] = [
  ['a full table scan from disk', '62 slow-query mode=disk share=1', 86, 12, 'postgres.disk'],
  ['a neighbour on the machine', '62 noisy-neighbour threads=12', 72, 12, 'inventory-service.cpu'],
  ['a spike of traffic', '62 traffic-spike factor=8', 69, 32, 'order-service.cpu'],
];

describe('Seeds of a fault that takes capacity', () => {
  for (const [what, actions, until, rate, resource] of FAULTS) {
    it(`move ${resource} first of all resources, for ${what}`, () => {
      const firsts = seeds(4, 100).map((seed) => firstResource(watched(actions, until, { seed, rate }).model));
      expect([...new Set(firsts)]).to.deep.equal([resource]);
    });
  }
});
