import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { readTraces, SPAN_LIMIT, TEXT_LIMIT, traceTree } from '../../../../src/telemetry/traces/index.js';
import { FILES, traceOf, tracesOf, warningKinds } from '../reference-files.js';

const TRACE_ID = '5b8efff798038103d269b633813fc60c';

const otlpSpan = (i: number, rest: object = {}): object => ({
  traceId: TRACE_ID,
  spanId: (i + 1).toString(16).padStart(16, '0'),
  ...(i > 0 && { parentSpanId: '0000000000000001' }),
  name: 'call',
  startTimeUnixNano: '1544712660000000000',
  endTimeUnixNano: '1544712661000000000',
  ...rest,
});

const otlp = (...spans: unknown[]): object => otlpOf(spans);

const otlpOf = (spans: unknown[]): object => ({
  resourceSpans: [
    {
      resource: { attributes: [{ key: 'service.name', value: { stringValue: 'shop' } }] },
      scopeSpans: [{ spans }],
    },
  ],
});

describe('readTraces', () => {
  it('takes a text and what JSON.parse makes of it', () => {
    for (const file of Object.values(FILES)) {
      expect(readTraces(JSON.stringify(file))).to.deep.equal(readTraces(file));
    }
  });

  it('takes a bare trace of Jaeger, a list of them and the wrapper of its API', () => {
    const bare = FILES['jaeger-normal-5spans.json'];
    const trace = traceOf(bare);
    expect(traceOf([bare])).to.deep.equal(trace);
    expect(traceOf({ data: [bare], errors: null })).to.deep.equal(trace);
  });

  it('takes a list of spans and a list of traces of Zipkin', () => {
    const spans = FILES['zipkin-yelp.json'];
    expect(tracesOf([spans, FILES['zipkin-skew.json']])).to.deep.equal([
      traceOf(spans),
      traceOf(FILES['zipkin-skew.json']),
    ]);
  });

  it('takes JSON Lines, with blank lines and the ends of Windows', () => {
    const lines = [otlp(otlpSpan(0)), otlp(otlpSpan(1))].map((line) => JSON.stringify(line));
    expect(traceOf(lines.join('\n'))).to.deep.equal(traceOf(otlp(otlpSpan(0), otlpSpan(1))));
    expect(traceOf(`\ufeff\n${lines.join('\r\n\r\n')}\r\n`).spans).to.have.length(2);
  });

  it('takes ids in base64, enums by name, batches for resourceSpans and numbers for strings', () => {
    const span = otlpSpan(0, {
      traceId: 'W47/95gDgQPSabYzgT/GDA==',
      spanId: '7uGbfsPBsXQ=',
      parentSpanId: 'AAAAAAAAAAA=',
      kind: 'SPAN_KIND_CLIENT',
      status: { code: 'STATUS_CODE_ERROR', message: 'timeout' },
      startTimeUnixNano: 1544712660000000000,
    });
    const { resourceSpans } = otlp(span) as { resourceSpans: unknown };
    const trace = traceOf({ batches: resourceSpans });
    expect(trace.traceId).to.equal(TRACE_ID);
    expect(trace.startUnixNano).to.equal(1544712660000000000n);
    expect(trace.spans[0]).to.deep.include({
      spanId: 'eee19b7ec3c1b174',
      parentSpanId: null,
      kind: 'client',
      status: 'error',
      durationMs: 1000,
    });
  });

  it('has nothing to say of an empty export', () => {
    for (const empty of [{ resourceSpans: [] }, { data: [] }, []]) {
      expect(readTraces(empty)).to.deep.include({ ok: true, traces: [] });
    }
  });
});

