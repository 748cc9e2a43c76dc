import { expect } from '@open-wc/testing';
import { Run } from '../../../src/shop/index.js';
import { Playback } from '../../../src/ui/playback/playback.js';
import { leaveSystem, sharedPlayback } from '../../../src/ui/playback/shared-playbacks.js';
import { VERSION } from '../../../src/version.js';
import { drawn, nextTask, place, problems } from '../../helpers.js';
import { record } from '../../shop/helpers.js';
import { button, print, runFigure, runFigures, settled, type RunFigure } from '../run-figure.js';

const QUICK = 'rate="10"';

/** What the kit's files on a page share. */
function shared(): Map<string, Playback> {
  return (
    (Reflect.get(globalThis, Symbol.for('obs-elements.systems')) as Map<string, Playback> | undefined) ?? new Map()
  );
}

async function pair(attributes: string = ''): Promise<[RunFigure, RunFigure]> {
  const [first, second] = await runFigures(
    `<obs-test-run system="shop" ${QUICK} ${attributes}></obs-test-run><obs-test-run system="shop" ${QUICK}></obs-test-run>`,
  );
  return [first!, second!];
}

describe('A system', () => {
  it('is one playback for a name, until nobody shows it', async () => {
    const make = (): Playback => new Playback(new Run(record()));
    const first = sharedPlayback('a', make);
    expect(sharedPlayback('a', make) === first).to.equal(true);
    expect(sharedPlayback('b', make) === first).to.equal(false);
    leaveSystem('a');
    await nextTask();
    expect(sharedPlayback('a', make) === first).to.equal(false);
    for (const system of ['a', 'b']) leaveSystem(system);
    await nextTask();
  });

  it('is kept on the page for all files of the kit, and apart for each version', async () => {
    const [first] = await pair();
    expect(shared().get(`${VERSION} shop`) === first.playback).to.equal(true);
    expect(Symbol.keyFor(Symbol.for('obs-elements.systems'))).to.equal('obs-elements.systems');
  });

  it('is taken from a file that was there before', async () => {
    // As another file of the kit would have it: made elsewhere, kept under the page's key.
    await pair();
    const other = new Playback(new Run(record({ seed: 77 })));
    shared().set(`${VERSION} theirs`, other);
    const figure = await runFigure(`system="theirs" ${QUICK}`);
    expect(figure.playback === other).to.equal(true);
    figure.remove();
    await nextTask();
    expect(shared().has(`${VERSION} theirs`)).to.equal(false);
  });
});

