// What the dashboard exports, asked of Prometheus itself.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { newPage, openChromium } from '../../scripts/open-browser.mjs';
import { serve } from '../../scripts/server.mjs';

process.chdir(new URL('../..', import.meta.url).pathname);

const skip = spawnSync('promtool', ['--version']).error ? 'promtool is not installed' : false;

describe('the live dashboard', () => {
  let browser;
  let server;
  let metrics;

  before(async () => {
    let address;
    ({ server, address } = await serve());
    browser = await openChromium();
    const page = await newPage(browser);
    await page.goto(`${address}/dist/embed/live-dashboard.html?scenario=quiet&at=0`);
    await page.waitForFunction(() => document.querySelector('obs-live-dashboard')?.playback);
    metrics = await page.evaluate(async () => {
      const element = document.querySelector('obs-live-dashboard');
      await element.step(40);
      element.inject('bad-deploy');
      await element.step(60);
      return element.exportData('openmetrics');
    });
  });

  after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  it('writes what it scraped as OpenMetrics, exemplars included', () => {
    assert.match(
      metrics,
      /http_server_request_duration_seconds_bucket\{.*\} \d+ \d+ # \{span_id="[0-9a-f]{16}",trace_id="[0-9a-f]{32}"\}/,
    );
    assert.match(metrics, /error_type="502"/);
    assert.ok(metrics.endsWith('# EOF\n'));
  });

  it('writes it so that promtool makes blocks of it, with every sample in them', { skip }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'obs-live-dashboard-'));
    const promtool = (...args) => {
      const { status, stdout, stderr } = spawnSync('promtool', args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 });
      assert.equal(status, 0, stderr);
      return stdout;
    };
    try {
      writeFileSync(join(folder, 'metrics.txt'), metrics);
      promtool('tsdb', 'create-blocks-from', '--max-block-duration=1000h', 'openmetrics', 'metrics.txt', 'blocks');
      // It dumps a whole database only, which has a write-ahead log.
      mkdirSync(join(folder, 'blocks', 'wal'));
      const written = metrics.split('\n').filter((line) => line && !line.startsWith('#')).length;
      assert.equal(promtool('tsdb', 'dump', 'blocks').trimEnd().split('\n').length, written);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
