import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ObsQuiz } from '../../../src/index.js';
import {
  drawn,
  expectFocus,
  focused,
  inside,
  place,
  press,
  registerPseudoLocales,
  root,
  sentence,
} from '../../helpers.js';
import { asked, inputs, places, QUESTION, quizOf, SEVERAL } from './quizzes.js';

async function pressed(element: ObsQuiz, ...keys: string[]): Promise<void> {
  await press(...keys);
  await drawn(element);
}

describe('<obs-quiz> by keyboard alone', () => {
  it('runs through all fourteen questions, to the result and into another try, and never loses the focus', async () => {
    const element = await quizOf();
    places(element)[0]!.focus();
    await press('Tab');
    for (let question = 1; question <= 14; question++) {
      expectFocus(inputs(element)[0]!);
      expect(element.at).to.equal(question);
      // The first answer to each: Space chooses, Enter checks, and Enter goes on.
      await pressed(element, 'Space', 'Enter');
      expectFocus(inside(element, '.go button'));
      expect(sentence(element)).to.match(/^(Right|Not quite)\. /);
      await pressed(element, 'Enter');
    }
    expect(sentence(element)).to.match(/^\d+ of 14 right\.$/);
    expectFocus(inside(element, '.go button'));
    await pressed(element, 'Enter');
    expect(sentence(element)).to.match(/^Question \d+ of 14\./);
    expectFocus(inputs(element)[0]!);
  });

  it('chooses by arrow keys, which check nothing', async () => {
    const element = await quizOf('', QUESTION + SEVERAL);
    inputs(element)[0]!.focus();
    await pressed(element, 'ArrowDown');
    expect(inputs(element).map(({ checked }) => checked)).to.deep.equal([false, true]);
    expect(element.answers).to.equal('');
  });

  it('chooses several by Space', async () => {
    const element = await quizOf('', SEVERAL);
    inputs(element)[0]!.focus();
    await pressed(element, 'Space', 'Tab', 'Tab', 'Space', 'Enter');
    expect(element.answers).to.equal('ac');
  });

  it('stays at the answers when none is chosen', async () => {
    const element = await quizOf('', QUESTION);
    inputs(element)[0]!.focus();
    await pressed(element, 'Tab', 'Enter');
    expectFocus(inputs(element)[0]!);
    expect(inside(element, 'fieldset').getAttribute('aria-describedby')).to.equal('missing');
    expect(inside(element, '#missing').textContent).to.equal('Choose an answer first.');
  });

  it('lands on the reason where there is nothing more to do', async () => {
    const element = await quizOf('', QUESTION);
    inputs(element)[0]!.focus();
    await pressed(element, 'Space', 'Enter');
    expectFocus(inside(element, '#outcome'));
  });

  it('has one stop in the row of questions, through which arrow keys lead', async () => {
    const element = await quizOf('at="3"');
    expect(
      places(element)
        .map(({ tabIndex }) => tabIndex)
        .filter((index) => index === 0).length,
    ).to.equal(1);
    places(element)[2]!.focus();
    const visited: string[] = [];
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowLeft', 'End', 'ArrowRight', 'Home', 'ArrowLeft', 'x']) {
      await press(key);
      visited.push((focused() as HTMLButtonElement).value);
    }
    expect(visited).to.deep.equal(['3', '2', '1', '13', '13', '0', '0', '0']);
    expect(element.at).to.equal(3);
    await pressed(element, 'Enter');
    expect(element.at).to.equal(1);
    expectFocus(places(element)[0]!);
    await press('Tab');
    expectFocus(inputs(element)[0]!);
  });

  it('goes the other way from right to left', async () => {
    registerPseudoLocales();
    const element = await quizOf('lang="ar-XB"');
    places(element)[0]!.focus();
    await press('ArrowLeft');
    expectFocus(places(element)[1]!);
  });

  it('leads from the result to a question, and to why it was wrong', async () => {
    const element = await quizOf('answers="b ac" at="3"', QUESTION + SEVERAL);
    inside(element, '.asks').focus();
    await pressed(element, 'Enter');
    expect(asked(element)).to.equal('What wakes the one on call?');
    expectFocus(inside(element, '#outcome'));
  });

  it('lets Tab through, in both directions', async () => {
    const host = place('<button id="before">before</button><obs-quiz></obs-quiz><button id="after">after</button>');
    const element = host.querySelector('obs-quiz')!;
    await drawn(element);
    const [before, after] = [...host.querySelectorAll('button')] as [HTMLButtonElement, HTMLButtonElement];
    before.focus();
    let stops = 0;
    while (focused() !== after && stops < 20) {
      await press('Tab');
      stops++;
    }
    expectFocus(after);
    await sendKeys({ down: 'Shift' });
    for (let stop = 0; stop < stops; stop++) await press('Tab');
    await sendKeys({ up: 'Shift' });
    expectFocus(before);
    expect(root(element).activeElement === null).to.equal(true);
  });
});
