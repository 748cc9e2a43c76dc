import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../src/i18n/de/index.js';
import type { ObsQuiz } from '../../../src/index.js';
import { drawn, emulate, inside, part, registerPseudoLocales, root, violations } from '../../helpers.js';
import { QUESTION, quizOf, SEVERAL } from './quizzes.js';

const ALL = 'a b a b c a b a b c ab a b abc';
const LONG = `<section><p>${'Averylongwordwithoutanend'.repeat(8)}</p><ol><li data-right>a</li><li>b</li></ol></section>`;

function overflowing(element: Element): string[] {
  const { left, right } = element.getBoundingClientRect();
  return [...root(element).querySelectorAll<HTMLElement>('*')]
    .filter((inner) => !inner.closest('svg, .unseen, [popover]:not(:popover-open)'))
    .filter((inner) => {
      const box = inner.getBoundingClientRect();
      return box.width > 0 && (box.right > right + 1 || box.left < left - 8);
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 100));
}

function expectNoOverflow(element: Element): void {
  const { scrollWidth, clientWidth } = document.scrollingElement!;
  expect(scrollWidth, 'the page scrolls sideways').to.be.at.most(clientWidth);
  expect(overflowing(element)).to.deep.equal([]);
}

async function expectNoViolations(element: ObsQuiz): Promise<void> {
  expect(await violations(element)).to.deep.equal([]);
}

describe('<obs-quiz> for everyone', function everyone() {
  this.timeout(30_000);

  before(async () => {
    document.documentElement.lang = 'en';
    document.title = 'Test';
    registerPseudoLocales();
    await setViewport({ width: 1024, height: 800 });
  });

  afterEach(async () => {
    await emulate();
    await setViewport({ width: 1024, height: 800 });
    document.documentElement.removeAttribute('style');
  });

  const states: Readonly<Record<string, readonly [markup: string, content?: string]>> = {
    'as it begins': [''],
    'with a question answered': ['answers="a b a b" at="4"'],
    'with several to choose': ['topic="launch"'],
    'with several chosen': ['topic="launch" answers="abd"'],
    'at the end': [`answers="${ALL}" at="15"`],
    'as a picture': ['no-controls answers="- - a" at="3"'],
    'as a picture of the end': [`no-controls answers="${ALL}" at="15"`],
    'with the author’s own': ['answers="b"', QUESTION + SEVERAL],
    'with one question': ['', QUESTION],
    'with words that do not end': ['', LONG],
    'without a question': ['', '<script type="application/json">[]</script><p>See the book.</p>'],
    'with what cannot be used': ['topic="x" seed="-1" answers="1" at="0"'],
    'in German': ['lang="de" answers="a b a b" at="4"'],
    'in words twice as long': ['lang="en-XA" answers="a b a b" at="4"'],
    'from right to left': ['lang="ar-XB" answers="a b a b" at="4"'],
  };
  for (const [name, [markup, content]] of Object.entries(states)) {
    for (const theme of ['light', 'dark']) {
      it(`gives axe nothing to find ${name}, ${theme}`, async () => {
        await expectNoViolations(await quizOf(`${markup} theme="${theme}"`, content));
      });
    }

    it(`fits into 320 px ${name}`, async () => {
      await setViewport({ width: 320, height: 640 });
      const element = await quizOf(markup, content);
      expectNoOverflow(element);
      await expectNoViolations(element);
    });

    it(`bears text of 200 % ${name}`, async () => {
      document.documentElement.style.fontSize = '200%';
      const element = await quizOf(markup, content);
      expectNoOverflow(element);
      await expectNoViolations(element);
    });
  }

  it('gives axe nothing to find when nothing was chosen', async () => {
    const element = await quizOf();
    inside(element, '.go button').click();
    await drawn(element);
    await expectNoViolations(element);
  });

  const media: readonly Readonly<Record<string, string>>[] = [
    { 'forced-colors': 'active' },
    { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' },
    { 'prefers-color-scheme': 'dark' },
    { 'prefers-contrast': 'more' },
    { 'prefers-reduced-motion': 'reduce' },
  ];
  for (const features of media) {
    it(`gives axe nothing to find with ${Object.entries(features).join(' and ').replaceAll(',', ': ')}`, async () => {
      await emulate(features);
      document.documentElement.style.colorScheme = 'light dark';
      for (const markup of ['', 'answers="a b a b" at="4"', `answers="${ALL}" at="15"`]) {
        await expectNoViolations(await quizOf(markup));
      }
    });
  }

  it('moves nothing by itself', async () => {
    expect(root(await quizOf('answers="a"')).getAnimations()).to.deep.equal([]);
  });

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

  it('has targets of at least 24 px', async () => {
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

  it('gives every id once', async () => {
    for (const markup of ['', 'topic="x" seed="x"', 'answers="a"', `answers="${ALL}" at="15"`]) {
      const ids = Array.from(root(await quizOf(markup)).querySelectorAll('[id]'), ({ id }) => id);
      expect(ids.length).to.equal(new Set(ids).size);
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
