import { expect } from '@open-wc/testing';
import { ObsActionEvent, type ObsPlaybackEvent } from '../../../src/events.js';
import { run as german } from '../../../src/i18n/de/run.js';
import { registerLanguage } from '../../../src/i18n/languages.js';
import { Shop } from '../../../src/shop/index.js';
import { drawn, emulate, expectNoGarbage, figures, listen, nextTask, place, problems } from '../../helpers.js';
import { eventLog, record } from '../../shop/helpers.js';
import { button, print, runFigure, runFigures, settled, type RunFigure } from '../run-figure.js';

const QUICK = 'rate="10"';
const strip = (): void => history.replaceState(null, '', location.pathname + location.search);

const EVENTS = ['obs-play', 'obs-pause', 'obs-ended', 'obs-inject', 'obs-mitigate', 'obs-change', 'obs-input'];

/** What the page hears of playing and acting from now on. */
function heardBy(target: EventTarget): string[] {
  const heard: string[] = [];
  for (const type of EVENTS) target.addEventListener(type, () => heard.push(type));
  return heard;
}

/** A link from one figure, opened by another in its place. */
async function reopened(figure: RunFigure, attributes: string): Promise<RunFigure> {
  const url = figure.shareUrl();
  figure.remove();
  history.replaceState(null, '', new URL(url).hash);
  return await runFigure(attributes);
}

