import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { assembleTraces, traceTree, type FoundSpan } from '../../../src/telemetry/traces/index.js';
import {
  allParents,
  outlineOf,
  rowOf,
  shiftLevel,
  visibleRows,
} from '../../../src/simulations/trace-viewer/waterfall/rows.model.js';
import { span } from '../../telemetry/traces/arbitraries.js';

const anyFound: fc.Arbitrary<FoundSpan[]> = fc
  .array(fc.record({ parent: fc.nat(14), start: fc.nat(20) }), { maxLength: 15 })
  .map((list) =>
    list.map(({ parent, start }, i) => ({
      traceId: 't',
      spanId: `s${i % 12}`,
      parentSpanId: parent === i ? null : `s${parent}`,
      service: 'a',
      name: 'n',
      kind: 'internal',
      startNano: BigInt(start),
      endNano: BigInt(start + 5),
      status: 'unset',
      attributes: new Map(),
      resource: new Map(),
      events: [],
      links: [],
      cut: false,
    })),
  );

describe('outlineOf', () => {
  it('finds in one pass what the tree of ids says, orphans, duplicates and circles included', () => {
    fc.assert(
      fc.property(anyFound, (found) => {
        for (const { spans } of assembleTraces(found)) {
          const tree = traceTree(spans);
          const outline = outlineOf(spans);
          expect([...outline.parents]).to.deep.equal([...tree.parents]);
          expect([...outline.depths]).to.deep.equal([...tree.depths]);
          expect(tree.order).to.deep.equal([...spans.keys()]);
        }
      }),
    );
  });
});

describe('visible rows', () => {
  const spans = [
    span('a', null, 0, 9),
    span('b', 'a', 1, 8),
    span('c', 'b', 2, 3),
    span('d', 'a', 4, 5),
    span('e', null, 5, 9),
  ];
  const outline = outlineOf(spans);

  it('are all but those below a collapsed one', () => {
    expect([...visibleRows(outline, new Set())]).to.deep.equal([0, 1, 2, 3, 4]);
    expect([...visibleRows(outline, new Set([1]))]).to.deep.equal([0, 1, 3, 4]);
    expect([...visibleRows(outline, new Set([0, 1]))]).to.deep.equal([0, 4]);
  });

  it('are found by their span, or by the one that hides it', () => {
    const rows = visibleRows(outline, new Set([1]));
    expect([0, 1, 2, 3, 4].map((index) => rowOf(rows, index))).to.deep.equal([0, 1, 1, 2, 3]);
  });

  it('close from the deepest level, and open from the highest', () => {
    const once = shiftLevel(outline, new Set(), false);
    expect([...once]).to.deep.equal([1]);
    const twice = shiftLevel(outline, once, false);
    expect([...visibleRows(outline, twice)]).to.deep.equal([0, 4]);
    expect([...visibleRows(outline, shiftLevel(outline, twice, true))]).to.deep.equal([0, 1, 3, 4]);
    expect([...allParents(outline)]).to.deep.equal([0, 1]);
  });
});
