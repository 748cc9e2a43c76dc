import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { ShopAction } from '../../../../src/shop/index.js';
import { toRuleFile } from '../../../../src/simulations/live-dashboard/alerts/rule-file.js';
import { writeOpenMetrics } from '../../../../src/telemetry/index.js';
import { night, OBJECTIVES, record, type Night } from '../nights.js';

const EPOCH_SECONDS = 1_767_571_200;
const EVALUATION_SECONDS = 15;

const isMissing = ['promtool', 'prometheus'].some((tool) => spawnSync(tool, ['--version']).error);
const skip = isMissing ? 'Prometheus is not installed' : false;

/** When a rule fired or resolved, in seconds of the run. */
interface Change {
  readonly rule: string;
  readonly state: 'firing' | 'resolved';
  readonly seconds: number;
}

const inOrder = (changes: readonly Change[]): Change[] =>
  changes.toSorted((a, b) => a.seconds - b.seconds || (a.rule < b.rule ? -1 : 1));

/** As the element has them. */
function changesOf({ model }: Night): Change[] {
  return inOrder(
    model.alerts
      .filter(({ state }) => state === 'firing')
      .flatMap(({ rule, startSeconds, endSeconds }): Change[] => [
        { rule, state: 'firing', seconds: startSeconds },
        ...(endSeconds < Infinity ? [{ rule, state: 'resolved', seconds: endSeconds } as const] : []),
      ]),
  );
}

describe('The rules of the dashboard', { skip }, () => {
  const mended: readonly ShopAction[] = [
    { at: 40, type: 'bad-deploy' },
    { at: 300, type: 'roll-back', service: 'order-service' },
  ];
  const runs = [
    {
      what: 'a bad deploy that is rolled back',
      until: 600,
      of: record(mended),
      rules: ['RouteErrors', 'ErrorBudgetBurn1h'],
    },
    {
      what: 'an outage of what measures',
      until: 240,
      of: record([{ at: 60, type: 'dependency-outage', service: 'api-gateway' }]),
      rules: ['RequestsAbsent'],
    },
    {
      what: 'the night of the slow query',
      until: 720,
      of: record([], 65, 'slow-query-night'),
      rules: ['SlowRequests', 'RouteErrors', 'CpuSaturated', 'PoolExhausted'],
    },
  ];

  for (const { what, until, of, rules } of runs) {
    it(`fire and resolve in a real Prometheus, from the exported metrics, when the dashboard says so: ${what}`, async () => {
      const watched = night(of, until);
      const { scraper } = watched.model.metrics;
      const folder = mkdtempSync(join(tmpdir(), 'obs-rules-'));
      try {
        writeFileSync(join(folder, 'metrics.txt'), writeOpenMetrics(scraper.history({ epochSeconds: EPOCH_SECONDS })));
        const file = toRuleFile(OBJECTIVES, 'api-gateway');
        writeFileSync(join(folder, 'rules.yml'), file);
        promtool(folder, 'check', 'rules', 'rules.yml');
        promtool(
          folder,
          'tsdb',
          'create-blocks-from',
          '--max-block-duration=1000h',
          'openmetrics',
          'metrics.txt',
          'blocks',
        );
        const asked = await withPrometheus(folder, (ask) => changesIn(file, until, ask));
        const told = changesOf(watched);
        expect(asked).to.deep.equal(told);
        expect(told.map(({ rule }) => rule)).to.include.members(rules);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
});

function promtool(cwd: string, ...args: string[]): void {
  const { status, stderr } = spawnSync('promtool', args, { cwd, encoding: 'utf8', maxBuffer: 1e9 });
  expect(status, stderr).to.equal(0);
}

/** Answers a range query with the seconds since the epoch at which it has a value. */
type Ask = (query: string, until: number) => Promise<ReadonlySet<number>>;

/** Calls back with a Prometheus that serves the blocks of a folder on loopback. */
async function withPrometheus<T>(cwd: string, use: (ask: Ask) => Promise<T>): Promise<T> {
  const port = await freePort();
  writeFileSync(join(cwd, 'prometheus.yml'), '');
  const address = `127.0.0.1:${port}`;
  const server = spawn(
    'prometheus',
    [
      '--config.file=prometheus.yml',
      '--storage.tsdb.path=blocks',
      '--storage.tsdb.retention.time=100y',
      `--web.listen-address=${address}`,
    ],
    { cwd, stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const isReady = (): Promise<boolean> =>
    fetch(`http://${address}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  try {
    while (!(await isReady())) {
      expect(server.exitCode, 'Prometheus runs').to.equal(null);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return await use(async (query, until) => {
      const body = new URLSearchParams({
        query,
        start: String(EPOCH_SECONDS + EVALUATION_SECONDS),
        end: String(EPOCH_SECONDS + until),
        step: String(EVALUATION_SECONDS),
      });
      const answer = await fetch(`http://${address}/api/v1/query_range`, { method: 'POST', body });
      const { data }: { data: { result: readonly { values: readonly (readonly [number, string])[] }[] } } = JSON.parse(
        await answer.text(),
      );
      return new Set(data.result.flatMap(({ values }) => values.map(([seconds]) => seconds - EPOCH_SECONDS)));
    });
  } finally {
    server.kill('SIGKILL');
    await ended;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** When each rule of a file fires and resolves, by what Prometheus answers to its expression. */
async function changesIn(file: string, until: number, ask: Ask): Promise<Change[]> {
  const changes: Change[] = [];
  const entry = /- alert: (\w+)\n +expr: '(.*)'\n(?: +for: '?(\d+)s'?\n)?/g;
  for (const [, rule = '', quoted = '', wait = '0'] of file.matchAll(entry)) {
    const holds = await ask(asOpenWindows(quoted.replaceAll("''", "'")), until);
    let since: number | undefined;
    let isFiring = false;
    for (let at = EVALUATION_SECONDS; at <= until; at += EVALUATION_SECONDS) {
      since = holds.has(at) ? (since ?? at) : undefined;
      const fires = since !== undefined && at - since >= Number(wait);
      if (fires !== isFiring) changes.push({ rule, state: fires ? 'firing' : 'resolved', seconds: at });
      isFiring = fires;
    }
  }
  return inOrder(changes);
}

/** Prometheus 2 counts in a sample at the left edge of a window, which Prometheus 3 and the dashboard do not. */
function asOpenWindows(query: string): string {
  return query.replace(/\[(\d+)s/g, (_, seconds: string) => `[${Number(seconds) - 1}s`);
}
