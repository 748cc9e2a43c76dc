// The written metrics and the quantile over them, asked of Prometheus itself.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import {
  bucketRates,
  histogramQuantile,
  MetricRegistry,
  rate,
  Scraper,
  writeOpenMetrics,
} from '../../dist/telemetry.js';

const skip = spawnSync('promtool', ['--version']).error ? 'promtool is not installed' : false;

const EPOCH = 1_700_000_000;
const INTERVAL = 15;
const DURATION = 'http_server_request_duration_seconds';

/** Ten minutes of a process that answers on two routes, slower as time goes on, and restarts in between. */
function record() {
  const registry = new MetricRegistry({ labels: { 'service.name': 'check"out\\\n' } });
  const durations = registry.histogram({
    name: 'http.server.request.duration',
    unit: 's',
    help: 'Duration of "HTTP" server requests.\nIn \\ seconds.',
  });
  const requests = registry.counter({ name: 'shop.orders', unit: '{order}', help: 'Orders.' });
  const memory = registry.gauge({ name: 'process.memory.usage', unit: 'By', help: 'Memory.' });
  const scraper = new Scraper();
  const hostile = '} # {"💥\n\\';
  for (let second = 1; second <= 600; second++) {
    if (second === 400) registry.restart(second);
    for (const [index, route] of ['/cart', hostile].entries()) {
      for (let i = 0; i < 7 + index; i++) {
        const seconds = 0.003 * (index + 1) * (1 + ((second * 31 + i * 17) % 97)) * (1 + second / 300);
        durations
          .with({ 'http.route': route })
          .observe(seconds, { labels: { trace_id: `${second}-${i}` }, seconds: second });
      }
      requests.with({ 'http.route': route }).add(1 + index, { labels: { trace_id: hostile } });
    }
    memory.with().set(second % 7 === 0 ? NaN : second * 1e6);
    if (second % INTERVAL === 0) scraper.scrape(registry, second);
  }
  return scraper;
}

describe('promtool', () => {
  const folder = mkdtempSync(join(tmpdir(), 'obs-openmetrics-'));
  after(() => rmSync(folder, { recursive: true }));

  function promtool(...args) {
    const { status, stdout, stderr } = spawnSync('promtool', args, { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, `${stdout}${stderr}`);
    return stdout;
  }

  it('makes blocks of a registry’s history, with every sample in them', { skip }, () => {
    const history = record().history({ epochSeconds: EPOCH });
    writeFileSync(join(folder, 'history.txt'), writeOpenMetrics(history));
    promtool('tsdb', 'create-blocks-from', 'openmetrics', 'history.txt', 'blocks');
    // It dumps a whole database only, which has a write-ahead log.
    mkdirSync(join(folder, 'blocks', 'wal'));
    const dump = promtool('tsdb', 'dump', 'blocks');
    const written = history.reduce((count, { samples }) => count + samples.length, 0);
    assert.equal(dump.trimEnd().split('\n').length, written);
  });

  it('computes the same rates and quantiles, over a restart too', { skip }, () => {
    const scraper = record();
    const wire = (text) => JSON.stringify(text);
    const names = [`${DURATION}_bucket`, 'shop_orders_total'];
    const input_series = names
      .flatMap((name) => scraper.select(name))
      .map(({ name, labels, points }) => ({
        series: `${name}{${Array.from(labels, ([label, value]) => `${label}=${wire(value)}`).join(',')}}`,
        // promtool begins at 0; the first scrape was at 15 seconds.
        values: ['_', ...Array.from(points, ([, value]) => value)].join(' '),
      }));

    const promql_expr_test = [];
    const agrees = (at, expr, expected) => {
      assert.ok(Number.isFinite(expected), expr);
      promql_expr_test.push({
        eval_time: `${at}s`,
        expr: `abs((${expr}) / ${expected} - 1) < bool 1e-9`,
        exp_samples: [{ labels: '{}', value: 1 }],
      });
    };
    // Samples lie off the windows' edges, for promtool 2.42 closes windows on the left too.
    for (const [at, range] of [
      [187, 60],
      [367, 160],
      [413, 70],
      [437, 100],
      [592, 400],
    ]) {
      const window = { at, range };
      const buckets = bucketRates(scraper.select(`${DURATION}_bucket`), window);
      for (const q of [0.01, 0.5, 0.9, 0.95, 0.99, 0.999]) {
        const expr = `histogram_quantile(${q}, sum by (le) (rate(${DURATION}_bucket[${range}s])))`;
        agrees(at, expr, histogramQuantile(q, buckets));
      }
      const [orders] = scraper.select('shop_orders_total', { http_route: '/cart' });
      agrees(at, `sum(rate(shop_orders_total{http_route="/cart"}[${range}s]))`, rate(orders.points, window));
    }
    const test = {
      rule_files: [],
      evaluation_interval: `${INTERVAL}s`,
      tests: [{ interval: `${INTERVAL}s`, input_series, promql_expr_test }],
    };
    writeFileSync(join(folder, 'test.yaml'), JSON.stringify(test));
    promtool('test', 'rules', 'test.yaml');
  });
});
