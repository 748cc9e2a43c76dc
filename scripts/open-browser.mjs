// Browsers that wait as long as a slow machine needs: what hangs ends all the same.
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, findChromium, findFirefox } from './browsers.mjs';

export const PATIENCE_MS = 300_000;
const PATIENT = { timeout: PATIENCE_MS, protocolTimeout: PATIENCE_MS };

export function openChromium() {
  return puppeteer.launch({ ...PATIENT, executablePath: findChromium(), args: CHROMIUM_ARGS });
}

export function openFirefox() {
  return puppeteer.launch({ ...PATIENT, browser: 'firefox', executablePath: findFirefox() });
}

export async function newPage(browser) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}
