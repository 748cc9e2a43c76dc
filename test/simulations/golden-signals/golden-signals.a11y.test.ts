import { expect } from '@open-wc/testing';
import { forEveryone } from '../../for-everyone.js';
import { drawn, part, root } from '../../helpers.js';
import { button, chartOf, goldenSignals } from './fixture.js';

const OPEN = 'open="knee average buckets scraping data" mean';
const SPIKE = 'actions="20 traffic-spike factor=3 seconds=120" at="40"';

describe('<obs-golden-signals> for everyone', () => {
  forEveryone({
    figure: goldenSignals,
    open: `${SPIKE} ${OPEN}`,
    unusable: `rate="20" latency-objective="abc" actions="60" scrape-seconds="3" at="4" ${OPEN}`,
    states: {
      'as it begins': 'rate="20"',
      'without controls': `no-controls ${SPIKE}`,
      'with what cannot be done': `rate="20" actions="3 restart service=nobody" at="6" ${OPEN}`,
      'in one queue': `scenario="one-queue" at="40" ${OPEN}`,
    },
    scrolls: 'pre, .scroll',
  });

  it('moves nothing by itself, and animates nothing when it plays', async () => {
    const element = await goldenSignals('rate="20"');
    expect(element.paused).to.equal(true);
    element.play();
    await drawn(element);
    expect(root(element).getAnimations()).to.deep.equal([]);
    element.pause();
  });

  it('has Pause at hand whenever it plays', async () => {
    const element = await goldenSignals('rate="20" autoplay');
    await drawn(element);
    expect(button(element, 'Pause') === undefined).to.equal(false);
    element.pause();
  });

  it('tells each chart as a figure with its name and the sentence', async () => {
    const element = await goldenSignals('rate="20" at="20"');
    const names = ['latency', 'traffic', 'errors', 'saturation'].map(
      (name) => root(chartOf(element, name)).querySelector('[role=figure]')?.getAttribute('aria-label') ?? '',
    );
    expect(names.map((name) => name.split('.')[0])).to.deep.equal(['Latency', 'Traffic', 'Errors', 'Saturation']);
    for (const name of names) expect(name).to.contain('p99 is');
  });

  it('has everything that the charts show as a table, too', async () => {
    const element = await goldenSignals('rate="20" at="20" open="data"');
    const table = part(element, 'table');
    expect(table.getAttribute('aria-label')).to.equal('Show data');
    expect(table.querySelectorAll('th[scope=col]').length).to.equal(9);
    expect(table.querySelectorAll('th[scope=row]').length).to.equal(10);
  });

  it('has the focus on no chart that is not there: all targets of Tab can be seen', async () => {
    const element = await goldenSignals(`rate="20" ${OPEN}`);
    for (const chart of root(element).querySelectorAll('obs-chart')) {
      const plot = root(chart).querySelector<HTMLElement>('.plot')!;
      expect(plot.getBoundingClientRect().height).to.be.above(50);
    }
  });
});
