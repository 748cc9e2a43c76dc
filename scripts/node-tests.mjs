// Runs test files in Node, a process for each.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build, mergeConfig } from 'vite';
import shared from '../vite.config.mjs';
import { longestFirst, noteSeconds } from './test-seconds.mjs';

const FOLDER = 'node_modules/.cache/obs-tests';
/** A file that takes longer hangs. */
const LIMIT_SECONDS = process.env.OBS_PROOF ? 7200 : 1800;

/** What `runNodeTest` needs for bundled tests: the setup that all of them share. */
const WITH_SETUP = ['--import', `./${FOLDER}/test/setup.mjs`];

/** Bundles TypeScript tests as they would ship, sharing chunks; returns what `runNodeTest` takes, the longest first. */
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
  return longestFirst(tests).map((name) => ({
    name,
    file: `${FOLDER}/${name.replace(/\.ts$/, '.mjs')}`,
    nodeOptions: WITH_SETUP,
  }));
}

function outputOf(file, nodeOptions) {
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
      resolve({ status, output });
    });
  });
}

/** What a TAP report says of the tests that failed: its blocks of `not ok`. */
function failuresIn(output) {
  const lines = output.split('\n');
  const isReport = (line) => /^\s*(ok|# Subtest|---|\.\.\.|duration_ms|type:|1\.\.)/.test(line);
  return lines.filter((line) => !isReport(line)).join('\n');
}

/** Runs one test file, says how it went, and returns its counts. */
export async function runNodeTest({ name, file, nodeOptions = [] }, say = console.log) {
  const started = Date.now();
  const { status, output } = await outputOf(file, nodeOptions);
  const seconds = (Date.now() - started) / 1000;
  noteSeconds({ [name]: seconds });
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  const counts = { passed: count('pass'), failed: count('fail'), skipped: count('skipped') };
  // A file that ends without naming a failed test has not run its tests; nor has one without any.
  if (counts.failed === 0 && (status !== 0 || counts.passed + counts.skipped === 0)) counts.failed = 1;
  const failed = counts.failed > 0 ? `, ${counts.failed} FAILED` : '';
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  const line = `${name}: ${counts.passed} passed${failed}${skipped} (${seconds.toFixed(1)} s)`;
  say(counts.failed > 0 ? `${line}\n${failuresIn(output)}` : line);
  return counts;
}
