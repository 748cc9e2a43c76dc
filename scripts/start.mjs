// `npm start`: builds the kit and its Storybook, serves the demo pages, and says where.
import { spawnSync } from 'node:child_process';
import { serve } from './server.mjs';

process.chdir(new URL('..', import.meta.url).pathname);

function run(command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return;
  console.error(stdout + stderr);
  process.exit(1);
}

console.log('Building the kit and its Storybook: a few seconds …');
run(process.execPath, 'scripts/build.mjs');
run('node_modules/.bin/storybook', 'build', '--quiet', '--disable-telemetry', '-o', 'storybook-static');

const wanted = Number(process.env.PORT ?? 8080);
const { address } = await serve(wanted).catch(() => serve());
console.log(`
  Demo pages   ${address}/demo/
  Storybook    ${address}/storybook/
`);
