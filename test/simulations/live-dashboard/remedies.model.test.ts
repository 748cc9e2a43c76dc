import { expect } from '@open-wc/testing';
import { Shop, type Mitigation } from '../../../src/shop/index.js';
import { FAULT_TYPES, type FaultType } from '../../../src/simulations/live-dashboard/incident.model.js';
import { mitigationOf, REMEDIES, targetsOf } from '../../../src/simulations/live-dashboard/remedies.model.js';
import { FAULT_AT, OBJECTIVES, record, treated } from './nights.js';

const SEEDS = [1, 2];

/** Until which second each fault is left alone, and how long after it is looked whether that helped. */
const SLOW_FAULTS: Readonly<Partial<Record<FaultType, number>>> = {
  'memory-leak': 95,
  'connection-leak': 50,
  'retry-storm': 50,
};
const USUAL_SECONDS = 30;
const AFTER_SECONDS = 130;
const LOOK_SECONDS = 30;

/** Whether the last seconds kept both objectives, counted from the results alone. */
function isWell(type: FaultType, how: Mitigation | undefined, seed: number): boolean {
  const at = FAULT_AT + (SLOW_FAULTS[type] ?? USUAL_SECONDS);
  const end = at + AFTER_SECONDS;
  const shop = new Shop(record(treated(type, at, how), seed));
  let [total, failed, slow] = [0, 0, 0];
  shop.runUntil(end - LOOK_SECONDS);
  shop.listen({
    result({ cause, startSeconds, endSeconds }) {
      total++;
      if (cause !== undefined) failed++;
      else if (endSeconds - startSeconds > OBJECTIVES.latencySeconds) slow++;
    },
  });
  shop.runUntil(end);
  return total > 0 && failed <= total * (1 - OBJECTIVES.availability) && slow <= total * (1 - OBJECTIVES.promptness);
}

const name = (how: Mitigation | undefined): string => JSON.stringify(how ?? 'nothing');

describe('What helps', function helps() {
  this.timeout(90_000);

  for (const type of FAULT_TYPES) {
    it(`restores both objectives against ${type}, and nothing else does`, () => {
      const { right, wrong } = REMEDIES[type];
      expect(right).not.to.deep.equal([]);
      const outcomes = SEEDS.flatMap((seed) => [
        ...right.map((how) => [name(how), seed, isWell(type, how, seed)]),
        ...[undefined, ...wrong].map((how) => [name(how), seed, !isWell(type, how, seed)]),
      ]);
      expect(outcomes.filter(([, , isAsTold]) => !isAsTold)).to.deep.equal([]);
    });
  }

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
