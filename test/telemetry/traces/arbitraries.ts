import fc from 'fast-check';
import type { Span, Trace } from '../../../src/telemetry/traces/index.js';

export function span(
  spanId: string,
  parentSpanId: string | null,
  startMs: number,
  durationMs: number,
  rest: Partial<Span> = {},
): Span {
  return {
    spanId,
    parentSpanId,
    service: 'shop',
    name: 'call',
    kind: 'internal',
    startMs,
    durationMs,
    status: 'unset',
    attributes: new Map(),
    events: [],
    links: [],
    warnings: [],
    ...rest,
  };
}

export function trace(spans: Span[], startUnixNano: bigint = 0n): Trace {
  const durationMs = spans.reduce((end, one) => Math.max(end, one.startMs + one.durationMs), 0);
  return { traceId: '0af7651916cd43dd8448eb211c80319c', startUnixNano, durationMs, spans, warnings: [] };
}

const id = (i: number): string => (i + 1).toString(16).padStart(16, '0');

/** What differs between the formats in what they can say. */
export interface Abilities {
  nanoseconds: boolean;
  values: fc.Arbitrary<unknown>;
  resources: fc.Arbitrary<Map<string, unknown>>;
  linkAttributes: boolean;
  links: boolean;
}

// A span's status, kind and scope have fields of their own; these names are theirs.
const RESERVED = /^(error|event|span\.kind|service\.name|peer\.service|host\.ip|server\.port)$|^(otel|w3c|network)\./;
const keys = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('__proto__', 'constructor', 'a.b'));

export function attributesOf(values: fc.Arbitrary<unknown>): fc.Arbitrary<Map<string, unknown>> {
  return fc
    .array(fc.tuple(keys, values), { maxLength: 4 })
    .map((entries) => new Map(entries.filter(([key]) => !RESERVED.test(key))));
}

/** Traces as they are read: one root that starts first, calls within their callers, in the order of the tree. */
export function traceOf(abilities: Abilities): fc.Arbitrary<Trace> {
  const unit = abilities.nanoseconds ? 1 : 1000;
  const attributes = attributesOf(abilities.values);
  const part = fc.record({
    parent: fc.nat(50),
    start: fc.nat(1000),
    length: fc.nat(1000),
    service: fc.constantFrom('gateway', 'orders', 'payment', 'Ünïcode "db"'),
    name: fc.string({ unit: 'binary', maxLength: 12 }),
    kind: fc.constantFrom('internal', 'server', 'client', 'producer', 'consumer'),
    status: fc.constantFrom('unset', 'ok', 'error'),
    attributes,
    resource: abilities.resources,
    events: fc.array(fc.record({ name: fc.constantFrom('retry', 'say "hi"', '{}'), at: fc.nat(1000), attributes }), {
      maxLength: 2,
    }),
    links: fc.array(
      fc.record({
        traceId: fc.constantFrom('4bf92f3577b34da6a3ce929d0e0e4736', '0af7651916cd43dd8448eb211c80319c'),
        spanId: fc.constantFrom('00f067aa0ba902b7', '0000000000000001'),
        attributes: abilities.linkAttributes ? attributes : fc.constant(new Map<string, unknown>()),
      }),
      { maxLength: abilities.links ? 2 : 0 },
    ),
  });
  return fc
    .tuple(fc.array(part, { minLength: 1, maxLength: 12 }), fc.bigInt({ min: 1n, max: 2n ** 62n / 1000n }))
    .map(([parts, start]) => {
      const nanos: [start: number, end: number][] = [];
      const spans = parts.map((drawn, i) => {
        const parent = i === 0 ? -1 : drawn.parent % i;
        const [from, to] = parent === -1 ? [0, 1e6] : (nanos[parent] ?? [0, 0]);
        const at = parent === -1 ? 0 : from + Math.floor(((to - from) * drawn.start) / 1001);
        const end = parent === -1 ? 1e6 : at + Math.max(1, Math.floor(((to - at) * drawn.length) / 1001));
        nanos.push([at, end]);
        const { parent: _, start: __, length: ___, events, ...rest } = drawn;
        return span(id(i), parent === -1 ? null : id(parent), (at * unit) / 1e6, ((end - at) * unit) / 1e6, {
          ...rest,
          kind: rest.kind as Span['kind'],
          status: rest.status as Span['status'],
          events: events.map((event) => ({
            name: event.name,
            timeMs: (event.at * unit) / 1e6,
            attributes: event.attributes,
          })),
        });
      });
      return trace(spans, start * 1000n);
    });
}

/** A trace for reckoning: calls may overlap and outlast their callers. */
export const anyTrace: fc.Arbitrary<Trace> = fc
  .array(fc.record({ parent: fc.nat(50), start: fc.nat(40), length: fc.nat(40), consumer: fc.boolean() }), {
    minLength: 1,
    maxLength: 15,
  })
  .map((parts) =>
    trace(
      parts.map(({ parent, start, length, consumer }, i) =>
        span(`s${i}`, i === 0 ? null : `s${parent % i}`, start / 10, length / 10, {
          kind: consumer ? 'consumer' : 'producer',
        }),
      ),
    ),
  );
