import { expect } from '@open-wc/testing';
import type { ObsChart } from '../../../src/charts/obs-chart.js';
import type { ObsGoldenSignals, ObsTraceViewer } from '../../../src/index.js';
import { drawn, figures, inside, place, sentence } from '../../helpers.js';

const SIGNALS = '<obs-golden-signals system="shop-a" rate="20"></obs-golden-signals>';
const VIEWER = '<obs-trace-viewer system="shop-a"></obs-trace-viewer>';

/** Plays half a minute, and selects the slowest request of its first stretch. */
async function selectSlowest(signals: ObsGoldenSignals): Promise<string> {
  await signals.step(30);
  const chart = signals.shadowRoot?.querySelector<ObsChart>('obs-chart.latency');
  const point = chart?.data.points?.[0];
  expect(point?.key).to.match(/^[0-9a-f]{32}$/);
  signals.select({ kind: 'point', traceId: point?.key ?? '', spanId: '' });
  return point?.key ?? '';
}

describe('<obs-trace-viewer> in a system', () => {
  for (const [order, markup] of [
    ['before', VIEWER + SIGNALS],
    ['behind', SIGNALS + VIEWER],
  ] as const) {
    it(`shows the request that is selected elsewhere, standing ${order} it`, async () => {
      const elements = await figures(markup);
      const viewer = elements.find(({ localName }) => localName === 'obs-trace-viewer') as ObsTraceViewer;
      const signals = elements.find(({ localName }) => localName === 'obs-golden-signals') as ObsGoldenSignals;
      const traceId = await selectSlowest(signals);
      await drawn(viewer);
      expect(viewer.traceId).to.equal(traceId);
      expect(sentence(viewer)).to.match(/took .* ms/);
      expect(JSON.stringify(viewer.exportData('otlp'))).to.contain(traceId);
    });
  }

  it('selects for the others, and tells the page', async () => {
    const [signals, viewer] = (await figures(SIGNALS + VIEWER)) as [ObsGoldenSignals, ObsTraceViewer];
    const traceId = await selectSlowest(signals);
    await drawn(viewer);
    const selected: string[] = [];
    viewer.addEventListener('obs-select', ({ selection }) => selected.push(selection.spanId));
    inside(viewer, '.waterfall [role=row][aria-level="2"]').click();
    await drawn(viewer);
    expect(selected).to.have.length(1);
    expect(signals.playback.selection).to.deep.equal({ kind: 'span', traceId, spanId: selected[0] });
  });

  it('leaves the system when it is removed, and finds it again', async () => {
    const [signals, viewer] = (await figures(SIGNALS + VIEWER)) as [ObsGoldenSignals, ObsTraceViewer];
    viewer.remove();
    place().append(viewer);
    await drawn(viewer);
    const traceId = await selectSlowest(signals);
    await drawn(viewer);
    expect(viewer.traceId).to.equal(traceId);
  });
});
