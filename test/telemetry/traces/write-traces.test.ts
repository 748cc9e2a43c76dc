import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { writeJaeger, writeOtlp, writeZipkin, type Span, type Trace } from '../../../src/telemetry/traces/index.js';
import { span, trace, traceOf as arbitraryTrace, attributesOf } from './arbitraries.js';
import { FILES, traceOf, tracesOf } from './reference-files.js';

const text = fc.string({ unit: 'binary', maxLength: 8 });
const flat = fc.oneof(
  text,
  fc.boolean(),
  fc.integer(),
  fc.double({ noDefaultInfinity: false }).filter((value) => !Object.is(value, -0)),
  fc.bigInt({ min: 2n ** 60n, max: 2n ** 63n - 1n }),
  fc.uint8Array({ maxLength: 5 }),
);
const { nested } = fc.letrec((tie) => ({
  nested: fc.oneof(
    { maxDepth: 3 },
    flat,
    fc.constant(null),
    fc.array(tie('nested'), { maxLength: 3 }),
    fc.array(fc.tuple(text, tie('nested')), { maxLength: 3 }).map((entries) => new Map(entries as [string, unknown][])),
  ),
}));

const otlpTraces = arbitraryTrace({
  nanoseconds: true,
  values: nested,
  resources: attributesOf(nested),
  links: true,
  linkAttributes: true,
});
const jaegerTraces = arbitraryTrace({
  nanoseconds: false,
  values: flat,
  resources: attributesOf(flat),
  links: true,
  linkAttributes: false,
}).map((drawn) => {
  // In Jaeger, a link into its own trace would give the root a parent: it is left out.
  const [root] = drawn.spans;
  if (root) root.links = root.links.filter(({ traceId }) => traceId !== drawn.traceId);
  return drawn;
});
const zipkinTraces = arbitraryTrace({
  nanoseconds: false,
  values: text,
  resources: fc.constantFrom(
    new Map(),
    new Map<string, unknown>([
      ['host.ip', '10.0.0.1'],
      ['server.port', 80],
    ]),
  ),
  links: false,
  linkAttributes: false,
});

/** A file of a format goes through text, as on a disk. */
const again = (file: object): Trace[] => tracesOf(JSON.stringify(file));
const plain = (traces: Trace[]): object[] =>
  traces.map((one) => ({
    ...one,
    warnings: [],
    spans: one.spans
      .map((each) => ({ ...each, warnings: [], resource: each.resource ?? new Map() }))
      .sort((x, y) => (x.spanId < y.spanId ? -1 : 1)),
  }));

describe('a trace', () => {
  const formats = [
    ['OTLP', writeOtlp, otlpTraces],
    ['Jaeger', writeJaeger, jaegerTraces],
    ['Zipkin', writeZipkin, zipkinTraces],
  ] as const;
  for (const [name, write, traces] of formats) {
    it(`is the same when it is written as ${name} JSON and read`, () => {
      fc.assert(
        fc.property(traces, (drawn) => {
          const read = again(write([drawn]));
          expect(plain(read)).to.deep.equal(plain([drawn]));
          expect(again(write(read))).to.deep.equal(read);
        }),
        { numRuns: 300 },
      );
    });
  }

  const ownFormat = { otlp: writeOtlp, jaeger: writeJaeger, zipkin: writeZipkin };
  for (const [file, content] of Object.entries(FILES)) {
    const write = Object.entries(ownFormat).find(([format]) => file.startsWith(format))?.[1];
    if (!write || /logs|metrics/.test(file)) continue;

    it(`of ${file} is the same after its own format, but for ids that were not unique or not 16 digits`, () => {
      const traces = tracesOf(content);
      const rest = (one: Span): object => ({ ...one, spanId: '', parentSpanId: '', warnings: [] });
      const read = again(write(traces));
      expect(read.map(({ spans }) => spans.map(rest))).to.deep.equal(traces.map(({ spans }) => spans.map(rest)));
      expect(again(write(read))).to.deep.equal(read);
      if (traces.every(({ spans }) => spans.every(({ spanId }) => /^[0-9a-f]{16}$/.test(spanId)))) {
        expect(read).to.deep.equal(traces);
      }
    });

    it(`of ${file} keeps its calls, times and services in every format`, () => {
      const traces = tracesOf(content);
      const shape = (list: Trace[]): unknown =>
        list.map(({ spans }) => spans.map((one) => [one.service, one.name, one.kind, one.status, one.startMs]));
      for (const other of Object.values(ownFormat)) expect(shape(again(other(traces)))).to.deep.equal(shape(traces));
    });
  }
});

