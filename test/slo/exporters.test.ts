import { describe, it } from 'node:test';
import { expect } from 'chai';
import Ajv from 'ajv';
import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import {
  multiWindowRules,
  toOpenSlo,
  toPrometheusRules,
  toSloth,
  toSlothWindows,
  type AlertRule,
  type Condition,
  type SloDefinition,
} from '../../src/slo/index.js';
import { anyNumber, DAY, hostileString, hostileStrings } from './arbitraries.js';
import { openSloSchema, prometheusRulesSchema, slothSchema } from './export-schemas.js';

const ajv = new Ajv({ allErrors: true, strict: false });
const definition: SloDefinition = {
  service: 'checkout',
  slo: 'availability',
  objective: 0.999,
  description: 'Most requests succeed.',
};

function expectValid(schema: object, yaml: string): void {
  const [document] = parseAllDocuments(yaml, { version: '1.1' });
  expect(document?.errors, yaml).to.deep.equal([]);
  const valid = ajv.compile(schema);
  expect(valid(document?.toJS()), `${ajv.errorsText(valid.errors)}\n${yaml}`).to.equal(true);
}

const hostileDefinition: fc.Arbitrary<SloDefinition> = fc.record(
  {
    service: hostileString,
    slo: hostileString,
    objective: fc.oneof(
      fc.double({ min: 1e-9, max: 1, noNaN: true }),
      fc.constantFrom(0.5, 0.9, 0.99, 0.999, 0.99999, 1 - 1e-13),
    ),
    description: hostileString,
    periodSeconds: fc.oneof(
      fc.constantFrom(7 * DAY, 28 * DAY, 90 * DAY),
      fc.double({ min: 1e-3, max: 4000 * DAY, noNaN: true }),
    ),
    budgetingMethod: fc.constantFrom('Occurrences', 'Timeslices', 'RatioTimeslices'),
    calendarMonth: fc.boolean(),
    sliceSeconds: fc.double({ min: 1e-3, max: DAY, noNaN: true }),
  },
  { requiredKeys: ['service', 'slo', 'objective'] },
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      ratio: fc.constant('errors' as const),
      windowSeconds: anyNumber,
      op: fc.constantFrom('>', '>='),
      threshold: anyNumber,
    }),
    fc.record(
      { gauge: hostileString, windowSeconds: anyNumber, op: fc.constantFrom('>', '>='), threshold: anyNumber },
      { requiredKeys: ['gauge', 'op', 'threshold'] },
    ),
    fc.record({ requests: fc.constantFrom('absent' as const, 'none' as const), windowSeconds: anyNumber }),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
  ),
}));

const anyRule: fc.Arbitrary<AlertRule> = fc.record(
  {
    name: fc.string({ minLength: 1 }),
    condition,
    severity: fc.constantFrom('page', 'ticket'),
    forSeconds: anyNumber,
    keepFiringForSeconds: anyNumber,
  },
  { requiredKeys: ['name', 'condition', 'severity'] },
);

interface Rule {
  record?: string;
  alert?: string;
  expr: string;
  for?: string;
  keep_firing_for?: string;
  labels: Record<string, string>;
  annotations?: Record<string, string>;
}

function rulesOf(some: SloDefinition): Rule[] {
  const file = parse(toPrometheusRules(some)) as { groups: { rules: Rule[] }[] };
  return file.groups.flatMap(({ rules }) => rules);
}

