import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { expectNoOverflow, expectNoViolations, forEveryone } from '../../for-everyone.js';
import { drawn, emulate, part, place, root } from '../../helpers.js';
import { logSearch, rows, settled } from './page.js';

const OPEN = 'open="request fields dialects secrets cost own"';
const LOG =
  'level=ERROR msg="a long message without a break: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" time=2026-01-01T10:00:00Z trace_id=t1\nno\n';

const SCROLLS = 'pre, .rows';

describe('<obs-log-search> for everyone', () => {
  forEveryone({
    figure: logSearch,
    open: OPEN,
    unusable: `text="/(/" query="level=ERROR AND (" question="x" theme="blue" ${OPEN}`,
    states: {
      'as it begins': '',
      'without controls': 'no-controls',
      'with misses': 'question="request"',
      'with nothing found': 'query="level=FATAL" text="nowhere"',
    },
    scrolls: SCROLLS,
  });

  it('gives axe nothing to find with a record and a log of the reader’s own', async () => {
    const element = await logSearch(OPEN);
    element.openLog(LOG, 'my.log');
    await settled(element);
    rows(element, 'query')[0]!.click();
    await drawn(element);
    expectNoOverflow(element, SCROLLS);
    await expectNoViolations(element);
    await setViewport({ width: 320, height: 640 });
    expectNoOverflow(element, SCROLLS);
  });

  it('gives axe nothing to find while the log is made', async () => {
    const element = place('<obs-log-search lines="1000000"></obs-log-search>').querySelector('obs-log-search')!;
    await drawn(element);
    expect(root(element).querySelector('progress') !== null).to.equal(true);
    await expectNoViolations(element);
  });

  it('draws in forced colours with what the reader chose', async () => {
    await emulate({ 'forced-colors': 'active' });
    const element = await logSearch('');
    const paper = getComputedStyle(part(element, 'base')).backgroundColor;
    for (const drawn of ['.score .right', '.bars.hits', '.bars.error']) {
      expect(getComputedStyle(root(element).querySelector(drawn)!).fill, drawn).not.to.equal(paper);
    }
  });
});
