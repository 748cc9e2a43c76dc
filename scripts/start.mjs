// `npm start`: the demo pages and Storybook from the source, through Vite. Nothing has to be built first.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { serveSource } from './dev-server.mjs';

process.chdir(new URL('..', import.meta.url).pathname);

const started = Date.now();
const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;

console.log('Starting the demo pages …');

/** This port, or a free one where it is taken. */
async function freePort(wanted) {
  const server = createServer();
  const listen = (port) =>
    new Promise((listening, failed) => {
      server.once('error', failed);
      server.listen(port, () => listening(server.address().port));
    });
  const port = await listen(wanted).catch(() => listen(0));
  await new Promise((closed) => server.close(closed));
  return port;
}

const storybookPort = await freePort(Number(process.env.STORYBOOK_PORT ?? 6006));
const storybook = `http://localhost:${storybookPort}/`;
const { address } = await serveSource({ port: Number(process.env.PORT ?? 8080), storybook });

console.log(`
  Demo pages   ${address}/demo/   (ready after ${seconds()})
  Storybook    ${storybook}   (starting)
`);

function run(command, ...args) {
  const child = spawn(`node_modules/.bin/${command}`, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const ended = once(child, 'exit').then(([status]) => {
    if (status !== 0) console.error(`${command} ended.\n${output}`);
    return status;
  });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      child.kill();
      process.exit();
    });
  }
  return { ended };
}

async function answers(url) {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

// Storybook shows the tables of the manifest, and begins with those of the last time while there are newer ones on the way.
const analyzed = run('cem', 'analyze', '--config', 'custom-elements-manifest.config.mjs').ended;
if (existsSync('custom-elements.json') || (await analyzed) === 0) {
  const options = ['--ci', '--exact-port', '--no-open', '--no-version-updates', '--disable-telemetry'];
  let hasEnded = false;
  void run('storybook', 'dev', '-p', String(storybookPort), ...options).ended.then(() => (hasEnded = true));
  while (!hasEnded && !(await answers(`${storybook}index.json`))) await new Promise((next) => setTimeout(next, 500));
  if (!hasEnded) console.log(`Storybook is ready after ${seconds()}: ${storybook}`);
}
