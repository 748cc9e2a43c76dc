import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { ShopLog } from '../../../../src/shop/index.js';
import {
  firstQuestion,
  linesOf,
  startMsOf,
  timeOfDay,
} from '../../../../src/simulations/log-search/system/system-log.model.js';

function line(seconds: number, traceId: string = ''): ShopLog {
  const made = { severity: 'INFO', service: 'auth', version: '1.0.0', event: 'told', message: '' } as const;
  return { seconds, traceId, spanId: '', attributes: {}, ...made };
}

describe('The lines of a system', () => {
  it('are the newest, and before them those of the request that are older', () => {
    const [early, late, newest] = [line(1, 'a'), line(9, 'a'), line(10)];
    expect(linesOf([late, newest], [early, late])).to.deep.equal([early, late, newest]);
  });

  it('are none while there are none', () => {
    expect(linesOf([], [])).to.deep.equal([]);
  });

  it('stand at the time of day at which the run began', () => {
    expect(timeOfDay(startMsOf({ startSeconds: 6000 }), 300.9)).to.equal('01:45:00');
    expect(timeOfDay(startMsOf({ startSeconds: 0 }), 0)).to.equal('00:00:00');
  });

  it('are asked for what went wrong, and for the request that is followed', () => {
    expect(firstQuestion('', [])).to.deep.equal({ text: 'ERROR', query: 'level>=ERROR' });
    const lines = [
      { row: 3, record: { event: 'call_failed' }, afterMs: 0 },
      { row: 4, record: { event: 'payment_failed', user_id: 4711 }, afterMs: 5 },
    ];
    expect(firstQuestion('abc', lines)).to.deep.equal({ text: 'user 4711', query: 'trace_id=abc' });
    expect(firstQuestion('abc', lines.slice(0, 1)).text).to.equal('ERROR');
  });
});
