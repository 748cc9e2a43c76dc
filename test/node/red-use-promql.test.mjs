// What each cell of <obs-red-use> shows, asked of Prometheus itself: its PromQL over the text that the element exports.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createServer } from 'vite';
import { parseOpenMetrics, writeOpenMetrics } from '../../dist/telemetry.js';

process.chdir(new URL('../..', import.meta.url).pathname);

const skip = spawnSync('promtool', ['--version']).error ? 'promtool is not installed' : false;
const SCRAPE_SECONDS = 2;
const RANGE_SECONDS = 15;
const FOLDER = '/src/simulations/red-use';

describe('The PromQL of a cell', () => {
  const folder = mkdtempSync(join(tmpdir(), 'obs-red-use-'));
  let vite;

  before(async () => {
    // The models are not shipped by themselves: they are loaded from their source.
    const server = { middlewareMode: true, hmr: false, ws: false };
    vite = await createServer({ configFile: false, server, appType: 'custom', optimizeDeps: { noDiscovery: true } });
  });
  after(async () => {
    await vite?.close();
    rmSync(folder, { recursive: true });
  });

  it('gives the cell’s number over the exported text', { skip }, async () => {
    const { Run } = await vite.ssrLoadModule('/src/shop/index.ts');
    const { RedUseModel } = await vite.ssrLoadModule(`${FOLDER}/red-use.model.ts`);
    const { promqlOf } = await vite.ssrLoadModule(`${FOLDER}/matrix/cells.model.ts`);
    const actions = [{ at: 62, type: 'slow-query', mode: 'disk', share: 0.4 }];
    const run = new Run({ scenario: 'quiet', seed: 1, settings: { rate: 40 }, actions });
    const watch = run.watch((shop) => new RedUseModel(shop));
    run.runUntil(110);
    const model = watch.current;
    const at = model.scrapes.at(-1);

    const parsed = parseOpenMetrics(writeOpenMetrics(model.metrics.scraper.history()));
    assert.ok(parsed.ok, parsed.message);
    const series = new Map();
    for (const { name, labels, value, timestamp } of parsed.families.flatMap(({ samples }) => samples)) {
      if (name.endsWith('_created')) continue;
      const key = `${name}{${[...labels].map(([label, text]) => `${label}=${JSON.stringify(text)}`).join(',')}}`;
      // promtool begins at 0 and takes a value for each step; a scrape that found nothing is `_`.
      const values = series.get(key) ?? Array(at / SCRAPE_SECONDS + 1).fill('_');
      values[timestamp / SCRAPE_SECONDS] = value === Infinity ? '+Inf' : value;
      series.set(key, values);
    }
    // A series that a scrape did not find is stale at once, as Prometheus marks it.
    const input_series = [...series].map(([name, values]) => ({
      series: name,
      values: values.map((value, i) => (value === '_' && values[i - 1] !== '_' && i > 0 ? 'stale' : value)).join(' '),
    }));

    const asked = model.cells.filter((cell) => Number.isFinite(model.now(cell)));
    assert.ok(asked.length > 100, `${asked.length} cells`);
    assert.ok(asked.some((cell) => cell.signal === 'errors' && model.now(cell) > 0));
    const promql_expr_test = asked.map((cell) => {
      const expr = promqlOf(cell, RANGE_SECONDS);
      assert.ok(expr, cell.key);
      const shown = model.now(cell);
      // A window of odd length begins between two scrapes: promtool 2.42 closes it on the left too.
      return {
        eval_time: `${at}s`,
        expr: `abs((${expr}) - ${shown}) <= bool ${Math.abs(shown) * 1e-9 + 1e-12}`,
        exp_samples: [{ labels: '{}', value: 1 }],
      };
    });
    const interval = `${SCRAPE_SECONDS}s`;
    const test = {
      rule_files: [],
      evaluation_interval: interval,
      tests: [{ interval, input_series, promql_expr_test }],
    };
    writeFileSync(join(folder, 'test.yaml'), JSON.stringify(test));
    const { status, stdout, stderr } = spawnSync('promtool', ['test', 'rules', 'test.yaml'], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(status, 0, `${stdout}${stderr}`.slice(0, 4000));
  });
});
