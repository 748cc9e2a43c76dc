// A page in Chromium, opened from the build, that notes what goes wrong in it.
import assert from 'node:assert/strict';
import { newPage, openChromium } from '../../scripts/open-browser.mjs';
import { serve } from '../../scripts/server.mjs';

/** A server of the build with a browser; `observed` opens pages in it. */
export async function openBrowser() {
  const { server, address } = await serve();
  const browser = await openChromium();
  return {
    address,
    observed: () => observed(browser, address),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A page that notes all that it should not have to note. */
async function observed(browser, address) {
  const page = await newPage(browser);
  const troubles = [];
  const strangers = new Set();
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) {
      troubles.push(`console: ${message.text()} ${message.location().url ?? ''}`);
    }
  });
  page.on('request', (request) => {
    const { origin, protocol, host } = new URL(request.url());
    if (origin !== address && !['blob:', 'data:', 'about:'].includes(protocol)) strangers.add(host);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  await page.exposeFunction('noteViolation', (violation) => troubles.push(`policy: ${violation}`));
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      globalThis.noteViolation(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`),
    );
  });
  return {
    page,
    open: async (path) => {
      const response = await page.goto(`${address}/${path}`);
      await page.waitForNetworkIdle({ idleTime: 100 });
      assert.equal(response.status(), 200, path);
    },
    expectNoTrouble: async () => {
      // A browser looks for an icon where a page names none.
      assert.deepEqual(
        troubles.filter((trouble) => !trouble.includes('/favicon.ico')),
        [],
      );
      assert.deepEqual([...strangers], [], 'asks other hosts');
      await page.close();
    },
  };
}

/** In the page: the tags of the kit that are not upgraded, and how many are. */
function upgrades() {
  const elements = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('obs-'));
  const dead = elements.filter(
    ({ localName, shadowRoot }) => !customElements.get(localName) || !shadowRoot?.childElementCount,
  );
  return { alive: elements.length - dead.length, dead: dead.map(({ localName }) => localName) };
}

/** Scrolls through a page or frame until every element of the kit in it is upgraded; returns how many there are. */
export async function upgraded(frame) {
  for (;;) {
    const { alive, dead } = await frame.evaluate(upgrades);
    if (dead.length === 0) return alive;
    await frame.evaluate((tag) => {
      const element = [...document.querySelectorAll(tag)].find(({ shadowRoot }) => !shadowRoot?.childElementCount);
      element?.scrollIntoView();
    }, dead[0]);
    await frame.waitForFunction(
      (tag) =>
        customElements.get(tag) &&
        [...document.querySelectorAll(tag)].every(({ shadowRoot }) => shadowRoot?.childElementCount),
      {},
      dead[0],
    );
  }
}
