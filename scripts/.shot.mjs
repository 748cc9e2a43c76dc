import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, findChromium } from './browsers.mjs';
import { serve } from './server.mjs';
const [path, out, width = '820', dark = '', script = ''] = process.argv.slice(2);
const { server, address } = await serve();
const browser = await puppeteer.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
const page = await browser.newPage();
page.on('pageerror', (e) => console.log('ERR', e.message));
page.on('console', (m) => console.log('LOG', m.text()));
await page.setViewport({ width: +width, height: 900 });
if (dark) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
await page.goto(address + '/' + path);
await new Promise((r) => setTimeout(r, 600));
if (script) {
  const t = Date.now();
  const r = await page.evaluate(script);
  console.log('RESULT', JSON.stringify(r), Date.now() - t, 'ms');
  await new Promise((r) => setTimeout(r, 700));
}
await page.screenshot({ path: out, fullPage: true });
await browser.close();
server.closeAllConnections();
server.close();
