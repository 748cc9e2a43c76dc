// The ways to load the kit without a build: the autoloader, an address of an element, a self-contained file.
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { serve } from '../../scripts/server.mjs';
import { openBrowser, upgraded } from './observed-page.mjs';

process.chdir(new URL('../..', import.meta.url).pathname);

const HOST = 'dist/test-loading.html';
const STYLE = 'dist/test-loading.css';
const SCRIPT = 'dist/test-loading.js';
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'none'; require-trusted-types-for 'script'; trusted-types obs-elements obs-slo-calculator obs-golden-signals";
const AUTOLOADER = '<script type="module" src="autoloader.js"></script>';

let session;

before(async () => {
  writeFileSync(STYLE, '.far { height: 5000px }');
  session = await openBrowser();
});

after(async () => {
  await session?.close();
  for (const file of [HOST, STYLE, SCRIPT]) rmSync(file, { force: true });
});

/** A page of strict policy with this body, open; `script` is what its own script does. */
async function host(body, { policy = POLICY, script = '' } = {}) {
  writeFileSync(SCRIPT, script);
  writeFileSync(
    HOST,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
    <meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="test-loading.css">
    </head><body>${body}<script src="test-loading.js"></script></body></html>`,
  );
  const observed = await session.observed();
  await observed.open(HOST);
  return observed;
}

/** The scripts that a page has loaded, by their paths without hashes. */
const loaded = (page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname.replace(/-[\w-]{8}\.js$/, '.js'))
      .filter((path) => path.endsWith('.js')),
  );

describe('the autoloader', () => {
  it('loads an element that is near the viewport, and one that is far away when the reader comes near', async () => {
    const { page, expectNoTrouble } = await host(
      `${AUTOLOADER}<obs-slo-calculator></obs-slo-calculator><p class="far"></p><obs-quiz></obs-quiz>`,
    );
    await page.waitForFunction(() => customElements.get('obs-slo-calculator'));
    assert.ok(!(await loaded(page)).includes('/dist/cdn/modules/quiz.js'));
    assert.equal(await page.evaluate(() => customElements.get('obs-quiz')), undefined);
    assert.equal(await upgraded(page), 2);
    assert.ok((await loaded(page)).includes('/dist/cdn/modules/quiz.js'));
    await expectNoTrouble();
  });

  it('finds elements that come later, and those in open shadow roots', async () => {
    const { page, expectNoTrouble } = await host(`${AUTOLOADER}<p id="early"></p><late-host></late-host>`, {
      script: `document.querySelector('#early').attachShadow({ mode: 'open' }).append(document.createElement('obs-quiz'));`,
    });
    await page.waitForFunction(() => customElements.get('obs-quiz'));
    await page.evaluate(() => document.body.append(document.createElement('obs-slo-calculator')));
    assert.equal(await upgraded(page), 1);
    await page.evaluate(() => {
      customElements.define(
        'late-host',
        class extends HTMLElement {
          constructor() {
            super();
            this.attachShadow({ mode: 'open' }).append(document.createElement('obs-budget-tracker'));
          }
        },
      );
    });
    await page.waitForFunction(() => customElements.get('obs-budget-tracker'));
    await expectNoTrouble();
  });

  it('leaves tags alone that are not of the kit', async () => {
    const { page, expectNoTrouble } = await host(
      `${AUTOLOADER}<obs-unknown></obs-unknown><obs-></obs-><obs-__proto__></obs-__proto__><obs-quiz></obs-quiz>`,
    );
    await page.waitForFunction(() => customElements.get('obs-quiz'));
    await expectNoTrouble();
  });

  it('loads a language when an element asks for it', async () => {
    const { page, expectNoTrouble } = await host(
      `${AUTOLOADER}<obs-slo-calculator id="one"></obs-slo-calculator><obs-slo-calculator lang="de-AT" id="two"></obs-slo-calculator>`,
    );
    const speaks = (id, language) =>
      page.waitForFunction(
        (element, wanted) => document.getElementById(element).shadowRoot?.querySelector('[lang]')?.lang === wanted,
        {},
        id,
        language,
      );
    await speaks('two', 'de');
    await speaks('one', 'en');
    const scripts = await loaded(page);
    assert.ok(scripts.includes('/dist/cdn/modules/lang/de.js'));
    assert.ok(!scripts.includes('/dist/cdn/modules/lang/es.js'));
    await page.evaluate(() => document.getElementById('one').setAttribute('lang', 'es-MX'));
    await speaks('one', 'es');
    await expectNoTrouble();
  });
});

describe('the address of an element in dist/cdn', () => {
  const TAG = '<obs-slo-calculator lang="de"></obs-slo-calculator>';

  for (const [how, script] of Object.entries({
    'a classic script': '<script src="cdn/slo-calculator.js"></script>',
    'a deferred script': '<script src="cdn/slo-calculator.js" defer></script>',
    'a module': '<script type="module" src="cdn/slo-calculator.js"></script>',
    'all of the kit': '<script src="cdn/obs-elements.js"></script>',
  })) {
    it(`registers it, loaded as ${how}, with its language`, async () => {
      const { page, expectNoTrouble } = await host(script + TAG);
      assert.equal(await upgraded(page), 1);
      await page.waitForFunction(
        () => document.querySelector('obs-slo-calculator').shadowRoot.querySelector('[lang]').lang === 'de',
      );
      await expectNoTrouble();
    });
  }

  it('is found by a classic script of another origin', async () => {
    const other = await serve(0, { 'access-control-allow-origin': '*' });
    try {
      const observed = await host(`<script src="${other.address}/dist/cdn/slo-calculator.js"></script>${TAG}`, {
        policy: `default-src 'none'; script-src 'self' ${other.address}; style-src 'self'`,
      });
      assert.equal(await upgraded(observed.page), 1);
      await observed.page.close();
    } finally {
      other.server.closeAllConnections();
      other.server.close();
    }
  });
});

describe('copies of the kit that were loaded separately', () => {
  it('share a system', async () => {
    const { page, expectNoTrouble } = await host(
      `<script src="standalone/golden-signals.js"></script><obs-golden-signals system="shop"></obs-golden-signals>
      ${AUTOLOADER}<obs-red-use system="shop"></obs-red-use>`,
    );
    assert.equal(await upgraded(page), 2);
    const times = await page.evaluate(async () => {
      const [first, second] = ['obs-golden-signals', 'obs-red-use'].map((tag) => document.querySelector(tag));
      await Promise.all([first.updateComplete, second.updateComplete]);
      await first.step(30);
      return [first.currentTime, second.currentTime];
    });
    assert.ok(times[0] >= 30, times.join());
    assert.equal(times[0], times[1]);
    await expectNoTrouble();
  });
});
