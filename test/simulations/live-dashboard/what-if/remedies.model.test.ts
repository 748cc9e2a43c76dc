import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Shop } from '../../../../src/shop/index.js';
import { FAULT_TYPES } from '../../../../src/simulations/live-dashboard/incident/incident.model.js';
import {
  mitigationOf,
  REMEDIES,
  targetsOf,
} from '../../../../src/simulations/live-dashboard/what-if/remedies.model.js';
import { record } from '../nights.js';
import { recoverySeconds, SEEDS } from '../recovery.js';

describe('What is broken', () => {
  for (const type of FAULT_TYPES) {
    it(`does not mend itself: ${type}, on any night`, () => {
      expect(SEEDS.filter((seed) => recoverySeconds(type, undefined, seed) !== undefined)).to.deep.equal([]);
    });
  }
});

describe('What helps, and what does not', () => {
  it('can be chosen in the fields', () => {
    const shop = new Shop(record([{ type: 'retry-storm', at: 0 }]));
    const changes = [{ seconds: 0, kind: 'flag', service: '', summary: 'flag eager-retries on', version: '' }] as const;
    for (const { right, wrong } of Object.values(REMEDIES)) {
      for (const how of [...right, ...wrong]) {
        const choices = targetsOf(how.type, shop, changes).map((target) => mitigationOf(how.type, target));
        expect(choices).to.deep.include(how);
      }
    }
  });

  it('offers only flags that are on', () => {
    const shop = new Shop(record([]));
    const flag = (summary: string) => ({ seconds: 0, kind: 'flag', service: '', summary, version: '' }) as const;
    expect(targetsOf('disable-flag', shop, [])).to.deep.equal([]);
    expect(targetsOf('disable-flag', shop, [flag('flag a on'), flag('flag b on'), flag('flag a off')])).to.deep.equal([
      'b',
    ]);
  });
});