describe('a warning', () => {
  const kindsOf = (...spans: object[]): string[] => warningKinds(traceOf(otlp(...spans)));

  it('is given for nothing in a good trace', () => {
    expect(kindsOf(otlpSpan(0), otlpSpan(1))).to.deep.equal([]);
  });

  it('tells orphans, several roots and ids that are not unique', () => {
    expect(kindsOf(otlpSpan(1))).to.deep.equal(['orphan']);
    expect(kindsOf(otlpSpan(0), otlpSpan(1, { parentSpanId: '' }))).to.deep.equal(['multiple-roots']);
    expect(kindsOf(otlpSpan(0), otlpSpan(1), otlpSpan(1))).to.deep.equal(['duplicate-id']);
  });

  it('tells times that are missing or backwards, and puts something in their place', () => {
    const times = [
      { startTimeUnixNano: undefined },
      { startTimeUnixNano: '0' },
      { endTimeUnixNano: 'tomorrow' },
      { endTimeUnixNano: '1' },
      { startTimeUnixNano: '9'.repeat(400) },
      { endTimeUnixNano: 1e300 },
      { endTimeUnixNano: -5 },
    ];
    for (const time of times) {
      const trace = traceOf(otlp(otlpSpan(0), otlpSpan(1, time)));
      expect(warningKinds(trace), JSON.stringify(time)).to.deep.equal(['missing-time']);
      expect(trace.spans[1]?.startMs).to.equal(0);
      expect(trace.durationMs).to.equal(1000);
    }
  });

  it('tells a service that has no name', () => {
    expect(warningKinds(traceOf({ resourceSpans: [{ scopeSpans: [{ spans: [otlpSpan(0)] }] }] }))).to.deep.equal([
      'missing-service',
    ]);
  });

  it('tells a cycle, and cuts it where it starts first', () => {
    const ring = [1, 2, 3].map((i) =>
      otlpSpan(i, {
        parentSpanId: ((i % 3) + 2).toString(16).padStart(16, '0'),
        startTimeUnixNano: `154471266000000000${4 - i}`,
      }),
    );
    const trace = traceOf(otlp(...ring));
    expect(warningKinds(trace)).to.include('cycle');
    expect(trace.spans.map(({ spanId, parentSpanId }) => [spanId.at(-1), parentSpanId?.at(-1)])).to.deep.equal([
      ['4', undefined],
      ['3', '4'],
      ['2', '3'],
    ]);
    expect(kindsOf(otlpSpan(1, { parentSpanId: '0000000000000002' }))).to.deep.equal(['cycle']);
  });

  it('tells a child outside its parent from a clock that is wrong', () => {
    const early = { startTimeUnixNano: '1544712659000000000', endTimeUnixNano: '1544712660500000000' };
    expect(kindsOf(otlpSpan(0), otlpSpan(1, early))).to.deep.equal(['outside-parent']);
    const host = (ip: string, span: object): unknown => ({
      resource: {
        attributes: [
          { key: 'service.name', value: { stringValue: 'shop' } },
          { key: 'host.ip', value: { stringValue: ip } },
        ],
      },
      scopeSpans: [{ spans: [span] }],
    });
    const hosts = (a: string, b: string): object => ({
      resourceSpans: [host(a, otlpSpan(0)), host(b, otlpSpan(1, early))],
    });
    expect(warningKinds(traceOf(hosts('10.0.0.1', '10.0.0.1')))).to.deep.equal(['outside-parent']);
    expect(warningKinds(traceOf(hosts('10.0.0.1', '10.0.0.2')))).to.deep.equal(['clock-skew']);
  });

  it('lets a message be consumed after it was produced', () => {
    const late = { startTimeUnixNano: '1544712662000000000', endTimeUnixNano: '1544712663000000000' };
    expect(kindsOf(otlpSpan(0, { kind: 4 }), otlpSpan(1, { ...late, kind: 5 }))).to.deep.equal([]);
  });

  it('tells what is no span, what is too much and what is cut', () => {
    expect(kindsOf(otlpSpan(0), { name: 'no id' })).to.deep.equal(['truncated']);
    const lines = [otlp(otlpSpan(0)), otlp(otlpSpan(1))].map((line) => JSON.stringify(line)).join('\n');
    const cut = traceOf(lines.slice(0, -7));
    expect(cut.spans).to.have.length(1);
    expect(warningKinds(cut)).to.deep.equal(['truncated']);
    const many = traceOf(otlpOf(Array.from({ length: SPAN_LIMIT + 2 }, (_, i) => otlpSpan(i))));
    expect(many.spans).to.have.length(SPAN_LIMIT);
    expect(many.warnings.at(-1)?.message).to.contain('2 spans more');
  });
});

