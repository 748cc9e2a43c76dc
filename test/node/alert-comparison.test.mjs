// The alerts of `<obs-alert-comparison>`, asked of Prometheus itself: the rules and the unit test that the element
// exports. The unit test holds the week as it was scraped, the evaluations at which every alert begins and ceases to
// fire and those just before, and at how many evaluations each rule was pending and firing: together, every evaluation.
//
// A week at one minute takes promtool half a minute, most of it for windows of days. So all weeks run at five minutes,
// with all strategies; and at shorter intervals those run that look back half an hour at most. `npm test` takes some of
// the weeks, `npm run proof` all of them.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { newPage, openChromium } from '../../scripts/open-browser.mjs';
import { serve } from '../../scripts/server.mjs';

process.chdir(new URL('../..', import.meta.url).pathname);

const WEEKS =
  'ordinary nightOutage flapping quiet gap slowBurn shortOutage lowTraffic deploys memoryLeak weeklyPeak retryStorm partialRegion noisyNeighbour'.split(
    ' ',
  );
/** How many of a list `npm test` takes. */
const sample = (list, few) => (process.env.OBS_PROOF ? list : list.slice(0, few));

/** With windows, `and`, `or`, `for` and `keep_firing_for`, over counters and gauges. */
const RULE = 'cpu[10m] > 60% and errors[30m] > 2x or memory >= 80% for 10m keep 30m';

const skip = spawnSync('promtool', ['--version']).error ? 'promtool is not installed' : false;

const ALL = 'cause symptom approach1 approach2 approach3 approach4 approach5 approach6 own';

describe('the alerts of a week, as Prometheus fires them', { concurrency: 2 }, () => {
  let browser;
  let server;
  let page;
  const folder = mkdtempSync(join(tmpdir(), 'obs-alerts-'));

  before(async () => {
    let address;
    ({ server, address } = await serve());
    browser = await openChromium();
    page = await newPage(browser);
    await page.goto(`${address}/dist/embed/alert-comparison.html?week=quiet`);
  });

  after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
    rmSync(folder, { recursive: true });
  });

  /** What the element exports with these settings, in a folder of its own, and how many alerts it holds. */
  async function exported(settings) {
    const { rules, test, alerts } = await page.evaluate((given) => {
      const element = document.createElement('obs-alert-comparison');
      Object.assign(element, given);
      const csv = element.exportData('csv');
      const rows = csv.split('\r\n').filter((line) => /^(page|ticket),/.test(line));
      return { rules: element.exportData('rules'), test: element.exportData('test'), alerts: rows.length };
    }, settings);
    const own = mkdtempSync(join(folder, 'case-'));
    writeFileSync(join(own, 'alert-comparison.rules.yaml'), rules);
    writeFileSync(join(own, 'test.yaml'), test);
    return { own, alerts, test };
  }

  function promtool(cwd, ...args) {
    return new Promise((resolve) => {
      const child = spawn('promtool', args, { cwd });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
      child.on('close', (status) => resolve({ status, output }));
    });
  }

  async function expectAgreement(settings) {
    const { own, alerts } = await exported(settings);
    const checked = await promtool(own, 'check', 'rules', 'alert-comparison.rules.yaml');
    assert.equal(checked.status, 0, checked.output);
    const tested = await promtool(own, 'test', 'rules', 'test.yaml');
    assert.equal(tested.status, 0, tested.output.slice(0, 3000));
    return alerts;
  }

  for (const week of sample(WEEKS, 4)) {
    it(`agree in every strategy: ${week}`, { skip }, async () => {
      const alerts = await expectAgreement({
        week,
        strategies: ALL,
        scrapeSeconds: '300',
        evaluationSeconds: '300',
        rule: RULE,
      });
      assert.ok(alerts > 0 || ['quiet', 'deploys'].includes(week), 'nothing was compared');
    });
  }

  const near = { strategies: 'cause symptom approach1 own', rule: RULE };
  const intervals = [
    ['60', '60', 'gap'],
    ['300', '60', 'nightOutage'],
    ['60', '60', 'ordinary'],
    ['60', '300', 'flapping'],
    ['60', '30', 'shortOutage'],
  ];
  for (const [scrapeSeconds, evaluationSeconds, week] of sample(intervals, 2)) {
    it(
      `agree when scraped every ${scrapeSeconds} s and evaluated every ${evaluationSeconds} s: ${week}`,
      { skip },
      async () => {
        assert.ok((await expectAgreement({ ...near, week, scrapeSeconds, evaluationSeconds })) > 0);
      },
    );
  }

  it('agree for other objectives and seeds', { skip }, async () => {
    const intervals = { scrapeSeconds: '300', evaluationSeconds: '300' };
    assert.ok(
      (await expectAgreement({ objective: 99, seed: 2, strategies: ALL, week: 'partialRegion', ...intervals })) > 0,
    );
  });

  it('would be found to disagree, were a single evaluation wrong', { skip }, async () => {
    const settings = { week: 'nightOutage', strategies: 'approach4', scrapeSeconds: '300', evaluationSeconds: '300' };
    const { own, test } = await exported(settings);
    const firing = test.match(/exp_alerts:\n/g);
    assert.equal(firing.length, 2);
    // The first time at which it is said to fire, one evaluation earlier.
    const shifted = test.replace(
      /eval_time: '(\d+)s'(\n\s+alertname: Approach4\n\s+exp_alerts:\n)/,
      (_, time, rest) => {
        return `eval_time: '${Number(time) - 300}s'${rest}`;
      },
    );
    assert.notEqual(shifted, test);
    writeFileSync(join(own, 'test.yaml'), shifted);
    const { status, output } = await promtool(own, 'test', 'rules', 'test.yaml');
    assert.notEqual(status, 0, output);
  });
});