describe('Elements of one system', () => {
  it('share one run', async () => {
    const [first, second] = await pair();
    expect(first.playback === second.playback).to.equal(true);
    await first.step(10);
    expect(second.currentTime).to.equal(10);
    expect(print(second.lines)).to.equal(print(first.lines));
    expect(first.lines).to.have.length.above(100);
  });

  it('share no run with those of another, or of none', async () => {
    const [a, b, c] = await runFigures(
      `<obs-test-run system="a" ${QUICK}></obs-test-run><obs-test-run system="b" ${QUICK}></obs-test-run><obs-test-run ${QUICK}></obs-test-run>`,
    );
    await a!.step(5);
    expect([b!.currentTime, c!.currentTime]).to.deep.equal([0, 0]);
  });

  it('take the run as the first has it', async () => {
    const [first, second] = await pair('seed="9" at="7" actions="3 bad-deploy"');
    expect(second.playback.run.record).to.deep.equal(first.playback.run.record);
    expect([first.currentTime, second.currentTime]).to.deep.equal([7, 7]);
    expect(print(second.lines)).to.equal(print(first.lines));
    expect(problems(second)).to.deep.equal([]);
  });

  it('see what comes later from its beginning, and go on where they were', async () => {
    const first = await runFigure(`system="shop" ${QUICK}`);
    await first.step(12);
    const before = [...first.lines];
    const late = await runFigure(`system="shop" ${QUICK}`);
    await settled(late);
    expect([first.currentTime, late.currentTime]).to.deep.equal([12, 12]);
    expect(print(first.lines)).to.equal(print(before));
    expect(print(late.lines)).to.equal(print(before));
  });

  it('do together what is done in one', async () => {
    const [first, second] = await pair();
    await first.step(5);
    second.inject('bad-deploy');
    await first.step(20);
    expect(second.lines.some((line) => line.includes('"isError":true'))).to.equal(true);
    expect(print(second.lines)).to.equal(print(first.lines));
    expect(first.playback.run.record.actions).to.deep.equal([{ type: 'bad-deploy', at: 5 }]);
  });

  it('link to the run, whichever is asked', async () => {
    const [first, second] = await pair('seed="9" scenario="one-queue"');
    await first.step(5);
    first.inject({ type: 'traffic-spike', factor: 2 });
    await first.step(5);
    const link = decodeURIComponent(new URL(second.shareUrl()).hash);
    for (const part of ['scenario=one-queue', 'seed=9', 'actions=5 traffic-spike factor=2', 'at=10']) {
      expect(link).to.contain(part);
    }
  });

  it('show one speed, that which was chosen last', async () => {
    const [first, second] = await pair('playback-rate="60"');
    const pressed = (figure: RunFigure): string[] =>
      [...figure.shadowRoot!.querySelectorAll('[aria-pressed=true]')].map(({ textContent }) => textContent.trim());
    expect([pressed(first), pressed(second)]).to.deep.equal([['60x'], ['60x']]);
    button(second, '10x').click();
    await settled(second);
    await settled(first);
    expect([pressed(first), pressed(second), first.playback.playbackRate]).to.deep.equal([['10x'], ['10x'], 10]);
    button(first, '1x').click();
    await settled(first);
    await settled(second);
    first.requestUpdate();
    second.requestUpdate();
    await settled(second);
    expect([pressed(first), pressed(second), first.playback.playbackRate]).to.deep.equal([['1x'], ['1x'], 1]);
  });

  it('play together, and tell of it where it was pressed', async () => {
    const [first, second] = await pair();
    const heard: string[] = [];
    for (const [name, figure] of Object.entries({ first, second })) {
      for (const type of ['obs-play', 'obs-pause']) figure.addEventListener(type, () => heard.push(`${name} ${type}`));
    }
    first.play();
    expect(second.paused).to.equal(false);
    second.pause();
    expect(first.paused).to.equal(true);
    expect(heard).to.deep.equal(['first obs-play', 'second obs-pause']);
  });

  it('go on when one leaves, and are forgotten when the last has left', async () => {
    const [first, second] = await pair();
    await first.step(8);
    const { playback } = first;
    first.remove();
    await nextTask();
    expect([second.playback === playback, second.currentTime, playback.viewers]).to.deep.equal([true, 8, 1]);
    await second.step(2);
    second.remove();
    await nextTask();
    expect([playback.viewers, shared().has(`${VERSION} shop`)]).to.deep.equal([0, false]);
  });

  it('leave by their attribute, with a run of their own', async () => {
    const [first, second] = await pair('seed="5"');
    await first.step(6);
    second.system = '';
    await settled(second);
    expect(second.playback === first.playback).to.equal(false);
    await second.step(3);
    expect([first.currentTime, first.playback.viewers]).to.deep.equal([6, 1]);
  });

  it('change from one system to another, and leave the first behind', async () => {
    const [first, second] = await pair();
    second.system = 'other';
    await settled(second);
    await second.step(4);
    expect([first.playback === second.playback, first.currentTime]).to.deep.equal([false, 0]);
    expect(shared().get(`${VERSION} other`) === second.playback).to.equal(true);
  });

  it('keep the run when the only one is moved', async () => {
    const figure = await runFigure(`system="shop" ${QUICK}`);
    await figure.step(9);
    const before = [...figure.lines];
    place().append(figure);
    await settled(figure);
    expect([figure.currentTime, figure.playback.run.now]).to.deep.equal([9, 9]);
    expect(print(figure.lines)).to.equal(print(before));
  });

  it('select for all of them', async () => {
    const [first, second] = await pair();
    const heard: Event[] = [];
    document.addEventListener('obs-select', (event) => heard.push(event), { once: true });
    first.select({ kind: 'point', traceId: 'abc', spanId: 'd' });
    await drawn(second);
    expect(second.playback.selection?.traceId).to.equal('abc');
    expect(heard.length).to.equal(1);
  });
});
