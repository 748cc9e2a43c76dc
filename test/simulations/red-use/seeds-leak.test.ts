import { describe, it } from 'node:test';
import { expect } from 'chai';
import { seeds } from '../../seeds.js';
import { firstResource, watched } from './watched.js';

const FAULTS: readonly (readonly [what: string, actions: string, until: number, resource: string])[] = [
  ['a leak of connections', '62 connection-leak share=0.5', 88, 'payment-service.pool'],
  ['a leak of memory', '62 memory-leak bytesPerRequest=12000000', 80, 'order-service.memory'],
  ['lost packets', '62 packet-loss share=0.3', 74, 'inventory-service.network'],
];

describe('Seeds of a fault that leaks or loses', () => {
  for (const [what, actions, until, resource] of FAULTS) {
    it(`move ${resource} first of all resources, for ${what}`, () => {
      const firsts = seeds(4, 100).map((seed) => firstResource(watched(actions, until, { seed, rate: 12 }).model));
      expect([...new Set(firsts)]).to.deep.equal([resource]);
    });
  }
});
