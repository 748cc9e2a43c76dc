// One run record, four engines that have no function of `Math` in common to the last bit: the same event log, byte for byte.
import assert from 'node:assert/strict';
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, findChromium, findFirefox, findWebKit } from '../../scripts/browsers.mjs';
import { serve } from '../../scripts/server.mjs';
import { eventLog, GOLDEN_HASH, hash } from '../engine/scenario.mjs';
import { GOLDEN_SHOP_HASH, shopLog } from '../shop/scenario.mjs';
import { inWebKit } from './webkit.mjs';

process.chdir(new URL('../..', import.meta.url).pathname);

/** In dist/, because that is what is served. */
const FILES = {
  page: 'dist/test-repeat.html',
  script: 'dist/test-repeat.js',
  engine: 'dist/test-engine.mjs',
  shop: 'dist/test-shop.mjs',
};
const GOLDEN = `${GOLDEN_HASH} ${GOLDEN_SHOP_HASH}`;

let server;
let address;

before(async () => {
  copyFileSync('test/engine/scenario.mjs', FILES.engine);
  copyFileSync('test/shop/scenario.mjs', FILES.shop);
  writeFileSync(
    FILES.script,
    `import * as engine from './engine.js';
    import * as shop from './shop.js';
    import { eventLog, hash } from './test-engine.mjs';
    import { shopLog } from './test-shop.mjs';
    globalThis.hashes = hash(eventLog(engine, 42, 300)) + ' ' + hash(shopLog(shop));`,
  );
  writeFileSync(
    FILES.page,
    '<!doctype html><meta charset="utf-8"><script type="module" src="test-repeat.js"></script>',
  );
  ({ server, address } = await serve());
});

after(() => {
  for (const file of Object.values(FILES)) rmSync(file, { force: true });
  server?.closeAllConnections();
  server?.close();
});

async function inBrowser(options) {
  const browser = await puppeteer.launch(options);
  try {
    const page = await browser.newPage();
    await page.goto(`${address}/${FILES.page}`);
    return await (await page.waitForFunction('globalThis.hashes', { timeout: 60_000 })).jsonValue();
  } finally {
    await browser.close();
  }
}

describe('one run record gives one event log', () => {
  it('in Node', async () => {
    const [engine, shop] = await Promise.all([import('../../dist/engine.js'), import('../../dist/shop.js')]);
    assert.equal(`${hash(eventLog(engine, 42, 300))} ${hash(shopLog(shop))}`, GOLDEN);
  });

  it('in Chromium', async () => {
    assert.equal(await inBrowser({ executablePath: findChromium(), args: CHROMIUM_ARGS }), GOLDEN);
  });

  it('in Firefox', { skip: findFirefox() ? false : 'there is no Firefox' }, async () => {
    assert.equal(await inBrowser({ browser: 'firefox', executablePath: findFirefox() }), GOLDEN);
  });

  it('in WebKit', { skip: findWebKit() ? false : 'there is no WebKitGTK with its driver and Xvfb' }, async () => {
    assert.equal(await inWebKit(`${address}/${FILES.page}`, 'globalThis.hashes'), GOLDEN);
  });
});
