import { expect } from '@open-wc/testing';
import Ajv from 'ajv';
import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import {
  multiWindowRules,
  toOpenSlo,
  toPrometheusRules,
  toSloth,
  type AlertRule,
  type SloDefinition,
} from '../../src/slo/index.js';
import { anyNumber, DAY, hostileString, hostileStrings, ratio } from './arbitraries.js';
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

const hostileDefinition = fc.record(
  {
    service: hostileString,
    slo: hostileString,
    objective: fc.oneof(ratio, fc.constantFrom(0.5, 0.9, 0.99, 0.999, 0.99999, 1 - 1e-13)),
    description: hostileString,
    periodSeconds: fc.oneof(fc.constantFrom(7 * DAY, 28 * DAY, 90 * DAY), anyNumber),
    budgetingMethod: fc.constantFrom('Occurrences' as const, 'Timeslices' as const, 'RatioTimeslices' as const),
    calendar: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
    sliceSeconds: anyNumber,
  },
  { requiredKeys: ['service', 'slo', 'objective'] },
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
    expect(page!.expr).to.equal(
      'service_slo:errors_per_request:ratio_rate1h{service="checkout", slo="availability"} > 0.0144\nand\n' +
        'service_slo:errors_per_request:ratio_rate5m{service="checkout", slo="availability"} > 0.0144',
    );
    expect(page!.labels).to.deep.equal({
      service: 'checkout',
      slo: 'availability',
      severity: 'page',
      long_window: '1h',
      short_window: '5m',
      burn_rate: '14.4',
    });
    expect(page!.annotations).to.have.property('description', 'Most requests succeed.');
  });

  it('asks for requests by their OpenTelemetry names', () => {
    expect(rulesOf(definition)[0]!.expr.replace(/\s+/g, ' ')).to.equal(
      '( sum(rate(http_server_request_duration_seconds_count{job="checkout", http_response_status_code=~"5.."}[5m])) ) / ' +
        '( sum(rate(http_server_request_duration_seconds_count{job="checkout"}[5m])) )',
    );
  });

  it('puts the window into queries of one’s own', () => {
    const [rule] = rulesOf({
      ...definition,
      errorQuery: 'rate(bad[{{ .window }}]) # $1',
      totalQuery: 'rate(all[{{.window}}])',
    });
    expect(rule!.expr.replace(/ +/g, ' ')).to.equal('(\n rate(bad[5m]) # $1\n)\n/\n(\n rate(all[5m])\n)');
  });

  it('leaves out, and says so, what can never fire', () => {
    const yaml = toPrometheusRules({ ...definition, objective: 0.9 });
    expect(yaml).to.match(/^# ErrorBudgetBurn1h is left out: it can never fire.* 10 times/);
    expect(rulesOf({ ...definition, objective: 0.9 }).filter(({ alert }) => alert)).to.have.lengthOf(3);
    expect(yaml).not.to.contain('ratio_rate5m');
  });

  it('has a comment and no alerts for an objective of 1, and for none', () => {
    for (const objective of [1, NaN, -1, 2]) {
      expect(toPrometheusRules({ ...definition, objective })).to.match(/^# No alerts: /);
      expect(rulesOf({ ...definition, objective }).filter(({ alert }) => alert)).to.deep.equal([]);
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
    const alert = rulesOf({ ...definition, rules: [rule] }).at(-1)!;
    expect(alert.for).to.equal('1m30s');
    expect(alert.keep_firing_for).to.equal('1h');
    expect(alert.labels).to.deep.equal({
      service: 'checkout',
      slo: 'availability',
      severity: 'ticket',
      long_window: '1h30m',
    });
    expect(alert.expr).to.equal(
      '(\n  service_slo:errors_per_request:ratio_rate1h30m{service="checkout", slo="availability"} >= 0.01\n' +
        '  and on ()\n  max(avg_over_time(cpu{job="checkout"}[5m])) > 0.9\n)\nor on ()\n' +
        'max({__name__="queue length", job="checkout"}) > 0.0000001',
    );
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
            labels: { category: 'error-budget' },
            annotations: { summary: 'checkout: availability is burning its error budget too fast.' },
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

  it('says how to give Sloth another period', () => {
    expect(toSloth({ ...definition, periodSeconds: 28 * DAY })).to.contain('--default-slo-period=28d\n');
    expect(toSloth(definition)).not.to.contain('#');
  });

  it('is a comment for an objective that Sloth refuses', () => {
    for (const objective of [0, -1, 2, NaN]) expect(toSloth({ ...definition, objective })).to.match(/^# .*\n$/);
  });

  it('has the fields of the specification for any name', () => {
    const check = (some: SloDefinition) => {
      const yaml = toSloth(some);
      if (/^version/m.test(yaml)) expectValid(slothSchema, yaml);
    };
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
              counter: true,
              good: prometheus(`sum(${metric}{job="checkout", http_response_status_code!~"5.."})`),
              total: prometheus(`sum(${metric}{job="checkout"})`),
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

  it('can follow the calendar', () => {
    expect(read({ calendar: 'month', timeZone: 'Europe/Berlin' }).spec).to.deep.include({
      timeWindow: [
        {
          duration: '1M',
          calendar: { startTime: '2024-01-01 00:00:00', timeZone: 'Europe/Berlin' },
          isRolling: false,
        },
      ],
    });
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
      name: 'bestellubersicht-p99-300-ms',
      displayName: 'p99 < 300 ms',
    });
    expect(read({ service: '注文', slo: '🛒' }).metadata.name).to.equal('slo');
  });

  it('is a comment for a target that OpenSLO forbids', () => {
    for (const objective of [1, -1, NaN]) expect(toOpenSlo({ ...definition, objective })).to.match(/^# .*\n$/);
    expect(toOpenSlo({ ...definition, objective: 0, budgetingMethod: 'Timeslices' })).to.match(/^# .*\n$/);
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
