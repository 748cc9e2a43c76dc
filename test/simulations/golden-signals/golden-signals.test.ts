import { expect } from '@open-wc/testing';
import '../../../src/i18n/de/index.js';
import type { ObsChart } from '../../../src/charts/obs-chart.js';
import type { ObsSelectEvent } from '../../../src/events.js';
import { Shop } from '../../../src/shop/index.js';
import { chanceOfMeetingTail } from '../../../src/slo/index.js';
import { histogramQuantile, parseOpenMetrics, quantile } from '../../../src/telemetry/index.js';
import {
  drawn,
  expectNoGarbage,
  field,
  listen,
  part,
  place,
  problems,
  root,
  sentence,
  type,
  words,
} from '../../helpers.js';
import { record } from '../../shop/helpers.js';
import { button, chartOf, csvRows, goldenSignals, headOf, settled, valueOf } from './fixture.js';

const QUICK = 'rate="20"';
const EVERYTHING = 'open="knee average buckets scraping data"';

function summary(element: Element, title: string): string {
  const all = Array.from(root(element).querySelectorAll('summary'), ({ textContent }) => words(textContent));
  return all.find((text) => text.startsWith(title)) ?? '';
}

function section(element: Element, title: string): HTMLElement {
  return [...root(element).querySelectorAll('details')].find((one) => words(one.textContent).startsWith(title))!;
}

const buttons = (element: Element, group: string): string[] =>
  Array.from(root(element).querySelectorAll(`[role=group][aria-label="${group}"] button`), (one) =>
    words(one.textContent),
  );

/** The durations, in seconds, of the service's requests that ended in (from, to]: the run once more, by hand. */
function durations(run: Parameters<typeof record>[0], service: string, from: number, to: number): number[] {
  const shop = new Shop(record(run));
  const found: number[] = [];
  shop.listen({
    span(span) {
      if (span.kind !== 'server' || span.service !== service || span.endSeconds <= from || span.endSeconds > to) return;
      found.push(span.endSeconds - span.startSeconds);
    },
  });
  shop.runUntil(to);
  return found;
}

