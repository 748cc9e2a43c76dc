// Opens what visitors open, in a browser and against the build: the demo pages, the iframe pages, the model pages.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { ELEMENTS, LANGUAGES } from '../../scripts/elements.mjs';
import { openBrowser, upgraded } from './observed-page.mjs';

process.chdir(new URL('../..', import.meta.url).pathname);

const htmlIn = (folder) => readdirSync(folder).flatMap((file) => (file.endsWith('.html') ? `${folder}/${file}` : []));
const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; require-trusted-types-for 'script'";

let session;
let address;
const observed = () => session.observed();

before(async () => {
  session = await openBrowser();
  ({ address } = session);
});

after(() => session?.close());

const shown = (frame) =>
  frame.$eval('obs-slo-calculator', ({ shadowRoot }) => shadowRoot.querySelector("[part='sentence']").textContent);

describe('demo pages', () => {
  for (const path of htmlIn('demo')) {
    it(`open ${path} without trouble, in light and dark, wide and narrow`, async () => {
      const { page, open, expectNoTrouble } = await observed();
      await open(path);
      for (const frame of page.frames()) await upgraded(frame);
      assert.doesNotMatch(await page.evaluate(() => document.body.innerText), /\bNaN\b|\bundefined\b/);
      for (const width of [320, 1280]) {
        await page.setViewport({ width, height: 800 });
        const overflow = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${path} scrolls sideways by ${overflow} px at ${width} px`);
      }
      await expectNoTrouble();
    });

    it(`lead somewhere from ${path}`, async () => {
      const { page, open, expectNoTrouble } = await observed();
      await open(path);
      const links = await page.$$eval('a[href]', (anchors) => anchors.map(({ href }) => href));
      const own = links.filter((href) => href.startsWith(address) && !href.includes('/storybook'));
      for (const href of new Set(own)) {
        const { status } = await fetch(href);
        assert.equal(status, 200, href);
      }
      await expectNoTrouble();
    });
  }

  it('show an element in each of them but the index', async () => {
    for (const path of htmlIn('demo').filter((file) => !file.endsWith('index.html'))) {
      const { page, open, expectNoTrouble } = await observed();
      await open(path);
      let count = 0;
      for (const frame of page.frames()) count += await upgraded(frame);
      assert.ok(count > 0, path);
      await expectNoTrouble();
    }
  });
});

describe('iframe pages', () => {
  for (const name of ELEMENTS) {
    it(`open ${name} without trouble`, async () => {
      const { page, open, expectNoTrouble } = await observed();
      await open(`dist/embed/${name}.html`);
      assert.equal(await upgraded(page), 1);
      await expectNoTrouble();
    });

    it(`take attributes of ${name} from the query, and nothing else`, async () => {
      const { page, open, expectNoTrouble } = await observed();
      await open(`dist/embed/${name}.html?heading=Mine&theme=dark&onclick=alert(1)&style=color:red&id=x`);
      const attributes = await page.$eval(`obs-${name}`, (element) => element.getAttributeNames());
      assert.deepEqual(attributes.sort(), ['heading', 'theme']);
      await expectNoTrouble();
    });

    it(`speak German in ${name} with lang=de`, async () => {
      const { page, open, expectNoTrouble } = await observed();
      await open(`dist/embed/${name}.html?lang=de`);
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
      assert.equal(await page.$eval(`obs-${name}`, ({ shadowRoot }) => shadowRoot.querySelector('[lang]').lang), 'de');
      await expectNoTrouble();
    });

    it(`load no script that the query of ${name} names`, async () => {
      for (const lang of ['../../evil', 'javascript:alert(1)', '//evil.example/x', 'de/../..', '%2e%2e']) {
        const { page, open, expectNoTrouble } = await observed();
        await open(`dist/embed/${name}.html?lang=${encodeURIComponent(lang)}`);
        const scripts = await page.$$eval('script', (all) => all.map(({ src }) => new URL(src).pathname));
        assert.deepEqual(scripts.sort(), ['/dist/embed/embed.js', `/dist/standalone/${name}.js`]);
        await expectNoTrouble();
      }
    });
  }

  const asked = {
    ...Object.fromEntries(LANGUAGES.map((tag) => [tag, tag])),
    'de-AT': 'de',
    'es-MX': 'es',
    'fr-FR': 'en',
  };
  for (const [lang, spoken] of Object.entries(asked)) {
    it(`speak ${spoken} with lang=${lang}`, async () => {
      const { page, open, expectNoTrouble } = await observed();
      await open(`dist/embed/slo-calculator.html?lang=${lang}`);
      assert.equal(await page.evaluate(() => document.documentElement.lang), spoken);
      const written = ({ shadowRoot }) => shadowRoot.querySelector('[lang]').lang;
      assert.equal(await page.$eval('obs-slo-calculator', written), spoken);
      await expectNoTrouble();
    });
  }

  it('apply the query to the calculator', async () => {
    const { page, open, expectNoTrouble } = await observed();
    await open('dist/embed/slo-calculator.html?objective=99.95&spent=5&requests-per-second=1200&open=nines%20alerts');
    assert.match(await shown(page), /^At 99\.95 % you may be down 21 min 36 s in 30 days/);
    const { requestsPerSecond, open: sections } = await page.$eval('obs-slo-calculator', (element) => ({
      requestsPerSecond: element.requestsPerSecond,
      open: element.open,
    }));
    assert.deepEqual([requestsPerSecond, sections], [1200, 'nines alerts']);
    await expectNoTrouble();
  });

  it('open what a link’s fragment says', async () => {
    const { page, open, expectNoTrouble } = await observed();
    await open('dist/embed/slo-calculator.html#obs-slo-calculator=1;objective=99');
    assert.match(await shown(page), /^At 99 %/);
    await expectNoTrouble();
  });

  describe('in a host page of strict policy', () => {
    const HOST = 'dist/test-host.html';
    const SCRIPT = 'dist/test-host.js';
    const html = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
      <meta http-equiv="Content-Security-Policy" content="${STRICT}"><script src="test-host.js"></script></head><body>${body}</body></html>`;

    before(() =>
      writeFileSync(SCRIPT, "window.heard = []; addEventListener('message', ({ data }) => heard.push(data));"),
    );
    after(() => {
      for (const file of [HOST, SCRIPT]) rmSync(file, { force: true });
    });

    it('tell their host how high they are, and again when they grow', async () => {
      writeFileSync(HOST, html('<iframe src="embed/slo-calculator.html#?secret=abc123"></iframe>'));
      const { page, open } = await observed();
      await open(HOST);
      const last = () => page.evaluate(() => globalThis.heard.findLast(({ message }) => message === 'height'));
      await page.waitForFunction(() => globalThis.heard.length > 1);
      const first = await last();
      assert.equal(first.secret, 'abc123');
      assert.ok(first.value > 300, String(first.value));
      const subjects = await page.evaluate(() => globalThis.heard.map(({ subject }) => subject));
      assert.ok(subjects.includes('lti.frameResize'));
      const frame = page.frames().find((inner) => inner.url().includes('embed'));
      await frame.$eval('obs-slo-calculator', (element) => (element.open = 'nines'));
      await page.waitForFunction(
        (before) => globalThis.heard.findLast(({ message }) => message === 'height').value > before,
        {},
        first.value,
      );
      await page.close();
    });

    it('run with Trusted Types and without a violation: the element, two copies of the kit, all sections', async () => {
      writeFileSync(
        HOST,
        html(`<obs-slo-calculator open="nines dependencies alerts methods rules" objective="abc" spent="35"
            dependencies="database 99.95"></obs-slo-calculator><obs-slo-calculator lang="de"></obs-slo-calculator>
          <script src="standalone/slo-calculator.js"></script><script src="cdn/obs-elements.js"></script>
          <script src="standalone/lang/de.js"></script>`),
      );
      const { page, open, expectNoTrouble } = await observed();
      await open(HOST);
      assert.equal(await upgraded(page), 2);
      const texts = await page.$$eval('obs-slo-calculator', (elements) =>
        elements.map(({ shadowRoot }) => shadowRoot.querySelector("[part='sentence']").textContent),
      );
      assert.match(texts[0], /8 min 12 s are left/);
      assert.match(texts[1], /43 min 12 s Ausfall/);
      const border = await page.$eval(
        'obs-slo-calculator',
        ({ shadowRoot }) => getComputedStyle(shadowRoot.querySelector("[part='base']")).borderBlockStartStyle,
      );
      assert.equal(border, 'solid');
      await page.$eval('obs-slo-calculator', (element) => {
        element.shadowRoot.querySelector("[part='menu-button']").click();
        element.shadowRoot.querySelectorAll("[part='menu'] button").forEach((item) => item.click());
      });
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
      await expectNoTrouble();
    });

    it('let a quiz wait for its questions where the script comes before them', async () => {
      writeFileSync(
        HOST,
        html(`<script src="standalone/quiz.js"></script>
          <obs-quiz><section><p>First?</p><ol><li data-right>a</li><li>b</li></ol></section>
            <section><p>Second?</p><ol><li data-right>a</li><li>b</li></ol></section></obs-quiz>
          <obs-quiz><script type="application/json">
            [{ "question": "From data?", "answers": [{ "text": "a", "right": true }, { "text": "b" }] }]
          </script></obs-quiz><obs-quiz></obs-quiz>`),
      );
      const { page, open, expectNoTrouble } = await observed();
      await open(HOST);
      const asked = await page.$$eval('obs-quiz', (elements) =>
        elements.map(({ shadowRoot }) => [
          shadowRoot.querySelector('.asked').textContent,
          shadowRoot.querySelectorAll('.strip button').length,
        ]),
      );
      assert.deepEqual(asked.slice(0, 2), [
        ['First?', 2],
        ['From data?', 0],
      ]);
      assert.equal(asked[2][1], 14);
      await expectNoTrouble();
    });

    it('stores nothing and asks nobody', async () => {
      writeFileSync(
        HOST,
        html('<obs-slo-calculator></obs-slo-calculator><script src="cdn/slo-calculator.js"></script>'),
      );
      const { page, open, expectNoTrouble } = await observed();
      await open(HOST);
      assert.equal(await upgraded(page), 1);
      const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
      assert.deepEqual(kept, [0, 0, '']);
      const requests = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
      );
      assert.ok(requests.length > 2);
      for (const path of requests) assert.match(path, /^\/dist\/(cdn\/|test-host\.js$)/);
      await expectNoTrouble();
    });
  });
});

describe('model pages', () => {
  for (const name of ELEMENTS) {
    it(`open ${name} without trouble, with formulas and headings`, async () => {
      const { page, open, expectNoTrouble } = await observed();
      await open(`dist/model/${name}.html`);
      const headings = await page.$$eval('h1, h2', (all) => all.map(({ textContent }) => textContent));
      assert.ok(headings.length > 2);
      await expectNoTrouble();
    });

    it(`name tests that exist in ${name}`, async () => {
      const { page, open, expectNoTrouble } = await observed();
      await open(`dist/model/${name}.html`);
      const text = await page.evaluate(() => document.body.innerText);
      const named = [...text.matchAll(/\btest\/[\w./-]+\.(?:ts|mjs)\b/g)].map(([path]) => path);
      assert.ok(named.length > 0);
      for (const path of new Set(named)) assert.ok(existsSync(path), path);
      await expectNoTrouble();
    });
  }
});
