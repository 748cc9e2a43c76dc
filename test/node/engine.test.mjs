// The built engine in plain Node: the same run, to the byte, as in the browsers.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { eventLog, GOLDEN_HASH, hash } from '../engine/scenario.mjs';

const built = new URL('../../dist/engine.js', import.meta.url);
const skip = existsSync(built) ? false : 'dist/engine.js is not built';

describe('the built engine', { skip }, () => {
  it('leaves the same event log to the byte as in the browsers', async () => {
    assert.equal(hash(eventLog(await import(built), 42, 300)), GOLDEN_HASH);
  });
});
