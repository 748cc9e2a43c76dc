import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../src/i18n/de/index.js';
import type { ObsSloCalculator } from '../../../src/index.js';
import { parseDependencies } from '../../../src/simulations/slo-calculator/slo-calculator.settings.js';
import {
  calculator,
  drawn,
  emulate,
  field,
  inside,
  listen,
  nextTask,
  part,
  place,
  problems,
  registerPseudoLocales,
  root,
  sentence,
  type,
  violations,
  words,
} from '../../helpers.js';

const links = (element: Element): HTMLInputElement[] => [
  ...root(element).querySelectorAll<HTMLInputElement>("input[aria-label='Depends on']"),
];
const values = (element: Element): string[] => links(element).map(({ value }) => value);
const strip = (): void => history.replaceState(null, '', location.pathname + location.search);

describe('<obs-slo-calculator> among strangers', () => {
  afterEach(async () => {
    strip();
    await emulate();
    await setViewport({ width: 1024, height: 800 });
  });

  const modelPage = (element: Element): string | undefined => part(element, 'menu').querySelector('a')?.href;

  it('offers no model page that runs a script, however it is written', async () => {
    for (const page of ['java\nscript:alert(1)', '\x01javascript:alert(1)', 'java\tscript:alert(1)']) {
      const element = await calculator();
      element.modelPage = page;
      await drawn(element);
      expect(modelPage(element), page).to.equal(undefined);
    }
  });
  it('takes no words and no address of the author from a link', async () => {
    history.replaceState(null, '', '#obs-slo-calculator=1;modelPage=https://evil.example/;heading=Click%20me;spent=3');
    const element = await calculator();
    expect(element.spent).to.equal(3);
    expect(modelPage(element)).to.equal(undefined);
    expect(words(part(element, 'heading').textContent)).not.to.contain('Click');
  });
  it('adds dependencies one after the other', async () => {
    const element = await calculator('open="dependencies"');
    await type(links(element).at(-1)!, 'database 99.95');
    await drawn(element);
    expect(values(element)).to.deep.equal(['database 99.95', '']);
    await type(links(element).at(-1)!, 'cache 99.9');
    await drawn(element);
    expect(element.dependencies).to.equal('database 99.95,cache 99.9');
  });
  it('forgets a refused dependency when it is reset', async () => {
    const element = await calculator('open="dependencies"');
    await type(links(element).at(-1)!, 'bad');
    element.reset();
    await drawn(element);
    expect(values(element)).to.deep.equal(['']);
  });
  it('can keep 99.9 % on a dependency of 99.9 %', async () => {
    const element = await calculator('objective="99.9" dependencies="db 99.9"');
    expect(words(root(element).textContent)).not.to.contain('will break this');
  });
  it('exports before it is drawn', () => {
    expect(document.createElement('obs-slo-calculator').exportData()).to.be.a('string');
  });
  it('exports what was set a moment ago', async () => {
    const element = await calculator();
    element.objective = 90;
    expect(element.exportData()).to.contain('objective,0.9\r\n');
  });
  it('reports one wrong attribute once', async () => {
    const host = place();
    const heard = listen(host);
    host.innerHTML = '<obs-slo-calculator objective="abc"></obs-slo-calculator>';
    await drawn(host.firstElementChild as ObsSloCalculator);
    expect(heard.length).to.equal(1);
  });
  for (const id of ['größe', 'objective2', 'objective', 'a+b', 'a&b', 'a=b', 'a;b', 'a%20b']) {
    it(`opens a link again under the id ${id}`, async () => {
      const first = await calculator(`id="${id}"`);
      first.spent = 3;
      first.objective = 99;
      const url = first.shareUrl();
      first.remove();
      history.replaceState(null, '', new URL(url).hash);
      const second = await calculator(`id="${id}"`);
      expect([second.spent, second.objective]).to.deep.equal([3, 99]);
    });
  }
  it('keeps what else the fragment holds, whatever it is', async () => {
    history.replaceState(null, '', '#x=$&');
    expect(new URL((await calculator()).shareUrl()).hash).to.match(/^#x=\$&/);
  });
  it('links to nothing changed before it is drawn', () => {
    expect(document.createElement('obs-slo-calculator').shareUrl()).not.to.contain('objective');
  });
  it('shows 1e309 as it was typed', async () => {
    const element = await calculator();
    await type(field(element, 'objective'), '1e309');
    await drawn(element);
    expect(field(element, 'objective').value).to.equal('1e309');
    expect(problems(element)[0]).not.to.contain('Infinity');
  });
  it('has no field at all without controls', async () => {
    expect(root(await calculator('no-controls')).querySelectorAll('select').length).to.equal(0);
  });
  it('explains a wrong calendar once', async () => {
    expect(problems(await calculator('calendar="julian"')).length).to.equal(1);
  });
  it('keeps the burn-rate axis within the figure from right to left', async () => {
    registerPseudoLocales();
    const element = await calculator('lang="ar-XB" open="alerts"');
    const { left } = part(element, 'base').getBoundingClientRect();
    for (const label of root(element).querySelectorAll('svg text')) {
      expect(label.getBoundingClientRect().left).to.be.at.least(left - 1);
    }
  });
  it('gives axe nothing to find on the axis from right to left, in the dark', async () => {
    registerPseudoLocales();
    expect(await violations(await calculator('lang="ar-XB" theme="dark" open="alerts"'))).to.deep.equal([]);
  });
  it('fits words twice as long into 320 px', async () => {
    registerPseudoLocales();
    await setViewport({ width: 320, height: 640 });
    await calculator('lang="en-XA" open="nines alerts"');
    expect(document.scrollingElement!.scrollWidth).to.be.at.most(320);
  });
  it('fits its menu in words twice as long into 320 px', async () => {
    registerPseudoLocales();
    await setViewport({ width: 320, height: 640 });
    const element = await calculator('lang="en-XA"');
    part(element, 'menu-button').click();
    await nextTask();
    expect(part(element, 'menu').getBoundingClientRect().right).to.be.at.most(320);
  });
  it('draws a long outage within the day', async () => {
    const element = await calculator('spent="6000" outage-hour="20" open="methods"');
    expect(document.scrollingElement!.scrollWidth).to.be.at.most(innerWidth);
    const { right } = part(element, 'base').getBoundingClientRect();
    expect(inside<SVGElement>(element, '.outage').getBoundingClientRect().right).to.be.at.most(right + 1);
  });
  it('never shows less than 100 % as 100 %', async () => {
    expect(sentence(await calculator('objective="99.99999999"'))).not.to.contain('100 %');
  });
  it('bears a document without a view', async () => {
    const element = await calculator();
    const errors: string[] = [];
    const before = window.onerror;
    window.onerror = (message) => {
      errors.push(typeof message === 'string' ? message : message.type);
      return true;
    };
    document.implementation.createHTMLDocument().body.append(element);
    window.onerror = before;
    expect(errors).to.deep.equal([]);
  });
  it('takes a language tag in any case', async () => {
    expect(sentence(await calculator('lang="DE"'))).to.contain('erlauben');
  });
  it('writes the value that stays as the language does', async () => {
    expect(problems(await calculator('lang="de" objective="abc"'))[0]).to.contain('99,9.');
  });
  it('tells the page of a reset from the menu', async () => {
    const element = await calculator();
    element.spent = 4;
    const heard = listen(element);
    [...part(element, 'menu').querySelectorAll('button')].at(-1)!.click();
    await drawn(element);
    expect(heard.length).to.be.above(0);
  });
  it('refuses a text too long to be dependencies', () => {
    expect(parseDependencies(`a 9${' '.repeat(100_000)}z`)).to.equal(undefined);
  });
  it('shows no NaN that a property was given', async () => {
    const element = await calculator();
    element.objective = NaN;
    await drawn(element);
    expect(words(root(element).textContent)).not.to.match(/NaN|Infinity/);
  });
  it('lets anybody read its attributes', () => {
    const { constructor } = document.createElement('obs-slo-calculator');
    expect(Reflect.get(constructor, 'observedAttributes')).to.include('objective');
  });
  it('refuses an object for a heading', async () => {
    const element = await calculator();
    Reflect.set(element, 'heading', {});
    await drawn(element);
    expect(words(part(element, 'heading').textContent)).not.to.equal('object');
  });
  it('has no empty id', async () => {
    expect(root(await calculator()).querySelectorAll("[id='']").length).to.equal(0);
  });
});