describe('an export', () => {
  const TIMES = /"(?:startTimeUnixNano|endTimeUnixNano|startTime|timestamp)":"?(\d+)/g;

  it('is strict in OTLP: ids in hex, 64-bit integers as strings, enums as integers', () => {
    const drawn = trace([span('A', null, 0, 1, { kind: 'server', status: 'error', attributes: new Map([['n', 7]]) })]);
    expect(writeOtlp([{ ...drawn, traceId: 'ff', startUnixNano: 10n ** 18n }])).to.deep.equal({
      resourceSpans: [
        {
          resource: { attributes: [{ key: 'service.name', value: { stringValue: 'shop' } }] },
          scopeSpans: [
            {
              scope: {},
              spans: [
                {
                  traceId: 'ff'.padStart(32, '0'),
                  spanId: (writeZipkin([drawn])[0] as { id: string }).id,
                  name: 'call',
                  kind: 2,
                  startTimeUnixNano: '1000000000000000000',
                  endTimeUnixNano: '1000000000001000000',
                  attributes: [{ key: 'n', value: { intValue: '7' } }],
                  events: [],
                  links: [],
                  status: { code: 2 },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('never has a time of 0, at which jaeger-ui recurses for ever', () => {
    const drawn = [trace([span('a', null, 0, 10), span('b', 'a', 0, 0), span('c', 'a', NaN, Infinity)])];
    const times = [...JSON.stringify([writeOtlp(drawn), writeJaeger(drawn), writeZipkin(drawn)]).matchAll(TIMES)];
    expect(times).to.have.length(12);
    for (const [, time] of times) expect(Number(time)).to.be.greaterThan(0);
  });

  it('gives every span an id of 16 hex digits of its own, and children their parents', () => {
    const drawn = trace([span('1', null, 0, 9), span('0000000000000001', '1', 0, 8), span('x', '1', 1, 2)]);
    const ids = (writeZipkin([drawn]) as { id: string; parentId?: string }[]).map(({ id, parentId }) => [id, parentId]);
    expect(new Set(ids.map(([id]) => id)).size).to.equal(3);
    for (const [id] of ids) expect(id).to.match(/^[0-9a-f]{16}$/);
    expect(ids.slice(1).map(([, parentId]) => parentId)).to.deep.equal([ids[0]?.[0], ids[0]?.[0]]);
  });

  it('keeps siblings that start together in their order, though OTLP has them by service', () => {
    const services = ['a', 'b', 'a', 'c', 'b'];
    const children = services.map((service, i) => span(`000000000000000${9 - i}`, 'f'.repeat(16), 1, 1, { service }));
    const drawn = trace([span('f'.repeat(16), null, 0, 5), ...children]);
    expect(traceOf(writeOtlp([drawn])).spans.map(({ service }) => service)).to.deep.equal(['shop', ...services]);
  });

  it('leaves an end that is not known unknown in Zipkin', () => {
    const smartthings = traceOf(FILES['zipkin-smartthings-oauth-authorization.json']);
    const open = (writeZipkin([smartthings]) as { duration?: number }[]).filter(
      ({ duration }) => duration === undefined,
    );
    expect(open).to.have.length(19);
  });
});
