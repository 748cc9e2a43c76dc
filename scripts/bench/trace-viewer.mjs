// A trace of 100,000 spans in Chromium: the time from the parsed trace to the first rows on the screen, and the main
// thread's work for a frame in which the reader scrolls; beside a canvas that draws the same bars by hand, and beside
// plain rows, all of them in the page. Lower quartiles; every contestant in the same browser, one after the other.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, findChromium } from '../browsers.mjs';

export const name = 'trace-viewer';

const SPANS = 100_000;
const FRAMES = 60;
/** Milliseconds: what a reader does not notice, and a quarter of a frame. */
const FIRST_PAINT = 40;
const SCROLL_FRAME = 4;

export async function run() {
  const page = `<!doctype html><meta charset="utf-8"><script src="/kit.js"></script><main></main>`;
  const server = createServer((request, response) => {
    const isKit = request.url === '/kit.js';
    response.setHeader('content-type', isKit ? 'text/javascript' : 'text/html');
    response.end(isKit ? readFileSync('dist/standalone/trace-viewer.js') : page);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await puppeteer.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
  try {
    const results = {};
    for (const contestant of ['viewer', 'canvas', 'plain']) {
      const tab = await browser.newPage();
      await tab.setViewport({ width: 1024, height: 900 });
      await tab.goto(`http://127.0.0.1:${server.address().port}/`);
      results[contestant] = await tab.evaluate(inPage, contestant, SPANS, contestant === 'plain' ? 20 : FRAMES);
      await tab.close();
    }
    const { viewer, canvas, plain } = results;
    const ms = (value) => `${value.toFixed(1)} ms`;
    const row = (what, ratio, limit, against) => ({ what, ratio, limit, against });
    return [
      row(`first rows, ${ms(viewer.first)}`, viewer.first / FIRST_PAINT, 1, `${FIRST_PAINT} ms`),
      row(`a scroll frame, ${ms(viewer.scroll)}`, viewer.scroll / SCROLL_FRAME, 1, `${SCROLL_FRAME} ms`),
      row('first rows', viewer.first / canvas.first, undefined, `raw canvas, ${ms(canvas.first)}`),
      row('a scroll frame', viewer.scroll / canvas.scroll, undefined, `raw canvas, ${ms(canvas.scroll)}`),
      row('first rows', viewer.first / plain.first, 1, `plain rows, ${ms(plain.first)}`),
      row('a scroll frame', viewer.scroll / plain.scroll, 1, `plain rows, ${ms(plain.scroll)}`),
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

/** In the page. Work is what the main thread does from an act until the next frame is ready to be shown. */
async function inPage(contestant, count, frames) {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const task = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  // What else runs on the machine makes things slower only: the quartile says more about the code than the median.
  const quartile = (values) => values.toSorted((a, b) => a - b)[values.length >> 2];
  const spans = Array.from({ length: count }, (_, i) => ({
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    id: (i + 1).toString(16).padStart(16, '0'),
    ...(i > 0 && { parentId: (Math.floor((i - 1) / 4) + 1).toString(16).padStart(16, '0') }),
    name: `operation ${i % 50}`,
    timestamp: 1_767_571_200_000_000 + i,
    duration: 1 + Math.floor(400_000 / (1 + i)),
    localEndpoint: { serviceName: `service-${i % 10}` },
  }));
  const main = document.querySelector('main');

  /** A frame's work: layout and paint are forced within it, and what was queued is done. */
  const work = async (act, settle) => {
    await nextFrame();
    await task();
    const start = performance.now();
    act();
    settle();
    return performance.now() - start;
  };

  if (contestant === 'viewer') {
    const element = document.createElement('obs-trace-viewer');
    main.append(element);
    await element.updateComplete;
    const marks = [];
    const mark = performance.mark.bind(performance);
    performance.mark = (label, options) => {
      if (label === 'obs-trace-parsed') marks.push(performance.now());
      return mark(label, options);
    };
    // The moment in which the trace is parsed is that in which the element's data arrives: a mark in the page's clock.
    const arrived = () =>
      new Promise((resolve) => {
        const before = marks.length;
        const observer = new MutationObserver(() => {
          if (marks.length === before) return;
          observer.disconnect();
          resolve(performance.now());
        });
        observer.observe(element.shadowRoot.querySelector('.waterfall'), { attributes: true });
      });
    const large = new File([JSON.stringify(spans)], 'large.json');
    const firsts = [];
    const viewport = element.shadowRoot.querySelector('.rows');
    for (let round = 0; round < 5; round++) {
      element.openFile(large);
      const drawn = await arrived();
      viewport.getBoundingClientRect();
      firsts.push(drawn - marks.at(-1) + (performance.now() - drawn));
      await element.updateComplete;
    }
    const first = quartile(firsts);
    const times = [];
    for (let i = 0; i < frames; i++) {
      const act = () => {
        viewport.scrollTop += 300;
        viewport.dispatchEvent(new Event('scroll'));
      };
      times.push(await work(act, () => viewport.lastElementChild.getBoundingClientRect()));
    }
    return { first, scroll: quartile(times) };
  }

  const total = Math.max(...spans.map(({ timestamp, duration }) => timestamp + duration)) - spans[0].timestamp;
  if (contestant === 'canvas') {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1000, height: 600 });
    main.append(canvas);
    const context = canvas.getContext('2d');
    const draw = (from) => {
      context.clearRect(0, 0, 1000, 600);
      for (let i = 0; i < 22; i++) {
        const { name: operation, timestamp, duration, localEndpoint } = spans[from + i];
        context.fillText(`${localEndpoint.serviceName} ${operation}`, 4, i * 28 + 18);
        const x = 340 + ((timestamp - spans[0].timestamp) / total) * 500;
        context.fillRect(x, i * 28 + 7, Math.max(2, (duration / total) * 500), 14);
        context.fillText(`${duration / 1000} ms`, 860, i * 28 + 18);
      }
      context.getImageData(0, 0, 1, 1);
    };
    const start = performance.now();
    draw(0);
    const first = performance.now() - start;
    const times = [];
    for (let i = 0; i < frames; i++)
      times.push(
        await work(
          () => draw(i * 11),
          () => {},
        ),
      );
    return { first, scroll: quartile(times) };
  }

  const list = document.createElement('div');
  list.setAttribute('style', 'height: 600px; overflow: auto');
  const start = performance.now();
  for (const { name: operation, timestamp, duration, localEndpoint } of spans) {
    const row = document.createElement('div');
    row.style.height = '28px';
    const bar = document.createElement('span');
    bar.style.cssText = `display: inline-block; height: 14px; margin-left: ${((timestamp - spans[0].timestamp) / total) * 500}px; width: ${(duration / total) * 500}px`;
    row.append(`${localEndpoint.serviceName} ${operation}`, bar, `${duration / 1000} ms`);
    list.append(row);
  }
  main.append(list);
  list.getBoundingClientRect();
  const first = performance.now() - start;
  const times = [];
  for (let i = 0; i < frames; i++) {
    times.push(
      await work(
        () => (list.scrollTop += 300),
        () => document.elementFromPoint(50, 300),
      ),
    );
  }
  return { first, scroll: quartile(times) };
}
