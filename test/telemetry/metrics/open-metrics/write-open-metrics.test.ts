import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  collectMetrics,
  MetricRegistry,
  parseOpenMetrics,
  Scraper,
  writeOpenMetrics,
  type Labels,
  type OpenMetricsFamily,
} from '../../../../src/telemetry/index.js';
import { labelKey } from '../../../../src/telemetry/metrics/labels.js';
import { anyNumber, hostileString } from '../arbitraries.js';

const roundTrip = (families: OpenMetricsFamily[]) => {
  const text = writeOpenMetrics(families);
  expect(parseOpenMetrics(text), text.slice(0, 2000)).to.deep.equal({ ok: true, families });
};

const labelName = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,8}$/);
const labels = fc
  .array(fc.tuple(fc.oneof(labelName, fc.constant('_proto_')), hostileString), { maxLength: 4 })
  .map((entries) => new Map(entries));

const anyGauge: fc.Arbitrary<OpenMetricsFamily> = fc.record({
  name: fc.stringMatching(/^[a-z_:][a-z0-9_:]{0,10}$/),
  type: fc.constantFrom('gauge', 'unknown'),
  unit: fc.constant(''),
  help: hostileString,
  samples: fc
    .uniqueArray(fc.tuple(labels, anyNumber, fc.option(fc.double({ noDefaultInfinity: true, noNaN: true }))), {
      selector: ([some]) => labelKey(some),
    })
    .map((rows) =>
      rows.map(([some, value, time]) => ({
        name: '',
        labels: some,
        value,
        ...(time === null ? {} : { timestamp: time }),
      })),
    ),
});

const anyLabels: fc.Arbitrary<Labels> = fc.dictionary(
  fc.oneof(labelName, hostileString, fc.constantFrom('le', 'quantile', '__name__', 'http.route', '9')),
  fc.oneof(hostileString, fc.integer(), fc.boolean()),
  { maxKeys: 4, noNullPrototype: true },
);

/** A process whose names, labels and values nobody checked. */
const anyRegistry = fc
  .record({
    name: hostileString,
    unit: fc.oneof(hostileString, fc.constantFrom('s', 'By', '1', '{request}', 'By/s')),
    help: hostileString,
    sets: fc.array(fc.tuple(anyLabels, fc.array(anyNumber, { maxLength: 5 })), { maxLength: 4 }),
    boundaries: fc.array(anyNumber, { maxLength: 5 }),
    constant: anyLabels,
  })
  .map(({ name, unit, help, sets, boundaries, constant }) => {
    const registry = new MetricRegistry({ labels: constant });
    const requests = registry.counter({ name: `${name}.requests`, unit, help });
    const size = registry.gauge({ name: `${name}.size`, unit, help });
    const duration = registry.histogram({ name: `${name}.duration`, unit, help, boundaries });
    for (const [own, values] of sets) {
      for (const value of values) {
        requests.with(own).add(value, { labels: own });
        size.with(own).set(value);
        duration.with(own).observe(value, { labels: own, seconds: 1 });
      }
    }
    return registry;
  });

/** Two label sets may be told apart by nothing that is left of them in the text. */
const isDistinct = (families: OpenMetricsFamily[]) =>
  families.every(({ samples }) => {
    const keys = samples.map(({ name, labels: some }) => name + labelKey(some));
    return new Set(keys).size === keys.length;
  });

