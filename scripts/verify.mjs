// `npm test`: everything that must hold before a change lands. Two lanes work side by side, and say what they do as they
// do it. Ends in one line of its own: `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { add, conclude, drain, noCounts } from './lanes.mjs';
import { bundleTests, runNodeTest } from './node-tests.mjs';
import { BROWSER_TESTS, BUILD_TESTS, NODE_TESTS } from './test-files.mjs';
import { longestFirst } from './test-seconds.mjs';

process.chdir(new URL('..', import.meta.url).pathname);
process.env.PATH = `${process.cwd()}/node_modules/.bin:${process.env.PATH}`;
process.env.FORCE_COLOR = '0';

const started = Date.now();
const since = (from) => (Date.now() - from) / 1000;
const clock = () => {
  const seconds = Math.floor(since(started));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};
const say = (text) => console.log(`${clock().padStart(5)}  ${text}`);

/** What each step counted, and the seconds that a lane worked on it. */
const steps = new Map();

function noteStep(step, counts, seconds) {
  const noted = steps.get(step) ?? { ...noCounts(), seconds: 0 };
  add(noted, counts);
  noted.seconds += seconds;
  steps.set(step, noted);
}

/** A task that runs `work`, which returns counts, as a part of `step`. */
const part = (step, work) => async () => {
  const from = Date.now();
  noteStep(step, await work(), since(from));
};

/** Runs a command; `onLine` is told each line that it prints. */
function run(command, { env = {}, onLine = () => {} } = {}) {
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      const lines = (rest + text).split('\n');
      rest = lines.pop();
      for (const line of lines) onLine(line);
    });
  }
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, output })));
}

/** A step that is one command, whose output matters when it fails. */
const check = (step, command) =>
  part(step, async () => {
    say(`${step} …`);
    const from = Date.now();
    const { status, output } = await run(command);
    say(`${step}: ${status === 0 ? 'ok' : 'FAILED'} (${since(from).toFixed(1)} s)${status === 0 ? '' : `\n${output}`}`);
    return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  });

const IN_BROWSER = 'tests in the browser';
const inBrowser = part(IN_BROWSER, async () => {
  say(`${IN_BROWSER}: ${BROWSER_TESTS.length} files …`);
  const folder = mkdtempSync(join(tmpdir(), 'obs-'));
  const countsFile = join(folder, 'counts.json');
  const { status } = await run('wtr --static-logging', {
    env: { OBS_TEST_COUNTS: countsFile },
    onLine: (line) => line.trim() && say(line),
  });
  let counts = noCounts();
  try {
    counts = JSON.parse(readFileSync(countsFile, 'utf8'));
  } catch {
    // It ended before it had counted.
  }
  rmSync(folder, { recursive: true });
  // A runner that fails without naming a test has not run them.
  if ((status !== 0 && counts.failed === 0) || counts.passed === 0) counts.failed++;
  return counts;
});

const nodeTest = (step, test) => part(step, () => runNodeTest(test, say));

const IN_NODE = 'tests in Node';
const OF_BUILD = 'tests of the build';

// What a lane does when it has done its first: the longest first, as far as that is known.
const tasks = [
  check('types', 'tsc --noEmit'),
  check('types of the layers without a page', 'tsc --noEmit -p tsconfig.pure.json'),
  check('lint', 'npm run --silent lint'),
  check('format', 'npm run --silent format:check'),
  check('storybook', 'storybook build --quiet --disable-telemetry -o storybook-static'),
  part(IN_NODE, async () => {
    say(`${IN_NODE}: bundling ${NODE_TESTS.length} files …`);
    const bundled = await bundleTests(NODE_TESTS);
    tasks.push(...bundled.map((test) => nodeTest(IN_NODE, test)));
    return noCounts();
  }),
  ...longestFirst(BUILD_TESTS).map((file) => nodeTest(OF_BUILD, { name: file, file })),
  check('size', 'node scripts/size.mjs'),
];

// Types, Storybook and some tests read what the build makes, the manifest among it.
const built = check('build', 'node scripts/build.mjs')();
await Promise.all([built.then(() => drain(tasks)), Promise.all([inBrowser(), built]).then(() => drain(tasks))]);

const rows = [...steps].map(([step, { seconds, passed, failed }]) => [step, seconds.toFixed(0), passed, failed]);
console.log(`\n${'step'.padEnd(36)}${['seconds', 'passed', 'failed'].map((head) => head.padStart(9)).join('')}`);
for (const [step, ...numbers] of rows) {
  console.log(step.padEnd(36) + numbers.map((number) => String(number).padStart(9)).join(''));
}
console.log(`${'all, two at a time'.padEnd(36)}${since(started).toFixed(0).padStart(9)}\n`);

const total = noCounts();
for (const counts of steps.values()) add(total, counts);
conclude(total);
