import { describe, it } from 'node:test';
import { expect } from 'chai';
import { postHeight } from '../../src/embed/host-messages.js';

/** What a host would receive. */
function received(height: number, fragment: string): { message: unknown; origin: unknown }[] {
  const messages: { message: unknown; origin: unknown }[] = [];
  const host = { postMessage: (message: unknown, origin: unknown) => void messages.push({ message, origin }) };
  // No real window: that would deliver only later.
  postHeight(host, height, 800, fragment);
  return messages;
}

describe('postHeight', () => {
  it('speaks to Canvas', () => {
    expect(received(720, '')).to.deep.include({ message: { subject: 'lti.frameResize', height: 720 }, origin: '*' });
  });

  it('speaks to WordPress, with the secret that it gave', () => {
    const [, wordpress] = received(720, '#?secret=aB3-x_9');
    expect(wordpress?.message).to.deep.equal({ message: 'height', value: 720, secret: 'aB3-x_9' });
  });

  it('speaks to open-iframe-resizer, with the width that it also expects', () => {
    const message = { type: 'iframe-resized', width: 800, height: 720 };
    expect(received(720, '')).to.deep.include({ message, origin: '*' });
  });

  it('finds the secret beside the state of a link', () => {
    const [, wordpress] = received(720, '#obs-slo-calculator=1;objective=99&secret=abc');
    expect(wordpress?.message).to.deep.include({ secret: 'abc' });
  });

  it('tells nothing but the height', () => {
    for (const { message } of received(1, '#obs-slo-calculator=1;objective=99')) {
      expect(JSON.stringify(message)).not.to.contain('objective');
    }
  });
});