describe('toPrometheusRules', () => {
  it('records each window once and alerts on pairs of them', () => {
    const rules = rulesOf(definition);
    expect(rules.flatMap(({ record }) => record?.replace(/.*ratio_rate/, '') ?? [])).to.deep.equal([
      '5m',
      '30m',
      '1h',
      '2h',
      '6h',
      '1d',
      '3d',
    ]);
    const [page] = rules.filter(({ alert }) => alert);
    expect(page).to.deep.equal({
      alert: 'ErrorBudgetBurn1h',
      expr:
        '(service_slo:errors_per_request:ratio_rate1h{service="checkout", slo="availability"} > 0.0144) and on () ' +
        '(service_slo:errors_per_request:ratio_rate5m{service="checkout", slo="availability"} > 0.0144)',
      labels: { service: 'checkout', slo: 'availability', severity: 'page' },
      annotations: { summary: 'Most requests succeed.' },
    });
  });

  it('asks for requests by their OpenTelemetry names', () => {
    expect(rulesOf(definition)[0]!.expr).to.equal(
      '((sum(rate(http_server_request_duration_seconds_count{job="checkout", http_response_status_code=~"5.."}[5m]))) or ' +
        '0 * (sum(rate(http_server_request_duration_seconds_count{job="checkout"}[5m])))) / ' +
        '((sum(rate(http_server_request_duration_seconds_count{job="checkout"}[5m]))) > 0)',
    );
  });

  it('puts the window into queries of one’s own', () => {
    const queries = { errorQuery: 'rate(bad{x="$1 $&"}[{{.window}}])', totalQuery: 'rate(all[{{.window}}])' };
    const rules = rulesOf({ ...definition, ...queries });
    expect(rules[0]!.expr).to.equal('((rate(bad{x="$1 $&"}[5m])) or 0 * (rate(all[5m]))) / ((rate(all[5m])) > 0)');
    expect(rules.find(({ alert }) => alert === 'SLOMetricAbsent')!.expr).to.equal('absent(rate(all[5m]))');
    const presence = 'all{job="x"}';
    expect(rulesOf({ ...definition, ...queries, presence }).at(-2)!.expr).to.equal(
      'max(absent_over_time(all{job="x"}[5m]))',
    );
  });

  it('pages when the metrics are gone, and opens a ticket when no requests come', () => {
    const [absent, none] = rulesOf(definition).slice(-2);
    expect(absent).to.deep.equal({
      alert: 'SLOMetricAbsent',
      expr: 'max(absent_over_time(http_server_request_duration_seconds_count{job="checkout"}[5m]))',
      for: '2m',
      labels: { service: 'checkout', slo: 'availability', severity: 'page' },
      annotations: { summary: 'Most requests succeed. (no metrics, so no error ratio)' },
    });
    expect(none).to.deep.include({
      alert: 'SLONoRequests',
      expr: '(sum(rate(http_server_request_duration_seconds_count{job="checkout"}[1h]))) == 0',
    });
    expect(none!.labels['severity']).to.equal('ticket');
  });

  it('counts as late the successful requests above a threshold', () => {
    const total =
      'sum(rate(http_server_request_duration_seconds_count{job="checkout", http_response_status_code!~"5.."}[5m]))';
    const bucket = (le: string) =>
      `sum(rate(http_server_request_duration_seconds_bucket{job="checkout", http_response_status_code!~"5..", ${le}}[5m]))`;
    const expr = (latencySeconds: number) => rulesOf({ ...definition, slo: 'latency', latencySeconds })[0]!.expr;
    expect(expr(0.4)).to.equal(`((${total} - ${bucket('le="0.4"')}) or 0 * (${total})) / ((${total}) > 0)`);
    expect(expr(2)).to.contain('le=~"2([.]0)?"');
    expect(rulesOf({ ...definition, latencySeconds: 0.4 }).at(-2)!.expr).to.equal(
      'max(absent_over_time(http_server_request_duration_seconds_bucket{job="checkout", le="0.4"}[5m]))',
    );
    for (const latencySeconds of [0, -1, NaN, Infinity]) {
      expect(rulesOf({ ...definition, latencySeconds })).to.deep.equal([]);
    }
  });

  it('leaves out, and says so, what can never fire', () => {
    const yaml = toPrometheusRules({ ...definition, objective: 0.9 });
    expect(yaml).to.match(/^# ErrorBudgetBurn1h can never fire: no more than all requests can fail\.\n/);
    expect(rulesOf({ ...definition, objective: 0.9 }).filter(({ alert }) => alert)).to.have.lengthOf(5);
    expect(yaml).not.to.contain('ratio_rate5m');
  });

  it('has no rules and the right reason where there is nothing to burn', () => {
    const file = (objective: number) => toPrometheusRules({ ...definition, objective });
    expect(file(1)).to.match(/^# There are no rules: an objective of 100% has no error budget that could burn\.\n/);
    expect(file(0)).to.match(/^# There are no rules: at an objective of 0% every request may fail\.\n/);
    expect(file(99.9)).to.match(/^# There are no rules: an objective is from 0% to 100%\.\n/);
    for (const objective of [0, 1]) expect(rulesOf({ ...definition, objective })).to.deep.equal([]);
  });

  it('says the burn rates of a period, and whose calendar month it is', () => {
    const week = toPrometheusRules({ ...definition, periodSeconds: 7 * DAY });
    expect(week).to.contain('# Burn rates for a period of 7d: 13.44x, 3.5x, 1.4x, 1x.\n');
    const month = { ...definition, periodSeconds: 743 * 3600, calendarMonth: true, timeZone: 'Europe/Berlin' };
    expect(toPrometheusRules(month)).to.contain('a calendar month in Europe/Berlin. Burn rates know no calendar');
    expect(toPrometheusRules(definition)).not.to.contain('calendar');
  });

  it('has no rules for an objective that is none, nor for a period that is none', () => {
    for (const objective of [NaN, -1, 2]) expect(rulesOf({ ...definition, objective })).to.deep.equal([]);
    for (const periodSeconds of [NaN, -DAY, 0, Infinity]) {
      expect(rulesOf({ ...definition, periodSeconds })).to.deep.equal([]);
    }
  });

  it('writes rules of one’s own', () => {
    const rule: AlertRule = {
      name: 'Busy',
      severity: 'ticket',
      forSeconds: 90,
      keepFiringForSeconds: 3600,
      condition: {
        any: [
          {
            all: [
              { ratio: 'errors', windowSeconds: 5400, op: '>=', threshold: 0.01 },
              { gauge: 'cpu', windowSeconds: 300, op: '>', threshold: 0.9 },
            ],
          },
          { gauge: 'queue length', op: '>', threshold: 1e-7 },
        ],
      },
    };
    expect(rulesOf({ ...definition, rules: [rule] }).at(-1)).to.deep.equal({
      alert: 'Busy',
      expr:
        '((service_slo:errors_per_request:ratio_rate90m{service="checkout", slo="availability"} >= 0.01) and on () ' +
        '(max(avg_over_time({__name__="cpu", job="checkout"}[5m])) > 0.9)) or on () ' +
        '(max({__name__="queue length", job="checkout"}) > 0.0000001)',
      for: '90s',
      keep_firing_for: '1h',
      labels: { service: 'checkout', slo: 'availability', severity: 'ticket' },
      annotations: { summary: 'Most requests succeed.' },
    });
  });

  it('leaves out of a choice what can never hold', () => {
    const live = { ratio: 'errors', windowSeconds: 60, op: '>', threshold: 0.5 } as const;
    const dead: Condition[] = [
      { ...live, windowSeconds: 0 },
      { ...live, threshold: 1 },
      { gauge: 'cpu', windowSeconds: -1, op: '>', threshold: 0 },
      { gauge: 'cpu', op: '>', threshold: Infinity },
      { any: [] },
    ];
    const written = (condition: Condition) =>
      toPrometheusRules({ ...definition, rules: [{ name: 'Some', severity: 'page', condition }] });
    expect(written({ any: [live, ...dead] })).to.equal(written({ any: [live] }));
    for (const condition of dead) expect(written(condition)).to.contain('# Some can never fire: ');
  });

  it('holds where nothing is asked', () => {
    const rule: AlertRule = { name: 'Always', severity: 'page', condition: { all: [] } };
    expect(rulesOf({ ...definition, rules: [rule] }).map(({ expr }) => expr)).to.deep.equal(['vector(1)']);
  });

  it('escapes text for PromQL, for templates and for YAML', () => {
    const [record, , , , , , , alert] = rulesOf({ ...definition, service: 'a"b\\\n{{ .x }}', slo: "it's" });
    expect(record!.labels).to.deep.equal({ service: 'a"b\\\n{{ .x }}', slo: "it's" });
    expect(record!.expr).to.contain('job="a\\"b\\\\\\n\\u007b\\u007b .x }}"');
    expect(alert!.labels).to.have.property('service', 'a"b\\\n{{"{{"}} .x }}');
  });

  it('is a rule file for any name', () => {
    for (const text of hostileStrings) {
      expectValid(
        prometheusRulesSchema,
        toPrometheusRules({ ...definition, service: text, slo: text, description: text }),
      );
    }
    fc.assert(fc.property(hostileDefinition, (some) => expectValid(prometheusRulesSchema, toPrometheusRules(some))));
  });

  it('writes durations and thresholds that Prometheus reads, for any rules', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 3 }), (rules) => {
        const yaml = toPrometheusRules({ ...definition, rules });
        expectValid(prometheusRulesSchema, yaml);
        for (const { expr } of rulesOf({ ...definition, rules })) {
          // Names may hold anything, between quotes.
          const bare = expr.replace(/"(?:[^"\\]|\\.)*"/g, '""');
          expect(bare).not.to.match(/NaN|Infinity|∞|\d[eE]/);
          for (const [, length] of bare.matchAll(/\[(.*?)\]/g)) expect(length).to.match(/^[1-9]\d{0,12}(?:ms|[smhd])$/);
          for (const [, threshold] of bare.matchAll(/>=? ([^)]*)/g)) expect(threshold).to.match(/^-?\d+(\.\d+)?$/);
        }
      }),
    );
  });
});

