// What <obs-golden-signals> exports, asked of Prometheus itself: the numbers in its CSV are those that promtool computes
// from its OpenMetrics text.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { newPage, openChromium } from '../../scripts/open-browser.mjs';
import { serve } from '../../scripts/server.mjs';

process.chdir(new URL('../..', import.meta.url).pathname);

const skip = spawnSync('promtool', ['--version']).error ? 'promtool is not installed' : false;

const SCRAPE = 2;
const RANGE = 15;
const DURATION = 'http_server_request_duration_seconds';
const MINE = 'job="order-service"';
// Calm, with the bad release out, and in the spike. Not while processes come and go: promtool 2.42 extrapolates a counter that
// begins within the window further back than later versions do.
const TIMES = [24, 80, 106, 130];
const ACTIONS = '30 bad-deploy share=0.2; 100 traffic-spike factor=2 seconds=60';
const LAST = 130;

/** What the element says after a run: its two files. */
async function exported() {
  const { server, address } = await serve();
  const browser = await openChromium();
  try {
    const page = await newPage(browser);
    await page.goto(`${address}/dist/embed/golden-signals.html`);
    return await page.evaluate(
      async (actions, last) => {
        const element = document.querySelector('obs-golden-signals');
        element.actions = actions;
        await element.updateComplete;
        await element.step(last);
        return { csv: element.exportData('csv'), text: element.exportData('openmetrics') };
      },
      ACTIONS,
      LAST,
    );
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

/** Rows by their second. */
function readCsv(csv) {
  const [head, ...rows] = csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const objects = rows.map((row) => Object.fromEntries(row.map((cell, index) => [head[index], Number(cell)])));
  return new Map(objects.map((row) => [row.seconds, row]));
}

/** The samples of the text as promtool takes them: one value for each interval, `_` where there is none. */
function inputSeries(text) {
  const bySeries = new Map();
  for (const line of text.split('\n')) {
    const [, series, value, time] = /^([a-z_]+\{.*?\}) (\S+) (\S+)( # .*)?$/.exec(line) ?? [];
    if (series === undefined) continue;
    const values = bySeries.get(series) ?? [];
    values[Math.round(Number(time) / SCRAPE)] = value;
    bySeries.set(series, values);
  }
  const length = LAST / SCRAPE + 1;
  return Array.from(bySeries, ([series, values]) => ({
    series,
    values: Array.from({ length }, (_, index) => values[index] ?? '_').join(' '),
  }));
}

describe('the export of <obs-golden-signals>', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'obs-golden-signals-'));
  after(() => rmSync(folder, { recursive: true }));

  let files;
  before(async () => {
    files = await exported();
    writeFileSync(join(folder, 'history.txt'), files.text);
  });

  function promtool(...args) {
    const { status, stdout, stderr } = spawnSync('promtool', args, { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, `${stdout}${stderr}`);
  }

  it('becomes blocks of Prometheus', () => {
    promtool('tsdb', 'create-blocks-from', 'openmetrics', 'history.txt', 'blocks');
  });

  it('has the p50, p95, p99, mean, traffic, error ratio and utilisation that Prometheus computes', () => {
    const rows = readCsv(files.csv);
    const rateOf = (suffix, labels = '') => `sum(rate(${DURATION}_${suffix}{${MINE}${labels}}[${RANGE}s]))`;
    // A second short of two scrapes: this promtool closes its windows at both ends, and would see three.
    const recently = `${2 * SCRAPE - 1}s`;
    const quantile = (q) => `histogram_quantile(${q}, sum by (le) (rate(${DURATION}_bucket{${MINE}}[${RANGE}s])))`;
    const expressions = {
      p50: quantile(0.5),
      p95: quantile(0.95),
      p99: quantile(0.99),
      mean: `${rateOf('sum')} / ${rateOf('count')}`,
      requests_per_second: rateOf('count'),
      error_ratio: `${rateOf('count', ',error_type!=""')} / ${rateOf('count')}`,
      exception: `${rateOf('count', ',http_response_status_code="500"')} / ${rateOf('count')}`,
      cpu_utilisation: `avg(rate(system_cpu_time_seconds_total{${MINE}}[${recently}]) / on(instance) system_cpu_logical_count{${MINE}})`,
    };
    const promql_expr_test = TIMES.flatMap((at) =>
      Object.entries(expressions).flatMap(([column, expr]) => {
        const shown = rows.get(at)?.[column];
        assert.ok(Number.isFinite(shown), `${column} at ${at}`);
        if (shown === 0) return [{ eval_time: `${at}s`, expr, exp_samples: [{ labels: '{}', value: 0 }] }];
        const agrees = `abs((${expr}) / ${shown} - 1) < bool 1e-9`;
        return [{ eval_time: `${at}s`, expr: agrees, exp_samples: [{ labels: '{}', value: 1 }] }];
      }),
    );
    const failing = TIMES.filter((at) => rows.get(at).error_ratio > 0.05);
    assert.deepEqual(failing, [80, 106, 130], 'errors were there to be compared');
    const test = {
      rule_files: [],
      evaluation_interval: `${SCRAPE}s`,
      tests: [{ interval: `${SCRAPE}s`, input_series: inputSeries(files.text), promql_expr_test }],
    };
    writeFileSync(join(folder, 'test.yaml'), JSON.stringify(test));
    promtool('test', 'rules', 'test.yaml');
  });
});
