import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../src/i18n/de/index.js';
import type { ObsElement } from '../src/ui/element/obs-element.js';
import {
  drawn,
  emulate,
  expectNoGarbage,
  part,
  registerPseudoLocales,
  root,
  violations,
  type Rules,
} from './helpers.js';

/** The attributes that an author gives an element, or those and what stands between its tags. */
type Written = string | readonly [attributes: string, content: string];

/** An element of the kit, and what is to be looked at of it. */
export interface Shown {
  /** The element in the page, as it is written, drawn. */
  readonly figure: (attributes: string, content?: string) => Promise<ObsElement>;
  /** Attributes with which there is most to see and to operate. */
  readonly open: string;
  /** Attributes none of which can be used. */
  readonly unusable: string;
  /** What an author writes, by what that shows, in words that end a sentence. */
  readonly states: Readonly<Record<string, Written>>;
  /** A selector of what may be wider than the element, because it scrolls or is cut off on its own. */
  readonly scrolls?: string;
}

export const MEDIA: readonly Readonly<Record<string, string>>[] = [
  { 'forced-colors': 'active' },
  { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' },
  { 'prefers-color-scheme': 'dark' },
  { 'prefers-contrast': 'more' },
  { 'prefers-reduced-motion': 'reduce' },
];

// Of a tree grid the rows are clicked, whichever the cell.
const TARGETS =
  'button, select, summary, a, input, textarea, [role=slider], [role=option], [role=grid] [role=gridcell], [role=row][tabindex]';

export async function expectNoViolations(element: ObsElement, which: Rules = 'all'): Promise<void> {
  expect(await violations(element, which)).to.deep.equal([]);
}

/** The rules that can find something else when a reader has asked for this: all of them only where parts go or come. */
export function rulesUnder(features: Readonly<Record<string, string>>): Rules {
  return 'prefers-reduced-motion' in features ? 'all' : 'colors';
}

/** Neither does the page scroll sideways, nor does anything stand out of the element or of one of its charts. */
export function expectNoOverflow(element: Element, scrolls?: string): void {
  const { scrollWidth, clientWidth } = document.scrollingElement!;
  const free = ['svg', '.unseen', '[popover]:not(:popover-open)', ...(scrolls ? [scrolls] : [])].join();
  expect(
    overflowing(
      element,
      [...root(element).querySelectorAll('*')].filter((inner) => !inner.closest(free)),
    ),
  ).to.deep.equal([]);
  for (const chart of root(element).querySelectorAll('obs-chart')) {
    expect(overflowing(chart, root(chart).querySelectorAll('.head *, .plot, canvas'))).to.deep.equal([]);
  }
  expect(scrollWidth, 'the page scrolls sideways').to.be.at.most(clientWidth);
}

/** Those which stand out of the element, by markup. */
function overflowing(element: Element, inner: Iterable<Element>): string[] {
  const { left, right } = element.getBoundingClientRect();
  return Array.from(inner)
    .filter((each) => {
      const box = each.getBoundingClientRect();
      return box.width > 0 && (box.right > right + 1 || box.left < left - 1);
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 100));
}

function expectIdsOnce(element: Element): void {
  const ids = Array.from(root(element).querySelectorAll('[id]'), ({ id }) => id).filter(Boolean);
  expect(ids).to.deep.equal([...new Set(ids)]);
}

/** Everything that can be operated has a name, and so have drawings, unless they are for eyes alone. */
function expectNames(element: ObsElement, word: RegExp): void {
  for (const input of root(element).querySelectorAll<HTMLInputElement>('input, select, textarea, [role=slider]')) {
    const name = input.getAttribute('aria-label') ?? input.labels?.[0]?.textContent.trim();
    expect(name, input.outerHTML.slice(0, 80)).to.match(word);
  }
  for (const drawing of root(element).querySelectorAll('svg:not(svg svg)')) {
    if (drawing.closest('[aria-hidden=true]') !== null) continue;
    // An image has nothing inside that can be operated.
    const roles = drawing.querySelector('[role=button]') ? ['group'] : ['img'];
    expect(roles, drawing.outerHTML.slice(0, 80)).to.include(drawing.getAttribute('role'));
    expect(drawing.getAttribute('aria-label')).to.match(word);
  }
}

function expectNoAnimations(element: Element): void {
  expect(root(element).getAnimations()).to.deep.equal([]);
}

function expectPrintStyles(element: Element): void {
  const rules = root(element).adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
  expect(rules.some(({ cssText }) => cssText.startsWith('@media print'))).to.equal(true);
}

const EVERYTHING_OPEN = 'with everything open';

/** Registers, in the `describe` that calls it, what has to be true of every element of the kit. */
export function forEveryone({ figure, open, unusable, states, scrolls }: Shown): void {
  const inEnglish: Readonly<Record<string, Written>> = {
    ...states,
    [EVERYTHING_OPEN]: open,
    'with what cannot be used': unusable,
  };
  const everyState: Readonly<Record<string, Written>> = {
    ...inEnglish,
    'in German': `lang="de" ${open}`,
    'in words twice as long': `lang="en-XA" ${open}`,
    'from right to left': `lang="ar-XB" ${open}`,
  };

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
    document.documentElement.removeAttribute('dir');
  });

  for (const [state, written] of Object.entries(everyState)) {
    const [attributes, content] = typeof written === 'string' ? [written] : written;

    // In one test, because some figures run for seconds before there is anything to look at.
    it(`fits into the page and gives axe nothing to find ${state}: in 320 px, in text of 200 %, in light and in dark`, async () => {
      await setViewport({ width: 320, height: 640 });
      const element = await figure(attributes, content);
      expectNoOverflow(element, scrolls);
      await expectNoViolations(element, 'all but colors');
      // In some states an answer is a single letter.
      expectNames(element, state === EVERYTHING_OPEN ? /\p{L}{3}/u : /\p{L}/u);
      expectNoAnimations(element);
      expectPrintStyles(element);

      document.documentElement.style.fontSize = '200%';
      for (const width of [1024, 640]) {
        await setViewport({ width, height: 800 });
        await drawn(element);
        expectNoOverflow(element, scrolls);
        await expectNoViolations(element, 'all but colors');
      }
      // Colors in text of 100 %: larger text may have less contrast.
      document.documentElement.style.fontSize = '';
      await setViewport({ width: 1024, height: 800 });
      for (const theme of state in inEnglish ? ['light', 'dark'] : []) {
        element.setAttribute('theme', theme);
        await drawn(element);
        await expectNoViolations(element, 'colors');
      }
      expectIdsOnce(element);
      expectNoGarbage(element);
    });
  }

  it('has colors that can be told apart in forced colors, in the dark and with more contrast', async () => {
    document.documentElement.style.colorScheme = 'light dark';
    const element = await figure(open);
    for (const features of MEDIA.filter((each) => rulesUnder(each) === 'colors')) {
      await emulate(features);
      await drawn(element);
      await expectNoViolations(element, 'colors');
    }
  });

  it('gives axe nothing to find with reduced motion', async () => {
    await emulate({ 'prefers-reduced-motion': 'reduce' });
    await expectNoViolations(await figure(open));
  });

  it('opens its menu within the page, from left to right and from right to left', async () => {
    const element = await figure(open);
    const menu = part(element, 'menu');
    for (const width of [1024, 320]) {
      await setViewport({ width, height: 640 });
      for (const lang of ['en', 'de', 'ar-XB', 'en-XA']) {
        element.setAttribute('lang', lang);
        await drawn(element);
        part(element, 'menu-button').click();
        await drawn(element);
        const { left, right, height } = menu.getBoundingClientRect();
        expect(left, lang).to.be.at.least(0);
        expect(right, lang).to.be.at.most(width);
        expect(height).to.be.above(100);
        if (lang === 'en') await expectNoViolations(element);
        menu.hidePopover();
      }
    }
  });

  it('has targets of at least 24 px', async () => {
    const element = await figure(open);
    part(element, 'menu-button').click();
    await drawn(element);
    for (const width of [320, 1024]) {
      await setViewport({ width, height: 800 });
      await drawn(element);
      const small = Array.from(root(element).querySelectorAll(TARGETS)).filter((target) => {
        // A click beside the input, but within its box, is a click on it.
        const box = (target.closest('label .box') ?? target).getBoundingClientRect();
        return Math.min(box.width, box.height) < 24;
      });
      expect(
        small.map(({ outerHTML }) => outerHTML.slice(0, 100)),
        `at ${width} px`,
      ).to.deep.equal([]);
    }
  });
}
