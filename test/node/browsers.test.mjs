// Every element in the browsers that the other tests do not use: they draw, and nothing goes wrong.
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { ELEMENTS } from '../../scripts/elements.mjs';
import { serve } from '../../scripts/server.mjs';
import { BROWSERS } from './every-engine.mjs';

process.chdir(new URL('../..', import.meta.url).pathname);

const PAGE = 'dist/test-elements.html';
const SCRIPT = 'dist/test-elements.js';

let server;
let address;

/** Notes what goes wrong, then plays what can be played for a minute, and tells what each element says. */
const script = `
  const troubles = [];
  addEventListener('error', ({ message }) => troubles.push(message));
  addEventListener('unhandledrejection', ({ reason }) => troubles.push(String(reason)));
  addEventListener('load', async () => {
    const elements = [...document.querySelectorAll('body > *')].filter(({ localName }) => localName.startsWith('obs-'));
    for (const element of elements) await element.step?.(60);
    for (const element of elements) await element.updateComplete;
    const said = elements.map(({ localName, shadowRoot }) => [localName, shadowRoot?.querySelector('[part=sentence]')?.textContent.trim() ?? '']);
    const blank = elements.flatMap(({ localName, shadowRoot }) =>
      [...(shadowRoot?.querySelectorAll('obs-chart') ?? [])]
        .filter((chart) => !(chart.shadowRoot?.querySelector('canvas')?.width > 1))
        .map(({ className }) => localName + ' ' + className));
    globalThis.report = JSON.stringify({ said: Object.fromEntries(said), troubles, blank });
  });
`;

before(async () => {
  writeFileSync(SCRIPT, script);
  const tags = ELEMENTS.map((name) => `<obs-${name}></obs-${name}>`).join('\n');
  const head =
    '<meta charset="utf-8"><script src="test-elements.js"></script><script src="standalone/obs-elements.js"></script>';
  writeFileSync(PAGE, `<!doctype html><html lang="en"><head>${head}</head><body>${tags}</body></html>`);
  ({ server, address } = await serve());
});

after(() => {
  for (const file of [PAGE, SCRIPT]) rmSync(file, { force: true });
  server?.closeAllConnections();
  server?.close();
});

function expectAllWell(report) {
  const { said, troubles, blank } = JSON.parse(report);
  assert.deepEqual(troubles, []);
  assert.deepEqual(blank, []);
  assert.deepEqual(Object.keys(said).sort(), ELEMENTS.map((name) => `obs-${name}`).sort());
  for (const [tag, sentence] of Object.entries(said)) {
    assert.match(sentence, /\w/, tag);
    assert.doesNotMatch(sentence, /\bNaN\b|\bundefined\b/, tag);
  }
}

describe('every element draws and plays', () => {
  for (const { name, skip, valueAt } of BROWSERS.filter(({ name }) => name !== 'Chromium')) {
    it(`in ${name}`, { skip }, async () => {
      expectAllWell(await valueAt(`${address}/${PAGE}`, 'globalThis.report'));
    });
  }
});
