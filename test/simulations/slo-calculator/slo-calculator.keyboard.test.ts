import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  calculator,
  drawn,
  expectFocus,
  field,
  focused,
  inside,
  listen,
  part,
  press,
  root,
  sentence,
  slider,
  type,
  words,
} from '../../helpers.js';

const summaries = (element: Element): HTMLElement[] => [...root(element).querySelectorAll('summary')];
const links = (element: Element): HTMLInputElement[] => [
  ...root(element).querySelectorAll<HTMLInputElement>("input[aria-label='Depends on']"),
];

describe('<obs-slo-calculator> by keyboard alone', () => {
  describe('its slider', () => {
    const moves: readonly (readonly [string, number, number])[] = [
      ['ArrowRight', 99, 99.1],
      ['ArrowUp', 99, 99.1],
      ['ArrowLeft', 99, 98],
      ['ArrowDown', 99, 98],
      ['PageUp', 99, 99.9],
      ['PageDown', 99.95, 99.5],
      ['Home', 99, 90],
      ['End', 99, 99.9999],
      ['ArrowLeft', 90, 90],
      ['ArrowRight', 99.9999, 99.9999],
      ['ArrowDown', 100, 99.9999],
    ];
    for (const [key, before, after] of moves) {
      it(`goes from ${before} to ${after} on ${key}`, async () => {
        const element = await calculator(`objective="${before}"`);
        slider(element).focus();
        await press(key);
        await drawn(element);
        expect(element.objective).to.equal(after);
      });
    }

    it('visits the marks one after the other', async () => {
      const element = await calculator('objective="90"');
      slider(element).focus();
      const visited: number[] = [];
      for (let step = 0; step < 12; step++) {
        await press('ArrowRight');
        visited.push(element.objective);
      }
      expect(visited).to.deep.equal([91, 92, 93, 94, 95, 96, 97, 98, 99, 99.1, 99.2, 99.3]);
    });

    it('tells of each step: first while it moves, then when it has moved', async () => {
      const element = await calculator('objective="99"');
      const heard = listen(element);
      slider(element).focus();
      await press('ArrowRight');
      await drawn(element);
      expect(heard.map(({ type: name, setting, value }) => [name, setting, value])).to.deep.equal([
        ['obs-input', 'objective', 99.1],
        ['obs-change', 'objective', 99.1],
      ]);
    });

    it('tells a screen reader what the place means', async () => {
      const element = await calculator('objective="99"');
      slider(element).focus();
      await press('PageUp');
      await drawn(element);
      expect(slider(element).getAttribute('aria-valuetext')).to.equal(
        'At 99.9 % you may be down 43 min 12 s in 30 days',
      );
    });

    it('keeps the focus', async () => {
      const element = await calculator();
      slider(element).focus();
      await press('ArrowRight', 'ArrowRight', 'Home');
      expectFocus(slider(element));
    });
  });

  describe('its fields', () => {
    it('take a number on Enter, in the language’s own way', async () => {
      const element = await calculator('lang="en"');
      await type(field(element, 'requestsPerSecond'), '1,200');
      await type(field(element, 'objective'), '99.95');
      await drawn(element);
      expect([element.requestsPerSecond, element.objective]).to.deep.equal([1200, 99.95]);
    });

    it('take a number when they are left', async () => {
      const element = await calculator();
      field(element, 'spent').focus();
      field(element, 'spent').select();
      await sendKeys({ type: '35' });
      await press('Tab');
      await drawn(element);
      expect(element.spent).to.equal(35);
      expectFocus(field(element, 'spentUnit'));
    });

    for (const given of ['abc', '-1', '0', '']) {
      it(`explain “${given}” beside the objective, and forget it on a good value`, async () => {
        const element = await calculator();
        const input = field(element, 'objective');
        await type(input, given);
        await drawn(element);
        const note = root(element).getElementById(input.getAttribute('aria-describedby')!);
        expect(words(note?.textContent ?? '')).to.equal(
          `Objective: “${given}” is not a number from 1 to 100. It stays at 99.9.`,
        );
        expect(input.value).to.equal(given);
        await type(input, '99');
        await drawn(element);
        expect(input.getAttribute('aria-invalid')).to.equal('false');
        expect(root(element).getElementById('note-objective')?.textContent ?? '').to.equal('');
        expect(element.objective).to.equal(99);
      });
    }

    it('choose a window', async () => {
      const element = await calculator();
      field(element, 'window').focus();
      await press('ArrowUp');
      await drawn(element);
      expect(element.window).to.equal('28d');
      expect(sentence(element)).to.contain('in 28 days');
    });
  });

  describe('its sections', () => {
    for (const [index, name] of ['nines', 'dependencies', 'alerts', 'methods', 'rules'].entries()) {
      it(`open and close: ${name}`, async () => {
        const element = await calculator();
        summaries(element)[index]!.focus();
        await press('Enter');
        await drawn(element);
        expect(element.open).to.equal(name);
        expect(summaries(element)[index]!.closest('details')!.childElementCount).to.be.above(1);
        await press('Space');
        await drawn(element);
        expect(element.open).to.equal('');
        expectFocus(summaries(element)[index]!);
      });
    }

    it('stay open side by side', async () => {
      const element = await calculator();
      for (const index of [0, 2]) {
        summaries(element)[index]!.focus();
        await press('Enter');
        await drawn(element);
      }
      expect(element.open.split(' ')).to.have.members(['nines', 'alerts']);
    });
  });

  describe('its dependencies', () => {
    it('are added one after the other', async () => {
      const element = await calculator('objective="99.99" open="dependencies"');
      await type(links(element).at(-1)!, 'database 99.95');
      await drawn(element);
      expect(element.dependencies).to.equal('database 99.95');
      expect(words(summaries(element)[1]!.textContent)).to.contain('Your database alone will break this.');
    });

    it('are rewritten and removed', async () => {
      const element = await calculator('open="dependencies" dependencies="database 99.95,cache 99.9"');
      await type(links(element)[0]!, 'database 99.99 x2');
      await drawn(element);
      expect(element.dependencies).to.equal('database 99.99 x2,cache 99.9');
      await type(links(element)[1]!, '');
      await drawn(element);
      expect(element.dependencies).to.equal('database 99.99 x2');
    });

    it('are explained where they cannot be read', async () => {
      const element = await calculator('open="dependencies" dependencies="database 99.95"');
      await type(links(element)[0]!, 'database');
      await drawn(element);
      expect(element.dependencies).to.equal('database 99.95');
      expect(root(element).getElementById('note-dependencies')?.textContent).to.contain('“database”');
    });
  });

  describe('the outage', () => {
    it('moves through the day', async () => {
      const element = await calculator('open="methods" outage-hour="3"');
      field(element, 'outageHour').focus();
      await press('ArrowRight');
      await drawn(element);
      expect(element.outageHour).to.equal(4);
      expect(field(element, 'outageHour').getAttribute('aria-valuetext')).to.equal('30 min from 4:00');
    });
  });

  describe('its menu', () => {
    const isOpen = (element: Element): boolean => part(element, 'menu').matches(':popover-open');

    it('opens on Enter, closes on Escape, and gives the focus back', async () => {
      const element = await calculator();
      part(element, 'menu-button').focus();
      await press('Enter');
      expect(isOpen(element)).to.equal(true);
      await press('Tab');
      expect(part(element, 'menu').contains(focused())).to.equal(true);
      await press('Escape');
      expect(isOpen(element)).to.equal(false);
      expectFocus(part(element, 'menu-button'));
    });

    it('does what the chosen item says, closes, and gives the focus back', async () => {
      const element = await calculator('spent="3"');
      element.spent = 9;
      part(element, 'menu-button').focus();
      await press('Enter');
      const items = [...part(element, 'menu').querySelectorAll<HTMLElement>('a, button')];
      for (const item of items) {
        await press('Tab');
        expectFocus(item);
      }
      await press('Enter');
      await drawn(element);
      expect(element.spent).to.equal(3);
      expect(isOpen(element)).to.equal(false);
      expectFocus(part(element, 'menu-button'));
    });
  });

  it('reaches everything by Tab in reading order, and leaves again', async () => {
    const element = await calculator('open="nines dependencies alerts methods rules"');
    const outside = document.createElement('button');
    element.after(outside);
    const all = 'input, select, summary, button, a, textarea, [tabindex]';
    const operable = [...root(element).querySelectorAll(all)].filter((inner) => !inner.closest('[popover]'));
    slider(element).focus();
    const reached: Element[] = [];
    for (let at = focused(); at !== outside && reached.length <= operable.length; at = focused()) {
      if (at) reached.push(at);
      await press('Tab');
    }
    const described = (inner: Element): string => inner.outerHTML.slice(0, 80);
    expect(reached.map(described)).to.deep.equal(operable.map(described));
    outside.remove();
  });

  it('shows where the focus is', async () => {
    const element = await calculator('open="rules"');
    for (const operable of [
      slider(element),
      inside(element, 'summary'),
      part(element, 'menu-button'),
      inside(element, 'pre'),
    ]) {
      operable.focus();
      await press('Shift');
      const { outlineStyle, outlineWidth } = getComputedStyle(operable);
      expect([outlineStyle, outlineWidth], operable.localName).to.deep.equal(['solid', '2px']);
    }
    field(element, 'spent').focus();
    expect(getComputedStyle(field(element, 'spent').closest('.box')!).outlineStyle).to.equal('solid');
  });

  it('takes no focus on its own', async () => {
    const element = await calculator();
    element.objective = 99;
    await drawn(element);
    expectFocus(document.body);
  });
});
