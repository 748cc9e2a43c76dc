import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { parseInSlices } from '../../../src/telemetry/traces/json/json-slices.js';
import { readTraces, readTracesInSteps, writeOtlp, type TracesResult } from '../../../src/telemetry/traces/index.js';
import { span, trace } from './arbitraries.js';
import { FILES } from './reference-files.js';

function walk<T>(steps: Generator<void, T, void>): { value: T; count: number } {
  for (let count = 1; ; count++) {
    const step = steps.next();
    if (step.done) return { value: step.value, count };
  }
}

const inSteps = (input: unknown): TracesResult => walk(readTracesInSteps(input)).value;

describe('parseInSlices', () => {
  it('gives what JSON.parse gives, small or large, whatever the keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, isLarge) => {
        const padding = isLarge ? ['x'.repeat(70_000), { __proto__: null, __proto__x: '\\"]}' }] : [];
        const text = JSON.stringify({ a: value, __proto__: 1, padding, b: [value, padding, value] }, null, 1);
        expect(walk(parseInSlices(text)).value).to.deep.equal({ value: JSON.parse(text) as unknown });
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a key named __proto__ as a key', () => {
    const text = `{"__proto__": {"a": 1}, "pad": "${'x'.repeat(70_000)}"}`;
    const read = walk(parseInSlices(text)).value?.value;
    expect(Object.keys(read as object)).to.deep.equal(['__proto__', 'pad']);
    expect(Reflect.get({}, 'a')).to.equal(undefined);
  });

  it('is null for what is no JSON', () => {
    const pad = '1,'.repeat(40_000);
    for (const text of [
      '',
      '{',
      '[1,]',
      `[${pad}`,
      `[${pad}1`,
      `{"a" 1, "b": [${pad}1]}`,
      `[${pad}1] 2`,
      `[${pad}x]`,
      `["${'\n'}${pad}"]`,
    ]) {
      expect(walk(parseInSlices(text)).value, text.slice(0, 20)).to.equal(null);
    }
  });

  it('gives up on what is nested too deeply, and at once', () => {
    expect(walk(parseInSlices('['.repeat(1_000_000))).value).to.equal(null);
  });
});

describe('readTracesInSteps', () => {
  for (const [file, content] of Object.entries(FILES)) {
    it(`reads ${file} as readTraces does`, () => {
      const text = JSON.stringify(content);
      expect(inSteps(text)).to.deep.equal(readTraces(text));
    });
  }

  it('says of broken files what readTraces says', () => {
    for (const text of [
      '',
      '{',
      '{"resourceSpans": [',
      'x',
      '{"resourceSpans":[]}\n{"resourceSpans":[]}\n{',
      '\ufeff[]',
    ]) {
      expect(inSteps(text)).to.deep.equal(readTraces(text));
    }
  });

  it('stops at least once for every few spans of a large file', () => {
    const spans = Array.from({ length: 5000 }, (_, i) =>
      span((i + 1).toString(16).padStart(16, '0'), i === 0 ? null : '0000000000000001', i, 1),
    );
    const text = JSON.stringify(writeOtlp([trace(spans)]));
    const { value, count } = walk(readTracesInSteps(text));
    expect(value).to.deep.equal(readTraces(text));
    expect(count).to.be.above(10_000);
  });
});
