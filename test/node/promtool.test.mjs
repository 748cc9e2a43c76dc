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
    assert.deepEqual(thirtyDays, [0, 3, 3, 8, 11, 11, 11, 11, 11, 11, 0, 0]);
  });

  it('accepts any name and description', { skip }, () => {
    const counts = check(
      hostile.flatMap((text) => [
        { ...definition, service: text, slo: text, description: text },
        { ...definition, service: text },
        { ...definition, slo: text },
      ]),
    );
    assert.deepEqual(new Set(counts), new Set([11]));
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
});
