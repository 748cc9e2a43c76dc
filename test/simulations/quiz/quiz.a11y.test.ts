import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { expectNoViolations, forEveryone, MEDIA, rulesUnder } from '../../for-everyone.js';
import { drawn, emulate, inside, part, root } from '../../helpers.js';
import { QUESTION, quizOf, SEVERAL } from './quizzes.js';

const ALL = 'a b a b c a b a b c ab a b abc';
const LONG = `<section><p>${'Averylongwordwithoutanend'.repeat(8)}</p><ol><li data-right>a</li><li>b</li></ol></section>`;

describe('<obs-quiz> for everyone', () => {
  forEveryone({
    figure: quizOf,
    open: 'answers="a b a b" at="4"',
    unusable: 'topic="x" seed="-1" answers="1" at="0" theme="blue"',
    states: {
      'as it begins': '',
      'with several to choose': 'topic="launch"',
      'with several chosen': 'topic="launch" answers="abd"',
      'at the end': `answers="${ALL}" at="15"`,
      'as a picture': 'no-controls answers="- - a" at="3"',
      'as a picture of the end': `no-controls answers="${ALL}" at="15"`,
      'with the author’s own': ['answers="b"', QUESTION + SEVERAL],
      'with one question': ['', QUESTION],
      'with words that do not end': ['', LONG],
      'without a question': ['', '<script type="application/json">[]</script><p>See the book.</p>'],
    },
  });

  it('gives axe nothing to find when nothing was chosen', async () => {
    const element = await quizOf();
    inside(element, '.go button').click();
    await drawn(element);
    await expectNoViolations(element);
  });

  for (const features of MEDIA) {
    it(`gives axe nothing to find at the beginning and at the end with ${Object.entries(features).join(' and ').replaceAll(',', ': ')}`, async () => {
      await emulate(features);
      document.documentElement.style.colorScheme = 'light dark';
      for (const markup of ['', `answers="${ALL}" at="15"`]) {
        await expectNoViolations(await quizOf(markup), rulesUnder(features));
      }
    });
  }

  it('tells right from wrong and open by shape, and not by colour alone', async () => {
    const element = await quizOf('answers="a - - b" at="4"');
    const shapes = ['right', 'wrong', 'open'].map((verdict) => {
      const mark = inside(element, `.mark.${verdict}`);
      expect(mark.getAttribute('aria-hidden')).to.equal('true');
      return [...mark.children].map(({ localName }) => localName).join();
    });
    expect(shapes).to.deep.equal(['circle,path', 'rect,path', 'circle']);
  });

  it('draws its marks in forced colours with what the reader chose', async () => {
    await emulate({ 'forced-colors': 'active' });
    const element = await quizOf('answers="a - - b" at="4"');
    const paper = getComputedStyle(part(element, 'base')).backgroundColor;
    for (const verdict of ['right', 'wrong']) {
      expect(getComputedStyle(inside(element, `.mark.${verdict}`)).fill, verdict).not.to.equal(paper);
    }
  });

  it('has targets of at least 24 px at the beginning and at the end, its answers among them', async () => {
    for (const width of [320, 1024]) {
      await setViewport({ width, height: 800 });
      for (const markup of ['', `answers="${ALL}" at="15"`]) {
        const element = await quizOf(markup);
        for (const target of root(element).querySelectorAll('button:not([popover] *), label')) {
          const { width: across, height } = target.getBoundingClientRect();
          expect(Math.min(across, height), target.outerHTML.slice(0, 80)).to.be.at.least(24);
        }
      }
    }
  });

  it('asks as a group of fields with the question as its name', async () => {
    const element = await quizOf('', QUESTION);
    expect(inside(element, 'fieldset > legend').textContent).to.equal('What wakes the one on call?');
    expect(inside(element, '[part=controls] button').getAttribute('form')).to.equal(inside(element, 'form').id);
  });

  it('tells with the next step why the answer was right or not', async () => {
    const element = await quizOf('answers="b"', QUESTION + SEVERAL);
    const described = inside(element, '.go button').getAttribute('aria-describedby');
    expect(inside(element, `#${described}`).textContent).to.contain('Page on symptoms.');
  });

  it('prints question and answers, and no buttons', async () => {
    await emulate({ 'prefers-color-scheme': 'light' });
    const rules = root(await quizOf()).adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
    const print = rules.filter(({ cssText }) => cssText.startsWith('@media print')).map(({ cssText }) => cssText);
    expect(print.join(' ')).to.match(/\.strip, \.go \{ display: none; \}/);
  });
});
