import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { parseOpenMetrics } from '../../../src/telemetry/index.js';
import type { ObsGoldenSignals, ObsProgressEvent, ObsRedUse } from '../../../src/index.js';
import {
  drawn,
  expectFocus,
  expectNoGarbage,
  figures,
  focused,
  inside,
  listen,
  part,
  press,
  problems,
  root,
  sentence,
  words,
} from '../../helpers.js';
import { redUse, step } from './helpers.js';

const cellOf = (element: ObsRedUse, key: string): HTMLElement => inside(element, `[data-cell='${key}']`);
const places = (element: ObsRedUse): string[] =>
  [...root(element).querySelectorAll('.place')].map(({ textContent }) => words(textContent));
const button = (element: ObsRedUse, label: string): HTMLButtonElement =>
  [...root(element).querySelectorAll('button')].find(({ textContent }) => words(textContent) === label)!;
const choose = (element: ObsRedUse, name: string, value: string): void => {
  const select = inside<HTMLSelectElement>(element, `[name='${name}']`);
  select.value = value;
  select.dispatchEvent(new Event('change'));
};
/** What a screen reader says of a cell: its content, but for what is hidden from it. */
function nameOf(cell: HTMLElement): string {
  const copy = cell.cloneNode(true) as HTMLElement;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  return words(copy.textContent);
}

/** Presses keys while another is held. */
async function withKey(held: string, ...keys: string[]): Promise<void> {
  await sendKeys({ down: held });
  await press(...keys);
  await sendKeys({ up: held });
}

const focusOf = (): string | undefined => (focused() as HTMLElement | null)?.dataset['cell'];

