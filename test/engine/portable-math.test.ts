import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { exp, log } from '../../src/engine/portable-math.js';

const SMALLEST_NORMAL = 2.2250738585072014e-308;

function near(actual: number, expected: number) {
  if (actual !== expected) expect(Math.abs(actual / expected - 1)).to.be.below(1e-15);
}

describe('log', () => {
  it('agrees with Math.log to 1e-15 on all positive numbers, subnormal ones included', () => {
    fc.assert(
      fc.property(fc.double({ min: 5e-324, noNaN: true }), (x) => near(log(x), Math.log(x))),
      { numRuns: 20_000, seed: 1 },
    );
  });

  it('agrees near 1, where the result is small', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) => near(log(x), Math.log(x))),
      { numRuns: 20_000, seed: 1 },
    );
    for (const x of [1 - 2 ** -53, 1 + 2 ** -52, 1 - 2 ** -30, 1 + 2 ** -30]) near(log(x), Math.log(x));
  });

  it('knows its edges', () => {
    expect([1, 0, -0, Infinity].map(log)).to.deep.equal([0, -Infinity, -Infinity, Infinity]);
    expect([-1, -Infinity, NaN].map(log)).to.deep.equal([NaN, NaN, NaN]);
  });
});

describe('exp', () => {
  it('agrees with Math.exp to 1e-15 wherever the result is a normal number', () => {
    fc.assert(
      fc.property(fc.double({ min: -708, max: 709.78, noNaN: true }), (x) => near(exp(x), Math.exp(x))),
      { numRuns: 20_000, seed: 1 },
    );
    fc.assert(
      fc.property(fc.double({ min: -2, max: 2, noNaN: true }), (x) => near(exp(x), Math.exp(x))),
      { numRuns: 20_000, seed: 1 },
    );
  });

  it('is off by one step at most where the result is subnormal', () => {
    for (let x = -708; x > -746; x -= 0.37) {
      expect(Math.abs(exp(x) - Math.exp(x))).to.be.at.most(Math.max(5e-324, SMALLEST_NORMAL * 2 ** -52));
    }
  });

  it('knows its edges', () => {
    expect([0, -0, Infinity, -Infinity].map(exp)).to.deep.equal([1, 1, Infinity, 0]);
    expect(exp(NaN)).to.deep.equal(NaN);
    expect([709.782712893384, 709.7827128933841, 710].map(exp)).to.deep.equal([
      exp(709.782712893384),
      Infinity,
      Infinity,
    ]);
    expect(exp(709.782712893384)).to.be.below(Infinity);
    expect([-745.2, -1000].map(exp)).to.deep.equal([0, 0]);
  });

  it('undoes log', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (x) => {
        expect(Math.abs(exp(log(x)) / x - 1)).to.be.below(1e-14);
      }),
    );
  });
});
