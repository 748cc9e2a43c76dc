// A week of seconds and three rules of two windows each, evaluated at every second: ours, a bare loop of running sums
// that knows nothing but these rules, and promtool, which gets the same week at one-minute steps.
// All three must find the same alerts, else it is an error.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

export const name = 'alerts';

const WEEK = 7 * 86_400;
const ROUNDS = 25;
const OBJECTIVE = 0.999;

export async function run({ load }) {
  const { evaluateAlerts, multiWindowRules, toPrometheusRules } = await load('src/slo/index.ts');
  const rules = multiWindowRules(OBJECTIVE).slice(0, 3);
  const series = weekOfOutages();
  const ours = () =>
    evaluateAlerts(rules, series, { evaluationSeconds: 1 }).map(({ rule, startSeconds, endSeconds }) =>
      [rule, startSeconds, endSeconds].join(' '),
    );
  const bare = () => runningSums(rules, series);

  const rounds = [];
  for (let round = -2; round < ROUNDS; round++) {
    const seconds = {};
    const found = {};
    for (const [contestant, work] of Object.entries({ bare, ours })) {
      const start = performance.now();
      found[contestant] = work();
      seconds[contestant] = (performance.now() - start) / 1000;
    }
    if (found.ours.toSorted().join() !== found.bare.toSorted().join() || found.ours.length === 0) {
      throw new Error(`Not the same alerts: ${found.ours.join('; ')} and ${found.bare.join('; ')}`);
    }
    // The first rounds are for the compiler.
    if (round >= 0) rounds.push(seconds);
  }
  // The best of all rounds: what else the machine does only ever adds to a time of some milliseconds.
  const best = (contestant) => Math.min(...rounds.map((round) => round[contestant]));
  const what = 'evaluateAlerts, a week of seconds, three rules of two windows, every second';
  const rows = [
    {
      what,
      ratio: best('ours') / best('bare'),
      limit: 3,
      against: 'a bare loop of running sums',
    },
  ];
  const promtool = promtoolSeconds(toPrometheusRules({ service: 's', slo: 's', objective: OBJECTIVE, rules }), series);
  if (promtool !== undefined) {
    rows.push({
      what: `promtool test rules, the same at one-minute steps: ${promtool.toFixed(1)} s`,
      ratio: promtool / best('ours'),
      against: 'evaluateAlerts at every second',
    });
  }
  return rows;
}

/** Fifty requests a second, and each day an outage of another length and depth. */
function weekOfOutages() {
  const total = new Float64Array(WEEK).fill(50);
  const good = total.map((all, second) => {
    const day = Math.floor(second / 86_400);
    const since = (second % 86_400) - 36_000;
    return since >= 0 && since < 300 * (day + 1) ? all - 4 * (day + 1) : all;
  });
  return { stepSeconds: 1, good, total };
}

/** Six sums that run along, and a comparison each. */
function runningSums(rules, { good, total }) {
  const found = [];
  const conditions = rules.map(({ name: rule, condition: { all } }) => ({
    rule,
    windows: all.map(({ windowSeconds, threshold }) => ({ windowSeconds, threshold })),
  }));
  for (const { rule, windows } of conditions) {
    const [{ windowSeconds: long, threshold }, { windowSeconds: short }] = windows;
    let [longBad, longAll, shortBad, shortAll, since] = [0, 0, 0, 0, -1];
    for (let i = 0; i < WEEK; i++) {
      const bad = total[i] - good[i];
      longBad += bad;
      longAll += total[i];
      shortBad += bad;
      shortAll += total[i];
      if (i >= long) {
        longBad -= total[i - long] - good[i - long];
        longAll -= total[i - long];
      }
      if (i >= short) {
        shortBad -= total[i - short] - good[i - short];
        shortAll -= total[i - short];
      }
      const isFiring = longBad / longAll > threshold && shortBad / shortAll > threshold;
      if (isFiring && since < 0) since = i + 1;
      if (!isFiring && since >= 0) {
        found.push([rule, since, i + 1].join(' '));
        since = -1;
      }
    }
    if (since >= 0) found.push([rule, since, WEEK].join(' '));
  }
  return found;
}

/** How long promtool needs for the same week and rules, a sample and an evaluation a minute; undefined without it. */
function promtoolSeconds(ruleFile, { good, total }) {
  if (spawnSync('promtool', ['--version']).error) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'obs-bench-alerts-'));
  try {
    const counter = (status, count) => {
      let sum = 0;
      const values = ['0'];
      for (let i = 0; i < WEEK; i++) {
        sum += count(i);
        if (i % 60 === 59) values.push(String(sum));
      }
      const series = `http_server_request_duration_seconds_count{job="s", http_response_status_code="${status}"}`;
      return { series, values: values.join(' ') };
    };
    const test = {
      rule_files: ['rules.yaml'],
      evaluation_interval: '1m',
      tests: [
        {
          interval: '1m',
          input_series: [counter(200, (i) => good[i]), counter(500, (i) => total[i] - good[i])],
          alert_rule_test: [{ eval_time: `${WEEK / 60}m`, alertname: 'ErrorBudgetBurn1h', exp_alerts: [] }],
        },
      ],
    };
    writeFileSync(join(folder, 'rules.yaml'), ruleFile);
    writeFileSync(join(folder, 'test.yaml'), JSON.stringify(test));
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync('promtool', ['test', 'rules', 'test.yaml'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stdout + stderr);
    return (performance.now() - start) / 1000;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
