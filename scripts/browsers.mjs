// Finds installed browsers. Node built-ins only: it runs before node_modules exists.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const runs = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first of these commands that the PATH holds. */
export function findCommand(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs);
}

export function findChromium() {
  return (
    [process.env.CHROME_PATH, process.env.PUPPETEER_EXECUTABLE_PATH].find((path) => path && runs(path)) ??
    findCommand('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome') ??
    [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      join(process.env.PROGRAMFILES ?? 'C:\\Program Files', 'Google\\Chrome\\Application\\chrome.exe'),
    ].find(runs)
  );
}

export function findFirefox() {
  return [process.env.FIREFOX_PATH].find((path) => path && runs(path)) ?? findCommand('firefox-esr', 'firefox');
}

/** WebKitGTK's driver, its small browser, and an X server that needs no screen. */
export function findWebKit() {
  const driver = findCommand('WebKitWebDriver');
  const xvfb = findCommand('Xvfb');
  const folders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib64'];
  const versions = ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'];
  const browser = folders.flatMap((folder) => versions.map((name) => `${folder}/${name}/MiniBrowser`)).find(runs);
  return driver && browser && xvfb ? { driver, browser, xvfb } : undefined;
}

export const CHROMIUM_ARGS = [
  // Chromium refuses its sandbox to root, which is who runs a container.
  ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];
