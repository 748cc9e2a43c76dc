// The telemetry of five long runs against hashes of an earlier version: what only moves or renames code changes none.
import { describe } from 'node:test';
import { RECORDED_RUNS } from '../shop/recorded-runs.mjs';
import { itEqualsInEveryEngine } from './every-engine.mjs';

process.chdir(new URL('../..', import.meta.url).pathname);

describe('the recorded runs produce the same telemetry as before, byte for byte', () => {
  itEqualsInEveryEngine({
    folder: 'test-recorded-runs',
    files: ['test/engine/scenario.mjs', 'test/shop/recorded-runs.mjs'],
    module: `
      import * as shop from '../shop.js';
      import { hashOfRun, RECORDED_RUNS } from './test/shop/recorded-runs.mjs';
      const hashes = Object.entries(RECORDED_RUNS).map(([name, run]) => [name, hashOfRun(shop, run)]);
      export default Object.fromEntries(hashes);
    `,
    expected: Object.fromEntries(Object.entries(RECORDED_RUNS).map(([name, { hash }]) => [name, hash])),
  });
});
