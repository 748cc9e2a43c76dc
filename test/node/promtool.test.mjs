// The exported rule files, asked of Prometheus itself.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { toPrometheusRules } from '../../dist/slo.js';

const MINUTE = 60;
const DAY = 86_400;
const OBJECTIVES = [0, 0.01, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999, 0.9999999, 1 - 1e-13, 1, NaN];
const PERIODS = [MINUTE, DAY, 7 * DAY, 28 * DAY, 30 * DAY, 90 * DAY, 365 * DAY, 1.0001 * DAY, 1e12, -DAY, Infinity];

const hostile = [
  ...JSON.parse(readFileSync(new URL('../slo/hostile-strings.json', import.meta.url), 'utf8')),
  '\ud800',
  'x'.repeat(3000),
];
const definition = { service: 'checkout', slo: 'availability', objective: 0.999 };

const skip = spawnSync('promtool', ['--version']).error ? 'promtool is not installed' : false;

describe('promtool', () => {
  const folder = mkdtempSync(join(tmpdir(), 'obs-promtool-'));
  after(() => rmSync(folder, { recursive: true }));

  function promtool(...args) {
    const { status, stdout, stderr } = spawnSync('promtool', args, { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, `${stdout}${stderr}`);
    return stdout;
  }

  /** Checks all files in one call; returns how many rules there are in each. */
  function check(definitions) {
    const names = definitions.map((some, index) => {
      const name = `${index}.yaml`;
      writeFileSync(join(folder, name), toPrometheusRules(some));
      return name;
    });
    const found = [...promtool('check', 'rules', ...names).matchAll(/SUCCESS: (\d+) rules found/g)];
    assert.equal(found.length, definitions.length);
    return found.map(([, count]) => Number(count));
  }

  it('accepts the rules of any objective and period', { skip }, () => {
    const definitions = OBJECTIVES.flatMap((objective) =>
      PERIODS.map((periodSeconds) => ({ ...definition, objective, periodSeconds })),
    );
    const counts = check(definitions);
    const thirtyDays = definitions.flatMap(({ periodSeconds }, index) =>
      periodSeconds === 30 * DAY ? [counts[index]] : [],
    );
    assert.deepEqual(thirtyDays, [0, 5, 5, 10, 13, 13, 13, 13, 13, 13, 0, 0]);
  });

  it('accepts any name and description', { skip }, () => {
    const counts = check(
      hostile.flatMap((text) => [
        { ...definition, service: text, slo: text, description: text },
        { ...definition, service: text },
        { ...definition, slo: text },
      ]),
    );
    assert.deepEqual(new Set(counts), new Set([13]));
  });

  it('accepts rules of one’s own with any names, numbers and durations', { skip }, () => {
    const numbers = [1e-20, 1e-7, 0.5, 90, 5400, 1e12, 1e21, 1e300, 0, -0, -1, NaN, Infinity, -Infinity];
    const rule = (condition, rest) => ({ name: 'Some', severity: 'page', condition, ...rest });
    const errors = { ratio: 'errors', windowSeconds: 300, op: '>', threshold: 0.5 };
    const gauge = { gauge: 'cpu', windowSeconds: 300, op: '>', threshold: 0.5 };
    const rules = [
      ...numbers.flatMap((n) =>
        [errors, gauge].flatMap((condition) => [
          rule({ ...condition, windowSeconds: n }),
          rule({ ...condition, threshold: n }),
          rule({ any: [{ ...condition, windowSeconds: n }, { ...condition, threshold: n, op: '>=' }, gauge] }),
          rule({ all: [{ ...condition, windowSeconds: n }, errors] }),
          rule(condition, { forSeconds: n, keepFiringForSeconds: n }),
        ]),
      ),
      ...numbers.flatMap((n) => ['absent', 'none'].map((requests) => rule({ requests, windowSeconds: n }))),
      ...hostile.map((text) => rule({ all: [{ ...gauge, gauge: text }, errors] })),
      ...hostile.filter(Boolean).map((text) => rule(gauge, { name: text })),
      rule({ all: [] }),
      rule({ any: [] }),
    ];
    check(rules.map((some) => ({ ...definition, rules: [some] })));
  });

  it('sees ErrorBudgetBurn1h fire in a total outage at the first evaluation, and end soon after it', { skip }, () => {
    const service = 'check"out {{ $x }} \\';
    const description = '{{ .Value }} of "requests"';
    writeFileSync(join(folder, 'rules.yaml'), toPrometheusRules({ ...definition, service, description }));
    const requests = (status, values) => ({
      series: `http_server_request_duration_seconds_count{job=${JSON.stringify(service)}, http_response_status_code="${status}"}`,
      values,
    });
    const burn = (minute, ...alerts) => ({
      eval_time: `${minute}m`,
      alertname: 'ErrorBudgetBurn1h',
      exp_alerts: alerts,
    });
    const alert = {
      exp_labels: { service, slo: 'availability', severity: 'page' },
      exp_annotations: { summary: description },
    };
    // Ten requests a second for two and a half hours; after two hours all fail for ten minutes. At 14.4 times the budget
    // that shows after 52 seconds, so at the next evaluation.
    const test = {
      rule_files: ['rules.yaml'],
      evaluation_interval: '1m',
      tests: [
        {
          interval: '1m',
          input_series: [requests(200, '0+600x120 72000x9 72600+600x19'), requests(500, '0x120 600+600x9 6000x19')],
          alert_rule_test: [burn(119), burn(120), burn(121, alert), burn(130, alert), burn(136)],
        },
      ],
    };
    writeFileSync(join(folder, 'test.yaml'), JSON.stringify(test));
    promtool('test', 'rules', 'test.yaml');
  });

  const COUNT = 'http_server_request_duration_seconds_count';
  const BUCKET = 'http_server_request_duration_seconds_bucket';
  const series = (labels, values, metric = COUNT) => ({
    series: `${metric}{job="checkout", ${labels}}`,
    values,
  });
  const status = (code, values) => series(`http_response_status_code="${code}"`, values);

  /**
   * Runs the rules of a definition over series of a sample a minute; `firing` are the alerts by minute, by name, and
   * `ratios` the recorded five-minute ratios by minute, where undefined is no sample.
   */
  function life(some, inputSeries, { firing = {}, ratios = {} }) {
    const full = { ...definition, ...some };
    writeFileSync(join(folder, 'life.rules.yaml'), toPrometheusRules(full));
    const names = ['SLOMetricAbsent', 'SLONoRequests', 'ErrorBudgetBurn1h', 'ErrorBudgetBurn6h'];
    const exprTest = (expr, minute, value) => ({
      expr,
      eval_time: `${minute}m`,
      exp_samples: value === undefined ? [] : [{ labels: '{}', value }],
    });
    const test = {
      rule_files: ['life.rules.yaml'],
      evaluation_interval: '1m',
      tests: [
        {
          interval: '1m',
          input_series: inputSeries,
          promql_expr_test: [
            ...Object.entries(firing).flatMap(([minute, expected]) =>
              names.map((name) =>
                exprTest(
                  `count(ALERTS{alertname="${name}", alertstate="firing"})`,
                  minute,
                  expected.includes(name) ? 1 : undefined,
                ),
              ),
            ),
            ...Object.entries(ratios).map(([minute, value]) =>
              exprTest('round(max(service_slo:errors_per_request:ratio_rate5m), 0.0001)', minute, value),
            ),
            // NaN is not equal to itself.
            ...['5m', '1h', '3d'].map((window) => {
              const ratio = `service_slo:errors_per_request:ratio_rate${window}`;
              return exprTest(`count(count_over_time((${ratio} != ${ratio})[600m:1m]))`, 600);
            }),
          ],
        },
      ],
    };
    writeFileSync(join(folder, 'life.test.yaml'), JSON.stringify(test));
    promtool('test', 'rules', 'life.test.yaml');
  }

  describe('rules that survive life', { skip }, () => {
    it('record 0 while there is no series of errors', () => {
      life({}, [status(200, '0+6000x500')], { ratios: { 10: 0, 360: 0 }, firing: { 400: [] } });
      life({}, [status(200, '0+6000x500'), status(302, '0+60x500')], {
        ratios: { 10: 0, 360: 0 },
        firing: { 400: [] },
      });
      life({ objective: 0.99 }, [status(404, '0+10x500')], { ratios: { 360: 0 }, firing: { 400: [] } });
    });

    it('page when the target is gone, and cease when it is back', () => {
      life({}, [status(200, '0+6000x360 stale _x400')], {
        ratios: { 360: 0, 366: undefined },
        firing: { 360: [], 365: [], 368: ['SLOMetricAbsent'], 700: ['SLOMetricAbsent'] },
      });
      life({}, [status(200, '0+6000x60 stale _x30 0+6000x400')], {
        firing: { 60: [], 80: ['SLOMetricAbsent'], 91: ['SLOMetricAbsent'], 93: [], 400: [] },
        ratios: { 80: undefined, 400: 0 },
      });
      life({}, [status(200, '_x500')], { firing: { 1: [], 10: ['SLOMetricAbsent'] } });
    });

    it('forgive a scrape or two that fail', () => {
      life({}, [status(200, '0+6000x60 _ _ 378000+6000x400')], { firing: { 61: [], 62: [], 63: [], 64: [], 70: [] } });
      life({}, [status(200, '0+6000x60 stale 372000+6000x400')], { firing: { 61: [], 62: [], 63: [], 70: [] } });
    });

    it('open a ticket and record nothing while no requests come', () => {
      life({}, [status(200, '6000x500'), status(500, '10x500')], {
        ratios: { 60: undefined, 400: undefined },
        firing: { 100: ['SLONoRequests'] },
      });
      life({}, [status(200, '0+6000x100 600000x100 600000+6000x300')], {
        ratios: { 100: 0, 190: undefined, 300: 0 },
        firing: { 100: [], 150: [], 190: ['SLONoRequests'], 250: [], 400: [] },
      });
      life(
        { latencySeconds: 0.4, slo: 'latency' },
        [status(500, '0+60x500'), series('http_response_status_code="500", le="0.4"', '0+60x500', BUCKET)],
        {
          ratios: { 100: undefined, 400: undefined },
          firing: { 200: [] },
        },
      );
    });

    it('see a new series of errors from its second scrape on', () => {
      const healthy = '0+6000x360 2160000x40';
      life({}, [status(200, healthy), status(500, '_x361 6000+6000x40')], {
        firing: { 361: [], 362: ['ErrorBudgetBurn1h'] },
      });
      life({}, [status(200, healthy), status(503, '_x361 6000+6000x40')], {
        firing: { 361: [], 362: ['ErrorBudgetBurn1h'] },
      });
      // Initialized at 0, the first scrape counts.
      life({}, [status(200, healthy), status(500, '0x360 6000+6000x40')], { firing: { 361: ['ErrorBudgetBurn1h'] } });
    });

    it('outlive a counter that starts again', () => {
      life({}, [status(200, '0+6000x100 0+6000x400'), status(500, '0+6x100 0+6x400')], {
        ratios: { 99: 0.001, 104: 0.001, 300: 0.001 },
        firing: { 100: [], 105: [], 300: [] },
      });
      life({}, [status(200, '1000000+600x100 0+600x400'), status(500, '5000x100 0+0x400')], {
        ratios: { 105: 0 },
        firing: { 101: [], 105: [], 300: [] },
      });
      life({}, [status(200, '0+6000x100 0+3000x300'), status(500, '0x100 0+3000x300')], {
        ratios: { 200: 0.5 },
        firing: { 100: [], 110: ['ErrorBudgetBurn1h', 'ErrorBudgetBurn6h'] },
      });
    });

    it('alert on late answers, and do not take a fast failure for a fast answer', () => {
      const latency = { slo: 'latency', latencySeconds: 0.4, objective: 0.99 };
      const ok = 'http_response_status_code="200"';
      const within = (le, values, code = ok) => series(`${code}, le="${le}"`, values, BUCKET);
      life(latency, [series(ok, '0+6000x500'), within('0.4', '0+5970x500'), within('10', '0+6000x500')], {
        ratios: { 400: 0.005 },
        firing: { 400: [] },
      });
      life(latency, [series(ok, '0+6000x500'), within('0.4', '0+3000x500')], {
        ratios: { 400: 0.5 },
        firing: { 100: ['ErrorBudgetBurn1h', 'ErrorBudgetBurn6h'] },
      });
      // Half of the requests fail at once: of the others as many are late as before.
      const failed = 'http_response_status_code="503"';
      life(
        latency,
        [
          series(ok, '0+3000x500'),
          within('0.4', '0+1500x500'),
          series(failed, '0+3000x500'),
          within('0.4', '0+3000x500', failed),
        ],
        { ratios: { 400: 0.5 }, firing: { 400: ['ErrorBudgetBurn1h', 'ErrorBudgetBurn6h'] } },
      );
      // A threshold without a bucket of its own is no silence.
      life(latency, [series(ok, '0+6000x500'), within('0.5', '0+3000x500')], {
        firing: { 10: ['SLOMetricAbsent'], 400: ['SLOMetricAbsent'] },
      });
      // A bound that Prometheus 3 writes as a float.
      life({ ...latency, latencySeconds: 1 }, [series(ok, '0+6000x500'), within('1.0', '0+3000x500')], {
        firing: { 400: ['ErrorBudgetBurn1h', 'ErrorBudgetBurn6h'] },
      });
    });

    it('are silent on a service that keeps a week’s objective', () => {
      for (const days of [1, 7, 14]) {
        const rules = { periodSeconds: days * DAY };
        life(rules, [status(200, '0+9997x600'), status(500, '0+3x600')], { firing: { 300: [], 600: [] } });
      }
    });
  });
});
