// Measures what a page has to load, and in how many steps, without a clock: the server holds back every answer until the
// page has asked for all that it can ask for, and then sends what has been asked for at once. So a figure is the same on
// any machine, and what counts is what is asked for, not how fast it comes.
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { setTimeout as wait } from 'node:timers/promises';
import { newPage, PATIENCE_MS } from './open-browser.mjs';

/** How long a page that has nothing to do must stay so, to count as having asked for everything. */
const QUIET_MS = 250;

const TYPES = { css: 'text/css', html: 'text/html; charset=utf-8', js: 'text/javascript', json: 'application/json' };

/** Resolves when the page has nothing to do and has asked for nothing new for a while. */
async function quiet(page, askedFor) {
  for (let before = -1; before !== askedFor();) {
    before = askedFor();
    await page.evaluate((ms) => new Promise((idle) => setTimeout(() => requestIdleCallback(idle), ms)), QUIET_MS);
  }
}

/**
 * Opens `/` of these files in a page of its own. `read(path)` returns a file's content, or undefined; `milestones` are
 * conditions in the page by name. Returns the bytes (bodies, gzip) and the requests until each of them, and in all.
 */
export async function measurePage(browser, { read, milestones }) {
  const held = [];
  let bytes = 0;
  let requests = 0;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const content = read(pathname);
    if (content === undefined) {
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
      if (pathname !== '/favicon.ico') console.error(`A page asks for ${pathname}, which is not there.`);
      return;
    }
    requests++;
    held.push(() => {
      const body = gzipSync(content, { level: 9 });
      bytes += body.length;
      const type = TYPES[pathname === '/' ? 'html' : pathname.split('.').at(-1)];
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'content-length': body.length });
      response.end(body);
    });
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const page = await newPage(browser);
  // High enough that every element is in sight.
  await page.setViewport({ width: 1280, height: 20_000 });
  const reached = {};
  try {
    const opened = page.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: 'load' });
    while (held.length === 0) await wait(5);
    held.splice(0).forEach((send) => send());
    await page.waitForFunction(() => document.readyState !== 'loading' || document.body !== null);
    for (const end = Date.now() + PATIENCE_MS; ;) {
      await quiet(page, () => requests);
      for (const [name, condition] of Object.entries(milestones)) {
        if (!reached[name] && (await page.evaluate(condition))) reached[name] = { bytes, requests };
      }
      const isComplete = Object.keys(milestones).every((name) => reached[name]);
      if (held.length === 0 && isComplete) break;
      if (Date.now() > end) throw new Error(`A page never reached ${Object.keys(milestones).join(', ')}.`);
      held.splice(0).forEach((send) => send());
    }
    await opened;
    return { ...reached, all: { bytes, requests } };
  } finally {
    await page.close();
    server.closeAllConnections();
    server.close();
  }
}
