import { expect } from '@open-wc/testing';
import type { ObsSloCalculator } from '../../../src/index.js';
import { sloCalculator as german } from '../../../src/i18n/de/slo-calculator.js';
import { figure as germanFigure } from '../../../src/i18n/de/figure.js';
import { registerLanguage } from '../../../src/i18n/languages.js';
import {
  calculator,
  calculators,
  drawn,
  emulate,
  expectNoGarbage,
  field,
  inside,
  listen,
  nextTask,
  part,
  place,
  press,
  problems,
  registerPseudoLocales,
  root,
  sentence,
  slider,
  type,
  words,
} from '../../helpers.js';

function colour(element: Element, property: string): string {
  return getComputedStyle(part(element, 'base')).getPropertyValue(property);
}

/** The texts of a tree, one by one: side by side they are no words. */
function texts(tree: Node): string[] {
  return tree.hasChildNodes() ? Array.from(tree.childNodes).flatMap(texts) : [tree.textContent ?? ''];
}

describe('<obs-slo-calculator> as an element', () => {
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('settings', () => {
    it('begins with its defaults', async () => {
      const { objective, window, spent, spentUnit, elapsedDays, noControls, theme, heading, open } = await calculator();
      expect([objective, window, spent, spentUnit, elapsedDays]).to.deep.equal([99.9, '30d', 0, 'minutes', 15]);
      expect([noControls, theme, heading, open]).to.deep.equal([false, 'auto', '', '']);
    });

    it('takes attributes as properties of their types', async () => {
      const element = await calculator(
        'objective="99.5" window="7" requests-per-second="5" elapsed-days="3" no-controls heading="Mine"',
      );
      const { objective, window, requestsPerSecond, elapsedDays, noControls, heading } = element;
      expect([objective, window, requestsPerSecond, elapsedDays, noControls, heading]).to.deep.equal([
        99.5,
        '7d',
        5,
        3,
        true,
        'Mine',
      ]);
    });

    it('returns to the default when an attribute is removed', async () => {
      const element = await calculator('objective="99" no-controls theme="dark"');
      for (const name of ['objective', 'no-controls', 'theme']) element.removeAttribute(name);
      await drawn(element);
      expect([element.objective, element.noControls, element.theme]).to.deep.equal([99.9, false, 'auto']);
      expect(sentence(element)).to.contain('99.9 %');
    });

    it('forgets what it refused when the attribute is removed', async () => {
      const element = await calculator('objective="abc"');
      element.removeAttribute('objective');
      await drawn(element);
      expect(problems(element)).to.deep.equal([]);
    });

    it('honours properties that were set before it was defined', async () => {
      // Outside a page an element is not upgraded until it is adopted: as if its script came later.
      const early = document.implementation.createHTMLDocument().createElement('obs-slo-calculator');
      Object.assign(early, { objective: 99.5, spent: 'abc' });
      const host = place();
      host.append(early);
      await drawn(early);
      expect(early.objective).to.equal(99.5);
      expect(Object.hasOwn(early, 'objective')).to.equal(false);
      expect(problems(early)[0]).to.contain('“abc”');
      early.objective = 99;
      await drawn(early);
      expect(sentence(early)).to.contain('99 %');
    });

    it('draws once for many changes', async () => {
      const element = await calculator();
      let drawings = 0;
      const observer = new MutationObserver(() => drawings++);
      observer.observe(part(element, 'sentence'), { childList: true, characterData: true, subtree: true });
      for (const objective of [90, 95, 99]) element.objective = objective;
      await drawn(element);
      observer.disconnect();
      expect(drawings).to.equal(1);
    });
  });

  describe('events', () => {
    it('stay silent for what a script does', async () => {
      const element = await calculator();
      const heard = listen(element);
      Object.assign(element, { objective: 99, window: '7d', spent: 3, open: 'nines alerts', theme: 'dark' });
      await drawn(element);
      element.setAttribute('spent', '5');
      element.reset();
      await drawn(element);
      expect(heard).to.deep.equal([]);
    });

    it('tell of a field that the reader changed, with the value that now holds', async () => {
      const element = await calculator();
      const heard = listen(element);
      await type(field(element, 'spent'), '35');
      await drawn(element);
      expect(element.spent).to.equal(35);
      expect(heard).to.have.length(1);
      expect(heard[0]).to.deep.include({ type: 'obs-change', setting: 'spent', value: 35 });
    });

    it('tell of a choice', async () => {
      const element = await calculator();
      const heard = listen(element);
      field(element, 'spentUnit').focus();
      await press('ArrowDown');
      await drawn(element);
      expect(heard).to.have.length(1);
      expect(heard[0]).to.deep.include({ type: 'obs-change', setting: 'spentUnit', value: 'requests' });
    });

    it('tell of an error in place of a change', async () => {
      const element = await calculator();
      const heard = listen(element);
      await type(field(element, 'objective'), 'abc');
      await drawn(element);
      expect(heard).to.have.length(1);
      expect(heard[0]).to.deep.include({ type: 'obs-error', setting: 'objective', given: 'abc' });
      expect(heard[0]!.message).to.equal(problems(element)[0]);
      expect(field(element, 'objective').value).to.equal('abc');
      expect(field(element, 'objective').getAttribute('aria-invalid')).to.equal('true');
    });

    it('leave the shadow tree and bubble to the page', async () => {
      const element = await calculator();
      const heard = listen(document.body);
      await type(field(element, 'spent'), '1');
      await drawn(element);
      expect(heard.map((event) => event.type)).to.deep.equal(['obs-change']);
    });

    it('let a page answer by setting another value', async () => {
      const element = await calculator();
      element.addEventListener('obs-change', () => (element.spent = 7));
      await type(field(element, 'spent'), '35');
      await drawn(element);
      expect(element.spent).to.equal(7);
      expect(field(element, 'spent').value).to.equal('7');
    });
  });

  describe('reset()', () => {
    it('goes back to what the author set, not to the defaults', async () => {
      const element = await calculator('objective="99.5" open="nines"');
      Object.assign(element, { objective: 90, spent: 9, open: '', window: 'wrong' });
      await drawn(element);
      element.reset();
      await drawn(element);
      expect([element.objective, element.spent, element.open]).to.deep.equal([99.5, 0, 'nines']);
      expect(problems(element)).to.deep.equal([]);
    });

    it('does no harm before the element is in a page', () => {
      expect(() => document.createElement('obs-slo-calculator').reset()).not.to.throw();
    });
  });

  describe('shareUrl()', () => {
    async function opened(url: string, markup: string = ''): Promise<ObsSloCalculator> {
      history.replaceState(null, '', new URL(url).hash);
      return calculator(markup);
    }

    it('opens the same state in another element', async () => {
      const first = await calculator('id="mine"');
      const state = {
        objective: 99.95,
        window: '2026-02',
        spent: 3,
        open: 'nines',
        dependencies: 'a b 99, c&d;=% 98 x2',
      };
      Object.assign(first, state);
      const url = first.shareUrl();
      first.remove();
      const second = await opened(url, 'id="mine"');
      for (const [name, value] of Object.entries(state)) expect(Reflect.get(second, name), name).to.equal(value);
      expect(second.shareUrl()).to.equal(url);
    });

    it('is the page’s address without anything of the element’s while nothing has changed', async () => {
      const element = await calculator('objective="99"');
      expect(element.shareUrl().split('#')[0]).to.equal(location.href.split('#')[0]);
      expect(element.shareUrl()).not.to.contain('objective');
    });

    it('keeps what else the fragment holds', async () => {
      history.replaceState(null, '', '#chapter-2');
      const element = await calculator();
      element.spent = 3;
      expect(new URL(element.shareUrl()).hash).to.equal('#chapter-2&obs-slo-calculator=1;spent=3');
    });

    it('lets two elements on a page answer only to their own key', async () => {
      history.replaceState(null, '', '#b=1;spent=2&obs-slo-calculator=1;spent=9');
      const [a, b] = await calculators(
        '<obs-slo-calculator id="a"></obs-slo-calculator><obs-slo-calculator id="b"></obs-slo-calculator>',
      );
      expect([a!.spent, b!.spent]).to.deep.equal([0, 2]);
    });

    it('is answered by the first of two elements without an id', async () => {
      history.replaceState(null, '', '#obs-slo-calculator=1;spent=9');
      const [first, second] = await calculators('<obs-slo-calculator></obs-slo-calculator>'.repeat(2));
      expect([first!.spent, second!.spent]).to.deep.equal([9, 0]);
    });

    it('opens a damaged link with a note, and goes back to the author’s state on reset', async () => {
      history.replaceState(null, '', '#obs-slo-calculator=1;spent=3;objective=abc;nonsense=1');
      const element = await calculator('objective="99"');
      expect(element.spent).to.equal(3);
      expect(element.objective).to.equal(99);
      expect(problems(element)).to.have.length(1);
      element.reset();
      await drawn(element);
      expect(element.spent).to.equal(0);
      expect(problems(element)).to.deep.equal([]);
    });
  });

  describe('embedCode()', () => {
    it('opens the same state elsewhere', async () => {
      const element = await calculator('objective="99.5" spent="3" heading="Mine"');
      const [copy] = (await calculators(element.embedCode())) as [ObsSloCalculator];
      expect([copy.objective, copy.spent, copy.heading]).to.deep.equal([99.5, 3, 'Mine']);
    });

    it('names the element in an iframe’s title', async () => {
      const element = await calculator();
      expect(element.embedCode('iframe')).to.contain('title="How much failure does an objective allow?"');
    });

    it('keeps hostile text within its attribute', async () => {
      const element = await calculator();
      element.heading = '"><img src=x onerror=alert(1)>';
      for (const kind of ['script', 'iframe'] as const) {
        const page = new DOMParser().parseFromString(element.embedCode(kind), 'text/html');
        expect(page.querySelectorAll('img').length).to.equal(0);
      }
    });
  });

  describe('in the page', () => {
    it('can be removed and put back', async () => {
      const element = await calculator('open="nines"');
      const host = element.parentElement!;
      element.remove();
      element.spent = 3;
      await element.updateComplete;
      host.append(element);
      await drawn(element);
      expect(sentence(element)).to.contain('You have used 3 min');
      expect(colour(element, 'border-block-start-style')).to.equal('solid');
    });

    it('keeps its styles and its state in another document', async () => {
      const element = await calculator('spent="3"');
      const frame = document.createElement('iframe');
      element.parentElement!.append(frame);
      frame.contentDocument!.body.append(element);
      await element.updateComplete;
      await nextTask();
      const base = part(element, 'base');
      const { borderBlockStartStyle, fontVariantNumeric } = frame.contentWindow!.getComputedStyle(base);
      expect([borderBlockStartStyle, fontVariantNumeric]).to.deep.equal(['solid', 'tabular-nums']);
      element.spent = 4;
      await element.updateComplete;
      expect(sentence(element)).to.contain('You have used 4 min');
      document.body.append(element);
      await drawn(element);
      expect(colour(element, 'border-block-start-style')).to.equal('solid');
      element.remove();
    });

    it('stops to listen when it is removed', async () => {
      const element = await calculator();
      element.remove();
      const before = root(element).innerHTML;
      registerLanguage('qqq', {});
      await element.updateComplete;
      expect(root(element).innerHTML).to.equal(before);
    });

    it('hides with the hidden attribute', async () => {
      const element = await calculator('hidden');
      expect(getComputedStyle(element).display).to.equal('none');
    });

    it('bears a page’s reset and large letters', async () => {
      const style = document.createElement('style');
      style.textContent = '* { margin: 0; padding: 0; border: 0; font-size: 1px; color: red; }';
      document.head.append(style);
      const element = await calculator();
      style.remove();
      expect(part(element, 'base').getBoundingClientRect().height).to.be.above(100);
    });
  });

  describe('slots', () => {
    it('shows a caption', async () => {
      const element = await calculator('', '<p slot="caption">Figure 1</p>');
      expect(element.querySelector('p')!.getBoundingClientRect().height).to.be.above(0);
    });

    it('hides what stood there before the script had run', async () => {
      const element = await calculator('', '<p>Needs JavaScript</p>');
      expect(element.querySelector('p')!.getBoundingClientRect().height).to.equal(0);
    });
  });

  describe('no-controls', () => {
    it('is a picture without anything to operate', async () => {
      const element = await calculator('no-controls spent="35" open="rules"');
      const operable = root(element).querySelectorAll('button, summary, a, textarea, [tabindex], input:not(:disabled)');
      expect(Array.from(operable, ({ outerHTML }) => outerHTML)).to.deep.equal([]);
      expect(sentence(element)).to.contain('8 min 12 s are left');
    });

    it('still explains what cannot be used', async () => {
      const element = await calculator('no-controls objective="abc" window="soon"');
      expect(problems(element)).to.have.length(2);
    });

    it('gives the controls back', async () => {
      const element = await calculator('no-controls');
      element.noControls = false;
      await drawn(element);
      expect(slider(element).disabled).to.equal(false);
      expect(field(element, 'spent').disabled).to.equal(false);
    });
  });

  describe('heading', () => {
    it('replaces the figure’s own', async () => {
      const element = await calculator('heading="Our checkout"');
      expect(words(part(element, 'heading').textContent)).to.equal('Our checkout');
      element.heading = '';
      await drawn(element);
      expect(words(part(element, 'heading').textContent)).to.equal('How much failure does an objective allow?');
    });
  });

  describe('the link to the model page', () => {
    const link = (element: Element): HTMLAnchorElement => inside<HTMLAnchorElement>(element, "[part='menu'] a");

    it('leads where the author says', async () => {
      expect(link(await calculator('model-page="/how.html"')).pathname).to.equal('/how.html');
    });

    it('is not offered where it would run a script, or is not known', async () => {
      for (const page of ['javascript:alert(1)', ' JavaScript:alert(1)', '\tjavascript:alert(1)', '']) {
        const element = await calculator();
        element.modelPage = page;
        await drawn(element);
        expect(part(element, 'menu').querySelector('a'), page).to.equal(null);
      }
    });
  });

  describe('the menu', () => {
    it('copies a link, embed code and iframe code, or offers them to copy by hand', async () => {
      const element = await calculator('spent="3"');
      const written: string[] = [];
      const offered = (): string => root(element).querySelector('textarea')?.value ?? '';
      Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: { writeText: (text: string) => Promise.resolve(void written.push(text)) },
      });
      const items = [...part(element, 'menu').querySelectorAll('button')];
      for (const item of items.slice(0, 3)) {
        item.click();
        await drawn(element);
      }
      expect(written).to.deep.equal([element.shareUrl(), element.embedCode(), element.embedCode('iframe')]);
      expect(offered()).to.equal('');
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
      items[0]!.click();
      await drawn(element);
      expect(offered()).to.equal(element.shareUrl());
      Reflect.deleteProperty(navigator, 'clipboard');
    });

    it('resets', async () => {
      const element = await calculator('spent="3"');
      element.spent = 9;
      [...part(element, 'menu').querySelectorAll('button')].at(-1)!.click();
      await drawn(element);
      expect(element.spent).to.equal(3);
    });

    it('downloads the figures', async () => {
      const element = await calculator();
      const saved: string[] = [];
      HTMLAnchorElement.prototype.click = function download() {
        saved.push(`${this.download} ${this.protocol}`);
      };
      inside(element, "[part='menu'] button:nth-child(4)").click();
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
      expect(saved).to.deep.equal(['slo-calculator.csv blob:']);
    });
  });

  describe('announcements', () => {
    it('say what cannot be used, in the element’s own live region', async () => {
      const element = await calculator();
      await type(field(element, 'objective'), 'abc');
      const region = inside(element, '[role=status]');
      expect(region.getBoundingClientRect().width).to.be.at.most(1);
      // The page may be in its quiet seconds after another test: then the region waits, and that is tested apart.
      expect(['', problems(element)[0]]).to.include(region.textContent);
    });
  });

  describe('languages', () => {
    after(() => {
      document.documentElement.lang = 'en';
    });

    it('change on the page when they come late', async () => {
      const element = await calculator('lang="qtz"');
      expect(sentence(element)).to.contain('you may be down');
      registerLanguage('qtz', { figure: germanFigure, sloCalculator: german });
      await drawn(element);
      expect(sentence(element)).to.contain('erlauben');
    });

    it('follow the page, an ancestor, and the element’s own word, the nearest first', async () => {
      registerLanguage('de', { figure: germanFigure, sloCalculator: german });
      document.documentElement.lang = 'de';
      expect(sentence(await calculator())).to.contain('erlauben');
      expect(sentence(await calculator('lang="en"'))).to.contain('you may be down');
      const [element] = await calculators('<div lang="en"><obs-slo-calculator></obs-slo-calculator></div>');
      expect(sentence(element!)).to.contain('you may be down');
      document.documentElement.lang = 'en';
    });

    it('are English where they are not loaded', async () => {
      for (const lang of ['xx', 'not a tag', '*', '__proto__']) {
        const element = await calculator();
        element.lang = lang;
        await drawn(element);
        expect(sentence(element), lang).to.contain('you may be down');
      }
    });

    it('turn round from right to left, the slider’s keys included', async () => {
      registerPseudoLocales();
      const element = await calculator('lang="ar-XB" objective="99" open="nines dependencies alerts methods rules"');
      expect(getComputedStyle(part(element, 'base')).direction).to.equal('rtl');
      expectNoGarbage(element);
      slider(element).focus();
      await press('ArrowLeft');
      await drawn(element);
      expect(element.objective).to.equal(99.1);
      await press('ArrowRight');
      await drawn(element);
      expect(element.objective).to.equal(99);
      await press('ArrowUp');
      await drawn(element);
      expect(element.objective).to.equal(99.1);
    });

    it('say everything in the catalogue’s words', async () => {
      registerPseudoLocales();
      const element = await calculator('lang="en-XA" spent="35" open="nines alerts methods"');
      const plain = texts(root(element))
        .flatMap((text) => text.split(/[^A-Za-z]+/))
        // Names: those of the methods, the formats and the months.
        .filter((word) => word.length > 3 && !/^(Occurrences|Timeslices|RatioTimeslices|\w+ber|\w+ary)$/.test(word))
        .filter((word) => word.slice(0, word.length / 2) !== word.slice(word.length / 2));
      const names = /^(January|March|April|June|July|August)$/;
      expect([...new Set(plain)].filter((word) => !names.test(word))).to.deep.equal([]);
    });
  });

  describe('theme', () => {
    it('is the page’s own unless given', async () => {
      await emulate();
      const [auto, light] = await calculators(
        '<obs-slo-calculator></obs-slo-calculator><obs-slo-calculator theme="light"></obs-slo-calculator>',
      );
      auto!.parentElement!.style.colorScheme = 'dark';
      expect(colour(auto!, 'background-color')).to.equal('rgb(20, 23, 26)');
      expect(colour(light!, 'background-color')).to.equal('rgb(255, 255, 255)');
    });
  });
});
