import { describe, it } from 'node:test';
import { expect } from 'chai';
import {
  situationFrom,
  type Situation,
  type SituationEvidence,
} from '../../../src/simulations/live-dashboard/situation.js';

const CALM: SituationEvidence = {
  now: 600,
  objectives: { availability: 0.999, promptness: 0.99 },
  traffic: 100,
  errorRatio: 0,
  lateRatio: 0.004,
  burnShort: 0,
  burnSlow: 0.4,
  isPaged: false,
};

const TABLE: readonly (readonly [what: string, Situation, Partial<SituationEvidence>])[] = [
  ['nothing is known yet', 'begin', { now: 20 }],
  ['all is well', 'quiet', {}],
  ['a few fail, within the objective', 'quiet', { errorRatio: 0.0009 }],
  ['the requests stopped', 'noData', { traffic: 0, errorRatio: NaN, lateRatio: NaN }],
  ['the metrics are gone', 'noData', { traffic: NaN, errorRatio: NaN, lateRatio: NaN, isPaged: true }],
  ['more fail than the objective allows', 'failingQuietly', { errorRatio: 0.0011 }],
  ['the same, and somebody was paged', 'failing', { errorRatio: 0.0011, isPaged: true }],
  ['more are late than the objective allows', 'noticed', { lateRatio: 0.011 }],
  ['the same, and somebody was paged', 'slow', { lateRatio: 0.011, isPaged: true }],
  ['requests fail and are late', 'failing', { errorRatio: 0.02, lateRatio: 0.5, isPaged: true }],
  ['failures are fast, and the rest is prompt', 'failing', { errorRatio: 0.5, lateRatio: 0, isPaged: true }],
  ['the last minutes are still in the window', 'settling', { burnShort: 3 }],
  ['late answers are still in the window', 'settling', { burnSlow: 1.5 }],
  ['it is better, and the page is still open', 'recovering', { isPaged: true, pageSeconds: 400, burnShort: 12 }],
  ['the incident is over', 'over', { pageSeconds: 400, endSeconds: 480, burnShort: 2 }],
  ['the incident is over, and something fails again', 'failingQuietly', { endSeconds: 480, errorRatio: 0.01 }],
  ['the incident has long been over', 'quiet', { now: 2000, endSeconds: 480 }],
  [
    'a promise of one in ten is kept',
    'quiet',
    { objectives: { availability: 0.9, promptness: 0.99 }, errorRatio: 0.09 },
  ],
];

describe('The situation of the dashboard', () => {
  for (const [what, situation, evidence] of TABLE) {
    it(`is “${situation}” where ${what}`, () => {
      expect(situationFrom({ ...CALM, ...evidence })).to.equal(situation);
    });
  }
});
