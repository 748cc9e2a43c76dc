import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  DAY,
  Ledger,
  MONTH,
  type Spend,
  type Window,
} from '../../../../src/simulations/budget-tracker/month/budget-ledger.model.js';
import { bandFor, type Band } from '../../../../src/slo/index.js';
import { allows } from '../../../../src/simulations/budget-tracker/policy/policy.model.js';

const MINUTE = 60;
const HOUR = 3600;

function books(
  window: Window,
  ...spends: readonly (readonly [start: number, minutes: number, share?: number])[]
): Ledger {
  const ledger = new Ledger(0.999, window);
  for (const [start, minutes, share = 1] of spends) ledger.spends.push({ start, seconds: minutes * MINUTE, share });
  return ledger;
}

const spend: fc.Arbitrary<Spend> = fc.record({
  start: fc.integer({ min: -MONTH, max: MONTH }),
  seconds: fc.integer({ min: 1, max: 7200 }),
  share: fc.constantFrom(1, 0.5, 0.25),
});

/** A second source: every second looked at by itself, in the window and within an outage or not. */
function spentBySeconds(spends: readonly Spend[], from: number, to: number): number {
  let spent = 0;
  for (const { start, seconds, share } of spends) {
    for (let second = start; second < start + seconds; second++) if (second >= from && second < to) spent += share;
  }
  return spent;
}

