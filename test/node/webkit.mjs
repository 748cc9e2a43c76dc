// Drives WebKitGTK by W3C WebDriver over fetch: what no package for Node does.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { findWebKit } from '../../scripts/browsers.mjs';
import { PATIENCE_MS } from '../../scripts/open-browser.mjs';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Opens an address and returns what `expression` is there, as soon as it is anything. */
export async function inWebKit(address, expression) {
  const { driver, browser, xvfb } = findWebKit();
  // Xvfb picks a free display and writes its number to the fourth channel.
  const screen = spawn(xvfb, ['-displayfd', '3', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [display] = await once(screen.stdio[3], 'data');
  const port = await freePort();
  // Under the locale C, WebKit's language is one that Intl refuses.
  const env = { ...process.env, DISPLAY: `:${String(display).trim()}`, LANG: 'en_US.UTF-8', LC_ALL: '' };
  const service = spawn(driver, [`--port=${port}`], { stdio: 'ignore', env });
  const at = `http://127.0.0.1:${port}`;
  const valueOf = async (response) => (await (await response).json()).value;
  const get = (path) => valueOf(fetch(at + path));
  const post = (path, body) => valueOf(fetch(at + path, { method: 'POST', body: JSON.stringify(body) }));
  try {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
      const isReady = await get('/status').then(
        () => true,
        () => false,
      );
      if (isReady) break;
      await wait(50);
    }
    const options = { binary: browser, args: ['--automation'] };
    const wanted = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options };
    const { sessionId } = await post('/session', { capabilities: { alwaysMatch: wanted } });
    await post(`/session/${sessionId}/url`, { url: address });
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
      const value = await post(`/session/${sessionId}/execute/sync`, {
        script: `return ${expression}`,
        args: [],
      });
      if (value) return value;
      await wait(100);
    }
    throw new Error(`${expression} never came to be in WebKit.`);
  } finally {
    service.kill();
    screen.kill();
  }
}
