import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { RunElement } from '../../src/ui/playback/run-element.js';
import { drawn, everythingShown, expectNoGarbage, figures, root, violations } from '../helpers.js';
import { LANGUAGES } from './all.js';

/** What shows most of each element's text and costs little time. */
const SHOWN: Readonly<Record<string, string>> = {
  'alert-comparison': 'open="table many rule files more"',
  'blind-vs-observable':
    'incident="dependency-outage" seed="3" open="hundreds costs" looks="observable dashboard dependencies"',
  'budget-tracker':
    'day="14" actions="1:small 2:large 4:small+canary 9:small 11:migration!" seed="1" open="data windows months costs"',
  'golden-signals': 'rate="20" at="20" open="knee average buckets scraping data" mean',
  'live-dashboard': 'at="580" actions="420 roll-back service=payment-service" open="again review data"',
  'log-search': 'lines="10000" open="request fields dialects secrets cost own"',
  quiz: 'answers="- - - - - b" at="6"',
  'red-use': 'fault="slow-query" at="130" cell="payment-service.duration" open="cases rule data"',
  'slo-calculator':
    'objective="99.99" spent="35" recent-minutes="2" dependencies="database 99.95" open="nines dependencies alerts methods rules"',
  'trace-viewer': 'inject="lost-header" open="compare sampling header own keys"',
};

const elements = Object.keys(import.meta.glob('../../src/simulations/*/*.define.ts')).map((path) =>
  path.split('/').at(-2)!,
);

for (const language of LANGUAGES) {
  describe(`the figures in ${language}`, function inLanguage() {
    before(async () => {
      document.documentElement.lang = 'en';
      document.title = 'Test';
      await setViewport({ width: 320, height: 800 });
    });

    after(() => setViewport({ width: 1024, height: 800 }));

    for (const name of elements) {
      it(`say no garbage in <obs-${name}>, fit into 320 px and give axe nothing to find`, async () => {
        const [element] = await figures(`<obs-${name} lang="${language}" ${SHOWN[name] ?? ''}></obs-${name}>`);
        // A run goes to its time, a log is searched, and either may begin something else.
        for (let round = 0; round < 3; round++) {
          if (element instanceof RunElement) await element.playback.settled;
          for (const promise of ['settled', 'ready']) await Reflect.get(element!, promise);
          await drawn(element!);
        }
        expect(root(element!).querySelector("[part='base']")?.getAttribute('lang')).to.equal(language);
        expectNoGarbage(element!);
        expect(everythingShown(element!).length).to.be.above(500);
        const { scrollWidth, clientWidth } = document.scrollingElement!;
        expect(scrollWidth, 'the page scrolls sideways').to.be.at.most(clientWidth);
        expect(await violations(element!, 'all but colors')).to.deep.equal([]);
      });
    }
  });
}