describe('Ledger', () => {
  it('has 43 min 12 s at 99.9 %', () => {
    expect(books('calendar').budget).to.equal(43.2 * MINUTE);
  });

  it('follows the lesson’s month: 38.2, 35.2, 15.2 minutes left, then a freeze', () => {
    const ledger = books('calendar', [2 * DAY, 5], [9 * DAY, 3], [16 * DAY, 20]);
    const left = [7, 14, 21].map((day) => ledger.at(day * DAY));
    expect(left.map(({ left: seconds }) => Number((seconds / MINUTE).toFixed(9)))).to.deep.equal([38.2, 35.2, 15.2]);
    // 15.2 of 43.2 is 35 %: the lesson calls it low and freezes early, its own table asks for a canary.
    expect(left.map(({ band }) => band)).to.deep.equal(['full', 'full', 'canary']);
  });

  it('goes below zero, and stays there', () => {
    const { left, leftShare, band } = books('calendar', [0, 60]).at(DAY);
    expect(left).to.be.closeTo(-16.8 * MINUTE, 1e-9);
    expect(leftShare).to.be.closeTo(-16.8 / 43.2, 1e-12);
    expect(band).to.equal('hard');
  });

  it('counts an outage that goes on up to the present, and the share of users that it hurts', () => {
    const ledger = books('calendar', [DAY, 30, 0.05]);
    expect(ledger.spentIn(0, DAY + 10 * MINUTE)).to.be.closeTo(30, 1e-9);
    expect(ledger.spentIn(0, 2 * DAY)).to.be.closeTo(90, 1e-9);
  });

  it('forgets in a rolling window what is thirty days old, to the minute', () => {
    const ledger = books('rolling', [-10 * DAY, 20], [5 * DAY, 4]);
    const leftAt = (at: number): number => ledger.at(at).left / MINUTE;
    expect(leftAt(0)).to.be.closeTo(23.2, 1e-9);
    expect(leftAt(20 * DAY)).to.be.closeTo(19.2, 1e-9);
    // Of the 20 minutes 7 have rolled out.
    expect(leftAt(20 * DAY + 7 * MINUTE)).to.be.closeTo(26.2, 1e-9);
    expect(leftAt(20 * DAY + 20 * MINUTE)).to.be.closeTo(39.2, 1e-9);
  });

  it('says what rolls out tomorrow: nothing of a calendar month', () => {
    const spends = [[-10 * DAY + 12 * HOUR, 20]] as const;
    expect(books('rolling', ...spends).rollsOut(20 * DAY, 21 * DAY)).to.equal(20 * MINUTE);
    expect(books('rolling', ...spends).rollsOut(19 * DAY, 20 * DAY)).to.equal(0);
    expect(books('calendar', ...spends).rollsOut(20 * DAY, 21 * DAY)).to.equal(0);
  });

  it('agrees with counting second by second, in both windows', () => {
    fc.assert(
      fc.property(fc.array(spend, { maxLength: 8 }), fc.integer({ min: 0, max: MONTH }), (spends, now) => {
        for (const window of ['calendar', 'rolling'] as const) {
          const ledger = new Ledger(0.999, window);
          ledger.spends.push(...spends);
          const spent = spentBySeconds(spends, window === 'calendar' ? 0 : now - MONTH, now);
          expect(ledger.at(now).left).to.be.closeTo(2592 - spent, 1e-6);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('keeps both windows alike at the end of a month that nothing came before', () => {
    fc.assert(
      fc.property(fc.array(spend, { maxLength: 12 }), (spends) => {
        const own = spends.filter(({ start }) => start >= 0);
        const left = (['calendar', 'rolling'] as const).map((window) => {
          const ledger = new Ledger(0.999, window);
          ledger.spends.push(...own);
          return ledger.at(MONTH).left;
        });
        expect(left[0]).to.be.closeTo(left[1]!, 1e-6);
      }),
    );
  });

  it('draws a line that lies on the books between its points, too', () => {
    fc.assert(
      fc.property(fc.array(spend, { maxLength: 6 }), fc.double({ min: 0, max: 1, noNaN: true }), (spends, part) => {
        for (const window of ['calendar', 'rolling'] as const) {
          const ledger = new Ledger(0.999, window);
          ledger.spends.push(...spends);
          const line = ledger.line(0, MONTH);
          const at = part * MONTH;
          const index = Math.max(
            1,
            line.findIndex(([time]) => time >= at),
          );
          const [before, after] = [line[index - 1]!, line[index]!];
          const read = before[1] + ((at - before[0]) / (after[0] - before[0])) * (after[1] - before[1]);
          expect(read).to.be.closeTo(ledger.at(at).left, 1e-3);
        }
      }),
    );
  });

  describe('burns', () => {
    it('at 33.3x with two minutes in an hour, the lesson’s figure', () => {
      expect(books('calendar', [HOUR, 2]).burnRate(HOUR, 2 * HOUR)).to.be.closeTo((2 / 43.2) * 720, 1e-9);
    });

    it('at 1x when it spends evenly', () => {
      expect(books('calendar', [0, 1.44]).burnRate(0, DAY)).to.be.closeTo(1, 1e-9);
    });

    it('not at all in no time', () => {
      expect(books('calendar', [0, 5]).burnRate(0, 0)).to.equal(0);
    });
  });

  describe('foresees', () => {
    it('day 30 at 1x from the start', () => {
      expect(books('calendar').exhaustion(0, 2 * MONTH, 1)).to.be.closeTo(MONTH, 1e-6);
    });

    it('the closed form of the calendar month: what is left, divided by the pace', () => {
      fc.assert(
        fc.property(
          fc.double({ min: 0.1, max: 50, noNaN: true }),
          fc.integer({ min: 1, max: 43 }),
          fc.integer({ min: 1, max: 29 }),
          (pace, minutes, day) => {
            const ledger = books('calendar', [0, minutes]);
            const expected = day * DAY + ((43.2 - minutes) / (43.2 * pace)) * MONTH;
            const found = ledger.exhaustion(day * DAY, MONTH, pace);
            if (expected < MONTH - 1) expect(found).to.be.closeTo(expected, 1e-3);
            else if (expected > MONTH + 1) expect(found).to.equal(Infinity);
          },
        ),
      );
    });

    it('later in a rolling window, by what is known to roll out', () => {
      // Day 10, 20 of 43.2 minutes spent twenty days ago: at 3x, 4.32 minutes a day, 23.2 last 5.37 days; but 10 roll out on day 12.
      const ledger = books('rolling', [-18 * DAY, 10], [-5 * DAY, 10]);
      const at = ledger.exhaustion(10 * DAY, MONTH, 3);
      expect((at - 10 * DAY) / DAY).to.be.closeTo(33.2 / 4.32, 0.01);
    });

    it('now where it is gone already, and never without a pace', () => {
      expect(books('calendar', [0, 50]).exhaustion(DAY, MONTH, 1)).to.equal(DAY);
      expect(books('calendar').exhaustion(DAY, MONTH, 0)).to.equal(Infinity);
    });
  });
});

describe('the policy', () => {
  it('stands where the lesson says, its edges included', () => {
    const bands = [1, 0.51, 0.5, 0.25, 0.2499, 0.0001, 0, -1].map(bandFor);
    expect(bands).to.deep.equal(['full', 'full', 'canary', 'canary', 'freeze', 'freeze', 'hard', 'hard']);
  });

  it('allows in each band what the lesson allows', () => {
    const allowed = (band: Band): string =>
      (['small', 'large', 'fix', 'migration', 'maintenance', 'reliability'] as const)
        .flatMap((work) => [false, true].map((canary) => [work, canary] as const))
        .filter(([work, canary]) => (!canary || work === 'small' || work === 'large') && allows(band, { work, canary }))
        .map(([work, canary]) => work + (canary ? '+canary' : ''))
        .join(' ');
    expect(allowed('full')).to.equal('small small+canary large large+canary fix migration maintenance reliability');
    expect(allowed('canary')).to.equal('small+canary large+canary fix maintenance reliability');
    expect(allowed('freeze')).to.equal('fix reliability');
    expect(allowed('hard')).to.equal('reliability');
  });
});
