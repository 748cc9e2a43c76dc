import { expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import axe from 'axe-core';
import '../src/define.js';
import { english, type AllText } from '../src/i18n/en/index.js';
import { registerLanguage } from '../src/i18n/languages.js';
import type { ObsSloCalculator } from '../src/index.js';
import type { ObsElement } from '../src/ui/element/obs-element.js';

/** The elements of the kit in this markup, in the page and drawn; removed after the test. */
export async function figures(markup: string): Promise<ObsElement[]> {
  const elements = [...place(markup).querySelectorAll<ObsElement>('*')].filter((element) =>
    element.localName.startsWith('obs-'),
  );
  for (const element of elements) {
    expect(customElements.get(element.localName), `${element.localName} is registered`).to.be.a('function');
    await drawn(element);
  }
  return elements;
}

/** The calculator in the page, drawn; `markup` is what an author writes between `<obs-slo-calculator` and `>`. */
export async function calculator(markup: string = '', content: string = ''): Promise<ObsSloCalculator> {
  expect(customElements.get('obs-slo-calculator'), 'is registered').to.be.a('function');
  const [element] = await calculators(`<obs-slo-calculator ${markup}>${content}</obs-slo-calculator>`);
  return element!;
}

/** The calculators of this markup, in the page and drawn; removed after the test. */
export async function calculators(markup: string): Promise<ObsSloCalculator[]> {
  const host = place(markup);
  const elements = [...host.querySelectorAll('obs-slo-calculator')];
  for (const element of elements) await drawn(element);
  return elements;
}

const places: HTMLElement[] = [];

/** Markup in the page, as an author writes it, until the test is over. Not open-wc's fixture: that waits for a frame, which a tab behind another never has. */
export function place(markup: string = ''): HTMLElement {
  const host = document.createElement('div');
  document.body.append(host);
  host.innerHTML = markup;
  places.push(host);
  return host;
}

afterEach(async () => {
  for (const host of places.splice(0)) host.remove();
  // What lets go of something only when an element has not come back at once.
  await nextTask();
});

/** Lets events that the browser has queued arrive. No animation frame: a tab behind another has none. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => resolve(), { once: true });
    port1.start();
    port2.postMessage(null);
  });
}

/** Resolves when what was set is on the screen, and what that sets in motion has come to rest. */
export async function drawn(element: ObsElement): Promise<void> {
  await element.updateComplete;
  await nextTask();
  await element.updateComplete;
}

export function root(element: Element): ShadowRoot {
  return element.shadowRoot!;
}

/** The first match within the element's shadow tree. */
export function inside<T extends Element = HTMLElement>(element: Element, selector: string): T {
  const found = root(element).querySelector<T>(selector);
  // A boolean, here and below: chai takes minutes to print an element.
  expect(found !== null, selector).to.equal(true);
  return found!;
}

export function part<T extends Element = HTMLElement>(element: Element, name: string): T {
  return inside<T>(element, `[part='${name}']`);
}

/** The field for a setting: `<input name="spent">`. */
export function field<T extends HTMLElement = HTMLInputElement>(element: Element, setting: string): T {
  return inside<T>(element, `[name='${setting}']`);
}

export function slider(element: Element): HTMLInputElement {
  return inside<HTMLInputElement>(element, "[part='slider'] input");
}

export function sentence(element: Element): string {
  return words(part(element, 'sentence').textContent);
}

export function notes(element: Element): string[] {
  return Array.from(root(element).querySelectorAll("[part='note']"), ({ textContent }) => words(textContent));
}

/** The notes about settings, which have an id; others are remarks of the lesson. */
export function problems(element: Element): string[] {
  return Array.from(root(element).querySelectorAll("[part='note'][id^='note-']"), (note) => words(note.textContent));
}

/** Text with single spaces. */
export function words(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** Everything that a reader sees or hears: text, what stands in fields, and what is told to a screen reader. */
export function everythingShown(element: Element): string {
  const shown = [words(root(element).textContent)];
  for (const inner of root(element).querySelectorAll('*')) {
    for (const { name, value } of inner.attributes) shown.push(`${name}=${value}`);
    if (inner instanceof HTMLInputElement || inner instanceof HTMLTextAreaElement) shown.push(`value=${inner.value}`);
  }
  return shown.join('\n');
}

export function expectNoGarbage(element: Element): void {
  const garbage = /.{0,60}\b(NaN|Infinity|undefined|null|\[object \w+\])\b.{0,60}/.exec(everythingShown(element));
  expect(garbage?.[0], 'garbage on the screen').to.equal(undefined);
}

interface Heard {
  readonly type: string;
  readonly setting: unknown;
  readonly value: unknown;
  readonly given: unknown;
  readonly message: unknown;
}

/** What the page hears of the element from now on. */
export function listen(target: EventTarget): Heard[] {
  const heard: Heard[] = [];
  for (const type of ['obs-input', 'obs-change', 'obs-error']) {
    target.addEventListener(type, (event) => {
      const [setting, value, given, message] = ['setting', 'value', 'given', 'message'].map(
        (name) => Reflect.get(event, name) as unknown,
      );
      heard.push({ type, setting, value, given, message });
    });
  }
  return heard;
}

export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}

/** Replaces what stands in a field, as a reader would, and leaves it with Enter. */
export async function type(input: HTMLInputElement, text: string): Promise<void> {
  input.focus();
  input.select();
  await (text ? sendKeys({ type: text }) : press('Delete'));
  await press('Enter');
  await nextTask();
}

/** The element that has the focus, in whichever shadow tree. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

export function expectFocus(element: Element): void {
  const active = focused();
  expect(active === element, `the focus is on ${active?.outerHTML.slice(0, 80)}`).to.equal(true);
}

/** Media features as the browser reports them, such as `{ 'forced-colors': 'active' }`; none resets them all. */
export async function emulate(features: Readonly<Record<string, string>> = {}): Promise<void> {
  await executeServerCommand('emulate-css-media', features);
  await nextTask();
}

const ALL_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];

