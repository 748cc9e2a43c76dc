import { expect } from '@open-wc/testing';
import { FAULT_TYPES } from '../../../src/simulations/live-dashboard/incident/incident.model.js';
import { suspectOf } from '../../../src/simulations/live-dashboard/drill-down/suspect-span.model.js';
import { focused, inside, press, root } from '../../helpers.js';
import { here } from '../live-dashboard/dashboard.js';
import { night, TRUTH } from '../live-dashboard/nights.js';
import {
  changeButtons,
  chart,
  clickRing,
  go,
  paged,
  plot,
  requestLines,
  settled,
  spanRows,
  tabTo,
  textOf,
} from './page.js';

describe('Four elements of one system, from an alert to what did it', function chain() {
  for (const type of FAULT_TYPES) {
    it(`by click: ${type}`, async () => {
      const all = await paged(type);
      const { dashboard, signals, viewer, logs } = all;

      inside(dashboard, '.row.firing.page').click();
      await settled(all);
      expect(here(dashboard)).to.equal('Alert');
      expect(await go(all, /See its chart/)).to.equal('Chart');
      const meant = [...root(signals).querySelectorAll('obs-chart.meant')].map(({ classList }) => classList[0]!);
      expect(meant, 'the chart is marked in the golden signals, too').to.have.length(1);

      const traceId = await clickRing(all, meant[0]!);
      expect(viewer.traceId).to.equal(traceId);
      expect(logs.trace).to.equal(traceId);
      expect(here(dashboard)).to.equal('Request');
      const lines = requestLines(all);
      expect(lines.length, 'its lines').to.be.above(0);

      // The same run once more, to be asked what is true.
      const { model } = night(dashboard.playback.run.record, dashboard.currentTime);
      const suspect = suspectOf(model.request(traceId)!)!;
      for (const row of spanRows(all)) {
        if (dashboard.playback.selection?.spanId === suspect.spanId) break;
        if (textOf(row).includes(suspect.service)) row.click();
        await settled(all);
      }
      expect(dashboard.playback.selection).to.deep.equal({ kind: 'span', traceId, spanId: suspect.spanId });
      expect(here(dashboard)).to.equal('Span and logs');

      const [line] = requestLines(all, true);
      if (line) {
        line.click();
        await settled(all);
        expect(dashboard.playback.selection).to.deep.include({ kind: 'log', traceId });
        expect(viewer.spanId).to.equal(dashboard.playback.selection?.spanId);
        expect(here(dashboard)).to.equal('Span and logs');
      }
      const { spanId } = dashboard.playback.selection!;
      const cause = model.causeAt(traceId, spanId);
      expect(cause && TRUTH[type](cause), JSON.stringify(cause)).to.equal(true);
      if (line && cause?.kind === 'change') {
        changeButtons(all)
          .find((button) => textOf(button).includes(cause.change.summary))!
          .click();
        await settled(all);
        expect(textOf(inside(dashboard, '.list .selected'))).to.include(cause.change.summary);
      } else await go(all, /What did it/);
      expect(here(dashboard)).to.equal('Cause');
    });
  }

  it('by keys alone, and back again', async () => {
    const all = await paged('bad-deploy');
    const { dashboard, viewer, logs } = all;
    const labelled = (label: RegExp) => (control: Element) =>
      control.matches('button, [role=option], summary') && label.test(textOf(control));
    const enter = async (label: RegExp): Promise<void> => {
      await tabTo(labelled(label));
      await press('Enter');
      await settled(all);
    };
    await enter(/^firing More than 2%/);
    await enter(/See its chart/);
    expect(here(dashboard)).to.equal('Chart');

    const errors = plot(chart(all, 'errors'));
    await tabTo((control) => control === errors);
    await press('End', 'Enter');
    await settled(all);
    const { traceId = '' } = dashboard.playback.selection ?? {};
    expect([viewer.traceId, logs.trace]).to.deep.equal([traceId, traceId]);
    expect(here(dashboard)).to.equal('Request');

    await tabTo((control) => control.matches('.waterfall [role=row]'));
    const isThere = (): boolean => /order-service ?POST \/orders/.test(textOf(focused()));
    await press('Home');
    for (let row = 0; row < 20 && !isThere(); row++) await press('ArrowDown');
    expect(isThere()).to.equal(true);
    await press('Enter');
    await settled(all);
    expect(here(dashboard)).to.equal('Span and logs');

    await tabTo((control) => control.matches('table.request .current button'));
    await press('Enter');
    await settled(all);
    await enter(/order-service \S+ deployed$/);
    expect(here(dashboard)).to.equal('Cause');
    expect(textOf(inside(dashboard, '.verdict'))).to.match(/order-service \S+ deployed/);
    expect(textOf(inside(dashboard, '.list .selected'))).to.match(/order-service \S+ deployed/);

    // The way back is open to the alert; and another exemplar moves all of them.
    await enter(/^Alert$/);
    expect(here(dashboard)).to.equal('Alert');
    const latency = plot(chart(all, 'latency'));
    await tabTo((control) => control === latency);
    await press('End', 'Enter');
    await settled(all);
    const other = dashboard.playback.selection?.traceId;
    expect(other).not.to.equal(traceId);
    expect([viewer.traceId, logs.trace]).to.deep.equal([other, other]);
    expect(here(dashboard)).to.equal('Request');
    await enter(/^Close$/);
    expect(here(dashboard)).to.equal('');
  });
});