describe('An element that plays a run', () => {
  afterEach(async () => {
    strip();
    await emulate();
  });

  describe('by its attributes', () => {
    it('begins with a quiet night at 0, and does not play', async () => {
      const figure = await runFigure();
      const { scenario, seed, rate, actions, at, playbackRate, system, autoplay, paused, currentTime } = figure;
      expect([scenario, seed, rate, actions, at, playbackRate, system, autoplay]).to.deep.equal([
        'quiet',
        '',
        0,
        '',
        0,
        10,
        '',
        false,
      ]);
      expect([paused, currentTime]).to.deep.equal([true, 0]);
      expect(figure.playback.run.record).to.deep.equal({ scenario: 'quiet', seed: 1, settings: {}, actions: [] });
    });

    it('shows the run that they describe', async () => {
      const figure = await runFigure(
        'seed="monday" rate="20" actions="5 bad-deploy; 8 flip-flag flag=new-banner" at="15"',
      );
      const shop = new Shop(
        record({
          seed: 'monday',
          settings: { rate: 20 },
          actions: [
            { at: 5, type: 'bad-deploy' },
            { at: 8, type: 'flip-flag', flag: 'new-banner' },
          ],
        }),
      );
      const lines = eventLog(shop);
      shop.runUntil(15);
      expect(figure.currentTime).to.equal(15);
      expect(print(figure.lines)).to.equal(print(lines));
    });

    it("takes a scenario's own seed, unless another is given", async () => {
      const night = await runFigure('scenario="slow-query-night"');
      expect(night.playback.run.record.seed).to.equal(65);
      night.seed = '3';
      await settled(night);
      expect(night.playback.run.record.seed).to.equal('3');
    });

    it('begins another run when one of them changes', async () => {
      const figure = await runFigure(QUICK);
      await figure.step(5);
      const before = [...figure.lines];
      figure.seed = '2';
      await settled(figure);
      expect(figure.currentTime).to.equal(0);
      await figure.step(5);
      expect(print(figure.lines)).not.to.equal(print(before));
    });

    it('goes on where it was when another setting changes', async () => {
      const figure = await runFigure(QUICK);
      await figure.step(5);
      figure.theme = 'dark';
      figure.playbackRate = 60;
      await settled(figure);
      expect([figure.currentTime, figure.playback.playbackRate]).to.deep.equal([5, 60]);
    });

    const garbage: readonly (readonly [string, string])[] = [
      ['scenario', 'toString'],
      ['seed', 'two words'],
      ['rate', 'abc'],
      ['rate', '-1'],
      ['rate', '1e309'],
      ['rate', '401'],
      ['actions', '60'],
      ['actions', 'abc'],
      ['actions', '60 traffic-spike factor=1e9'],
      ['at', '-1'],
      ['at', '1e309'],
      ['at', 'noon'],
      ['playback-rate', '0'],
      ['playback-rate', '1000'],
    ];
    for (const [attribute, given] of garbage) {
      it(`refuses ${attribute}="${given}" with a note and an obs-error, and shows a run all the same`, async () => {
        const host = place();
        const heard = listen(host);
        host.innerHTML = `<obs-test-run ${attribute}="${given}"></obs-test-run>`;
        const figure = host.firstElementChild as RunFigure;
        await settled(figure);
        expect(heard.map(({ type }) => type)).to.deep.equal(['obs-error']);
        expect(problems(figure)).to.have.length(1);
        expect(problems(figure)[0]).to.contain(`“${given}”`);
        expectNoGarbage(figure);
        await figure.step(2);
        expect(figure.lines).to.have.length.above(10);
      });
    }

    for (const [what, actions] of [
      ['an action', '5 unplug'],
      ['a service', '5 restart service=nobody'],
      ['what its scenario does not have', '5 bad-deploy'],
    ] as const) {
      it(`says that ${what} does not exist, and runs without it`, async () => {
        const host = place();
        const heard = listen(host);
        host.innerHTML = `<obs-test-run scenario="one-queue" actions="${actions}; 6 traffic-spike"></obs-test-run>`;
        const figure = host.firstElementChild as RunFigure;
        await settled(figure);
        expect(heard.map(({ type, setting }) => [type, setting])).to.deep.equal([['obs-error', 'actions']]);
        expect(problems(figure)[0]).to.match(/^These actions cannot be done: There is no (action|service)/);
        await figure.step(10);
        expect(figure.currentTime).to.equal(10);
        expect(figure.playback.run.record.actions).to.deep.equal([]);
        figure.actions = '6 traffic-spike';
        await settled(figure);
        expect(problems(figure)).to.deep.equal([]);
        expect(figure.playback.run.record.actions).to.have.length(1);
      });
    }

    it('plays by itself where the author says so', async () => {
      const figure = await runFigure('autoplay');
      expect(figure.paused).to.equal(false);
      figure.pause();
    });

    it('does not where the reader asked for less motion', async () => {
      await emulate({ 'prefers-reduced-motion': 'reduce' });
      const figure = await runFigure('autoplay');
      expect(figure.paused).to.equal(true);
    });
  });

  describe('as a player', () => {
    it('has the words of a medium', async () => {
      const figure = await runFigure(QUICK);
      expect([figure.paused, figure.ended, figure.duration, figure.currentTime]).to.deep.equal([
        true,
        false,
        86_400,
        0,
      ]);
      figure.play();
      expect(figure.paused).to.equal(false);
      figure.pause();
      expect(figure.paused).to.equal(true);
      figure.currentTime = 20;
      expect(figure.currentTime).to.equal(20);
      await settled(figure);
      expect(figure.playback.run.now).to.equal(20);
    });

    it('steps from what was set a moment ago', async () => {
      const figure = await runFigure(QUICK);
      figure.actions = '2 bad-deploy';
      await figure.step(8);
      await settled(figure);
      expect([figure.currentTime, figure.playback.run.record.actions.length]).to.deep.equal([8, 1]);
    });

    it('plays, pauses, steps and goes back by its buttons', async () => {
      const figure = await runFigure(QUICK);
      expect(button(figure, 'Back').disabled).to.equal(true);
      button(figure, 'Play').click();
      await settled(figure);
      expect([figure.paused, button(figure, 'Play') === undefined]).to.deep.equal([false, true]);
      button(figure, 'Pause').click();
      await settled(figure);
      for (let i = 0; i < 7; i++) {
        button(figure, 'Step 10 s').click();
        await settled(figure);
      }
      expect(figure.currentTime).to.equal(70);
      button(figure, 'Back 1 min').click();
      await settled(figure);
      expect([figure.currentTime, figure.playback.run.now]).to.deep.equal([10, 10]);
    });

    it('tells its speed, and the page when the reader changes it', async () => {
      const figure = await runFigure(QUICK);
      const heard = listen(figure);
      button(figure, '60x').click();
      await settled(figure);
      expect(heard.map(({ type, setting, value }) => [type, setting, value])).to.deep.equal([
        ['obs-change', 'playbackRate', 60],
      ]);
      expect([button(figure, '60x').ariaPressed, button(figure, '10x').ariaPressed]).to.deep.equal(['true', 'false']);
    });

    it('tells of playing only where it was asked to play', async () => {
      const host = place();
      const heard = heardBy(host);
      host.innerHTML = `<obs-test-run ${QUICK} at="5" actions="2 bad-deploy"></obs-test-run>`;
      const figure = host.firstElementChild as RunFigure;
      await settled(figure);
      await figure.step(3);
      figure.currentTime = 2;
      await settled(figure);
      figure.seed = '4';
      await settled(figure);
      expect(heard).to.deep.equal([]);
      figure.play();
      figure.pause();
      figure.inject('cache-failure');
      figure.mitigate({ type: 'restart', service: 'cache' });
      expect(heard).to.deep.equal(['obs-play', 'obs-pause', 'obs-inject', 'obs-mitigate']);
    });

    it('says when it ends', async function day() {
      const figure = await runFigure('scenario="one-queue" actions="0 close-shop"');
      const times: number[] = [];
      figure.addEventListener('obs-ended', (event: ObsPlaybackEvent) => times.push(event.currentTime));
      await figure.step(86_400);
      await settled(figure);
      expect(times).to.deep.equal([86_400]);
      expect(figure.ended).to.equal(true);
    });
  });

  describe('when something is done', () => {
    it('does it at the present time, and records it as its own setting', async () => {
      const figure = await runFigure(QUICK);
      await figure.step(5);
      figure.inject({ type: 'traffic-spike', factor: 3, seconds: 20 });
      expect([figure.actions, figure.at]).to.deep.equal(['5 traffic-spike factor=3 seconds=20', 5]);
      await figure.step(10);
      expect(figure.currentTime, 'the run goes on').to.equal(15);
    });

    it('tells the page what, and when', async () => {
      const figure = await runFigure(QUICK);
      await figure.step(5);
      const actions: unknown[] = [];
      figure.addEventListener('obs-mitigate', (event) => actions.push(event instanceof ObsActionEvent && event.action));
      figure.mitigate({ type: 'restart', service: 'auth' });
      expect(actions).to.deep.equal([{ type: 'restart', service: 'auth', at: 5 }]);
    });

    it('says that it cannot be done, and goes on', async () => {
      const figure = await runFigure(`${QUICK} actions="50 cache-failure"`);
      await figure.step(5);
      const heard = listen(figure);
      figure.mitigate({ type: 'restart', service: 'nobody' });
      figure.inject('unplug' as 'bad-deploy');
      await settled(figure);
      expect(heard.map(({ type, setting }) => [type, setting])).to.deep.equal([
        ['obs-error', 'actions'],
        ['obs-error', 'actions'],
      ]);
      expect(problems(figure)[0]).to.contain("There is no action 'unplug'");
      expect(figure.actions, 'what is to come is still to come').to.equal('50 cache-failure');
      await figure.step(5);
      expect(figure.currentTime).to.equal(10);
      figure.inject('bad-deploy');
      await settled(figure);
      expect(problems(figure)).to.deep.equal([]);
    });

    it('does nothing that its link could not carry', async () => {
      const figure = await runFigure(QUICK);
      const heard = listen(figure);
      figure.inject({ type: 'traffic-spike', factor: 1000 });
      for (let i = 0; i < 14; i++) figure.mitigate({ type: 'campaign', share: 0.01, seconds: 5 });
      await settled(figure);
      expect(heard.map(({ type }) => type)).to.deep.equal(['obs-error', 'obs-error', 'obs-error']);
      expect(figure.playback.run.record.actions).to.have.length(12);
      expect(problems(figure)[0]).to.contain('is more than a run can bear');
      expectNoGarbage(figure);
    });

    it('does it at the time that is shown, when the run is not there yet', async () => {
      const figure = await runFigure('rate="60" actions="30 cache-failure"');
      figure.currentTime = 40;
      figure.inject('bad-deploy');
      await settled(figure);
      expect(figure.playback.run.record.actions.map(({ at, type }) => [at, type])).to.deep.equal([
        [30, 'cache-failure'],
        [40, 'bad-deploy'],
      ]);
    });

    it('begins another future after going back', async () => {
      const figure = await runFigure(QUICK);
      await figure.step(5);
      figure.inject('bad-deploy');
      await figure.step(10);
      figure.mitigate({ type: 'roll-back', service: 'order-service' });
      figure.currentTime = 8;
      await settled(figure);
      expect(figure.playback.run.record.actions).to.have.length(2);
      figure.mitigate({ type: 'restart', service: 'auth' });
      expect(figure.actions).to.equal('5 bad-deploy; 8 restart service=auth');
    });
  });

  describe('in a link', () => {
    it('restores exactly the same run, with what was done and where it was', async () => {
      const attributes = `${QUICK} actions="3 flip-flag flag=new-banner"`;
      const figure = await runFigure(attributes);
      await figure.step(5);
      figure.inject('bad-deploy');
      await figure.step(12);
      const lines = [...figure.lines];
      const again = await reopened(figure, attributes);
      expect([again.currentTime, again.actions]).to.deep.equal([17, '3 flip-flag flag=new-banner; 5 bad-deploy']);
      expect(print(again.lines)).to.equal(print(lines));
      await again.step(10);
      const straight = new Shop(again.playback.run.record);
      const expected = eventLog(straight);
      straight.runUntil(27);
      expect(print(again.lines)).to.equal(print(expected));
    });

    it('restores the scenario, the seed and the traffic', async () => {
      const figure = await runFigure();
      figure.scenario = 'one-queue';
      figure.seed = 'tuesday';
      figure.rate = 17;
      await settled(figure);
      await figure.step(3);
      const lines = [...figure.lines];
      const again = await reopened(figure, '');
      expect([again.scenario, again.seed, again.rate, again.currentTime]).to.deep.equal([
        'one-queue',
        'tuesday',
        17,
        3,
      ]);
      expect(print(again.lines)).to.equal(print(lines));
    });

    it('has what was set a moment ago', async () => {
      const figure = await runFigure(QUICK);
      figure.at = 9;
      figure.seed = '5';
      const link = new URL(figure.shareUrl()).hash;
      expect([link.includes('at=9'), link.includes('seed=5')]).to.deep.equal([true, true]);
    });

    it('that is hostile hangs nothing, and is explained', async () => {
      history.replaceState(
        null,
        '',
        `#obs-test-run=1;rate=9999;at=1e99;actions=${encodeURIComponent('1 traffic-spike factor=99999999')}`,
      );
      const figure = await runFigure(QUICK);
      await settled(figure);
      expect([figure.rate, figure.at, figure.actions]).to.deep.equal([10, 0, '']);
      expect(problems(figure)).to.have.length(3);
    });
  });

  describe('when it is reset', () => {
    it('begins as the author has it', async () => {
      const figure = await runFigure(`${QUICK} actions="3 cache-failure" at="4"`);
      await figure.step(5);
      figure.inject('bad-deploy');
      figure.play();
      figure.reset();
      await settled(figure);
      expect([figure.actions, figure.at, figure.currentTime, figure.paused]).to.deep.equal([
        '3 cache-failure',
        4,
        4,
        true,
      ]);
      expect(figure.playback.run.record.actions).to.have.length(1);
    });
  });

  describe('in the page', () => {
    it('goes on where it was when it is removed and put back', async () => {
      const figure = await runFigure(QUICK);
      const host = figure.parentElement!;
      await figure.step(7);
      const lines = [...figure.lines];
      figure.remove();
      expect(figure.playback.viewers).to.equal(0);
      await nextTask();
      host.append(figure);
      await settled(figure);
      expect([figure.currentTime, figure.playback.viewers]).to.deep.equal([7, 1]);
      expect(print(figure.lines)).to.equal(print(lines));
    });

    it('goes on where it was when it is moved', async () => {
      const [first, second] = await runFigures(
        `<obs-test-run ${QUICK}></obs-test-run><obs-test-run ${QUICK}></obs-test-run>`,
      );
      await first!.step(7);
      first!.inject('bad-deploy');
      second!.after(first!);
      await settled(first!);
      expect([first!.currentTime, first!.playback.run.record.actions.length]).to.deep.equal([7, 1]);
    });

    it('does not play by itself again when it is moved after the reader stopped it', async () => {
      const figure = await runFigure('autoplay');
      figure.pause();
      place().append(figure);
      await settled(figure);
      expect(figure.paused).to.equal(true);
    });

    it('can be asked before it is in the page', () => {
      const figure = document.createElement('obs-test-run') as RunFigure;
      expect([figure.paused, figure.currentTime, figure.exportData()]).to.deep.equal([true, 0, '']);
      expect(figure.shareUrl()).to.contain('obs-test-run');
      figure.play();
      figure.pause();
    });
  });

  it('tells a screen reader the sentence when the situation changes, and not before', async () => {
    const figure = await runFigure(QUICK);
    const said: string[] = [];
    Reflect.set(figure, 'announce', (message: string) => said.push(message));
    await figure.step(1);
    await drawn(figure);
    expect(said).to.deep.equal([]);
    figure.word = 'wild';
    await figure.step(1);
    await drawn(figure);
    expect(said).to.deep.equal(['It is wild at 2.']);
  });

  it('says scenario, seed and time in its footer', async () => {
    const night = await runFigure('scenario="slow-query-night" rate="1"');
    await night.step(75);
    await drawn(night);
    const footer = (figure: RunFigure): string => figure.shadowRoot!.querySelector('[part=footer]')!.textContent;
    expect(footer(night)).to.contain('The night of the slow query · seed 65 · 01:41:15');
    const quiet = await runFigure(QUICK);
    await quiet.step(75);
    await drawn(quiet);
    expect(footer(quiet)).to.contain('A quiet night · seed 1 · 1:15');
  });

  it('speaks a language that comes late, its buttons and its footer at once', async () => {
    const figure = await runFigure(`${QUICK} lang="qru"`);
    expect(button(figure, 'Play') instanceof HTMLButtonElement).to.equal(true);
    registerLanguage('qru', { run: german });
    await drawn(figure);
    expect(button(figure, 'Abspielen') instanceof HTMLButtonElement).to.equal(true);
    expect(figure.shadowRoot!.querySelector('[part=footer]')!.textContent).to.contain('Startwert');
  });

  it('needs nothing of the kit but itself', async () => {
    const [figure] = await figures(`<obs-test-run ${QUICK}></obs-test-run>`);
    expect(figure?.localName).to.equal('obs-test-run');
  });
});
