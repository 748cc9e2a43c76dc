import { describe, it } from 'node:test';
import { expect } from 'chai';
import { leaderOf } from '../../../src/simulations/blind-vs-observable/diagnosis/diagnosis.model.js';
import { drawIncident, LESSON } from '../../../src/simulations/blind-vs-observable/incident/incident.model.js';
import {
  Investigation,
  LOGIN_SECONDS,
} from '../../../src/simulations/blind-vs-observable/probes/investigation.model.js';
import { LOOK_BY_ID } from '../../../src/simulations/blind-vs-observable/probes/probes.model.js';
import {
  REMEDIES,
  REMEDY_OF,
  SUSPECTS,
} from '../../../src/simulations/blind-vs-observable/diagnosis/suspects.model.js';
import { investigate } from './helpers.js';

const clock = (hours: number, minutes: number) => (hours * 60 + minutes - 100) * 60;

describe("The lesson's incident, looked into", () => {
  const looks = ['dashboard', 'trace', 'database', 'changes'].map((look) => ({ look }));
  const side = investigate('observable', LESSON, 65, [...looks, { remedy: 'roll-back-payment' }]);
  const finding = (sign: string) => side.blocks.flatMap(({ findings }) => findings).find((one) => one.sign === sign);

  it('begins at 01:45 and pages between 01:47 and 01:49', () => {
    expect(side.incident.faultAt).to.equal(clock(1, 45));
    expect(side.alarmedAt).to.be.within(clock(1, 47), clock(1, 49));
  });

  it('takes eleven minutes from 01:47, give or take one', () => {
    expect(side.overAt! / 60 - clock(1, 47) / 60).to.be.within(10, 12);
  });

  it('shows a query of half a minute in the trace, and a database at 97 % or more', () => {
    expect(finding('trace')?.outcome).to.equal('query');
    expect(finding('trace')?.value).to.match(/^payment-service SELECT payments (2[89]|3\d)\.\d s$/);
    expect(finding('database-cpu')?.value).to.be.at.least(0.97);
  });

  it('finds the deploy of 01:45', () => {
    expect(finding('deploy-payment')?.value).to.equal(clock(1, 45));
  });

  it('leaves one suspect', () => {
    expect(leaderOf(side.board)).to.equal('slow-query');
    expect(Math.max(...side.board)).to.be.above(0.9);
  });

  it('counts as hurt whoever failed until it was over', () => {
    expect(side.outcome.hurt).to.equal(side.scene.hurtBy(side.overAt!));
    expect(side.outcome.hurt).to.be.within(500, side.scene.shop.requests.total.failed);
    expect(side.outcome.wrongTurns).to.equal(0);
  });
});

describe('An investigation', () => {
  it('begins its looks two minutes after the alarm, and each takes what it costs', () => {
    const side = investigate('blind', 'dependency-outage', 3, [{ look: 'count' }, { look: 'curl-card' }]);
    const [first, second] = side.blocks;
    expect(first!.from).to.equal(side.alarmedAt! + LOGIN_SECONDS);
    expect(first!.to - first!.from).to.equal(LOOK_BY_ID.get('count')!.minutes * 60);
    expect(second!.from).to.equal(first!.to);
    // The mail comes at a full five minutes of the clock.
    expect((side.alarmedAt! + side.run.shop.settings.startSeconds) % 300).to.equal(0);
  });

  it('changes nothing by looking: both sides live through the same run until somebody acts', () => {
    const one = investigate('observable', 'bad-deploy', 4, [{ look: 'dashboard' }, { look: 'trace' }]);
    const other = investigate('observable', 'bad-deploy', 4, [{ look: 'logs' }, { look: 'database' }]);
    expect(one.run.now).to.equal(other.run.now);
    expect(one.scene.hurt).to.deep.equal(other.scene.hurt);
  });

  it('is the same in slices of any size', () => {
    let calls = 0;
    const sliced = new Investigation('observable', drawIncident('bad-deploy', 4), () => ++calls % 3 > 0);
    for (const _ of sliced.begin());
    for (const _ of sliced.take({ look: 'dashboard' }));
    const whole = investigate('observable', 'bad-deploy', 4, [{ look: 'dashboard' }]);
    expect(sliced.blocks).to.deep.equal(whole.blocks);
  });

  it('learns from a remedy that does not help, and goes on', () => {
    const side = investigate('observable', 'bad-deploy', 4, [{ remedy: 'fail-over-card' }]);
    expect(side.blocks[0]!.helped).to.equal(false);
    expect(side.isOpen).to.equal(true);
    expect(side.outcome.wrongTurns).to.equal(1);
    expect(side.board[SUSPECTS.indexOf('slow-dependency')]).to.be.below(side.board[SUSPECTS.indexOf('bad-deploy')]!);
  });

  it('takes no step of the other side, and none when it is over', () => {
    const side = investigate('observable', 'bad-deploy', 4, [{ look: 'count' }, { remedy: 'roll-back-payment' }]);
    expect(side.blocks).to.have.length(1);
    expect(side.overAt).to.be.a('number');
    for (const _ of side.take({ look: 'dashboard' }));
    expect(side.blocks).to.have.length(1);
  });
});

describe('The incidents', () => {
  for (const suspect of ['bad-deploy', 'memory-leak', 'lost-capacity', 'third-party-rate-limit'] as const) {
    it(`of the kind ${suspect} fail some payments, and their remedy helps`, () => {
      const side = investigate('observable', suspect, 21);
      expect(side.scene.failing(0, 90)).to.be.within(0.03, 0.3);
      for (const _ of side.take({ remedy: REMEDY_OF[suspect] }));
      expect(side.overAt).to.be.a('number');
    });
  }

  it('have a remedy for each suspect', () => {
    for (const suspect of SUSPECTS) expect(Object.keys(REMEDIES)).to.include(REMEDY_OF[suspect]);
  });

  it('are the same for the same seed, and another for another', () => {
    expect(drawIncident('surprise', 5)).to.deep.equal(drawIncident('surprise', 5));
    expect(drawIncident('surprise', 5)).not.to.deep.equal(drawIncident('surprise', 6));
  });
});
