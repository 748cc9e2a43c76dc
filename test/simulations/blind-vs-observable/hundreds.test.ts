import { describe, it } from 'node:test';
import { expect } from 'chai';
import {
  Expert,
  leaderOfAll,
  playRecorded,
  quantileOf,
  recordedIncidents,
  type Recorded,
} from '../../../src/simulations/blind-vs-observable/replay/replayed-incidents.model.js';
import { SETTLE_SECONDS } from '../../../src/simulations/blind-vs-observable/replay/incidents.data.js';
import { LOOK_BY_ID, SIDES } from '../../../src/simulations/blind-vs-observable/probes/probes.model.js';
import { SIGNS } from '../../../src/simulations/blind-vs-observable/incident/symptoms.model.js';
import { REMEDY_OF, SUSPECTS } from '../../../src/simulations/blind-vs-observable/diagnosis/suspects.model.js';
import { investigate } from './helpers.js';

const recorded = recordedIncidents();
const expert = new Expert(0.9);
const minutes = (side: 'blind' | 'observable') => recorded.map((one) => playRecorded(one, side, expert).minutes);

describe('Two hundred incidents', () => {
  it('are of every cause, and complete', () => {
    expect(recorded).to.have.length(200);
    expect(new Set(recorded.map(({ cause }) => cause)).size).to.equal(SUSPECTS.length);
    for (const { moments, pagedAfter, mailedAfter } of recorded) {
      expect(moments).to.have.length(2);
      expect(Math.min(pagedAfter, mailedAfter)).to.be.above(0);
      for (const { outcomes } of moments) {
        for (const { id, outcomes: possible } of SIGNS) expect(possible).to.include(outcomes.get(id));
      }
    }
  });

  it('have the true cause in the lead in at least 95 of 100 when everything is known, at both moments', () => {
    for (const moment of [0, 1]) {
      const right = recorded.filter(({ cause, moments }) => leaderOfAll(moments[moment]!) === cause);
      expect(right.length / recorded.length).to.be.at.least(0.95);
    }
  });

  it('take more minutes blind than observable: in the median, at both ends, and nearly one by one', () => {
    const [blind, observable] = [minutes('blind'), minutes('observable')];
    for (const share of [0.1, 0.5, 0.9]) {
      expect(quantileOf(blind, share)).to.be.above(1.4 * quantileOf(observable, share));
    }
    const worse = blind.filter((one, i) => one > observable[i]!);
    expect(worse.length / recorded.length).to.be.at.least(0.95);
  });

  it('hurt more users blind than observable', () => {
    const hurt = (side: 'blind' | 'observable') =>
      recorded.reduce((sum, one) => sum + playRecorded(one, side, expert).hurt, 0);
    expect(hurt('blind')).to.be.above(1.5 * hurt('observable'));
  });

  it('see more wrong turns of an expert who acts on a hunch', () => {
    const turns = (confidence: number) => {
      const one = new Expert(confidence);
      return recorded.reduce((sum, incident) => sum + playRecorded(incident, 'observable', one).wrongTurns, 0);
    };
    expect(turns(0.5)).to.be.above(turns(0.95));
  });

  it('cost the minutes of the alarm, the login, the looks, the decision and the remedy', () => {
    for (const one of recorded.slice(0, 30)) {
      for (const side of SIDES) {
        const { steps, minutes: took, wrongTurns } = playRecorded(one, side, expert);
        if (wrongTurns > 0) continue;
        expect(steps.at(-1)).to.deep.equal({ remedy: REMEDY_OF[one.cause] });
        const looks = steps.map((step) => ('look' in step ? LOOK_BY_ID.get(step.look)!.minutes : 0));
        const alarm = (side === 'blind' ? one.mailedAfter - one.pagedAfter : 0) / 60;
        const sum = looks.reduce((total, look) => total + look, alarm + 2 + 1 + SETTLE_SECONDS[one.cause] / 60);
        expect(took).to.be.closeTo(sum, 1e-9);
      }
    }
  });

  it('count users along straight lines through what was recorded', () => {
    const moment = (minute: number, hurt: number) => ({ minutes: minute, hurt, outcomes: new Map<string, string>() });
    const made: Recorded = {
      seed: 1,
      cause: 'bad-deploy',
      pagedAfter: 60,
      mailedAfter: 60,
      moments: [moment(2, 180), moment(8, 180 + 360)],
    };
    // Nobody sees anything, and an hour later it is handed over: at one user a second, that was one a second all along.
    const { hurt, minutes: took } = playRecorded(made, 'observable', { next: () => undefined });
    expect(took).to.equal(60);
    expect(hurt).to.equal(60 + 3600);
  });

  it('are what happens when one of them is simulated', () => {
    // The quickest to simulate of those that take two looks at most.
    const one = recorded.find(({ cause }) => cause === 'dependency-outage')!;
    const fare = playRecorded(one, 'observable', expert);
    const real = investigate('observable', 'surprise', one.seed, fare.steps);
    expect(real.alarmedAt! - real.incident.faultAt).to.equal(one.pagedAfter);
    expect(real.overAt).to.be.a('number');
    expect((real.overAt! - real.erroredAt!) / 60).to.be.closeTo(fare.minutes, 1.5);
    expect(real.outcome.hurt / fare.hurt).to.be.within(0.6, 1.6);
  });
});

describe('quantileOf', () => {
  it('finds the middle and the ends', () => {
    expect(quantileOf([5, 1, 3], 0.5)).to.equal(3);
    expect(quantileOf([5, 1, 3], 0)).to.equal(1);
    expect(quantileOf([5, 1, 3], 1)).to.equal(5);
    expect(Number.isNaN(quantileOf([], 0.5))).to.equal(true);
  });
});