describe('<obs-red-use>', function element() {
  it('begins after the quiet minute, with every cell where it usually is', async () => {
    const figure = await redUse();
    expect(figure.currentTime).to.equal(60);
    expect(root(figure).querySelectorAll('[role=gridcell]').length).to.equal(5 * 3 + 6 * 3);
    expect(places(figure)).to.deep.equal([]);
    expect(sentence(figure)).to.match(/where it usually is/);
    expectNoGarbage(figure);
  });

  it('says how much of the quiet minute is left where it begins earlier', async () => {
    const figure = await redUse('at="0"');
    expect(sentence(figure)).to.match(/1 min of it are left/);
    await step(figure, 20);
    expect(sentence(figure)).to.match(/40 s of it are left/);
    expectNoGarbage(figure);
  });

  it('marks what left its baseline, the first as 1st, in cell, name, sentence and table', async () => {
    const figure = await redUse('fault="slow-query" open="data"');
    await step(figure, 60);
    const disk = cellOf(figure, 'postgres.disk.utilisation');
    expect(words(disk.querySelector('.line')!.textContent)).to.match(/^100 % ?1st$/);
    expect(nameOf(disk)).to.match(/^postgres disk, utilisation: 100 % Left its baseline 1st, at 1:4\d$/);
    expect(nameOf(cellOf(figure, 'auth.rate'))).to.match(/^auth, rate: \d+\/s As usual$/);
    expect(sentence(figure)).to.match(/^postgres (disk|CPU), \w+.* (left first, at|moved from) 1:4\d/);
    expect(words(part(figure, 'table').textContent)).to.match(/postgres disk, utilisation 100 % ?4 % ?1st ?1:4\d/);
    expect(places(figure)).to.include('5th');
  });

  it('breaks what the reader asks for, not before the quiet minute is over, and plays', async () => {
    const figure = await redUse('at="20"');
    button(figure, 'Packet loss').click();
    await new Promise((resolve) => figure.addEventListener('obs-play', resolve, { once: true }));
    figure.pause();
    const { actions } = figure.playback.run.record;
    expect(actions).to.have.length(1);
    expect(actions[0]).to.include({ type: 'packet-loss', at: 60 });
    expect(figure.actions).to.equal('60 packet-loss share=0.1');
  });

  it('follows a cell by the three steps, with its query', async () => {
    const figure = await redUse('fault="slow-query"');
    await step(figure, 60);
    const heard = listen(figure);
    cellOf(figure, 'payment-service.duration').click();
    await drawn(figure);
    expect(heard.map(({ type, value }) => [type, value])).to.deep.equal([['obs-change', 'payment-service.duration']]);
    const steps = [...part(figure, 'steps').querySelectorAll('li')].map(({ textContent }) => words(textContent));
    expect(steps[0]).to.match(/RED.*payment-service, duration: (≥ 10|[\d.]+) s, usually 4\d0 ms/);
    expect(steps[1]).to.match(/USE.*postgres disk: 100 % busy, usually 4 %; \d+ wait\. ?It left its baseline 1st/);
    expect(steps[2]).to.match(
      /full table scan on payments.*missing index.*\d+ times since 1:\d\d\. ?payment-service 2\.3\.1 deployed, at 1:30/,
    );
    expect(part(figure, 'query').textContent).to.match(/^histogram_quantile\(0\.99, sum by \(le\)/);
    let selected = '';
    figure.addEventListener('obs-select', ({ selection }) => (selected = selection.traceId));
    button(figure, 'Show a request that wrote it').click();
    expect(selected).to.match(/^[0-9a-f]{32}$/);
    cellOf(figure, 'payment-service.duration').click();
    await drawn(figure);
    expect(root(figure).querySelector('[part=path]') === null).to.equal(true);
  });

  it('keeps the fault secret until the reader has named the bottleneck, and says why an answer is wrong', async () => {
    const figure = await redUse('diagnose fault="slow-query" cell="postgres.disk.utilisation"');
    const answer = button(figure, 'That is the bottleneck');
    expect(answer.disabled, 'nothing has left').to.equal(true);
    await step(figure, 60);
    const shown = words(root(figure).textContent);
    expect(shown).not.to.match(/full table scan|deployed|Traffic spike/);
    expect(sentence(figure)).to.match(/Which resource of which service is it\?$/);
    const scores: number[][] = [];
    figure.addEventListener('obs-complete', ({ score, max }: ObsProgressEvent) => scores.push([score, max]));
    choose(figure, 'answer-service', 'payment-service');
    choose(figure, 'answer-kind', 'pool');
    await drawn(figure);
    button(figure, 'That is the bottleneck').click();
    await drawn(figure);
    expect(scores).to.deep.equal([[0, 2]]);
    const verdict = words(part(figure, 'verdict').textContent);
    expect(verdict).to.match(
      /^No: it is postgres disk\. 0 of 2 points payment-service pool: \d+ % busy, usually 1 %; \d+ wait\./,
    );
    expect(verdict).to.match(/\d+ s later: it fills because somebody waits/);
    expect(words(root(figure).textContent)).to.match(/full table scan/);
  });

  it('gives both points for the right answer, and then another riddle', async () => {
    const figure = await redUse('diagnose fault="slow-query"');
    await step(figure, 60);
    let score = NaN;
    figure.addEventListener('obs-complete', (event) => (score = event.score));
    choose(figure, 'answer-service', 'postgres');
    choose(figure, 'answer-kind', 'disk');
    await drawn(figure);
    button(figure, 'That is the bottleneck').click();
    await drawn(figure);
    expect(score).to.equal(2);
    expect(words(part(figure, 'verdict').textContent)).to.match(/^Right: postgres disk\. 2 of 2 points$/);
    button(figure, 'Another one').click();
    await drawn(figure);
    await figure.playback.settled;
    await drawn(figure);
    expect(figure.seed).to.equal('2');
    expect(figure.currentTime).to.equal(60);
    expect(figure.playback.run.record.actions).to.have.length(1);
    expect(root(figure).querySelector('[part=verdict]') === null).to.equal(true);
  });

  it('needs no fault by name to be a riddle', async () => {
    const figure = await redUse('diagnose seed="3"');
    expect(figure.fault).to.equal('surprise');
    expect(figure.playback.run.record.actions).to.have.length(1);
  });

  it('plays a case that teaches when it is chosen', async () => {
    const figure = await redUse('open="cases"');
    button(figure, 'Full, nobody waits').click();
    await new Promise((resolve) => figure.addEventListener('obs-play', resolve, { once: true }));
    figure.pause();
    await drawn(figure);
    expect([figure.preset, figure.cell]).to.deep.equal(['busy', 'postgres.cpu.utilisation']);
    expect(figure.playback.run.record.actions[0]).to.include({ at: 75, type: 'batch-job' });
  });

  it('exports the numbers that it shows', async () => {
    const figure = await redUse('fault="slow-query"');
    await step(figure, 50);
    const [head = '', ...lines] = figure.exportData('csv').trim().split('\n');
    const column = head.split(',').indexOf('postgres.disk.utilisation');
    expect(lines.map((line) => line.split(',')[0])).to.include.members(['16', '60', '110']);
    const share = Number(lines.at(-1)?.split(',')[column]);
    expect(words(cellOf(figure, 'postgres.disk.utilisation').textContent)).to.contain(`${Math.round(share * 100)} %`);
    const parsed = parseOpenMetrics(figure.exportData('openmetrics'));
    expect(parsed.ok).to.equal(true);
  });

  it('shares time and record with other figures of its system', async () => {
    const [red, golden] = (await figures(
      '<obs-red-use system="shop"></obs-red-use><obs-golden-signals system="shop"></obs-golden-signals>',
    )) as [ObsRedUse, ObsGoldenSignals];
    await red.playback.settled;
    expect(golden.playback === red.playback).to.equal(true);
    red.inject('packet-loss');
    await golden.step(30);
    await drawn(red);
    expect([red.currentTime, golden.currentTime]).to.deep.equal([90, 90]);
    expect(golden.playback.run.record).to.deep.equal(red.playback.run.record);
    expect(red.playback.run.record.actions).to.have.length(1);
    expect(places(red).length).to.be.above(0);
  });

  it('opens from a link where it was left', async () => {
    const figure = await redUse('fault="slow-query"');
    await step(figure, 60);
    const before = sentence(figure);
    const link = new URL(figure.shareUrl());
    figure.remove();
    history.replaceState(null, '', link.hash);
    const again = await redUse('fault="slow-query"');
    history.replaceState(null, '', location.pathname + location.search);
    expect(again.currentTime).to.equal(120);
    expect(again.playback.run.record.actions).to.have.length(1);
    expect(sentence(again)).to.equal(before);
  });

  it('explains what cannot be used, and shows no garbage', async () => {
    for (const given of ['abc', '-1', '1e309', '']) {
      const figure = await redUse(
        `fault="${given}" fault-minute="${given}" preset="${given}" cell="${given}" service="${given}"`,
      );
      expect(problems(figure).length, given).to.equal(given ? 5 : 1);
      expect([figure.fault, figure.faultMinute, figure.preset]).to.deep.equal(['', 1.5, '']);
      expectNoGarbage(figure);
      figure.remove();
    }
  });

  it('shows a shop of one queue, and offers what that can suffer', async () => {
    const figure = await redUse('scenario="one-queue"');
    expectNoGarbage(figure);
    expect(button(figure, 'Slow query') === undefined).to.equal(true);
    expect(button(figure, 'Traffic spike') !== undefined).to.equal(true);
  });
});

describe('<obs-red-use> by keyboard', function keyboard() {
  it('is one stop of Tab, within which arrows lead from cell to cell and from grid to grid', async () => {
    const figure = await redUse();
    expect(root(figure).querySelectorAll('[role=gridcell][tabindex="0"]').length).to.equal(1);
    cellOf(figure, 'api-gateway.rate').focus();
    await press('ArrowRight', 'ArrowDown');
    expect(focusOf()).to.equal('auth.errors');
    await press('End', 'ArrowRight');
    expect(focusOf()).to.match(/\.memory\.utilisation$/);
    await withKey('Control', 'End');
    expect(focusOf()).to.match(/\.workers\.failures$/);
    await press('Home', 'ArrowLeft');
    expect(focusOf()).to.equal('payment-service.duration');
    await drawn(figure);
    expect(cellOf(figure, 'payment-service.duration').tabIndex).to.equal(0);
    expect(root(figure).querySelectorAll('[role=gridcell][tabindex="0"]').length).to.equal(1);
  });

  it('follows with Enter, and comes back with Escape', async () => {
    const figure = await redUse();
    cellOf(figure, 'auth.duration').focus();
    await press('Enter');
    await drawn(figure);
    expect(figure.cell).to.equal('auth.duration');
    expect(part(figure, 'query').textContent).to.contain('job="auth"');
    await press('Escape');
    await drawn(figure);
    expect(figure.cell).to.equal('');
    expectFocus(cellOf(figure, 'auth.duration'));
  });

  it('moves one cursor through time in all cells, and leaves it with Escape', async () => {
    const figure = await redUse();
    cellOf(figure, 'api-gateway.rate').focus();
    const newest = words(cellOf(figure, 'api-gateway.rate').textContent);
    await withKey('Shift', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await drawn(figure);
    expect(words(inside(figure, '.keys').textContent)).to.match(/^At 0:54/);
    const cursors = [...root(figure).querySelectorAll('.spark .cursor')].map((line) => line.getAttribute('x1'));
    expect(new Set(cursors).size).to.equal(1);
    expect(Number(cursors[0])).to.be.closeTo((54 / 180) * 100, 0.1);
    await press('Escape');
    await drawn(figure);
    expect(words(cellOf(figure, 'api-gateway.rate').textContent)).to.equal(newest);
  });
});
