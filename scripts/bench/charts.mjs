// Four live charts at ten updates a second, as a dashboard has them, in Chromium: what they take of the main thread, ours
// beside uPlot and beside a bare canvas that draws the same lines and nothing else. The rounds take turns, so that a slow
// moment of the machine strikes all.
import puppeteer from 'puppeteer-core';
import { build, mergeConfig } from 'vite';
import { CHROMIUM_ARGS, findChromium } from '../browsers.mjs';
import shared from '../../vite.config.mjs';

export const name = 'charts';

const ROUNDS = 5;
const ROUND_SECONDS = 3;

/** The page's script in one piece. */
async function bundle() {
  const built = await build(
    mergeConfig(shared, {
      configFile: false,
      logLevel: 'warn',
      build: {
        write: false,
        target: 'es2022',
        lib: { entry: 'scripts/charts-page.mjs', formats: ['es'], fileName: 'page' },
      },
    }),
  );
  return [built].flat()[0].output[0].code;
}

export async function run() {
  const script = await bundle();
  const browser = await puppeteer.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1000, height: 1200 });
    await page.setContent('<!doctype html><body></body>');
    await page.addScriptTag({ content: script, type: 'module' });
    await page.waitForFunction('globalThis.play !== undefined');
    const cdp = await page.createCDPSession();
    // The thread's own time: what others do on the machine is not in it.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const busy = async () => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      return metrics.find((metric) => metric.name === 'TaskDuration').value;
    };
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const shares = {};
      for (const kind of ['idle', 'bare', 'uplot', 'ours']) {
        const before = await busy();
        await page.evaluate((chosen, seconds) => globalThis.play(chosen, seconds), kind, ROUND_SECONDS);
        shares[kind] = ((await busy()) - before) / ROUND_SECONDS;
      }
      // The first round warms up.
      if (round > 0) rounds.push(shares);
    }
    const ratio = (of) => median(rounds.map(of));
    const what = 'four <obs-chart> at 10 Hz';
    return [
      { what, ratio: ratio(({ ours, idle }) => ours - idle), limit: 0.04, against: 'the main thread' },
      { what, ratio: ratio(({ ours, bare }) => ours / bare), limit: 3, against: 'a bare canvas' },
      { what, ratio: ratio(({ ours, uplot }) => ours / uplot), limit: 1.2, against: 'uPlot 1.6.32' },
      { what: 'four uPlot 1.6.32 at 10 Hz', ratio: ratio(({ uplot, bare }) => uplot / bare), against: 'a bare canvas' },
      { what: 'nothing', ratio: ratio(({ idle, bare }) => idle / bare), against: 'a bare canvas' },
    ];
  } finally {
    await browser.close();
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
