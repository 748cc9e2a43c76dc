import { expect } from '@open-wc/testing';
import { expectNoViolations, forEveryone } from '../../for-everyone.js';
import { drawn, emulate, root } from '../../helpers.js';
import { FILES } from '../../telemetry/traces/reference-files.js';
import { viewer } from './helpers.js';

const OPEN = 'open="compare sampling header own keys"';

describe('<obs-trace-viewer> for everyone', () => {
  forEveryone({
    figure: viewer,
    open: `inject="lost-header" range="10-50" ${OPEN}`,
    unusable: `seed="abc" range="x" query="a >" traceparent="x" tracestate="A" ${OPEN}`,
    states: {
      'as it begins': '',
      'as a flame graph': 'view="flame" inject="retry"',
      'as a table': 'view="table"',
      'as a map': 'view="map"',
      'without controls': 'no-controls',
      'compared, zoomed and searched': `inject="n-plus-one" compare-to="healthy" range="10-90" query="kind=client"`,
    },
    scrolls: '.wide, .label > *',
  });

  it('gives axe nothing to find in a file with doubts', async () => {
    const element = await viewer('open="own compare"');
    element.openFile(new File([JSON.stringify(FILES['otlp-jaeger-otel_traces_01.json'])], 'own.json'));
    await drawn(element);
    await expectNoViolations(element);
  });

  it('tells bars from the critical path in forced colours', async () => {
    await emulate({ 'forced-colors': 'active' });
    const element = await viewer();
    const fill = (selector: string): string => getComputedStyle(root(element).querySelector(selector)!).fill;
    expect(fill('.body path.path')).not.to.equal(fill('.body path.bar'));
  });

  it('draws its bars from left to right in any language', async () => {
    const element = await viewer('lang="ar-XB"');
    expect(getComputedStyle(root(element).querySelector('.body .time')!).direction).to.equal('ltr');
  });
});
