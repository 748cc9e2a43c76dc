import { describe, it } from 'node:test';
import { expect } from 'chai';
import { criticalPath, selfTime, writeJaeger, writeOtlp, writeZipkin } from '../../../../src/telemetry/traces/index.js';
import report from '../reports/follows-from.json';
import { traceOf, warningKinds } from '../reference-files.js';

const at = 1_700_000_000_000_000;
type Reference = [type: string, spanID: string];
const span = (spanID: string, references: Reference[] = [], rest: object = {}): object => ({
  traceID: 'a1',
  spanID,
  operationName: spanID,
  startTime: at,
  duration: 100_000,
  references: references.map(([refType, id]) => ({ refType, traceID: 'a1', spanID: id })),
  processID: 'p1',
  ...rest,
});
const file = (...spans: object[]): object => ({
  data: [{ traceID: 'a1', spans, processes: { p1: { serviceName: 'shop' } } }],
});
const text = (tags: string): string => JSON.stringify(file(span('01', [], { tags: '#' }))).replace('"#"', tags);

describe('a reference in Jaeger’s JSON', () => {
  it('is to the parent by the second where the file has no span of the first', () => {
    const inputs: [Reference[], string | null][] = [
      [
        [
          ['CHILD_OF', 'ff'],
          ['CHILD_OF', '01'],
        ],
        '01',
      ],
      [
        [
          ['CHILD_OF', 'ff'],
          ['FOLLOWS_FROM', '01'],
        ],
        '01',
      ],
      [
        [
          ['FOLLOWS_FROM', '01'],
          ['CHILD_OF', '03'],
        ],
        '03',
      ],
      [
        [
          ['CHILD_OF', 'ff'],
          ['CHILD_OF', 'fe'],
        ],
        'ff',
      ],
      [
        [
          ['CHILD_OF', '02'],
          ['CHILD_OF', '0001'],
        ],
        '0001',
      ],
      [[], null],
    ];
    for (const [references, parent] of inputs) {
      const trace = traceOf(file(span('01'), span('03'), span('02', references)));
      const child = trace.spans.find(({ name }) => name === '02');
      expect(child?.parentSpanId?.replace(/^0+/, '') ?? null, JSON.stringify(references)).to.equal(
        parent?.replace(/^0+/, '') ?? null,
      );
      expect(child?.links).to.have.length(Math.max(0, references.length - 1));
    }
  });

  // A bug report: what only follows took its parent's time.
  it('that says FOLLOWS_FROM is to a parent that does not wait, in any format', () => {
    const read = traceOf(report);
    for (const trace of [read, ...[writeJaeger, writeOtlp, writeZipkin].map((write) => traceOf(write([read])))]) {
      const [root, later] = trace.spans;
      expect(later?.parentSpanId).to.equal(root?.spanId);
      expect(selfTime(trace).get(root?.spanId ?? '')).to.equal(100);
      expect(criticalPath(trace).map(({ spanId }) => spanId)).to.deep.equal([root?.spanId]);
    }
  });

  it('that says CHILD_OF is to one that waits, whatever else follows', () => {
    const inner = { startTime: at + 20_000, duration: 30_000 };
    const inputs: [Reference[], number][] = [
      [[['CHILD_OF', '01']], 70],
      [[['FOLLOWS_FROM', '01']], 100],
      [
        [
          ['FOLLOWS_FROM', '01'],
          ['CHILD_OF', '01'],
        ],
        70,
      ],
    ];
    for (const [references, self] of inputs) {
      expect(selfTime(traceOf(file(span('01'), span('02', references, inner)))).get('01')).to.equal(self);
    }
  });
});

describe('a value in Jaeger’s JSON', () => {
  it('is exact where it is an integer of 64 bits', () => {
    const inputs: [string, unknown][] = [
      ['9007199254740993', 9007199254740993n],
      ['-9223372036854775808', -9223372036854775808n],
      ['9223372036854775807', 9223372036854775807n],
      ['"9223372036854775807"', 9223372036854775807n],
      ['42', 42],
    ];
    for (const [digits, value] of inputs) {
      const trace = traceOf(text(`[{"key":"n","type":"int64","value":${digits}}]`));
      expect(trace.spans[0]?.attributes.get('n'), digits).to.equal(value);
      expect(traceOf(JSON.stringify(writeJaeger([trace]))).spans[0]?.attributes.get('n'), digits).to.equal(value);
    }
    const like = '{"n": 9007199254740993, "x": [9007199254740993]}';
    const tags = `[{"key":"m","type":"int64","value":9007199254740993},{"key":"n","value":${JSON.stringify(like)}}]`;
    expect(traceOf(text(tags)).spans[0]?.attributes.get('n')).to.equal(like);
  });

  it('is kept, where its key is there again', () => {
    const inputs: [string, unknown][] = [
      ['[{"key":"a","value":"x"},{"key":"a","value":"y"}]', ['x', 'y']],
      [
        '[{"key":"a","value":1,"type":"int64"},{"key":"b","value":0},{"key":"a","value":"1"},{"key":"a","value":true}]',
        [1, '1', true],
      ],
      ['[{"key":"a","value":"x"},{"key":"a","value":"x"}]', ['x', 'x']],
      ['[{"key":"a","value":"x"}]', 'x'],
    ];
    for (const [tags, value] of inputs) {
      const trace = traceOf(text(tags));
      expect(trace.spans[0]?.attributes.get('a')).to.deep.equal(value);
      for (const write of [writeJaeger, writeOtlp]) {
        expect(traceOf(JSON.stringify(write([trace]))).spans[0]?.attributes.get('a')).to.deep.equal(value);
      }
    }
  });

  it('is missing, where it is a time of 0', () => {
    const early = traceOf(file(span('01'), span('02', [['CHILD_OF', '01']], { startTime: 0 })));
    expect(warningKinds(early)).to.deep.equal(['missing-time']);
    expect(early.spans[1]?.startMs).to.equal(0);
    expect(early.durationMs).to.equal(100);
    const logs = [{ timestamp: 0, fields: [{ key: 'event', value: 'x' }] }];
    const noted = traceOf(file(span('01'), span('02', [], { startTime: at + 5000, duration: 1, logs })));
    expect(noted.spans[1]?.events[0]?.timeMs).to.equal(5);
    expect(warningKinds(traceOf(file(span('01', [], { duration: 0 }))))).to.deep.equal([]);
  });

  it('says whether the span was sampled, where the file does', () => {
    for (const flags of [0, 1, 3]) expect(traceOf(file(span('01', [], { flags }))).spans[0]?.flags).to.equal(flags);
    for (const flags of [undefined, '1', -1, 0.5]) {
      expect(traceOf(file(span('01', [], { flags }))).spans[0]).not.to.have.property('flags');
    }
  });
});