describe('toSloth', () => {
  it('is a file of the version prometheus/v1', () => {
    expect(parse(toSloth(definition))).to.deep.equal({
      version: 'prometheus/v1',
      service: 'checkout',
      labels: { service_name: 'checkout' },
      slos: [
        {
          name: 'availability',
          objective: 99.9,
          description: 'Most requests succeed.',
          sli: {
            events: {
              error_query:
                'sum(rate(http_server_request_duration_seconds_count{job="checkout", http_response_status_code=~"5.."}[{{.window}}]))',
              total_query: 'sum(rate(http_server_request_duration_seconds_count{job="checkout"}[{{.window}}]))',
            },
          },
          alerting: {
            name: 'ErrorBudgetBurn',
            annotations: { summary: 'Most requests succeed.' },
            page_alert: { labels: { severity: 'page' } },
            ticket_alert: { labels: { severity: 'ticket' } },
          },
        },
      ],
    });
  });

  it('disables alerts that nobody asked for, that can never fire or that have no budget', () => {
    const disabled = (some: Partial<SloDefinition>) => {
      const { slos } = parse(toSloth({ ...definition, ...some })) as { slos: { alerting: Record<string, unknown> }[] };
      return ['page_alert', 'ticket_alert'].map((key) => 'disable' in (slos[0]!.alerting[key] as object));
    };
    expect(disabled({ rules: multiWindowRules(0.999).slice(0, 1) })).to.deep.equal([false, true]);
    expect(disabled({ objective: 0.5 })).to.deep.equal([true, false]);
    expect(disabled({ objective: 1 })).to.deep.equal([true, true]);
  });

  it('says how to give Sloth the period', () => {
    expect(toSloth(definition)).to.match(/^# sloth generate --default-slo-period=30d\n/);
    expect(toSloth({ ...definition, periodSeconds: 28 * DAY })).to.match(/^# .*=28d\n/);
  });

  it('brings the catalogue of windows that Sloth needs for any other period', () => {
    for (const [days, period] of [
      [7, '7d'],
      [29, '29d'],
      [31, '31d'],
      [90, '90d'],
      [365, '365d'],
      [743 / 24, '743h'],
    ] as const) {
      const yaml = toSloth({ ...definition, periodSeconds: days * DAY });
      expect(yaml).to.contain(`# sloth generate --default-slo-period=${period} --slo-period-windows-path=windows\n`);
      const catalogue = yaml.slice(yaml.indexOf('# apiVersion')).split(/\n(?!# )/)[0]!;
      const file = catalogue.replace(/^# /gm, '');
      expect(parse(file)).to.deep.equal(parse(toSlothWindows(days * DAY)));
      expect(parse(file)).to.deep.include({ apiVersion: 'sloth.slok.dev/v1', kind: 'AlertWindows' });
    }
  });

  it('writes Sloth’s own catalogue for 30 days, and of its seven days all but the 0.98x', () => {
    const spec = (days: number) => (parse(toSlothWindows(days * DAY)) as { spec: object }).spec;
    const window = (errorBudgetPercent: number, shortWindow: string, longWindow: string) => ({
      errorBudgetPercent,
      shortWindow,
      longWindow,
    });
    expect(spec(30)).to.deep.equal({
      sloPeriod: '30d',
      page: { quick: window(2, '5m', '1h'), slow: window(5, '30m', '6h') },
      ticket: { quick: window(10, '2h', '1d'), slow: window(10, '6h', '3d') },
    });
    expect(spec(7)).to.deep.equal({
      sloPeriod: '7d',
      page: { quick: window(8, '5m', '1h'), slow: window(12.5, '30m', '6h') },
      ticket: { quick: window(20, '2h', '1d'), slow: window(42.8571428571, '6h', '3d') },
    });
    expect(toSlothWindows(DAY)).to.equal('');
    expect(toSloth({ ...definition, periodSeconds: DAY })).to.contain('# Sloth has no windows for a period of 1d');
  });

  it('does not turn a calendar month into a rolling one without a word', () => {
    const month = { ...definition, calendarMonth: true, periodSeconds: 31 * DAY, timeZone: 'Asia/Tokyo' };
    expect(toSloth(month)).to.contain(
      '# Sloth has no calendar months: it takes the last 31d, not the month in Asia/Tokyo.',
    );
  });

  it('keeps the digits of an objective, and adds none', () => {
    const written = (objective: number) => /objective: (.*)/.exec(toSloth({ ...definition, objective }))?.[1];
    expect([0.57, 0.999, 1 - 1e-13, 1, 1e-9].map(written)).to.deep.equal([
      '57',
      '99.9',
      '99.99999999999',
      '100',
      '0.0000001',
    ]);
  });

  it('makes names of names, and keeps the service’s own in a label', () => {
    const read = (service: string, slo: string) => {
      const file = parse(toSloth({ ...definition, service, slo })) as {
        service: string;
        labels: object;
        slos: { name: string }[];
      };
      return [file.service, file.labels, file.slos[0]!.name];
    };
    expect(read('Café au lait', 'p99 < 300 ms')).to.deep.equal([
      'caf-au-lait',
      { service_name: 'Café au lait' },
      'p99-300-ms',
    ]);
    expect(read('注文', '🛒')).to.deep.equal(['service', { service_name: '注文' }, 'slo']);
    expect(read('', 'a')).to.deep.equal(['service', { service_name: 'service' }, 'a-slo']);
  });

  it('has the fields of the specification for any name', () => {
    const check = (some: SloDefinition) => expectValid(slothSchema, toSloth(some));
    for (const text of hostileStrings) check({ ...definition, service: text, slo: text, description: text });
    fc.assert(fc.property(hostileDefinition, check));
  });
});

describe('toOpenSlo', () => {
  const read = (some: Partial<SloDefinition>) =>
    parse(toOpenSlo({ ...definition, ...some })) as {
      metadata: { name: string; displayName: string };
      spec: Record<string, unknown> & { indicator: { spec: { ratioMetric: unknown } } };
    };

  it('is an SLO of openslo/v1 with its indicator inside', () => {
    const prometheus = (query: string) => ({ metricSource: { type: 'Prometheus', spec: { query } } });
    const metric = 'http_server_request_duration_seconds_count';
    expect(read({})).to.deep.equal({
      apiVersion: 'openslo/v1',
      kind: 'SLO',
      metadata: { name: 'checkout-availability', displayName: 'availability' },
      spec: {
        description: 'Most requests succeed.',
        service: 'checkout',
        indicator: {
          metadata: { name: 'checkout-availability' },
          spec: {
            ratioMetric: {
              counter: false,
              bad: prometheus(`sum(rate(${metric}{job="checkout", http_response_status_code=~"5.."}[5m]))`),
              total: prometheus(`sum(rate(${metric}{job="checkout"}[5m]))`),
            },
          },
        },
        timeWindow: [{ duration: '30d', isRolling: true }],
        budgetingMethod: 'Occurrences',
        objectives: [{ target: 0.999 }],
      },
    });
  });

  it('gives slices a length, and those that are good or bad a target', () => {
    expect(read({ budgetingMethod: 'Timeslices', sliceTarget: 0.95, sliceSeconds: 60 }).spec).to.deep.include({
      budgetingMethod: 'Timeslices',
      objectives: [{ target: 0.999, timeSliceTarget: 0.95, timeSliceWindow: '1m' }],
    });
    expect(read({ budgetingMethod: 'RatioTimeslices' }).spec).to.deep.include({
      objectives: [{ target: 0.999, timeSliceWindow: '5m' }],
    });
  });

  it('counts in whole minutes', () => {
    const slices = { budgetingMethod: 'RatioTimeslices', sliceSeconds: 90 } as const;
    expect(read({ periodSeconds: 1.5 * DAY + 1, ...slices }).spec).to.deep.include({
      timeWindow: [{ duration: '2161m', isRolling: true }],
      objectives: [{ target: 0.999, timeSliceWindow: '2m' }],
    });
  });

  it('can follow the calendar', () => {
    expect(read({ calendarMonth: true }).spec).to.deep.include({
      timeWindow: [
        { duration: '1M', calendar: { startTime: '2024-01-01 00:00:00', timeZone: 'UTC' }, isRolling: false },
      ],
    });
    const { timeWindow } = read({ calendarMonth: true, timeZone: 'Europe/Berlin' }).spec;
    expect(timeWindow).to.have.nested.property('[0].calendar.timeZone', 'Europe/Berlin');
  });

  it('asks queries of one’s own for what is bad', () => {
    const { ratioMetric } = read({ errorQuery: 'rate(bad[{{.window}}])', totalQuery: 'rate(all[{{.window}}])' }).spec
      .indicator.spec;
    const prometheus = (query: string) => ({ metricSource: { type: 'Prometheus', spec: { query } } });
    expect(ratioMetric).to.deep.equal({
      counter: false,
      bad: prometheus('rate(bad[5m])'),
      total: prometheus('rate(all[5m])'),
    });
  });

  it('makes DNS labels of names', () => {
    expect(read({ service: 'Bestellübersicht', slo: 'p99 < 300 ms' }).metadata).to.deep.equal({
      name: 'bestell-bersicht-p99-300-ms',
      displayName: 'p99 < 300 ms',
    });
    expect(read({ service: '注文', slo: '🛒' }).metadata.name).to.equal('slo');
  });

  it('is a comment for a target that OpenSLO forbids', () => {
    for (const objective of [1, 1 - 1e-16]) {
      expect(toOpenSlo({ ...definition, objective })).to.equal(
        '# OpenSLO allows no target of 100%: it leaves no budget.\n',
      );
    }
    for (const objective of [2, -1, NaN]) {
      expect(toOpenSlo({ ...definition, objective })).to.equal('# An objective is from 0% to 100%.\n');
    }
  });

  it('follows the specification for any name', () => {
    const check = (some: SloDefinition) => {
      const yaml = toOpenSlo(some);
      if (!yaml.startsWith('#')) expectValid(openSloSchema, yaml);
    };
    for (const text of hostileStrings) check({ ...definition, service: text, slo: text, description: text });
    fc.assert(fc.property(hostileDefinition, check));
  });
});
