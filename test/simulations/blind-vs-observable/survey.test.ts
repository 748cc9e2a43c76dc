import { describe, it } from 'node:test';
import { expect } from 'chai';
import {
  MOMENTS,
  recordedIncidents,
} from '../../../src/simulations/blind-vs-observable/replay/replayed-incidents.model.js';
import { drawIncident } from '../../../src/simulations/blind-vs-observable/incident/incident.model.js';
import { COUNTS } from '../../../src/simulations/blind-vs-observable/diagnosis/likelihoods.data.js';
import { SIGNS } from '../../../src/simulations/blind-vs-observable/incident/symptoms.model.js';
import { SUSPECTS } from '../../../src/simulations/blind-vs-observable/diagnosis/suspects.model.js';
import { survey } from '../../../src/simulations/blind-vs-observable/diagnosis/survey.model.js';
import { seeds } from '../../seeds.js';

const recorded = recordedIncidents();

describe('The data files', () => {
  it('hold for a recorded incident what simulating it again gives, sign by sign', () => {
    const one = recorded.find(({ cause }) => cause === 'dependency-outage')!;
    const again = survey(drawIncident('surprise', one.seed), MOMENTS, true);
    expect([again.pagedAfter, again.mailedAfter]).to.deep.equal([one.pagedAfter, one.mailedAfter]);
    for (const [i, moment] of again.moments.entries()) {
      expect(moment.hurt).to.equal(one.moments[i]!.hurt);
      expect(moment.outcomes).to.deep.equal(SIGNS.map(({ id }) => one.moments[i]!.outcomes.get(id)));
    }
  });

  it('count for a cause what its incidents show', () => {
    const cause = 'dependency-outage';
    const row = SUSPECTS.indexOf(cause);
    const incidents = seeds(2, 8).map((seed) => survey(drawIncident(cause, 5000 + seed), MOMENTS, false));
    const readings = incidents.flatMap(({ moments }) => moments.map(({ outcomes }) => outcomes));
    for (const [at, { id, outcomes }] of SIGNS.entries()) {
      // Restarting takes another run for each: the first test does that.
      if (id === 'restart') continue;
      const counts = outcomes.map((outcome) => readings.filter((reading) => reading[at] === outcome).length);
      const noted = COUNTS[id]!.split(' ')[row]!.split(',').map(Number);
      if (incidents.length === 8) expect(noted, id).to.deep.equal(counts);
      else counts.forEach((count, i) => expect(noted[i], `${id}: ${outcomes[i]}`).to.be.at.least(count));
    }
  });

  it('have sixteen readings for every sign and suspect', () => {
    expect(Object.keys(COUNTS).sort()).to.deep.equal(SIGNS.map(({ id }) => id).sort());
    for (const [sign, rows] of Object.entries(COUNTS)) {
      expect(rows.split(' '), sign).to.have.length(13);
      for (const row of rows.split(' ')) {
        const counts = row.split(',').map(Number);
        expect(
          counts.reduce((sum, count) => sum + count, 0),
          `${sign}: ${row}`,
        ).to.equal(16);
      }
    }
  });
});
