import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Shop } from '../../../src/shop/index.js';
import {
  bytesHeld,
  bytesPerDay,
  isDrawn,
  isKept,
  sampleOf,
  tailTracesPerSecond,
  tracesPerSecond,
} from '../../../src/simulations/trace-viewer/sampling/sampling.model.js';
import type { RunRequest } from '../../../src/simulations/trace-viewer/trace-viewer.model.js';

const LESSON = { requestsPerSecond: 10_000, spansPerTrace: 8, bytesPerSpan: 500 };
const head = (rate: number) => ({ strategy: 'head', rate, slowMs: 500 }) as const;
const tail = { strategy: 'tail', rate: 0.01, slowMs: 500 } as const;
const priority = { strategy: 'priority', rate: 0.01, slowMs: 500 } as const;

/** Ten minutes of the shop at 100 requests a second, in which something fails. */
function requests(): RunRequest[] {
  const shop = new Shop({
    scenario: 'quiet',
    seed: 3,
    settings: { rate: 100 },
    actions: [{ at: 0, type: 'bad-deploy', share: 0.002 }],
  });
  const all: RunRequest[] = [];
  shop.listen({
    result: ({ traceId, route, startSeconds, endSeconds, status }) =>
      all.push({
        traceId,
        route,
        durationMs: (endSeconds - startSeconds) * 1000,
        hasFailed: status >= 500 || status === 0,
      }),
  });
  shop.runUntil(600);
  return all;
}

describe('the volume of traces', () => {
  it('is the lesson’s: 10,000 requests/s of 8 spans of 500 B are 3.4 TB a day, and 34 GB at 1 %', () => {
    expect(bytesPerDay(LESSON, 1)).to.equal(3.456e12);
    expect(bytesPerDay(LESSON, 0.01)).to.equal(34.56e9);
    // 1 % and 100 % of the errors, of which there are 0.1 %: 110 traces a second, as the lesson rounds it.
    expect(bytesPerDay(LESSON, 0.011) / 1e9).to.be.closeTo(38, 0.1);
  });

  it('is 50 traces a second at 1 % of 5,000, half a one of them of the slowest hundredth', () => {
    const volume = { ...LESSON, requestsPerSecond: 5000 };
    for (const [rate, traces, slow] of [
      [0.001, 5, 0.05],
      [0.01, 50, 0.5],
      [0.1, 500, 5],
      [1, 5000, 50],
    ] as const) {
      expect(tracesPerSecond(volume, rate)).to.equal(traces);
      expect(tailTracesPerSecond(volume, head(rate))).to.be.closeTo(slow, 1e-9);
    }
    expect(tailTracesPerSecond(volume, tail)).to.equal(50);
  });

  it('is 43 GB a day at 10 KB a trace and 1 %', () => {
    expect(bytesPerDay({ requestsPerSecond: 5000, spansPerTrace: 1, bytesPerSpan: 10_000 }, 0.01) / 1e9).to.be.closeTo(
      43.2,
      1e-9,
    );
  });

  it('has to be held in memory only by who decides at the end', () => {
    expect(bytesHeld(LESSON, head(0.01), 10)).to.equal(0);
    expect(bytesHeld(LESSON, tail, 10)).to.equal(400e6);
  });
});

describe('sampling a run', () => {
  const all = requests();
  const slowOrFailed = all.filter(({ durationMs, hasFailed }) => hasFailed || durationMs >= 500);

  it('keeps the share that was asked for at the start, within three standard errors', () => {
    expect(all.length).to.be.above(55_000);
    for (const rate of [0.001, 0.01, 0.1, 0.5]) {
      const { share } = sampleOf(all, head(rate));
      expect(Math.abs(share - rate)).to.be.at.most(3 * Math.sqrt((rate * (1 - rate)) / all.length));
    }
    expect(sampleOf(all, head(1)).kept).to.equal(all.length);
  });

  it('keeps by chance of what is slow or failed, when it decides at the start', () => {
    const { interesting, interestingKept } = sampleOf(all, head(0.1));
    expect(interesting).to.equal(slowOrFailed.length);
    const expected = interesting / 10;
    expect(Math.abs(interestingKept - expected)).to.be.at.most(3 * Math.sqrt(expected));
  });

  it('keeps all that is slow or failed, and nothing else, when it decides at the end', () => {
    const sample = sampleOf(all, tail);
    expect([sample.kept, sample.interestingKept]).to.deep.equal([slowOrFailed.length, slowOrFailed.length]);
    expect(sample.share).to.equal(sample.expectedShare);
  });

  it('keeps all of those, a tenth of the checkouts, and a share of the rest by priority', () => {
    const sample = sampleOf(all, priority);
    expect(sample.interestingKept).to.equal(slowOrFailed.length);
    const plain = all.filter(({ durationMs, hasFailed }) => !hasFailed && durationMs < 500);
    for (const [isCheckout, rate] of [
      [true, 0.1],
      [false, 0.01],
    ] as const) {
      const those = plain.filter(({ route }) => (route === 'POST /checkout') === isCheckout);
      const share = those.filter((request) => isKept(request, priority)).length / those.length;
      expect(Math.abs(share - rate)).to.be.at.most(3 * Math.sqrt((rate * (1 - rate)) / those.length));
    }
    expect(Math.abs(sample.share - sample.expectedShare)).to.be.below(0.002);
  });

  it('decides alike wherever it is asked, and who is kept at a low rate is kept at a higher one', () => {
    for (const { traceId } of all.slice(0, 2000)) {
      if (isDrawn(traceId, 0.01)) expect(isDrawn(traceId, 0.1)).to.equal(true);
    }
    expect(isDrawn('0'.repeat(32), 1e-9)).to.equal(true);
    expect(isDrawn('f'.repeat(32), 0.999999)).to.equal(false);
  });

  it('is nothing of nothing', () => {
    expect(sampleOf([], head(0.5))).to.include({ total: 0, share: 0, expectedShare: 0 });
  });
});

describe('what is kept of the slowest hundredth', () => {
  it('is what was decided for them, however slow they are', () => {
    const requests: RunRequest[] = Array.from({ length: 1000 }, (_, i) => ({
      traceId: i.toString(16).padStart(32, '0'),
      route: 'GET /',
      durationMs: i,
      hasFailed: false,
    }));
    for (const [slowMs, share] of [
      [2000, 0],
      [995, 0.5],
      [300, 1],
    ] as const) {
      expect(sampleOf(requests, { strategy: 'tail', rate: 0, slowMs }).tailShare).to.equal(share);
    }
  });
});
