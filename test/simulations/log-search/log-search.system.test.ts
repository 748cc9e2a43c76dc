import { expect } from '@open-wc/testing';
import type { ObsLogSearch } from '../../../src/index.js';
import { drawn, field, inside, place, root, sentence, violations, words } from '../../helpers.js';
import { page, requestLines, settled, textOf } from '../one-system/page.js';
import { logSearch } from './page.js';

const NIGHT = 'scenario="quiet" at="60"';
/** The line that says which lines these are. */
const newest = (logs: ObsLogSearch): string => textOf(inside(logs, '.choices'));
const query = (logs: ObsLogSearch): string => field(logs, 'query').value;

describe('<obs-log-search> in a system', function system() {
  it('says what it waits for, and keeps what the author wrote, until something plays the system', async () => {
    const logs = await logSearch('system="late" query="level=WARN" text="took"');
    expect(sentence(logs)).to.equal('Nothing on this page plays the system late yet.');
    expect(await violations(logs)).to.deep.equal([]);
    const other = place('<obs-golden-signals system="late" rate="20"></obs-golden-signals>');
    const signals = other.querySelector('obs-golden-signals')!;
    await drawn(signals);
    await drawn(logs);
    expect(sentence(logs)).to.match(/has not written a line yet/);
    await signals.step(5);
    await drawn(logs);
    await logs.ready;
    await drawn(logs);
    expect(newest(logs)).to.match(/^The newest \d+ lines of this page’s shop, until 00:00:0\d\./);
    expect([query(logs), field(logs, 'text').value]).to.deep.equal(['level=WARN', 'took']);
  });

  for (const order of [
    ['dashboard', 'signals', 'viewer', 'logs'],
    ['logs', 'viewer', 'signals', 'dashboard'],
  ] as const) {
    it(`searches the newest lines of the run, standing in this order: ${order.join(', ')}`, async () => {
      const all = await page(NIGHT, '', order);
      expect(newest(all.logs)).to.match(/^The newest [\d,]+ lines of this page’s shop, until 00:00:59\./);
      expect(query(all.logs)).to.equal('level>=ERROR');
      // Nobody asked one of the questions about the generated log, and nothing is judged.
      expect(root(all.logs).querySelector('[name=question]')).to.equal(null);
      expect(root(all.logs).querySelector('.count')).to.equal(null);
    });
  }

  it('opens the request that is selected elsewhere, and marks the lines of the chosen span', async () => {
    const all = await page(NIGHT);
    const { dashboard, logs, viewer } = all;
    const [ring] = inside<HTMLElement & { data: { points: { key: string }[] } }>(dashboard, 'obs-chart.latency').data
      .points;
    dashboard.select({ kind: 'trace', traceId: ring!.key, spanId: '' });
    await settled(all);
    expect(logs.trace).to.equal(ring!.key);
    expect(logs.open).to.equal('request');
    expect(query(logs)).to.equal(`trace_id=${ring!.key}`);
    const lines = requestLines(all);
    expect(lines.length).to.be.above(3);
    expect(requestLines(all, true)).to.have.length(0);
    lines.at(-1)!.click();
    await settled(all);
    expect(requestLines(all, true).map(textOf)).to.deep.equal([textOf(lines.at(-1)!)]);
    expect(viewer.spanId).to.equal(dashboard.playback.selection?.spanId);
    expect(textOf(inside(logs, '.record'))).to.match(/Nothing changed in \S+ before this line\./);
    expect(await violations(logs)).to.deep.equal([]);
  });

  it('shows the lines of a request whose time is long over among the newest', async () => {
    const all = await page('scenario="quiet" at="240"');
    const { dashboard, logs } = all;
    const { points } = inside<HTMLElement & { data: { points: { key: string; seconds: number }[] } }>(
      dashboard,
      'obs-chart.latency',
    ).data;
    const early = points.find(({ seconds }) => seconds < 60)!;
    const lines = Number(/newest ([\d,]+) lines/.exec(newest(logs))![1]!.replace(',', ''));
    dashboard.select({ kind: 'trace', traceId: early.key, spanId: '' });
    await settled(all);
    expect(requestLines(all).length).to.be.above(2);
    expect(newest(logs)).to.include(`newest ${(lines + requestLines(all).length).toLocaleString('en')} lines`);
  });

  it('takes the newest lines at a click, and when the run stops while nobody reads', async () => {
    const all = await page(NIGHT);
    const { dashboard, logs } = all;
    await dashboard.step(5);
    await settled(all);
    expect(newest(logs)).to.include('until 00:01:04');
    const [row] = root(logs).querySelectorAll<HTMLElement>('[role=option]');
    inside<HTMLInputElement>(logs, '[name=query]').value = 'level=INFO';
    inside(logs, '[name=query]').dispatchEvent(new Event('change'));
    await settled(all);
    expect(row).to.equal(undefined);
    root(logs).querySelectorAll<HTMLElement>('[part=side]')[1]!.querySelector<HTMLElement>('[role=option]')!.click();
    await settled(all);
    await dashboard.step(5);
    await settled(all);
    expect(newest(logs), 'the reader looks at a line').to.include('until 00:01:04');
    inside(logs, '.choices button').click();
    await settled(all);
    expect(newest(logs)).to.include('until 00:01:09');
    expect(query(logs)).to.equal('level=INFO');
  });

  it('goes with the run when it is rewound', async () => {
    const all = await page(NIGHT);
    const { dashboard, logs } = all;
    dashboard.currentTime = 20;
    await settled(all);
    expect(newest(logs)).to.include('until 00:00:19');
    dashboard.currentTime = 0;
    await settled(all);
    expect(sentence(logs)).to.match(/has not written a line yet/);
  });

  it('is removed, comes back, and follows again', async () => {
    const all = await page(NIGHT);
    const { dashboard, logs } = all;
    const { parentElement } = logs;
    logs.remove();
    const points = inside<HTMLElement & { data: { points: { key: string }[] } }>(dashboard, 'obs-chart.latency').data
      .points;
    dashboard.select({ kind: 'trace', traceId: points[0]!.key, spanId: '' });
    await drawn(dashboard);
    expect(logs.trace).to.equal('');
    parentElement!.append(logs);
    await settled(all);
    expect(logs.trace).to.equal(points[0]!.key);
    expect(requestLines(all).length).to.be.above(2);
  });

  it('searches the reader’s own log when there is one, and then the run’s again', async () => {
    const all = await page(NIGHT);
    const { logs, dashboard } = all;
    logs.openLog('level=ERROR msg=gone trace_id=a1', 'mine.log');
    await settled(all);
    expect(sentence(logs)).to.match(/the query 1 in/);
    inside(logs, '.choices button').click();
    await settled(all);
    expect(newest(logs)).to.match(/^The newest/);
    expect(dashboard.playback.selection).to.equal(undefined);
    expect(words(inside(logs, '[part=footer]').textContent)).to.match(/article-\d+/);
  });
});
