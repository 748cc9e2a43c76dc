import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Run, type Change } from '../../../src/shop/index.js';
import { isStill, remedies } from '../../../src/simulations/golden-signals/golden-signals.actions.js';
import { record } from '../../shop/helpers.js';

const twice: Change = { type: 'configure', service: 'payment-service', retries: 2 };
const never: Change = { type: 'configure', service: 'payment-service', retries: 0 };
const short: Change = { type: 'configure', service: 'payment-service', timeoutSeconds: 1 };

describe('What can be done for a service', () => {
  it('is more instances, less load, a roll-back, a restart, and other rules for what it calls', () => {
    const done = remedies(new Run(record()), 'order-service');
    expect(done.map(({ type }) => type)).to.include.members(['scale-out', 'shed-load', 'roll-back', 'restart']);
    expect(done).to.deep.include.members([twice, never, short]);
  });

  it('has no rules for calls where nothing is called', () => {
    const done = remedies(new Run(record({ scenario: 'one-queue' })), 'service');
    expect(done.some(({ type }) => type === 'configure')).to.equal(false);
  });

  it('is still so until the same thing is set otherwise', () => {
    expect(isStill([], twice)).to.equal(false);
    expect(isStill([twice, short], twice)).to.equal(true);
    expect(isStill([twice, short, never], twice)).to.equal(false);
    expect(isStill([twice, short, never], never)).to.equal(true);
    expect(isStill([twice, never], short)).to.equal(false);
    expect(isStill([{ type: 'bad-deploy' }], { type: 'bad-deploy', service: 'auth' })).to.equal(true);
  });
});
