import { expect } from '@open-wc/testing';
import '../../../src/i18n/de/index.js';
import type { ObsBudgetTracker } from '../../../src/index.js';
import {
  drawn,
  emulate,
  everythingShown,
  expectNoGarbage,
  field,
  inside,
  listen,
  nextTask,
  part,
  place,
  problems,
  root,
  sentence,
  type,
  words,
} from '../../helpers.js';
import { button, isOff, QUIET, rowsOf, tracker } from './tracker.js';

const strip = (): void => history.replaceState(null, '', location.pathname + location.search);

/** Waits for something that a slice of work or a timer brings; fails when it takes too long. */
async function until(isSo: () => boolean, seconds: number = 300): Promise<void> {
  const turns = seconds * 100;
  for (let turn = 0; turn < turns && !isSo(); turn++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSo(), 'it came').to.equal(true);
}

describe('<obs-budget-tracker>', () => {
  afterEach(async () => {
    strip();
    await emulate();
  });

  describe('says', () => {
    it('what there is to spend, and what to do first', async () => {
      expect(sentence(await tracker())).to.equal(
        'You may be down 43 min 12 s in 30 days. Ship a feature, or let a day pass.',
      );
    });

    it('what has happened, what is left, and where it leads', async () => {
      const element = await tracker(`${QUIET} day="16" actions="1:outage20 15:outage15"`);
      // 35 of 43.2 minutes in 15.375 days: 35 / 43.2 / (15.375 / 30) = 1.58; 8.2 minutes last 3.6 days from there, to day 19.
      expect(sentence(element)).to.equal(
        'Outage: 15 min. 8 min 12 s left, 19 %: freeze. At this pace, 1.58x, it is gone on day 19.',
      );
    });

    it('that the budget is spent to the second, and at exactly half what the calculator says', async () => {
      expect(sentence(await tracker(`${QUIET} objective="99.99" day="10" actions="5:outage4.32"`))).to.equal(
        'The whole budget is spent: 0 s left, and the objective is just kept. Hard freeze, only work on reliability.',
      );
      const half = await tracker(`${QUIET} objective="99.99" day="10" actions="5:outage2.16"`);
      expect(sentence(half)).to.contain('2 min 9.6 s left, 50 %: canary only.');
      expect(words(part(half, 'work').textContent)).to.contain('Half or less is left: only behind a canary');
    });

    it('on each button what it brings, takes and costs, or why it is off', async () => {
      const element = await tracker(QUIET);
      const said = (name: string): string => words(button(element, name).textContent);
      expect(said('small')).to.equal('Small feature 1 feature, 2 h, 1 min 31 s on average');
      expect(said('large')).to.contain('3 features, 2 h, ');
      expect(said('reliability')).to.equal('Reliability 8 h, 0 s on average');
      expect(said('fix')).to.equal('Bug fix nothing was rolled back');
      const late = await tracker(`${QUIET} actions="1:small"`);
      expect(words(button(late, 'reliability').textContent)).to.equal('Reliability needs 8 h today');
      const frozen = await tracker(`${QUIET} day="9" actions="2:outage50"`);
      expect(words(button(frozen, 'small').textContent)).to.equal('Small feature stopped by the policy');
    });

    it('how far below zero it is', async () => {
      expect(sentence(await tracker(`${QUIET} day="9" actions="2:outage50"`))).to.equal(
        'The objective is missed by 6 min 48 s: hard freeze, only work on reliability.',
      );
    });

    it('how the month ended', async () => {
      expect(sentence(await tracker(`${QUIET} day="31" actions="2:outage50"`))).to.equal(
        'The month is over: 0 features shipped, the objective missed by 6 min 48 s.',
      );
      expect(sentence(await tracker(`${QUIET} day="31" actions="2:outage3"`))).to.equal(
        'The month is over: 0 features shipped, 40 min 12 s left, the objective kept.',
      );
    });

    it('all of it in German', async () => {
      expect(sentence(await tracker(`lang="de" ${QUIET} day="9" actions="2:outage20"`))).to.contain('übrig, 54 %');
    });
  });

  describe('draws', () => {
    const yOf = (element: Element, selector: string): number =>
      Number(inside(element, selector).getAttribute('cy') ?? inside(element, selector).getAttribute('y'));

    it('what is left over the bands, to scale', async () => {
      const element = await tracker(`${QUIET} day="4" actions="2:outage21.6"`);
      const ideal = inside(element, '.ideal');
      const [top, zero] = ['y1', 'y2'].map((name) => Number(ideal.getAttribute(name))) as [number, number];
      // Half is left: the point stands half way between full and empty.
      expect(yOf(element, '.now')).to.be.closeTo((top + zero) / 2, 0.01);
      expect(yOf(element, '.band.canary')).to.be.closeTo((top + zero) / 2, 0.01);
      expect(yOf(element, '.band.freeze')).to.be.closeTo(zero - (zero - top) / 4, 0.01);
    });

    it('below zero what is below zero', async () => {
      const element = await tracker(`${QUIET} day="4" actions="2:outage86.4"`);
      const ideal = inside(element, '.ideal');
      const [top, zero] = ['y1', 'y2'].map((name) => Number(ideal.getAttribute(name))) as [number, number];
      expect(yOf(element, '.now') - zero).to.be.closeTo(zero - top, 0.01);
      expect(yOf(element, '.now')).to.be.below(240);
    });

    it('no even pace in a rolling window, and says why', async () => {
      const element = await tracker('window="rolling" day="5"');
      expect(root(element).querySelectorAll('.ideal').length).to.equal(0);
      expect(everythingShown(element)).to.contain('A rolling window never ends');
    });

    it('the four limits of the burn rate', async () => {
      const labels = Array.from(root(await tracker()).querySelectorAll('.burn text'), (text) =>
        words(text.textContent),
      );
      expect(labels).to.deep.equal(['1x', 'watch', '3x', 'review', '6x', 'ticket', '14.4x', 'page']);
    });

    it('when the budget will be gone, by which pace', async () => {
      const element = await tracker(`${QUIET} day="16" actions="1:outage20 15:outage15"`);
      expect(words(inside(element, '.budget').textContent)).to.contain('gone on day 19');
      expect(everythingShown(element)).to.contain('The dotted line assumes that it goes on burning at 1.58x.');
      element.pace = 'week';
      await drawn(element);
      // 15 minutes in seven days: 15 / 43.2 / (7 / 30) = 1.49.
      expect(everythingShown(element)).to.contain('goes on burning at 1.49x.');
    });
  });

  describe('has a table', () => {
    it('that says what the drawing shows', async () => {
      const element = await tracker(`${QUIET} day="4" actions="2:outage21.6" open="data"`);
      expect(rowsOf(element, 'Error budget left').slice(0, 4)).to.deep.equal([
        ['Day', 'Left', 'Share', 'Policy', 'Spent', 'Burn rate'],
        ['1', '43 min 12 s', '100 %', 'full speed', '0 s', '0x'],
        ['2', '21 min 36 s', '50 %', 'canary only', '21 min 36 s', '15x'],
        ['3', '21 min 36 s', '50 %', 'canary only', '0 s', '0x'],
      ]);
    });

    it('that it exports as CSV, and the run as JSON', async () => {
      const element = await tracker(`${QUIET} day="4" actions="2:outage21.6"`);
      expect(element.exportData('csv').split('\r\n').slice(0, 3)).to.deep.equal([
        'day,left_minutes,left_share,policy,spent_minutes,burn_rate',
        '1,43.2,1.000000,full,0,0.000000',
        '2,21.6,0.500000,canary,21.6,15.000000',
      ]);
      const { run, entries } = JSON.parse(element.exportData('json')) as { run: { seed: string }; entries: object[] };
      expect(run.seed).to.equal('8');
      expect(entries).to.deep.equal([
        { kind: 'outage', start: 118_800, seconds: 1296, share: 1, outcome: 'happened', bad: false, override: false },
      ]);
    });
  });

  describe('plays', () => {
    it('what is done, and tells the page', async () => {
      const element = await tracker(QUIET);
      const heard = listen(element);
      button(element, 'small').click();
      await drawn(element);
      expect(element.actions).to.equal('1:small');
      expect(heard.map(({ type: name, setting, value }) => [name, setting, value])).to.deep.equal([
        ['obs-change', 'actions', '1:small'],
      ]);
      expect(words(part(element, 'work').textContent)).to.contain('6 of 8 hours left today');
    });

    it('a canary where it is asked for, and only before deploys', async () => {
      const element = await tracker(`${QUIET} canary`);
      for (const name of ['large', 'migration']) {
        button(element, name).click();
        await drawn(element);
      }
      expect(element.actions).to.equal('1:large+canary 1:migration');
    });

    it('no more than eight hours a day', async () => {
      const element = await tracker(`${QUIET} actions="1:small 1:small 1:small 1:small"`);
      expect(['small', 'migration', 'reliability'].map((name) => isOff(element, name))).to.deep.equal([
        true,
        true,
        true,
      ]);
      button(element, 'small').click();
      await drawn(element);
      expect(element.actions).to.equal('1:small 1:small 1:small 1:small');
      expect(everythingShown(element)).to.contain('The day is full.');
    });

    it('day after day, and back', async () => {
      const element = await tracker(QUIET);
      button(element, 'next').click();
      await drawn(element);
      button(element, 'next').click();
      await drawn(element);
      expect(element.day).to.equal(3);
      button(element, 'back').click();
      await drawn(element);
      expect(element.day).to.equal(2);
    });

    it('another future from an earlier day on', async () => {
      const element = await tracker(`${QUIET} day="3" actions="1:small 3:small 9:migration"`);
      button(element, 'maintenance').click();
      await drawn(element);
      expect(element.actions).to.equal('1:small 3:small 3:maintenance');
    });

    it('to the end, where it tells the page how it went', async () => {
      const element = await tracker(QUIET);
      const heard: string[] = [];
      for (const type_ of ['obs-ended', 'obs-complete'] as const) {
        element.addEventListener(type_, (event) => heard.push(`${event.type} ${'score' in event ? event.score : ''}`));
      }
      button(element, 'end').click();
      await drawn(element);
      await drawn(element);
      expect(element.day).to.equal(31);
      expect(heard).to.deep.equal(['obs-ended ', 'obs-complete 1']);
    });

    it('another month, or the same again', async () => {
      const element = await tracker('day="31" actions="1:small" seed="team 9"');
      button(element, 'another').click();
      await drawn(element);
      expect([element.seed, element.day, element.actions]).to.deep.equal(['team 10', 1, '']);
    });

    it('a plan under the policy, recorded as if the reader had acted', async () => {
      const element = await tracker('plan="policy" seed="3"');
      button(element, 'end').click();
      await drawn(element);
      await drawn(element);
      expect(element.actions).to.match(/^1:small/);
      const said = sentence(element);
      const again = await tracker(`seed="3" day="31" actions="${element.actions}"`);
      expect(sentence(again)).to.equal(said);
    });

    it('a plan that overrides the policy, and says so', async () => {
      const element = await tracker('plan="none" seed="5"');
      button(element, 'end').click();
      await drawn(element);
      await drawn(element);
      expect(element.actions.split(' ').every((action) => action.endsWith('!'))).to.equal(true);
      expect(words(part(element, 'controls').textContent)).to.match(/\d+ overrides/);
    });
  });

  describe('lets days pass', () => {
    let element: ObsBudgetTracker;
    let heard: string[];
    beforeEach(async () => {
      element = await tracker(QUIET);
      heard = [];
      for (const name of ['obs-play', 'obs-pause']) element.addEventListener(name, () => heard.push(name));
      button(element, 'play').click();
      await drawn(element);
    });

    it('one after the other, with Pause in the same place', async () => {
      expect(words(button(element, 'play').textContent)).to.equal('Pause');
      await until(() => element.day > 1);
      button(element, 'play').click();
      await drawn(element);
      const { day } = element;
      expect(words(button(element, 'play').textContent)).to.equal('Play on');
      expect(heard).to.deep.equal(['obs-play', 'obs-pause']);
      expect(element.day).to.equal(day);
    });

    it('not once it is out of the page', async () => {
      element.remove();
      expect(heard).to.deep.equal(['obs-play', 'obs-pause']);
      await new Promise((resolve) => setTimeout(resolve, 1100));
      expect(element.day).to.equal(1);
    });

    it('not once the page is hidden', () => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: true });
      document.dispatchEvent(new Event('visibilitychange'));
      Reflect.deleteProperty(document, 'hidden');
      expect(heard).to.deep.equal(['obs-play', 'obs-pause']);
    });
  });

  it('lets no day pass once it is off screen', async () => {
    // A tab behind another computes no intersections: the observer is told what it would see.
    const original = globalThis.IntersectionObserver;
    let see: IntersectionObserverCallback | undefined;
    globalThis.IntersectionObserver = class extends original {
      constructor(callback: IntersectionObserverCallback) {
        super(() => {});
        see = callback;
      }
    };
    const element = await tracker(QUIET);
    const heard: string[] = [];
    element.addEventListener('obs-pause', () => heard.push('obs-pause'));
    button(element, 'play').click();
    globalThis.IntersectionObserver = original;
    const seen = (isIntersecting: boolean): void =>
      see?.([{ isIntersecting } as IntersectionObserverEntry], new original(() => {}));
    seen(true);
    expect(heard).to.deep.equal([]);
    seen(false);
    expect(heard).to.deep.equal(['obs-pause']);
    await drawn(element);
    expect(words(button(element, 'play').textContent)).to.equal('Play on');
  });

  it('lets nothing pass by itself under reduced motion', async () => {
    await emulate({ 'prefers-reduced-motion': 'reduce' });
    const element = await tracker();
    expect(root(element).querySelectorAll("button[name='play']").length).to.equal(0);
    expect(root(element).querySelectorAll("button[name='next']").length).to.equal(1);
  });

  describe('freezes', () => {
    it('with the buttons in place, off, and the reason beside them', async () => {
      const element = await tracker(`${QUIET} day="4" actions="2:outage35"`);
      expect(
        ['small', 'large', 'migration', 'maintenance', 'reliability'].map((name) => isOff(element, name)),
      ).to.deep.equal([true, true, true, true, false]);
      const why = inside(element, '#why');
      expect(button(element, 'small').getAttribute('aria-describedby')).to.equal('why');
      expect(words(why.textContent)).to.contain(
        'Freeze, less than a quarter is left: only bug fixes and work on reliability.',
      );
      button(element, 'small').click();
      await drawn(element);
      expect(element.actions).to.equal('2:outage35');
    });

    it('but can be overridden, once, on the record and in the link', async () => {
      const element = await tracker(`id="here" ${QUIET} day="4" actions="2:outage35"`);
      field(element, 'override').click();
      await drawn(element);
      button(element, 'migration').click();
      await drawn(element);
      expect(element.actions).to.equal('2:outage35 4:migration!');
      expect(decodeURIComponent(element.shareUrl())).to.contain('4:migration!');
      expect(words(part(element, 'controls').textContent)).to.contain('1 override');
      expect(isOff(element, 'small'), 'the next act asks again').to.equal(true);
    });

    it('nothing where the policy only warns', async () => {
      const element = await tracker(`${QUIET} day="4" actions="2:outage35" policy="off"`);
      expect(isOff(element, 'small')).to.equal(false);
    });
  });

  describe('asks “should we?”', () => {
    const card = (element: Element): string => words(part(element, 'card').textContent);
    const table = (element: Element): string[][] => rowsOf(element, 'Should we? Migration');

    it('and goes ahead with 33.2 minutes left, the lesson’s figures beside it', async () => {
      const element = await tracker('trouble="0" day="2" actions="1:outage10"');
      expect(table(element).slice(1)).to.deep.equal([
        ['Expected', '4 min 30 s', '28 min 42 s'],
        ['Worst case', '15 min', '18 min 12 s'],
      ]);
      expect(card(element)).to.contain('Go ahead. Even the worst case leaves 18 min 12 s, but then: canary only.');
    });

    it('and defers with 8 minutes left, to when there is a new budget', async () => {
      const element = await tracker('trouble="0" day="28" actions="1:outage35.2"');
      expect(card(element)).to.contain(
        'Not now. The worst case, 15 min, is more than the 8 min left, and comes with a chance of 30 %. The budget is new in 3 days.',
      );
    });

    it('by the reader’s own risk', async () => {
      const element = await tracker('trouble="0"');
      await type(field(element, 'riskMinutes'), '20');
      await type(field(element, 'riskPercent'), '10');
      await drawn(element);
      expect(table(element)[1]).to.deep.equal(['Expected', '2 min', '41 min 12 s']);
    });

    it('of whatever the pointer or the focus is on, with its distribution', async () => {
      const element = await tracker('trouble="0"');
      button(element, 'large').focus();
      await drawn(element);
      // 0.8 of 40 s and 0.2 of 17.5 minutes.
      expect(rowsOf(element, 'Should we? Large feature')[1]).to.deep.equal(['Expected', '4 min 2 s', '39 min 10 s']);
      expect(inside(element, '.costs').getAttribute('aria-label')).to.equal('What Large feature may cost');
      button(element, 'large').blur();
      await drawn(element);
      expect(field<HTMLSelectElement>(element, 'consider').value).to.equal('migration');
    });

    it('and says in a rolling window when enough will have rolled out', async () => {
      const element = await tracker('trouble="0" window="rolling" day="5" actions="-18:outage35"');
      // On day -18 at 9:00, 30 days before day 12.
      expect(card(element)).to.contain('On day 12 enough will have rolled out.');
    });
  });

  it('keeps both windows over the same incidents, and says what rolls out', async () => {
    const element = await tracker(
      'trouble="0" window="rolling" day="12" actions="-18:outage20 3:outage5" open="windows"',
    );
    expect(rowsOf(element, 'Two windows')).to.deep.equal([
      ['Window', 'this month', 'the last 30 days'],
      ['From', 'day 1, 0:00', '19 days before day 1'],
      ['Spent', '5 min', '25 min'],
      ['Left', '38 min 12 s', '18 min 12 s'],
      ['Policy', 'full speed', 'canary only'],
    ]);
    expect(everythingShown(element)).to.contain('Tomorrow 20 min of old downtime roll out of the last 30 days.');
    expect(everythingShown(element)).to.contain('Next: 20 min (Outage), on day 12.');
  });

  describe('plays a thousand months', function thousand() {
    const results = (element: Element): string[][] => rowsOf(element, '1,000 months');
    const start = (element: Element): void => inside<HTMLButtonElement>(element, 'details .primary').click();

    it('in slices, with progress, and shows how they ended', async () => {
      const element = await tracker('open="months"');
      const progress: number[] = [];
      element.addEventListener('obs-progress', ({ score }) => progress.push(score));
      start(element);
      await drawn(element);
      expect(root(element).querySelectorAll('progress').length).to.equal(1);
      await until(() => results(element).length > 0, 15);
      expect(progress.at(-1)).to.equal(1000);
      expect(progress.length).to.be.above(5);
      const shares = results(element)
        .slice(1)
        .map(([, share]) => parseFloat(share!));
      // Come what may, under the policy, always canaried.
      expect(shares[1]).to.be.above(shares[0]! + 20);
      expectNoGarbage(element);
      element.trouble = 0;
      await drawn(element);
      expect(results(element), 'of another month').to.deep.equal([]);
    });

    it('until it is cancelled', async () => {
      const element = await tracker('open="months"');
      start(element);
      await drawn(element);
      inside<HTMLButtonElement>(element, 'details .fields button').click();
      await drawn(element);
      expect(root(element).querySelectorAll('progress').length).to.equal(0);
      for (let turn = 0; turn < 50; turn++) await nextTask();
      expect(results(element)).to.deep.equal([]);
    });

    it('not once it is out of the page', async () => {
      const element = await tracker('open="months"');
      start(element);
      await drawn(element);
      let steps = 0;
      element.remove();
      element.addEventListener('obs-progress', () => steps++);
      for (let turn = 0; turn < 50; turn++) await nextTask();
      expect(steps).to.equal(0);
    });
  });

  describe('takes garbage', () => {
    for (const given of ['abc', '-1', '1e309', '']) {
      for (const setting of [
        'objective',
        'day',
        'trouble',
        'risk-minutes',
        'risk-percent',
        'window',
        'actions',
        'plan',
      ]) {
        if (setting === 'actions' && given === '') continue;
        it(`with a note and an event, and loses nothing: ${setting}="${given}"`, async () => {
          const host = place();
          const heard = listen(host);
          host.innerHTML = `<obs-budget-tracker ${setting}="${given}"></obs-budget-tracker>`;
          const element = host.firstElementChild as ObsBudgetTracker;
          await drawn(element);
          expect(problems(element).length).to.equal(1);
          expect(heard.map(({ type: name }) => name)).to.deep.equal(['obs-error']);
          expect(sentence(element)).to.contain('43 min 12 s');
          expectNoGarbage(element);
        });
      }
    }

    it('in a link', async () => {
      history.replaceState(null, '', '#obs-budget-tracker=1;actions=%3Cimg%20src=x%3E;day=99;seed=%3Cb%3E');
      const element = await tracker();
      expect(problems(element).length).to.equal(2);
      expect(element.seed).to.equal('<b>');
      expect(root(element).querySelectorAll('img').length).to.equal(0);
    });

    it('of the widest numbers, without nonsense on the screen', async () => {
      for (const markup of [
        'objective="99.999" day="31" plan="none" trouble="10" actions="1:outage9999"',
        'objective="50" day="2" trouble="10" window="rolling"',
        'objective="99.9" risk-minutes="0" risk-percent="0"',
      ]) {
        const element = await tracker(`${markup} open="data windows costs"`);
        expectNoGarbage(element);
      }
    });
  });

  it('opens again from its link as it was', async () => {
    const first = await tracker('id="month"');
    button(first, 'small').click();
    await drawn(first);
    button(first, 'next').click();
    await drawn(first);
    const [url, said] = [first.shareUrl(), sentence(first)];
    first.remove();
    history.replaceState(null, '', new URL(url).hash);
    const second = await tracker('id="month"');
    expect([second.day, second.actions, sentence(second)]).to.deep.equal([2, '1:small', said]);
  });

  it('exports before it is drawn', () => {
    expect(document.createElement('obs-budget-tracker').exportData()).to.contain('day,left_minutes');
  });

  it('shows no control where none is wanted', async () => {
    const element = await tracker('no-controls day="5"');
    expect(root(element).querySelectorAll('button, select').length).to.equal(0);
  });
});