describe('<obs-golden-signals>', function golden() {
  it('is registered, with its charts', async () => {
    const element = await goldenSignals(QUICK);
    expect(customElements.get('obs-golden-signals')?.name).to.contain('ObsGoldenSignals');
    expect(customElements.get('obs-chart')).to.be.a('function');
    expect(root(element).querySelectorAll('obs-chart').length).to.equal(4);
  });

  it('begins with what to do, and nothing measured', async () => {
    const element = await goldenSignals(QUICK);
    expect(sentence(element)).to.equal(
      'Press Play, then overload the service: saturation moves first, then latency, then errors. In an outage, errors come first.',
    );
    expect(headOf(element, 'latency')).to.equal('Latency p50 – p95 – p99 –');
    expectNoGarbage(element);
  });

  it('shows the four signals of its service, over one axis of time', async () => {
    const element = await goldenSignals('at="30"');
    expect(valueOf(element, 'latency', 'p99')).to.match(/^\d+(\.\d)? ms$/);
    expect(valueOf(element, 'traffic', 'requests')).to.match(/^\d+\/s$/);
    expect(valueOf(element, 'errors', 'all')).to.equal('0 %');
    expect(valueOf(element, 'saturation', 'CPU')).to.match(/^\d+ %$/);
    const ranges = ['latency', 'traffic', 'errors', 'saturation'].map((name) => {
      const { from, to, seconds } = (chartOf(element, name) as ObsChart).data;
      return [from, to, seconds.length];
    });
    expect(new Set(ranges.map(String)).size).to.equal(1);
    expect(ranges[0]).to.deep.equal([0, 300, 15]);
  });

  it('draws an objective or a limit on every chart', async () => {
    const element = await goldenSignals(`${QUICK} at="10" latency-objective="300" error-objective="2"`);
    const thresholds = ['latency', 'traffic', 'errors', 'saturation'].map(
      (name) => (chartOf(element, name) as ObsChart).data.thresholds?.[0],
    );
    expect(thresholds).to.deep.equal([
      { value: 0.3, label: 'objective 300 ms' },
      { value: 20, label: 'usual 20/s' },
      { value: 0.02, label: 'objective 2 %' },
      { value: 0.8, label: 'watch from 80 %' },
    ]);
  });

  it('marks what was done, and what others changed', async () => {
    const element = await goldenSignals(
      `${QUICK} at="20" actions="5 bad-deploy; 10 flip-flag flag=new-banner; 200 cache-failure"`,
    );
    const { marks } = (chartOf(element, 'errors') as ObsChart).data;
    expect(marks?.map(({ seconds, label }) => [seconds, label])).to.deep.equal([
      [5, 'Bad deploy'],
      [10, 'Flag on'],
    ]);
  });

  it('says what goes on in a spike: slow because the CPU is full, then failing', async () => {
    const element = await goldenSignals('actions="20 traffic-spike factor=3 seconds=120" at="18"');
    expect(sentence(element)).to.match(/^p99 is [\d.]+ ms, within its objective of 1 s\. Fullest: CPU, \d\d %\.$/);
    await element.step(6);
    await settled(element);
    expect(sentence(element)).to.match(/^p99 is .* its objective: the CPU is full \(\d+ waiting\)/);
    await element.step(20);
    await settled(element);
    expect(sentence(element)).to.match(
      /of the requests fail \(rejected\), and p99 of the successful ones is .*: the CPU is full/,
    );
    expect(valueOf(element, 'errors', 'rejected')).to.match(/%$/);
  });

  it('says that nobody is served while the service is restarted, and not to press Play', async () => {
    const element = await goldenSignals('actions="10 restart service=auth" service="auth" at="29"');
    // Down from 15 to 30; the window of 5 s at 29 has no scrape.
    await drawn(element);
    element.rangeSeconds = '10';
    await drawn(element);
    expect(sentence(element)).to.match(/^No data: .* Whether anybody is served is not known from here\.$/);
  });

  it('says that a window is too short for its scrapes', async () => {
    const element = await goldenSignals(`${QUICK} at="60" scrape-seconds="15" range-seconds="15"`);
    expect(sentence(element)).to.contain('A window of 15 s holds fewer than two scrapes: rate() knows nothing.');
    expectNoGarbage(element);
  });

  describe('its service', () => {
    it('can be chosen among those that answer HTTP', async () => {
      const element = await goldenSignals(`${QUICK} at="10"`);
      const choices = Array.from(field<HTMLSelectElement>(element, 'service').options, ({ value }) => value);
      expect(choices).to.deep.equal(['api-gateway', 'auth', 'order-service', 'inventory-service', 'payment-service']);
      await element.change('service', 'payment-service');
      await settled(element);
      expect(element.currentTime).to.equal(10);
      expect(element.exportData('openmetrics')).to.contain('job="payment-service"');
      expect(element.exportData('openmetrics')).not.to.contain('job="order-service"');
    });

    it('is the front door where there is none of that name', async () => {
      const element = await goldenSignals(`service="nobody" ${QUICK} at="6"`);
      expect(field<HTMLSelectElement>(element, 'service').value).to.equal('api-gateway');
      const queue = await goldenSignals('scenario="one-queue" at="6"');
      expect(field<HTMLSelectElement>(queue, 'service').value).to.equal('service');
      expectNoGarbage(queue);
    });
  });

  describe('its buttons', () => {
    it('are the disturbances and the help of the lesson', async () => {
      const element = await goldenSignals(QUICK);
      expect(buttons(element, 'Disturb')).to.deep.equal([
        'Traffic spike',
        'Slow dependency',
        'Dependency outage',
        'Bad deploy',
        'Lost capacity',
      ]);
      expect(buttons(element, 'Help')).to.include.members(['Add instances', 'Shed load', 'Roll back', 'Restart']);
    });

    it('leave out what a scenario does not have', async () => {
      const element = await goldenSignals('scenario="one-queue"');
      expect(buttons(element, 'Disturb')).to.deep.equal(['Traffic spike', 'Bad deploy', 'Lost capacity']);
    });

    it('each do something that can be linked to and refuses nothing', async () => {
      const element = await goldenSignals(`${QUICK} at="5"`);
      const heard = listen(element);
      const all = [...buttons(element, 'Disturb'), ...buttons(element, 'Help')];
      for (const label of all) {
        button(element, label).click();
        await settled(element);
      }
      expect(heard).to.deep.equal([]);
      expect(element.playback.run.record.actions).to.have.length(all.length);
      expect(problems(element)).to.deep.equal([]);
      expect(new URL(element.shareUrl()).hash).to.contain(encodeURIComponent('slow-dependency'));
      // Of retrying and not retrying, the last counts.
      expect(root(element).querySelectorAll('.on').length).to.equal(all.length - 1);
      await element.step(20);
      await settled(element);
      expectNoGarbage(element);
    });
  });

  it('selects a request by its point on the latency chart, and names its trace', async () => {
    const element = await goldenSignals(`${QUICK} at="45"`);
    const { points = [] } = (chartOf(element, 'latency') as ObsChart).data;
    expect(points.length).to.equal(2);
    const heard: ObsSelectEvent[] = [];
    element.addEventListener('obs-select', (event) => heard.push(event));
    const plot = root(chartOf(element, 'latency')).querySelector<HTMLElement>('.plot')!;
    plot.focus();
    plot.dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }));
    plot.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(heard.map(({ selection }) => [selection.kind, selection.traceId])).to.deep.equal([
      ['point', points[1]!.key],
    ]);
    expect(element.playback.selection?.spanId).to.match(/^[0-9a-f]{16}$/);
    const spans: string[] = [];
    const shop = new Shop(element.playback.run.record);
    shop.listen({ span: (span) => span.traceId === points[1]!.key && spans.push(span.spanId) });
    shop.runUntil(45);
    expect(spans).to.include(element.playback.selection?.spanId);
  });

  describe('the knee', () => {
    it('says how much longer a request takes at 90 %, with the points over the curve', async () => {
      const element = await goldenSignals('scenario="one-queue" rate="28" at="120" open="knee" range-seconds="30"');
      // M/M/4 at 90 %: 1 + C/(4 (1 - 0.9)), with C = 0.7878 from Erlang's formula.
      const times = Number(/takes ([\d.]+)x/.exec(summary(element, 'The knee'))?.[1]);
      expect(times).to.be.within(2.6, 3.4);
      const drawing = part<SVGElement>(element, 'knee');
      expect(drawing.querySelectorAll('.dot').length).to.be.above(40);
      expect(drawing.querySelector('.curve')?.getAttribute('d')).to.match(/^M[\d. ]+(L[\d. ]+)+$/);
      expect(words(section(element, 'The knee').textContent)).to.contain('Line: M/M/4.');
    });

    it('adds a fifth of the traffic at a press', async () => {
      const element = await goldenSignals('scenario="one-queue" at="40" open="knee"');
      button(element, 'A fifth more traffic').click();
      await element.step(40);
      await settled(element);
      expect(element.actions).to.equal('40 campaign share=0.2 seconds=3600');
      const last = [...csvRows(element.exportData()).values()].at(-1)!;
      expect(last['requests_per_second']).to.be.within(30, 45);
    });
  });

  describe('the average', () => {
    it('hides that 18.2 % of users meet the p99 in a session of twenty requests', async () => {
      const element = await goldenSignals(`${QUICK} at="30" open="average"`);
      expect(summary(element, 'The average lies')).to.equal(
        'The average lies in a session of 20 requests, 18.2 % of users meet the p99',
      );
      expect(root(element).querySelectorAll('.people .hit').length).to.equal(18);
      await type(field(element, 'sessionRequests'), '100');
      await drawn(element);
      const share = Math.round(1000 * chanceOfMeetingTail(0.99, 100)) / 10;
      expect(summary(element, 'The average lies')).to.contain(`${share} % of users`);
      expect(root(element).querySelectorAll('.people .hit').length).to.equal(Math.round(share));
    });

    it('is laid beside the percentiles, and is what the requests took on average', async () => {
      const element = await goldenSignals('at="60" open="average"');
      expect(headOf(element, 'latency')).not.to.contain('mean');
      field(element, 'mean').click();
      await settled(element);
      expect(element.mean).to.equal(true);
      const shown = Number.parseFloat(valueOf(element, 'latency', 'mean'));
      const all = durations({}, 'order-service', 46, 60);
      const mean = (1000 * all.reduce((sum, value) => sum + value, 0)) / all.length;
      expect(shown).to.be.closeTo(mean, 0.3);
    });
  });

  describe('the buckets', () => {
    it('show the exact p99 beside the estimate, and what it could be', async () => {
      const element = await goldenSignals('at="60" open="buckets"');
      const all = durations({}, 'order-service', 45, 60);
      const exact = Math.round(1e4 * quantile(0.99, all)) / 10;
      expect(words(section(element, 'Buckets').textContent)).to.contain(`Exactly, p99 is ${exact} ms.`);
      const rects = part(element, 'histogram').querySelectorAll('rect');
      expect(rects.length).to.equal(15);
      expect(part(element, 'histogram').querySelectorAll('.band').length).to.equal(1);
      expect(part(element, 'histogram').getAttribute('aria-label')).to.contain('Requests by duration');
    });

    it('estimate as histogram_quantile does', async () => {
      const element = await goldenSignals('at="60" open="buckets"');
      const all = durations({}, 'order-service', 45, 60);
      const bounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, Infinity];
      const counts = bounds.map((le) => ({ le, count: all.filter((value) => value <= le).length }));
      const estimate = Math.round(1e4 * histogramQuantile(0.99, counts)) / 10;
      expect(words(section(element, 'Buckets').textContent)).to.contain(`The buckets say ${estimate} ms`);
    });

    it('give another answer when a boundary is moved', async () => {
      const element = await goldenSignals('at="60" open="buckets"');
      const before = words(section(element, 'Buckets').textContent);
      await type(field(element, 'boundary'), '200');
      await drawn(element);
      const after = words(section(element, 'Buckets').textContent);
      expect(after).not.to.equal(before);
      expect(/Exactly, p99 is ([\d.]+)/.exec(after)?.[1]).to.equal(/Exactly, p99 is ([\d.]+)/.exec(before)?.[1]);
    });

    it('have nothing to show before a request was measured', async () => {
      const element = await goldenSignals(`${QUICK} open="buckets average"`);
      expect(words(section(element, 'Buckets').textContent)).to.contain('Nothing was measured yet.');
      expectNoGarbage(element);
    });
  });

  describe('scrapes and resets', () => {
    it('show a counter that falls in a restart, and a rate that does not', async () => {
      const element = await goldenSignals('service="auth" open="scraping" at="30"');
      button(element, 'Restart the service').click();
      await element.step(50);
      await settled(element);
      expect(element.actions).to.equal('30 restart service=auth');
      const counter = Array.from((chartOf(element, 'counter') as ObsChart).data.lines[0]!.values);
      expect(counter.some((value, index) => value < (counter[index - 1] ?? 0))).to.equal(true);
      const rates = Array.from((chartOf(element, 'counter-rate') as ObsChart).data.lines[0]!.values);
      expect(rates.every((value) => !(value < 0))).to.equal(true);
      expect(rates.at(-1)).to.be.above(10);
    });

    it('take another interval and another window', async () => {
      const element = await goldenSignals(`${QUICK} open="scraping" at="20"`);
      await element.change('scrapeSeconds', '5');
      await element.step(20);
      await settled(element);
      const seconds = [...csvRows(element.exportData()).keys()];
      expect(seconds.slice(-4)).to.deep.equal([25, 30, 35, 40]);
      await element.change('rangeSeconds', '30');
      await settled(element);
      expect(csvRows(element.exportData()).get(40)!['requests_per_second']).to.be.within(12, 28);
    });
  });

  describe('exports', () => {
    it('CSV with a row for every scrape, empty where nothing was measured', async () => {
      const element = await goldenSignals('at="60"');
      const csv = element.exportData('csv');
      const [head, first] = csv.split('\n');
      expect(head).to.equal(
        'seconds,p50,p95,p99,mean,requests_per_second,error_ratio,timeout,rejected,dependency,exception,rate_limited,cpu_utilisation,workers_utilisation,pool_utilisation,memory_utilisation,waiting',
      );
      expect(first).to.match(/^2,,,,,,/);
      const rows = csvRows(csv);
      expect([...rows.keys()]).to.deep.equal(Array.from({ length: 30 }, (_, index) => 2 * (index + 1)));
      const all = durations({}, 'order-service', 46, 60);
      expect(rows.get(60)!['requests_per_second']).to.be.closeTo(all.length / 14, 0.5);
      expect(csv).not.to.match(/NaN|Infinity|undefined/);
    });

    it('OpenMetrics that can be read again, with exemplars', async () => {
      const element = await goldenSignals(`${QUICK} at="20"`);
      const text = element.exportData('openmetrics');
      const parsed = parseOpenMetrics(text);
      expect(parsed.ok, parsed.ok ? '' : parsed.message).to.equal(true);
      const samples = parsed.ok ? parsed.families.flatMap((family) => family.samples) : [];
      expect(samples.length).to.be.above(500);
      expect(samples.some(({ exemplar }) => exemplar?.labels.has('trace_id'))).to.equal(true);
      expect(text.endsWith('# EOF\n')).to.equal(true);
    });

    it('both, as its menu offers', async () => {
      const element = await goldenSignals(QUICK);
      const items = Array.from(part(element, 'menu').querySelectorAll('button'), (one) => words(one.textContent));
      expect(items.filter((item) => /CSV|OpenMetrics/.test(item)).length).to.equal(2);
    });

    it('before it is in the page', () => {
      const element = document.createElement('obs-golden-signals');
      expect(element.exportData()).to.match(/^seconds,/);
      expect(element.exportData('openmetrics')).to.equal('# EOF\n');
    });

    it('the same numbers as its table shows', async () => {
      const element = await goldenSignals(`${QUICK} at="60" open="data"`);
      const [head, first, ...others] = section(element, 'Show data').querySelectorAll('tr');
      expect([head!.children.length, others.length]).to.deep.equal([9, 14]);
      const cells = Array.from(first!.children, ({ textContent }) => words(textContent));
      const { p99, requests_per_second: traffic } = csvRows(element.exportData()).get(60)!;
      expect(cells[0]).to.equal('1:00');
      expect(Number.parseFloat(cells[3]!)).to.be.closeTo(1000 * p99!, 0.051);
      expect(cells[4]).to.equal(`${Math.round(traffic!)}/s`);
    });
  });

  const garbage: readonly (readonly [string, string])[] = [
    ['latency-objective', 'abc'],
    ['latency-objective', '-1'],
    ['latency-objective', '1e309'],
    ['latency-objective', ''],
    ['error-objective', '101'],
    ['error-objective', 'none'],
    ['requests', 'toString'],
    ['scrape-seconds', '0'],
    ['scrape-seconds', '3'],
    ['range-seconds', '20'],
    ['session-requests', '0'],
    ['session-requests', '1e9'],
    ['boundary', '-5'],
    ['boundary', '1e309'],
    ['scenario', '__proto__'],
    ['rate', '1e9'],
    ['at', '-1'],
    ['actions', '<img src=x onerror=alert(1)>'],
  ];
  for (const [attribute, given] of garbage) {
    it(`explains ${attribute}="${given}" and goes on without it`, async () => {
      const host = place();
      const heard = listen(host);
      const element = document.createElement('obs-golden-signals');
      element.rate = 20;
      element.setAttribute('open', 'knee average buckets scraping data');
      element.setAttribute(attribute, given);
      host.append(element);
      await settled(element);
      expect(heard.map(({ type: name }) => name)).to.deep.equal(['obs-error']);
      expect(problems(element)).to.have.length(1);
      await element.step(6);
      await settled(element);
      expectNoGarbage(element);
      expect(element.currentTime).to.equal(6);
    });
  }

  it('shows no markup that a link brings', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const element = await goldenSignals(`${QUICK} at="4"`);
    element.service = evil;
    element.open = `${evil} knee`;
    await settled(element);
    expect(root(element).querySelectorAll('img').length).to.equal(0);
  });

  it('shows no garbage in any part, at any time, whatever is done', async () => {
    const element = await goldenSignals(`rate="60" ${EVERYTHING} mean`);
    for (const act of ['Lost capacity', 'Dependency outage', 'Restart', 'Bad deploy', 'Add instances', 'Shed load']) {
      button(element, act).click();
      await element.step(15);
      await settled(element);
      expectNoGarbage(element);
    }
  });

  it('opens the same moment again from its link', async () => {
    const element = await goldenSignals(`${QUICK} at="20"`);
    button(element, 'Bad deploy').click();
    await element.step(20);
    await settled(element);
    const [link, said, csv] = [element.shareUrl(), sentence(element), element.exportData()];
    element.remove();
    history.replaceState(null, '', new URL(link).hash);
    const again = await goldenSignals(`${QUICK} at="20"`);
    history.replaceState(null, '', location.pathname + location.search);
    expect([again.currentTime, sentence(again)]).to.deep.equal([40, said]);
    expect(again.exportData() === csv).to.equal(true);
  });

  it('speaks German', async () => {
    const element = await goldenSignals(`${QUICK} lang="de" at="10" ${EVERYTHING}`);
    expect(sentence(element)).to.contain('p99 liegt bei');
    expect(button(element, 'Abspielen') === undefined).to.equal(false);
    expectNoGarbage(element);
  });

  it('is a picture without controls', async () => {
    const element = await goldenSignals(`${QUICK} no-controls at="10"`);
    expect(root(element).querySelectorAll('button, select, input').length).to.equal(0);
    expect(root(element).querySelectorAll('obs-chart').length).to.equal(4);
  });

  it('draws charts with every step, and charts take data without the text', async () => {
    const element = await goldenSignals(QUICK);
    const chart = chartOf(element, 'traffic') as ObsChart;
    const before = chart.data;
    await element.step(4);
    expect(chart.data === before).to.equal(false);
  });
});
