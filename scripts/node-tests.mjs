// Runs test files in Node, a process for each, and says so as each of them ends.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, mergeConfig } from 'vite';
import shared from '../vite.config.mjs';

const FOLDER = 'node_modules/.cache/obs-tests';
const TIMES = 'node_modules/.cache/obs-test-seconds.json';
/** A file that takes longer hangs. */
const LIMIT_SECONDS = 1800;

/** Bundles TypeScript tests as they would ship, sharing chunks; returns the file to run for each of them. */
export async function bundleTests(tests) {
  rmSync(FOLDER, { recursive: true, force: true });
  const input = Object.fromEntries(['test/setup.ts', ...tests].map((file) => [file.replace(/\.ts$/, ''), file]));
  await build(
    mergeConfig(shared, {
      configFile: false,
      logLevel: 'warn',
      build: {
        ssr: true,
        outDir: FOLDER,
        target: 'es2023',
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          input,
          output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
        },
      },
    }),
  );
  return tests.map((name) => ({ name, file: `${FOLDER}/${name.replace(/\.ts$/, '.mjs')}` }));
}

function secondsOfLastTime() {
  try {
    return JSON.parse(readFileSync(TIMES, 'utf8'));
  } catch {
    return {};
  }
}

function runOne(file, nodeOptions) {
  const args = ['--enable-source-maps', ...nodeOptions, '--test-reporter=tap', file];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const limit = setTimeout(() => {
    output += `\nStopped after ${LIMIT_SECONDS} s.\n`;
    child.kill('SIGKILL');
  }, LIMIT_SECONDS * 1000);
  return new Promise((resolve) => {
    child.on('close', (status) => {
      clearTimeout(limit);
      const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
      const counts = { passed: count('pass'), failed: count('fail'), skipped: count('skipped') };
      // A file that ends without naming a failed test has not run its tests.
      if (status !== 0 && counts.failed === 0) counts.failed = 1;
      resolve({ ...counts, output });
    });
  });
}

/** Runs `{ name, file }` of tests, `parallel` at once, the longest of the last time first. Returns what they count. */
export async function runNodeTests(tests, { parallel = 2, nodeOptions = [], say = console.log } = {}) {
  const times = secondsOfLastTime();
  const queue = [...tests].sort((a, b) => (times[b.name] ?? 0) - (times[a.name] ?? 0));
  const total = { passed: 0, failed: 0, skipped: 0 };
  const work = async () => {
    for (let test = queue.shift(); test; test = queue.shift()) {
      const started = Date.now();
      const { output, ...counts } = await runOne(test.file, nodeOptions);
      const seconds = (Date.now() - started) / 1000;
      times[test.name] = seconds;
      for (const key of Object.keys(total)) total[key] += counts[key];
      const failed = counts.failed > 0 ? `, ${counts.failed} FAILED` : '';
      const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
      say(`${test.name}: ${counts.passed} passed${failed}${skipped} (${seconds.toFixed(1)} s)`);
      if (counts.failed > 0) say(output);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  mkdirSync('node_modules/.cache', { recursive: true });
  writeFileSync(TIMES, JSON.stringify(times));
  return total;
}

/** What `runNodeTests` needs for bundled tests: the setup that all of them share. */
export const WITH_SETUP = ['--import', `./${FOLDER}/test/setup.mjs`];
