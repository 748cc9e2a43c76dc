import { describe, it } from 'node:test';
import { expect } from 'chai';
import { figure as german } from '../../../src/i18n/de/figure.js';
import { figure } from '../../../src/i18n/en/figure.js';
import { shortDuration } from '../../../src/simulations/trace-viewer/short-duration.js';
import { ticksOf } from '../../../src/simulations/trace-viewer/waterfall/minimap.model.js';

const microsecond = (n: string): string => `${n} µs`;
const write = shortDuration('en', { ...figure, microsecond });
const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

describe('a short duration', () => {
  it('has the unit that fits, from microseconds to weeks, and no digit that is not true', () => {
    const inputs: [number, string][] = [
      [0, '0 ms'],
      [0.0263, '26.3 µs'],
      [0.9996, '1 ms'],
      [12.34, '12.3 ms'],
      [999.4, '999 ms'],
      [2139, '2.14 s'],
      [59_940, '59.9 s'],
      [59_960, '1 min'],
      [61 * SECOND, '1 min 1 s'],
      // A bug report had these two as 3,610 s and 605,000 s.
      [3605 * SECOND, '1 h 0 min 5 s'],
      [604_800 * SECOND, '7 d'],
      [HOUR, '1 h'],
      [HOUR + 60 * SECOND, '1 h 1 min'],
      [DAY - 400, '1 d'],
      [DAY + 59 * SECOND, '1 d 0 h 1 min'],
      [21 * DAY + 4 * HOUR, '21 d 4 h'],
      [1500 * DAY, '1,500 d'],
      [-90 * SECOND, '−1 min 30 s'],
    ];
    for (const [ms, text] of inputs) expect(write(ms)).to.equal(text);
  });

  it('is written as the language does', () => {
    const inGerman = shortDuration('de', { ...german, microsecond });
    expect([2139, 3605 * SECOND, 1500 * DAY].map(inGerman)).to.deep.equal(['2,14 s', '1 h 0 min 5 s', '1.500 d']);
  });

  it('is short on an axis, whose ticks are round in its unit', () => {
    for (const [length, step] of [
      [90 * SECOND, 30 * SECOND],
      [25 * 60 * SECOND, 10 * 60 * SECOND],
      [HOUR + 5 * SECOND, 30 * 60 * SECOND],
      [7 * DAY, 2 * DAY],
      [DAY, 6 * HOUR],
    ] as const) {
      const ticks = ticksOf(0, length, 4);
      expect(ticks[1], write(length)).to.equal(step);
      for (const tick of ticks.slice(1)) expect(write(tick)).to.match(/^\d+ \w+( \d+ \w+)?$/);
    }
  });
});