describe('readTraces on what is broken', () => {
  it('says where a text stops being JSON', () => {
    const position = (text: string): number | undefined => {
      const result = readTraces(text);
      return result.ok ? undefined : result.position;
    };
    expect(position('')).to.equal(0);
    expect(position('{"data": [}')).to.equal(10);
    expect(position('{"data": [],}')).to.equal(12);
    expect(position("{'data': []}")).to.equal(1);
    expect(position('{"data" []}')).to.equal(8);
    expect(position('[1, 01]')).to.equal(5);
    expect(position('["a\\x"]')).to.equal(4);
    expect(position('[] []')).to.equal(3);
    expect(position(`${JSON.stringify(otlp(otlpSpan(0)))}\n{"a":?}\n{}`)).to.equal(
      JSON.stringify(otlp(otlpSpan(0))).length + 6,
    );
  });

  it('says that a file is cut, wherever it is', () => {
    const text = JSON.stringify(otlp(otlpSpan(0)));
    for (let length = 1; length < text.length; length++) {
      const result = readTraces(text.slice(0, length));
      expect(result).to.deep.include({ ok: false, position: length });
      expect(result.ok ? '' : result.message).to.contain('cut');
    }
  });

  it('finds an error where the engine does, if that says where', () => {
    const text = JSON.stringify(FILES['zipkin-skew.json']);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('"', '{', ']', ',', 'x', '\n', '\\'), (at, character) => {
        const broken = text.slice(0, at) + character + text.slice(at + 1);
        const result = readTraces(broken);
        let message = '';
        try {
          JSON.parse(broken);
        } catch (error) {
          message = (error as Error).message;
        }
        const position = result.ok ? undefined : result.position;
        const known = /at position (\d+)/.exec(message)?.[1];
        if (known !== undefined) expect(position, message).to.equal(Number(known));
        else if (message === '') expect(position).to.equal(undefined);
        else expect(position).to.be.within(0, broken.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads 32 MiB of JSON Lines and says that there is more, and refuses one document that is larger', () => {
    const note = [{ key: 'note', value: { stringValue: 'x'.repeat(1024 * 1024) } }];
    const lines = Array.from({ length: 34 }, (_, i) => JSON.stringify(otlp(otlpSpan(i, { attributes: note }))));
    const trace = traceOf(lines.join('\n'));
    expect(trace.spans).to.have.length(31);
    expect(warningKinds(trace)).to.deep.equal(['truncated']);
    expect(readTraces(`[${lines.join()}]`)).to.deep.include({ ok: false, position: TEXT_LIMIT });
  });

  it('survives a million brackets', () => {
    for (const text of ['['.repeat(1e6), '['.repeat(1e6) + ']'.repeat(1e6), '{"a":'.repeat(1e6)]) {
      expect(readTraces(text).ok).to.equal(false);
    }
  });

  it('keeps attributes 64 levels deep, and says so', () => {
    const deep = JSON.parse(
      '{"arrayValue":{"values":['.repeat(3000) + '{"intValue":"1"}' + ']}}'.repeat(3000),
    ) as unknown;
    const trace = traceOf(otlp(otlpSpan(0, { attributes: [{ key: 'deep', value: deep }] })));
    expect(warningKinds(trace)).to.deep.equal(['truncated']);
  });

  it('takes __proto__ for a key like any other', () => {
    const text = `[{"traceId":"1","id":"2","timestamp":1,"duration":1,"localEndpoint":{"serviceName":"a"},
      "__proto__":{"name":"no"},"tags":{"__proto__":"tag","constructor":"x"}}]`;
    const [span] = traceOf(text).spans;
    expect(span?.name).to.equal('');
    expect([...(span?.attributes ?? [])]).to.deep.equal([
      ['__proto__', 'tag'],
      ['constructor', 'x'],
    ]);
  });

  it('ends on objects that hold themselves, and on getters that throw', () => {
    const ring: unknown[] = [];
    ring.push(ring, ring);
    const span = otlpSpan(0, { attributes: [{ key: 'ring', value: ring }], events: ring, links: ring });
    expect(readTraces(otlp(span)).ok).to.equal(true);
    const trap = {
      get resourceSpans(): never {
        throw new Error('trap');
      },
    };
    expect(readTraces(trap)).to.deep.equal({ ok: false, message: 'The traces cannot be read: trap' });
  });

  const keys = fc.constantFrom(
    ...`resourceSpans scopeSpans spans resource attributes key value traceId spanId id data traceID spanID references
    processes tags logs parentId parentSpanId name timestamp duration localEndpoint startTimeUnixNano events links
    __proto__ arrayValue`.split(/\s+/),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 7, depthSize: 'large' },
      fc.oneof(fc.constantFrom('1', '', '0', 'AAAA', null, -1, 1e300, NaN, true, undefined), fc.anything()),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(keys, tie('tree'), { maxKeys: 5 }),
    ),
  }));

  it('never throws, and its trees are whole', () => {
    const inputs = fc.oneof(
      fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true, withObjectString: true }),
      tree,
      tree.map((value) => ({ resourceSpans: [{ scopeSpans: [{ spans: value }] }] })),
      tree.map((value) => ({ data: [{ traceID: '1', spans: value, processes: value }] })),
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.array(
        fc.record({
          traceId: fc.constant('a'),
          id: fc.constantFrom('1', '2', '3'),
          parentId: fc.constantFrom('1', '2', '3'),
          timestamp: fc.oneof(fc.nat(9), tree),
          kind: fc.constantFrom('CLIENT', 'SERVER'),
          tags: tree,
        }),
      ),
    );
    fc.assert(
      fc.property(inputs, (input) => {
        const result = readTraces(input);
        if (!result.ok) return result.message !== '';
        return result.traces.every(({ spans, durationMs }) => {
          const ids = new Set(spans.map(({ spanId }) => spanId));
          return ids.size === spans.length && traceTree(spans).order.length === spans.length && durationMs >= 0;
        });
      }),
      { numRuns: 2000 },
    );
  });
});
