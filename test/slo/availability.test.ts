import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { availabilityInParallel, availabilityInSeries } from '../../src/slo/index.js';
import reference from '../reference/slo.json';
import { anyNumber, close, ratio } from './arbitraries.js';

describe('availabilityInSeries', () => {
  it('multiplies', () => {
    const [serial, , three] = reference.composite;
    close(availabilityInSeries([0.999, 0.999]), serial!.exact);
    close(availabilityInSeries([0.999, 0.999, 0.999]), three!.exact);
    close(availabilityInSeries([0.9995, 0.9999]), 0.99940005);
    expect(availabilityInSeries([])).to.equal(1);
  });

  it('is never better than the worst part', () => {
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 1 }), (parts) => {
        expect(availabilityInSeries(parts)).to.be.at.most(Math.min(...parts));
      }),
    );
  });
});

describe('availabilityInParallel', () => {
  it('multiplies the chances of failure', () => {
    close(availabilityInParallel([0.999, 0.999]), reference.composite[1]!.exact);
    expect(availabilityInParallel([])).to.equal(0);
  });

  it('is never worse than the best part', () => {
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 1 }), (parts) => {
        expect(availabilityInParallel(parts)).to.be.at.least(Math.max(...parts) - 1e-12);
      }),
    );
  });

  it('is NaN, as in series, when a part is no ratio', () => {
    for (const part of [-0.1, 1.1, NaN]) {
      expect(availabilityInSeries([0.9, part])).to.deep.equal(NaN);
      expect(availabilityInParallel([0.9, part])).to.deep.equal(NaN);
    }
    fc.assert(fc.property(fc.array(anyNumber), (parts) => typeof availabilityInParallel(parts) === 'number'));
  });
});
