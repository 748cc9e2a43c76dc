import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Random } from '../../src/engine/random.js';
import { Simulation } from '../../src/engine/simulation.js';
import { Xoshiro128 } from '../../src/engine/xoshiro.js';
import { meanIsNear } from './statistics.js';

const DRAWS = 50_000;
const draw = (count: number, next: (random: Random) => number, seed = 'test') => {
  const random = new Random(seed, 'stream');
  return Array.from({ length: count }, () => next(random));
};

describe('Xoshiro128', () => {
  it("gives the numbers of the authors' program", () => {
    const generator = new Xoshiro128(1, 2, 3, 4);
    expect(Array.from({ length: 10 }, () => generator.next() >>> 0)).to.deep.equal([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });
});

describe('a stream', () => {
  it('is the same for the same seed and name, and another for another', () => {
    const first = (seed: number | string, name: string) => new Simulation({ seed }).random(name).uniform();
    expect(first(7, 'arrivals')).to.equal(first(7, 'arrivals'));
    expect(first(7, 'arrivals')).to.equal(first('7', 'arrivals'));
    const firsts = [first(7, 'arrivals'), first(8, 'arrivals'), first(7, 'service'), first(7, ''), first('', '7')];
    expect(new Set(firsts).size).to.equal(firsts.length);
    expect(first('1', '2x')).not.to.equal(first('12', 'x'));
  });

  it('goes on where it was when it is asked for again', () => {
    const simulation = new Simulation();
    expect(simulation.random('a')).to.equal(simulation.random('a'));
  });

  it('takes any text for a seed and a name', () => {
    for (const seed of ['', '\0', '\ud800', 'ü', 'x'.repeat(10_000), NaN, Infinity, -0, 1e300]) {
      expect(new Simulation({ seed }).random('\0').uniform()).to.be.within(0, 1);
    }
  });

  it('is left alone by what others draw', () => {
    const quiet = new Simulation({ seed: 3 });
    const busy = new Simulation({ seed: 3 });
    const draws = [quiet, busy].map((simulation) => {
      const seen: number[] = [];
      for (let i = 0; i < 100; i++) {
        seen.push(simulation.random('arrivals').exponential(1));
        if (simulation === busy) for (let j = 0; j < i; j++) simulation.random('service').logNormal(1, 2);
      }
      return seen;
    });
    expect(draws[0]).to.deep.equal(draws[1]);
  });

  it('has nothing in common with its neighbours', () => {
    const streams = Array.from({ length: 20 }, (_, i) => draw(2000, (random) => random.uniform() - 0.5, `${i}`));
    for (const [i, a] of streams.entries()) {
      for (const b of streams.slice(i + 1)) {
        const correlation = (a.reduce((sum, x, k) => sum + x * b[k]!, 0) / a.length) * 12;
        expect(Math.abs(correlation)).to.be.below(4.5 / Math.sqrt(a.length));
      }
    }
  });
});

// Each mean is compared within 3 standard errors: 1 comparison in 370 would be off by chance, had the seed not been fixed.
describe('uniform', () => {
  it('fills [0, 1) evenly', () => {
    const values = draw(DRAWS, (random) => random.uniform());
    expect(values.every((x) => x >= 0 && x < 1)).to.equal(true);
    const counts = Array.from({ length: 100 }, () => 0);
    for (const x of values) counts[Math.floor(x * 100)]!++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - DRAWS / 100) ** 2 / (DRAWS / 100), 0);
    expect(chiSquare).to.be.within(60, 149);
  });
});

describe('exponential', () => {
  it('has its mean and its tail', () => {
    const values = draw(DRAWS, (random) => random.exponential(3));
    meanIsNear(values, 3);
    meanIsNear(
      values.map((x) => x * x),
      18,
    );
    for (const t of [1, 3, 9, 15]) {
      meanIsNear(
        values.map((x) => (x > t ? 1 : 0)),
        Math.exp(-t / 3),
      );
    }
    expect(values.every((x) => x > 0)).to.equal(true);
  });

  it('never comes at a rate of 0, and at once at an infinite one', () => {
    const random = new Random('1', 'x');
    expect(random.exponential(Infinity)).to.equal(Infinity);
    expect(random.exponential(0)).to.equal(0);
  });
});

