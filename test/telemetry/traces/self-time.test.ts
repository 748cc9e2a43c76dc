import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { selfTime } from '../../../src/telemetry/traces/index.js';
import reference from '../../reference/critical_path.json';
import { anyTrace, span, trace } from './arbitraries.js';

describe('selfTime', () => {
  for (const row of reference.self_time_cases) {
    it(`agrees with Jaeger UI: ${row.name}`, () => {
      const { start, end } = row.parent;
      const children = row.children.map((child, i) => span(`c${i}`, 'p', child.start, child.end - child.start));
      const drawn = trace([span('p', null, start, end - start), ...children]);
      expect(selfTime(drawn).get('p')).to.equal(row.expected_self_time);
    });
  }

  it('adds up to the root where each span calls one that lies within it', () => {
    const chain = [span('a', null, 0, 10), span('b', 'a', 1, 8), span('c', 'b', 2, 3)];
    expect([...selfTime(trace(chain)).values()].reduce((sum, ms) => sum + ms, 0)).to.equal(10);
  });

  it('is between nothing and the duration', () => {
    fc.assert(
      fc.property(anyTrace, (drawn) => {
        const self = selfTime(drawn);
        for (const { spanId, durationMs } of drawn.spans) {
          expect(self.get(spanId)).to.be.within(0, durationMs + 1e-9);
        }
      }),
    );
  });
});
