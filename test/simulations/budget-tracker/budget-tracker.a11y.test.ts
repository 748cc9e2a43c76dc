import { expect } from '@open-wc/testing';
import { forEveryone } from '../../for-everyone.js';
import { emulate, part, root } from '../../helpers.js';
import { tracker } from './tracker.js';

const BUSY =
  'day="14" actions="1:small 2:large 4:small+canary 7:large 9:small 11:migration! 13:small!" seed="1" rollback="command"';
const OPEN = `${BUSY} open="data windows months costs"`;

describe('<obs-budget-tracker> for everyone', () => {
  forEveryone({
    figure: tracker,
    open: OPEN,
    unusable: 'objective="abc" window="0" day="0" actions="x" risk-minutes="-1" theme="blue"',
    states: {
      'as it begins': '',
      'without controls': `no-controls ${BUSY}`,
      'when overspent': `trouble="0" day="9" actions="2:outage60" open="data"`,
      'at the end of a rolling month': `window="rolling" day="31" open="windows data" ${BUSY.replace('day="14"', '')}`,
    },
    scrolls: '.scroll, .cursor',
  });

  it('draws in forced colours what it draws', async () => {
    await emulate({ 'forced-colors': 'active' });
    const element = await tracker(BUSY);
    const paper = getComputedStyle(part(element, 'base')).backgroundColor;
    for (const line of ['.past', '.future', '.ideal', '.burn-line']) {
      const { stroke } = getComputedStyle(root(element).querySelector(line)!);
      expect(stroke, line).not.to.be.oneOf([paper, 'none']);
    }
  });

  it('draws within its figure from right to left', async () => {
    const element = await tracker(`lang="ar-XB" ${BUSY}`);
    const { left, right } = part(element, 'base').getBoundingClientRect();
    for (const drawing of root(element).querySelectorAll('.charts > svg')) {
      const box = drawing.getBoundingClientRect();
      expect(box.left).to.be.at.least(left - 1);
      expect(box.right).to.be.at.most(right + 1);
    }
  });
});
