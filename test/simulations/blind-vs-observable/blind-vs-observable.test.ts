import { expect } from '@open-wc/testing';
import type { ObsBlindVsObservable } from '../../../src/index.js';
import {
  drawn,
  everythingShown,
  expectNoGarbage,
  field,
  figures,
  inside,
  listen,
  nextTask,
  part,
  place,
  problems,
  root,
  sentence,
  words,
} from '../../helpers.js';
import { blindVsObservable, QUICK } from './helpers.js';

const buttons = (element: Element) => [...root(element).querySelectorAll<HTMLButtonElement>('button.look')];
const evidence = (element: Element) => words(part(element, 'evidence').textContent);

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await nextTask();
}

/** Presses the button of a look, and waits for its minutes. */
async function pressLook(element: ObsBlindVsObservable, look: string): Promise<void> {
  const before = element.looks;
  inside<HTMLButtonElement>(element, `button[name='${look}']`).click();
  await until(() => element.looks !== before);
  await element.settled;
  await drawn(element);
}

describe('<obs-blind-vs-observable>', function element() {
  before(() => {
    document.documentElement.lang = 'en';
  });

  it('says what it is about before anything was simulated', async () => {
    const [element] = await figures('<obs-blind-vs-observable open=""></obs-blind-vs-observable>');
    expect(sentence(element!)).to.not.equal('');
    expectNoGarbage(element!);
  });

  it('shows the alarm, thirteen suspects and the looks of the side that is played', async () => {
    const element = await blindVsObservable();
    expect(evidence(element)).to.match(/^\d\d:\d\d The alert pages/);
    expect(root(element).querySelectorAll("[part='board'] tbody tr")).to.have.length(13);
    expect(buttons(element).map(({ name }) => name))
      .to.include('dashboard')
      .and.not.include('count');
    expect(sentence(element)).to.match(/^\d+ % of payments fail, and there are thirteen suspects/);
    expectNoGarbage(element);
  });

  it('makes a look: minutes pass, users are hurt, evidence is told, bars move', async () => {
    const element = await blindVsObservable();
    const before = element.investigations.observable.run.now;
    const heard = listen(element);
    await pressLook(element, 'dependencies');
    const { run, scene, blocks } = element.investigations.observable;
    expect(run.now - before).to.equal(120);
    expect(evidence(element)).to.contain('Card processor:');
    expect(words(inside(element, 'dd.hurt').textContent)).to.equal(scene.hurtBy(run.now).toLocaleString('en'));
    expect(blocks[0]!.board.some((chance) => chance > 0.2)).to.equal(true);
    expect(heard.filter(({ type }) => type === 'obs-change')).to.deep.include({
      type: 'obs-change',
      setting: 'looks',
      value: 'observable dependencies',
      given: undefined,
      message: undefined,
    });
    expect(buttons(element).map(({ name }) => name)).to.not.include('dependencies');
  });

  it('is played to its end: the table says how it went, and an LMS hears of it', async () => {
    const element = await blindVsObservable();
    const told: string[] = [];
    for (const type of ['obs-progress', 'obs-complete'] as const) {
      element.addEventListener(type, ({ score, max }) => told.push(`${type} ${score}/${max}`));
    }
    await element.look('observable', 'dependencies');
    await element.mitigate('observable', 'fail-over-card');
    await drawn(element);
    expect(told).to.deep.equal(['obs-progress 1/1', 'obs-complete 1/1']);
    expect(sentence(element)).to.contain('It was an outage of the card processor');
    const rows = [...root(element).querySelectorAll("[part='table'] tr")].map(({ textContent }) => words(textContent));
    const { outcome, erroredAt } = element.investigations.observable;
    const minutes = Math.round(((outcome.mitigatedAt! - erroredAt!) / 60) * 2) / 2;
    expect(rows).to.include(`to mitigate ${minutes} min`);
    expect(rows).to.include(`users hurt ${outcome.hurt.toLocaleString('en')}`);
    expect(rows).to.include('wrong turns 0');
    expect(root(element).querySelectorAll('button.look')).to.have.length(0);
  });

  it('counts a wrong turn, and gives no point for it', async () => {
    const element = await blindVsObservable();
    let score = NaN;
    element.addEventListener('obs-complete', (event) => (score = event.score));
    await element.mitigate('observable', 'flag-off');
    expect(evidence(element)).to.contain('A wrong turn');
    await element.mitigate('observable', 'fail-over-card');
    expect(score).to.equal(0);
  });

  it('lets an expert play both sides, by looks that a link can hold', async () => {
    const element = await blindVsObservable('incident="dependency-outage" seed="3" open=""');
    await element.watch();
    await drawn(element);
    expect(element.looks).to.match(/^blind .* !fail-over-card; observable .* !fail-over-card$/);
    const { blind, observable } = element.investigations;
    expect(blind.outcome.mitigatedAt).to.be.above(observable.outcome.mitigatedAt!);
    expect(blind.outcome.hurt).to.be.above(observable.outcome.hurt);
    expect(sentence(element)).to.match(/With telemetry it took .* more users were hurt/);
  });

  it('opens a link at the looks that were made', async () => {
    const element = await blindVsObservable(`${QUICK} looks="observable dashboard"`);
    expect(element.investigations.observable.blocks).to.have.length(1);
    element.setAttribute('looks', 'observable dashboard dependencies');
    await element.settled;
    expect(element.investigations.observable.blocks).to.have.length(2);
    const { blocks } = element.investigations.observable;
    element.setAttribute('looks', 'observable trace');
    await element.settled;
    expect(element.investigations.observable.blocks.map(({ step }) => step)).to.deep.equal([{ look: 'trace' }]);
    expect(blocks).to.have.length(2);
    expect(element.shareUrl()).to.contain('looks=observable');
  });

  it('begins anew, and opens another incident', async () => {
    const element = await blindVsObservable(`${QUICK} looks="observable dashboard"`);
    inside<HTMLButtonElement>(element, 'button.again').click();
    await element.settled;
    expect(element.looks).to.equal('');
    expect(element.investigations.observable.blocks).to.have.length(0);
    inside<HTMLButtonElement>(element, 'button.next').click();
    await drawn(element);
    expect([element.incident, element.seed, element.looks]).to.deep.equal(['surprise', 1, '']);
  });

  it('keeps the cause to itself until it is over', async () => {
    const element = await blindVsObservable();
    expect(root(element).querySelector('.truth') === null).to.equal(true);
    await element.mitigate('observable', 'fail-over-card');
    await drawn(element);
    expect(words(inside(element, '.truth').textContent)).to.contain('Provider down: this was it');
  });

  it('draws two hundred incidents as two distributions, and plays them again at another confidence', async () => {
    const element = await blindVsObservable(`${QUICK.replace('open=""', 'open="hundreds"')}`);
    await element.settled;
    await until(() => root(element).querySelector("[part='distribution']") !== null);
    const shown = () => words(root(element).querySelector('details')!.textContent);
    expect(shown()).to.match(/200 incidents half of them are over in [\d.]+ min with telemetry, in [\d.]+ min without/);
    const before = shown();
    element.confidence = 99;
    await element.settled;
    await until(() => root(element).querySelector("[part='distribution']") !== null && shown() !== before);
    expectNoGarbage(element);
  });

  it('exports the evidence', async () => {
    const element = await blindVsObservable(`${QUICK} looks="observable dependencies"`);
    const [head, row, end] = element.exportData().split('\n');
    expect(head).to.match(/^side,begin_seconds,end_seconds,time,step,outcomes,bad-deploy,/);
    expect(row).to.match(/^observable,\d+,\d+,\d\d:\d\d,dependencies,card=\w+ cache=answers attempts=usual,0\.\d{4},/);
    expect(end).to.equal('');
  });

  it('refuses what cannot be used, says so, and keeps what it had', async () => {
    const garbage = ['abc', '-1', '1e309', '', '<b>x</b>', 'NaN'];
    for (const setting of ['seed', 'looks', 'confidence', 'incident', 'sides']) {
      for (const given of garbage) {
        if (setting === 'looks' && given === '') continue;
        const [element] = await figures('<obs-blind-vs-observable open=""></obs-blind-vs-observable>');
        const heard = listen(element!);
        const before = Reflect.get(element!, setting) as unknown;
        element!.setAttribute(setting, given);
        await drawn(element!);
        expect(Reflect.get(element!, setting), `${setting}=${given}`).to.equal(before);
        expect(problems(element!), `${setting}=${given}`).to.have.length(1);
        expect(heard.map(({ type }) => type)).to.include('obs-error');
        expect(everythingShown(element!)).to.not.match(/\b(Infinity|undefined)\b/);
      }
    }
  });

  it('does no work while nobody sees it, and loses nothing when it is taken out and put back', async () => {
    const element = await blindVsObservable(`${QUICK} looks="observable dashboard"`);
    const host = place();
    element.remove();
    const now = element.investigations.observable.run.now;
    await nextTask();
    expect(element.investigations.observable.run.now).to.equal(now);
    host.append(element);
    await drawn(element);
    await element.settled;
    expect(element.investigations.observable.blocks).to.have.length(1);
  });

  it('can be a picture without controls', async () => {
    const element = await blindVsObservable(`${QUICK} no-controls looks="observable dashboard"`);
    expect(root(element).querySelectorAll('button, select')).to.have.length(0);
    expect(evidence(element)).to.contain('Dashboard');
  });

  it('speaks German', async () => {
    await import('../../../src/i18n/de/index.js');
    const element = await blindVsObservable(`${QUICK} lang="de" looks="observable dashboard"`);
    expect(words(part(element, 'heading').textContent)).to.equal('Derselbe Vorfall zweimal');
    expect(evidence(element)).to.contain('Nur Zahlungen scheitern');
    expect(field<HTMLSelectElement>(element, 'sides').selectedOptions[0]?.textContent).to.contain('sehend');
  });
});
