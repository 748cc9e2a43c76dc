import { expect } from '@open-wc/testing';
import { calculator, emulate, part, root } from '../helpers.js';

/** The colour of a private token, as red, green and blue from 0 to 255. */
function token(element: Element, name: string): number[] {
  const probe = document.createElement('span');
  probe.style.color = `var(--_${name})`;
  part(element, 'base').append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color.match(/[\d.]+/g)!.map(Number);
}

/** WCAG's contrast ratio. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [dark, light] = [one, other]
    .map((rgb) => {
      const [r, g, b] = rgb.map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    })
    .sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

describe('tokens', () => {
  afterEach(() => emulate());

  for (const theme of ['light', 'dark']) {
    it(`can be read, ${theme}: text at 4.5 to 1, what is operated and what is a state at 3 to 1`, async () => {
      const element = await calculator(`theme="${theme}"`);
      for (const paper of ['paper', 'soft'].map((name) => token(element, name))) {
        for (const name of ['ink', 'quiet', 'bad']) {
          expect(contrast(token(element, name), paper), name).to.be.at.least(4.5);
        }
        for (const name of ['edge', 'accent', 'good', 'warn']) {
          expect(contrast(token(element, name), paper), name).to.be.at.least(3);
        }
      }
    });
  }

  it('are changed on the element or on any ancestor', async () => {
    const element = await calculator();
    element.parentElement!.style.setProperty('--obs-color-ink', 'rgb(1, 2, 3)');
    element.style.setProperty('--obs-color-paper', 'rgb(250, 251, 252)');
    const { color, backgroundColor } = getComputedStyle(part(element, 'base'));
    expect([color, backgroundColor]).to.deep.equal(['rgb(1, 2, 3)', 'rgb(250, 251, 252)']);
  });

  it('set the typeface', async () => {
    const element = await calculator('style="--obs-font-family: monospace"');
    expect(getComputedStyle(part(element, 'base')).fontFamily).to.equal('monospace');
    expect(getComputedStyle(root(element).querySelector('input[name]')!).fontFamily).to.equal('monospace');
  });

  it('leave nothing quiet where the reader wants more contrast', async () => {
    await emulate({ 'prefers-contrast': 'more' });
    const element = await calculator();
    expect(token(element, 'quiet')).to.deep.equal(token(element, 'ink'));
    expect(token(element, 'edge')).to.deep.equal(token(element, 'ink'));
  });

  it('are the reader’s own where colours are forced, whatever the author set', async () => {
    await emulate({ 'forced-colors': 'active' });
    const element = await calculator('style="--obs-color-paper: rgb(255, 0, 0)"');
    expect(token(element, 'paper')).not.to.deep.equal([255, 0, 0]);
    expect(contrast(token(element, 'ink'), token(element, 'paper'))).to.be.at.least(7);
  });
});
