import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  changes,
  delta,
  idelta,
  increase,
  irate,
  latest,
  rate,
  resets,
  type Sample,
} from '../../../../src/telemetry/index.js';
import reference from '../../../reference/histogram_quantile.json';
import { anyNumber, close, counterSamples, num } from '../arbitraries.js';

const functions = { rate, increase, irate, delta, idelta, resets, changes };

const every15Seconds: Sample[] = Array.from({ length: 41 }, (_, i) => [i * 15, i * 30]);

describe('the functions of a range', () => {
  for (const [index, row] of reference.rate_increase.entries()) {
    it(`agree with Prometheus on ${row.expr} at ${row.eval_at_s} s (row ${index})`, () => {
      const samples = (row.samples as [number, number | string][]).map(([t, v]): Sample => [t, num(v)]);
      const range = { at: row.eval_at_s - row.offset_s, range: row.range_s };
      const actual = functions[row.fn as keyof typeof functions](samples, range);
      if (row.expected === null) expect(actual).to.equal(undefined);
      else close(actual, row.expected);
    });
  }

  it('see a window that is open on the left and closed on the right', () => {
    expect(changes(every15Seconds, { at: 30, range: 30 })).to.equal(1);
    expect(changes(every15Seconds, { at: 30, range: 30.001 })).to.equal(2);
    expect(rate(every15Seconds, { at: 30, range: 15 })).to.equal(undefined);
  });

  it('count time in milliseconds, so that 0.3 - 0.2 is 0.1', () => {
    const samples: Sample[] = [0.1, 0.2, 0.3].map((seconds) => [seconds, seconds]);
    expect(changes(samples, { at: 0.3, range: 0.2 })).to.equal(1);
  });

  it('answer nothing with too few samples', () => {
    for (const samples of [[], [[10, 1]] as Sample[]]) {
      for (const some of [rate, increase, irate, delta, idelta]) {
        expect(some(samples, { at: 10, range: 10 })).to.equal(undefined);
      }
    }
    expect(resets([], { at: 10, range: 10 })).to.equal(undefined);
    expect(resets([[10, 1]], { at: 10, range: 10 })).to.equal(0);
    expect(changes([[10, 1]], { at: 10, range: 10 })).to.equal(0);
  });

  it('answer nothing for windows that are none, and never throw', () => {
    const anySamples = fc.array(fc.tuple(anyNumber, anyNumber));
    fc.assert(
      fc.property(anySamples, anyNumber, anyNumber, (samples, at, range) => {
        for (const some of Object.values(functions)) {
          const result = some(samples, { at, range });
          if (!(range > 0 && Number.isFinite(range) && Number.isFinite(at))) expect(result).to.equal(undefined);
        }
      }),
    );
  });
});

describe('rate', () => {
  it('is the slope of a steady counter, wherever the window lies', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 600 }), fc.integer({ min: 45, max: 150 }), (at, range) => {
        close(rate(every15Seconds, { at, range }), 2);
      }),
    );
  });

  it('is the increase a second', () => {
    fc.assert(
      fc.property(counterSamples, fc.integer({ min: 1, max: 500 }), (samples, range) => {
        const at = samples.at(-1)![0];
        const whole = increase(samples, { at, range });
        if (whole === undefined) expect(rate(samples, { at, range })).to.equal(undefined);
        else close(rate(samples, { at, range }), whole / range);
      }),
    );
  });

  it('is never negative, whatever restarts', () => {
    fc.assert(
      fc.property(counterSamples, fc.integer({ min: 1, max: 2000 }), (samples, range) => {
        expect(rate(samples, { at: samples.at(-1)![0], range }) ?? 0).to.be.at.least(0);
      }),
    );
  });

  it('does not carry a counter back to below zero', () => {
    const young: Sample[] = [
      [100, 1],
      [110, 101],
    ];
    close(increase(young, { at: 110, range: 60 }), 101);
  });
});

describe('resets', () => {
  it('counts the falls', () => {
    fc.assert(
      fc.property(counterSamples, (samples) => {
        const falls = samples.filter(([, value], i) => i > 0 && value < samples[i - 1]![1]).length;
        expect(resets(samples, { at: samples.at(-1)![0], range: 1e6 })).to.equal(falls);
      }),
    );
  });
});

describe('latest', () => {
  const loads: Record<string, Sample[]> = {
    '10s step: 0 1 stale 2': [
      [0, 0],
      [10, 1],
      [20, NaN],
      [30, 2],
    ],
    'single sample 0 at t=0': [[0, 0]],
  };

  for (const { load, at_s: at, value } of reference.staleness.cases) {
    it(`agrees with Prometheus on ${load}, at ${at} s`, () => {
      expect(latest(loads[load]!, { at })).to.equal(value ?? undefined);
    });
  }

  it('looks back as far as it is told', () => {
    expect(latest([[0, 7]], { at: 59, range: 60 })).to.equal(7);
    expect(latest([[0, 7]], { at: 60, range: 60 })).to.equal(undefined);
  });
});
