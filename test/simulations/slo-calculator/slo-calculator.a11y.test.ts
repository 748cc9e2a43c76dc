import { expect } from '@open-wc/testing';
import { forEveryone } from '../../for-everyone.js';
import { calculator, emulate, part, root } from '../../helpers.js';

const EVERYTHING = 'objective="99.99" spent="35" recent-minutes="2" dependencies="database 99.95, cache 99.9 x2"';
const OPEN = `${EVERYTHING} open="nines dependencies alerts methods rules"`;

describe('<obs-slo-calculator> for everyone', () => {
  forEveryone({
    figure: calculator,
    open: OPEN,
    unusable: `objective="abc" window="0" spent="-1" dependencies="x" calendar="julian" theme="blue" ${OPEN}`,
    states: {
      'as it begins': '',
      'without controls': `no-controls ${EVERYTHING}`,
      'when overspent': 'objective="99.95" spent="40" open="alerts"',
      'at 90 %': 'objective="90" open="nines alerts"',
      'at 100 %': 'objective="100" open="nines dependencies"',
    },
    scrolls: 'pre',
  });

  it('draws in forced colours with what the reader chose', async () => {
    await emulate({ 'forced-colors': 'active' });
    const element = await calculator('spent="35"');
    const fill = (selector: string): string => getComputedStyle(root(element).querySelector(selector)!).fill;
    const paper = getComputedStyle(part(element, 'base')).backgroundColor;
    for (const drawn of ['.spent', '.fill', '.rail']) expect(fill(drawn), drawn).not.to.equal(paper);
  });

  it('says the sentence in text, and the drawing to nobody twice', async () => {
    const element = await calculator(OPEN);
    for (const drawing of root(element).querySelectorAll('svg')) {
      expect(drawing.getAttribute('aria-hidden')).to.equal('true');
    }
  });
});
