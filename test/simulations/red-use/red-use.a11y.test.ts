import { expect } from '@open-wc/testing';
import { forEveryone } from '../../for-everyone.js';
import { emulate, root } from '../../helpers.js';
import { redUse, step } from './helpers.js';

const OPEN = 'fault="slow-query" at="130" cell="payment-service.duration" open="cases rule data"';

describe('<obs-red-use> for everyone', () => {
  forEveryone({
    figure: redUse,
    open: OPEN,
    unusable: `rate="abc" fault-minute="-1" preset="x" theme="blue" ${OPEN}`,
    states: {
      'as it begins': 'at="0"',
      'as a riddle': 'diagnose fault="slow-query" at="130"',
    },
    scrolls: 'pre',
  });

  it('does not play by itself where less motion is asked for', async () => {
    await emulate({ 'prefers-reduced-motion': 'reduce' });
    const element = await redUse('autoplay at="0"');
    expect(element.paused).to.equal(true);
    expect(root(element).getAnimations()).to.deep.equal([]);
  });

  it('tells what left by more than colour', async () => {
    await emulate({ 'forced-colors': 'active' });
    const element = await redUse('fault="packet-loss"');
    await step(element, 60);
    for (const gone of root(element).querySelectorAll('.gone')) {
      expect(gone.querySelector('.place') !== null, gone.className).to.equal(true);
    }
    expect(root(element).querySelectorAll('.gone').length).to.be.above(0);
  });
});
