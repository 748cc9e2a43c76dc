import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Span } from '../../../../src/telemetry/index.js';
import type { ShownTrace } from '../../../../src/simulations/trace-viewer/source/shown-trace.js';
import { zoomed } from '../../../../src/simulations/trace-viewer/waterfall/zoom.js';

const span = (startMs: number, durationMs: number): Span => ({
  spanId: 'b',
  parentSpanId: null,
  service: 'api',
  name: 'GET /',
  kind: 'server',
  status: 'unset',
  startMs,
  durationMs,
  attributes: new Map(),
  events: [],
  links: [],
  warnings: [],
});
const shown = (fromMs: number, toMs: number): Pick<ShownTrace, 'range' | 'trace'> => ({
  range: { fromMs, toMs },
  trace: { traceId: 'a', startUnixNano: 0n, durationMs: 100, spans: [], warnings: [], traceIds: new Map() },
});

describe('Zooming a trace of 100 ms', () => {
  it('halves the range around its middle, and doubles it', () => {
    expect(zoomed('zoom-in', shown(20, 60), undefined)).to.deep.equal({ fromMs: 30, toMs: 50 });
    expect(zoomed('zoom-out', shown(40, 60), undefined)).to.deep.equal({ fromMs: 30, toMs: 70 });
  });

  it('stays within the trace', () => {
    expect(zoomed('zoom-out', shown(0, 80), undefined)).to.deep.equal({ fromMs: 0, toMs: 100 });
    expect(zoomed('pan-left', shown(2, 22), undefined)).to.deep.equal({ fromMs: 0, toMs: 20 });
    expect(zoomed('pan-right', shown(78, 98), undefined)).to.deep.equal({ fromMs: 80, toMs: 100 });
  });

  it('shows a span alone, and one without duration in a range as long as before', () => {
    expect(zoomed('zoom-span', shown(0, 100), span(10, 5))).to.deep.equal({ fromMs: 10, toMs: 15 });
    expect(zoomed('zoom-span', shown(0, 30), span(10, 0))).to.deep.equal({ fromMs: 10, toMs: 40 });
    expect(zoomed('zoom-all', shown(10, 15), undefined)).to.deep.equal({ fromMs: 0, toMs: 100 });
  });
});