/** Which of axe's rules: those that look at colors take half the time, and see the same at every width, in every language. */
export type Rules = 'all' | 'colors' | 'all but colors';

/** What axe finds, the size of targets included, which it leaves out unless asked. */
export async function violations(context: Element, which: Rules = 'all'): Promise<string[]> {
  const enabled = which !== 'all but colors';
  const colors = Object.fromEntries(COLOR_RULES.map((rule) => [rule, { enabled }]));
  const { violations: found } = await axe.run(context, {
    ...(which === 'colors'
      ? { runOnly: { type: 'rule', values: COLOR_RULES } }
      : { runOnly: { type: 'tag', values: ALL_RULES }, rules: { ...colors, 'target-size': { enabled: true } } }),
    resultTypes: ['violations'],
    // There is no media in the kit, and its styles are not read by any of these rules.
    preload: false,
  });
  // A fixture is not a page: landmarks and headings are the page's.
  const pageRules = new Set(['region', 'page-has-heading-one', 'landmark-one-main']);
  return found
    .filter(({ id }) => !pageRules.has(id))
    .flatMap(({ id, nodes }) => nodes.map(({ html: markup, failureSummary }) => `${id}: ${markup} ${failureSummary}`));
}

/** English text by `change`, deeply; what a message is given stays as it is, and so do the asterisks. */
function pseudo(value: unknown, change: (word: string) => string): unknown {
  const changed = (text: string): string => text.replace(/[A-Za-z]+/g, change);
  if (typeof value === 'string') return changed(value);
  if (typeof value === 'function') {
    // The message is changed with stand-ins in it, so that nothing is changed twice.
    return (...given: readonly string[]): string => {
      const standIns = given.map((_, index) => String.fromCharCode(0xe000 + index));
      const message = changed(String(Reflect.apply(value, undefined, standIns)));
      return message.replace(/[\uE000-\uE0FF]/g, (standIn) => given[standIn.charCodeAt(0) - 0xe000] ?? '');
    };
  }
  if (Array.isArray(value)) return value.map((item) => pseudo(item, change));
  return Object.fromEntries(Object.entries(value as object).map(([key, item]) => [key, pseudo(item, change)]));
}

function register(tag: string, direction: 'ltr' | 'rtl', change: (word: string) => string): void {
  const catalogue = pseudo(english, change) as AllText;
  registerLanguage(tag, { ...catalogue, figure: { ...catalogue.figure, direction } });
}

/** `en-XA` doubles every word, `ar-XB` writes right to left: what a layout and its sentences have to bear. */
export function registerPseudoLocales(): void {
  register('en-XA', 'ltr', (word) => word + word);
  register('ar-XB', 'rtl', (word) => `\u202e${word}\u202c`);
}
