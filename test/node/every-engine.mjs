// Every JavaScript engine to test in: that of Node, and those of the browsers that are installed.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { findFirefox, findWebKit } from '../../scripts/browsers.mjs';
import { newPage, openChromium, openFirefox } from '../../scripts/open-browser.mjs';
import { serve } from '../../scripts/server.mjs';
import { inWebKit } from './webkit.mjs';

const inBrowser = (open) => async (address, expression) => {
  const browser = await open();
  try {
    const page = await newPage(browser);
    await page.goto(address);
    return await (await page.waitForFunction(expression)).jsonValue();
  } finally {
    await browser.close();
  }
};

/** The browsers: why each is skipped, if it is, and the value of an expression at an address, once that is truthy. */
export const BROWSERS = [
  {
    name: 'Chromium',
    skip: false,
    valueAt: inBrowser(openChromium),
  },
  {
    name: 'Firefox',
    skip: findFirefox() ? false : 'there is no Firefox',
    valueAt: inBrowser(openFirefox),
  },
  {
    name: 'WebKit',
    skip: findWebKit() ? false : 'there is no WebKitGTK with its driver and Xvfb',
    valueAt: inWebKit,
  },
];

/**
 * Declares one test for each engine: the default export of a module equals `expected`. The module is given as text. It
 * stands in a folder of that name in dist/, so `../engine.js` is the built engine and `./test/…` a copy of a test file.
 */
export function itEqualsInEveryEngine({ folder, files, module, expected }) {
  const path = join('dist', folder);
  let server;
  let address;

  before(async () => {
    mkdirSync(path, { recursive: true });
    for (const file of files) cpSync(file, join(path, file));
    writeFileSync(join(path, 'main.mjs'), module);
    // Imported by a script and not by the page, so that the page loads at once, however long the module runs.
    const script = `import('./main.mjs').then((main) => (globalThis.result = JSON.stringify(main.default)))`;
    writeFileSync(join(path, 'index.html'), `<!doctype html><meta charset="utf-8"><script>${script}</script>`);
    ({ server, address } = await serve());
  });

  after(() => {
    rmSync(path, { recursive: true, force: true });
    server?.closeAllConnections();
    server?.close();
  });

  it('in Node', async () => {
    const main = await import(pathToFileURL(join(path, 'main.mjs')));
    assert.deepEqual(main.default, expected);
  });

  for (const { name, skip, valueAt } of BROWSERS) {
    it(`in ${name}`, { skip }, async () => {
      assert.deepEqual(JSON.parse(await valueAt(`${address}/dist/${folder}/`, 'globalThis.result')), expected);
    });
  }
}