describe('logNormal', () => {
  it('has its median, mean and spread', () => {
    const values = draw(DRAWS, (random) => random.logNormal(2, 0.8));
    for (const [z, share] of [
      [0, 0.5],
      [1, 0.15865525393145707],
      [2, 0.022750131948179195],
      [-1, 0.8413447460685429],
    ] as const) {
      meanIsNear(
        values.map((x) => (x > 2 * Math.exp(0.8 * z) ? 1 : 0)),
        share,
      );
    }
    meanIsNear(values, 2 * Math.exp(0.32));
  });

  it('is its median when sigma is 0', () => {
    expect(new Random('1', 'x').logNormal(5, 0)).to.equal(5);
    expect(new Random('1', 'x').logNormal(0, 2)).to.equal(0);
  });
});

describe('poisson', () => {
  for (const mean of [0.1, 1, 5, 9.999, 10, 11, 30, 1000, 1e6]) {
    it(`has mean and variance ${mean}`, () => {
      const values = draw(DRAWS, (random) => random.poisson(mean));
      expect(values.every((k) => Number.isInteger(k) && k >= 0)).to.equal(true);
      meanIsNear(values, mean);
      meanIsNear(
        values.map((k) => (k - mean) ** 2),
        mean,
      );
    });
  }

  for (const mean of [4, 12, 40]) {
    it(`has the right chance for every number around ${mean}`, () => {
      const values = draw(DRAWS, (random) => random.poisson(mean));
      let chance = Math.exp(-mean);
      let chiSquare = 0;
      let classes = 0;
      for (let k = 0; k < 4 * mean; chance *= mean / ++k) {
        if (chance * DRAWS < 10) continue;
        chiSquare += (values.filter((value) => value === k).length - chance * DRAWS) ** 2 / (chance * DRAWS);
        classes++;
      }
      expect(chiSquare).to.be.within(classes - 3 * Math.sqrt(2 * classes), classes + 3 * Math.sqrt(2 * classes));
    });
  }

  it('takes no longer for a large mean', () => {
    expect(draw(1000, (random) => random.poisson(1e15)).every((k) => Math.abs(k / 1e15 - 1) < 1e-6)).to.equal(true);
    expect(draw(1000, (random) => random.poisson(1e300)).every((k) => Math.abs(k / 1e300 - 1) < 1e-6)).to.equal(true);
    expect(new Random('1', 'x').poisson(0)).to.equal(0);
  });
});

describe('bernoulli', () => {
  it('is true as often as p says', () => {
    meanIsNear(
      draw(DRAWS, (random) => (random.bernoulli(0.03) ? 1 : 0)),
      0.03,
    );
  });

  it('is never true at 0 and below, always at 1 and above', () => {
    const random = new Random('1', 'x');
    for (let i = 0; i < 1000; i++) {
      expect(random.bernoulli(0) || random.bernoulli(-1)).to.equal(false);
      expect(random.bernoulli(1) && random.bernoulli(Infinity)).to.equal(true);
    }
  });
});

describe('integer', () => {
  it('reaches both ends, and all between alike', () => {
    const values = draw(DRAWS, (random) => random.integer(-2, 3));
    for (const k of [-2, -1, 0, 1, 2, 3]) {
      meanIsNear(
        values.map((value) => (value === k ? 1 : 0)),
        1 / 6,
      );
    }
    expect(values.every((k) => k >= -2 && k <= 3)).to.equal(true);
    expect(new Random('1', 'x').integer(4, 4)).to.equal(4);
  });
});

describe('a distribution', () => {
  it('refuses parameters that mean nothing', () => {
    const random = new Random('1', 'x');
    for (const bad of [-1, NaN, -Infinity]) {
      expect(() => random.exponential(bad), `exponential ${bad}`).to.throw(RangeError);
      expect(() => random.poisson(bad), `poisson ${bad}`).to.throw(RangeError);
      expect(() => random.logNormal(bad, 1), `logNormal ${bad}`).to.throw(RangeError);
      expect(() => random.logNormal(1, bad), `sigma ${bad}`).to.throw(RangeError);
    }
    expect(() => random.poisson(Infinity)).to.throw(RangeError);
    expect(() => random.logNormal(Infinity, 1)).to.throw(RangeError);
    expect(() => random.bernoulli(NaN)).to.throw(RangeError);
    for (const [min, max] of [
      [2, 1],
      [0.5, 2],
      [0, NaN],
      [0, Infinity],
      [-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ] as const) {
      expect(() => random.integer(min, max), `integer ${min} ${max}`).to.throw(RangeError);
    }
  });
});