describe('writeOpenMetrics', () => {
  it('writes a registry as the specification has it', () => {
    const registry = new MetricRegistry({ labels: { 'service.name': 'checkout' }, createdSeconds: 5 });
    const orders = registry.counter({ name: 'shop.orders', unit: '{order}', help: 'Orders "placed".' });
    orders.with({ 'order.kind': 'gift\n' }).add(3);
    const durations = registry.histogram({
      name: 'http.server.request.duration',
      unit: 's',
      help: 'Duration of HTTP server requests.',
      boundaries: [0.5, 1],
    });
    const cart = durations.with({ 'http.route': '/cart', 'http.response.status_code': 200 });
    cart.observe(0.25);
    cart.observe(0.75, { labels: { trace_id: '4bf92f35' }, seconds: 12.5 });
    registry.gauge({ name: 'process.cpu.utilization', unit: '1' }).with().set(0.5);

    expect(writeOpenMetrics(collectMetrics([registry], { epochSeconds: 1000 }))).to.equal(
      [
        '# TYPE shop_orders counter',
        '# HELP shop_orders Orders \\"placed\\".',
        'shop_orders_total{order_kind="gift\\n",service_name="checkout"} 3',
        'shop_orders_created{order_kind="gift\\n",service_name="checkout"} 1005',
        '# TYPE http_server_request_duration_seconds histogram',
        '# UNIT http_server_request_duration_seconds seconds',
        '# HELP http_server_request_duration_seconds Duration of HTTP server requests.',
        ...[
          '_bucket{LABELS,le="0.5"} 1',
          '_bucket{LABELS,le="1.0"} 2 # {trace_id="4bf92f35"} 0.75 1012.5',
          '_bucket{LABELS,le="+Inf"} 2',
          '_count{LABELS} 2',
          '_sum{LABELS} 1',
          '_created{LABELS} 1005',
        ].map((line) =>
          `http_server_request_duration_seconds${line}`.replace(
            'LABELS',
            'http_response_status_code="200",http_route="/cart",service_name="checkout"',
          ),
        ),
        '# TYPE process_cpu_utilization_ratio gauge',
        '# UNIT process_cpu_utilization_ratio ratio',
        'process_cpu_utilization_ratio{service_name="checkout"} 0.5',
        '# EOF\n',
      ].join('\n'),
    );
  });

  it('is only the end where there is nothing', () => {
    expect(writeOpenMetrics([])).to.equal('# EOF\n');
  });

  it('is read back as it was, with any text in help and labels and any number', () => {
    fc.assert(
      fc.property(anyGauge, (family) => {
        const { name } = family;
        roundTrip([{ ...family, samples: family.samples.map((sample) => ({ ...sample, name })) }]);
      }),
      { numRuns: 500 },
    );
  });

  it('is read back as it was from a registry with any names, labels and values', () => {
    fc.assert(
      fc.property(anyRegistry, (registry) => {
        const families = collectMetrics([registry]);
        fc.pre(isDistinct(families));
        const kept = parseOpenMetrics(writeOpenMetrics(families));
        if (!kept.ok) throw new Error(`line ${kept.line}: ${kept.message}\n${writeOpenMetrics(families)}`);
        const withoutExemplars = (all: OpenMetricsFamily[]) =>
          all.map((family) => ({
            ...family,
            samples: family.samples.map(({ name, labels: some, value }) => ({ name, labels: some, value })),
          }));
        expect(withoutExemplars(kept.families)).to.deep.equal(withoutExemplars(families));
        roundTrip(kept.families);
      }),
      { numRuns: 500 },
    );
  });

  it('is read back as it was with history and timestamps', () => {
    fc.assert(
      fc.property(anyRegistry, fc.nat(5), (registry, scrapes) => {
        fc.pre(isDistinct(collectMetrics([registry])));
        const scraper = new Scraper({ capacity: 3 });
        for (let i = 1; i <= scrapes; i++) scraper.scrape(registry, i * 15);
        const written = writeOpenMetrics(scraper.history({ epochSeconds: 1.6e9 }));
        const kept = parseOpenMetrics(written);
        if (!kept.ok) throw new Error(`line ${kept.line}: ${kept.message}\n${written}`);
        roundTrip(kept.families);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves out an exemplar that may not stand where it does', () => {
    const bucket = (le: string, value: number, length: number): OpenMetricsFamily => ({
      name: 'a',
      type: 'histogram',
      unit: '',
      help: '',
      samples: [
        {
          name: 'a_bucket',
          labels: new Map([['le', le]]),
          value: 1,
          exemplar: { labels: new Map([['id', '💥'.repeat(length)]]), value },
        },
      ],
    });
    const hasExemplar = (family: OpenMetricsFamily) => writeOpenMetrics([family]).includes(' # {');
    expect(hasExemplar(bucket('1.0', 1, 126))).to.equal(true);
    expect(hasExemplar(bucket('1.0', 1, 127))).to.equal(false);
    expect(hasExemplar(bucket('1.0', 1.001, 1))).to.equal(false);
    expect(hasExemplar({ ...bucket('1.0', 1, 1), type: 'unknown', name: 'a_bucket' })).to.equal(false);
  });

  it('has no sum where a sum could fall, and no count then', () => {
    const registry = new MetricRegistry();
    const temperatures = registry.histogram({ name: 'temperature', unit: 'Cel', boundaries: [-10, 0, 10] }).with();
    temperatures.observe(-5);
    const text = writeOpenMetrics(collectMetrics([registry]));
    expect(text)
      .to.include('temperature_celsius_bucket{le="-10.0"} 0')
      .and.not.match(/_sum|_count/);
    expect(parseOpenMetrics(text).ok).to.equal(true);
  });

  it('makes one family of what several processes share', () => {
    const registries = ['a', 'b'].map((name) => new MetricRegistry({ labels: { 'service.name': name } }));
    for (const registry of registries) registry.counter({ name: 'requests' }).with().add();
    const families = collectMetrics(registries, { at: 30 });
    expect(families).to.have.length(1);
    expect(families[0]!.samples.map(({ timestamp }) => timestamp)).to.deep.equal([30, 30, 30, 30]);
    roundTrip(families);
  });
});
