// One run record, four engines that have no function of `Math` in common to the last bit: the same event log, byte for byte.
import { describe } from 'node:test';
import { GOLDEN_HASH } from '../engine/scenario.mjs';
import { GOLDEN_SHOP_HASH } from '../shop/scenario.mjs';
import { itEqualsInEveryEngine } from './every-engine.mjs';

process.chdir(new URL('../..', import.meta.url).pathname);

describe('one run record gives one event log', () => {
  itEqualsInEveryEngine({
    folder: 'test-repeat',
    files: ['test/engine/scenario.mjs', 'test/shop/scenario.mjs'],
    module: `
      import * as engine from '../engine.js';
      import * as shop from '../shop.js';
      import { eventLog, hash } from './test/engine/scenario.mjs';
      import { shopLog } from './test/shop/scenario.mjs';
      export default [hash(eventLog(engine, 42, 300)), hash(shopLog(shop))];
    `,
    expected: [GOLDEN_HASH, GOLDEN_SHOP_HASH],
  });
});
