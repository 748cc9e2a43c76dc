// Installs what is missing on a bare machine, else does nothing: `node scripts/ensure.mjs packages chromium promtool`.
// Node built-ins only: it runs before node_modules exists.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { findChromium, findCommand, findFirefox, findWebKit } from './browsers.mjs';

process.chdir(new URL('..', import.meta.url).pathname);

function run(command, args) {
  console.log(`> ${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
}

function fail(text) {
  console.error(`\n${text}\n`);
  process.exit(1);
}

function npm(...args) {
  return process.env.npm_execpath ? run(process.execPath, [process.env.npm_execpath, ...args]) : run('npm', args);
}

let listsAreFresh = false;
function apt(packageName) {
  const asRoot = process.getuid?.() === 0;
  const mayElevate = !asRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  if (!findCommand('apt-get') || !(asRoot || mayElevate)) return false;
  const get = (...args) =>
    asRoot ? run('apt-get', args) : run('sudo', ['-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]);
  listsAreFresh ||= get('update', '-q');
  return get('install', '-y', '-q', '--no-install-recommends', packageName);
}

const steps = {
  packages() {
    const [major, minor] = process.versions.node.split('.').map(Number);
    if (major < 20 || (major === 20 && minor < 19)) fail(`Node 20.19 or newer is needed; this is ${process.version}.`);
    const stamp = 'node_modules/.lock-hash';
    const hash = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
    // npm writes this when it has installed everything, whoever called it.
    const installed = 'node_modules/.package-lock.json';
    if (existsSync(installed) && statSync(installed).mtimeMs > statSync('package-lock.json').mtimeMs) return;
    if (!npm('ci', '--no-audit', '--no-fund')) fail('npm ci failed.');
    writeFileSync(stamp, hash);
  },
  chromium() {
    if (findChromium() || (apt('chromium') && findChromium())) return;
    fail('No Chromium or Chrome found. Install one (Debian: sudo apt-get install chromium) or set CHROME_PATH.');
  },
  promtool() {
    // Without it the tests that ask Prometheus itself are skipped, and say so.
    if (!findCommand('promtool')) apt('prometheus');
  },
  // Without these, the tests that compare runs between browsers are skipped, and say so.
  firefox() {
    if (!findFirefox()) apt('firefox-esr');
  },
  webkit() {
    if (findWebKit()) return;
    apt('webkit2gtk-driver');
    apt('xvfb');
  },
};

for (const step of process.argv.slice(2)) steps[step]();

// What is only skipped on somebody's own machine can be asked for: OBS_REQUIRE='firefox webkit promtool'.
const FINDERS = {
  chromium: findChromium,
  firefox: findFirefox,
  webkit: findWebKit,
  promtool: () => findCommand('promtool'),
};
const missing = (process.env.OBS_REQUIRE ?? '').split(' ').filter((name) => name && !FINDERS[name]?.());
if (missing.length > 0) fail(`Not installed, and asked for by OBS_REQUIRE: ${missing.join(', ')}.`);
