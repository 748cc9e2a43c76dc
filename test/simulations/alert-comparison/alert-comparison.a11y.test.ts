import { expect } from '@open-wc/testing';
import { forEveryone } from '../../for-everyone.js';
import { drawn, emulate, part, root } from '../../helpers.js';
import { comparison, lanes } from './figure.js';

const OPEN = 'open="table many rule files more"';

describe('<obs-alert-comparison> for everyone', () => {
  forEveryone({
    figure: comparison,
    open: OPEN,
    unusable: `objective="abc" seed="-1" rule="errors[5m > 1" week="x" theme="blue" ${OPEN}`,
    states: {
      'as it begins': '',
      'on a day': 'day="thursday" alert="approach6.2"',
      'in a quiet week': 'week="quiet"',
      'without a rule': `rule="" ${OPEN}`,
      'without controls': 'no-controls',
    },
    scrolls: 'pre, .wide > *',
  });

  it('draws marks and bands in forced colours so that they can be told from the paper', async () => {
    await emulate({ 'forced-colors': 'active' });
    const element = await comparison();
    const paper = getComputedStyle(part(element, 'base')).backgroundColor;
    for (const selector of ['.lane .right', '.lane .firing', '.truth .incident', '.legend .night']) {
      expect(getComputedStyle(root(element).querySelector(selector)!).fill, selector).not.to.equal(paper);
    }
    const wrong = getComputedStyle(root(element).querySelector('.lane .wrong')!);
    expect(wrong.stroke).not.to.equal(paper);
  });

  it('tells true from false, page from ticket, and missed, without colour', async () => {
    const element = await comparison();
    const shape = (selector: string): string => {
      const mark = root(element).querySelector(`.lane ${selector}`)!;
      return `${mark.localName} ${getComputedStyle(mark).fill === getComputedStyle(part(element, 'base')).backgroundColor}`;
    };
    const shapes = ['circle.right', 'circle.wrong', 'rect.right', 'path.missed'].map(shape);
    expect(new Set(shapes).size).to.equal(4);
  });

  it('says of each lane what came of its strategy', async () => {
    for (const each of lanes(await comparison(OPEN)))
      expect(each.getAttribute('aria-valuetext')).to.match(/page|in vain/);
  });

  it('draws for eyes alone what it also says', async () => {
    for (const drawing of root(await comparison(OPEN)).querySelectorAll('svg')) {
      expect(drawing.closest('[aria-hidden=true]') !== null).to.equal(true);
    }
  });

  it('lets a finger scroll the page over its lanes', async () => {
    const element = await comparison();
    await drawn(element);
    for (const each of lanes(element)) expect(getComputedStyle(each).touchAction).to.equal('pan-y');
  });
});
