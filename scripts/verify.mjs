// Everything that must hold before a change lands: format, lint, both type checks, builds, size, and all tests.
// Ends in one line of its own: `N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

process.chdir(new URL('..', import.meta.url).pathname);
process.env.PATH = `${process.cwd()}/node_modules/.bin:${process.env.PATH}`;

const countsFile = join(mkdtempSync(join(tmpdir(), 'obs-')), 'counts.json');
const total = { passed: 0, failed: 0, skipped: 0 };

function run(command, env = {}) {
  return spawnSync(command, { shell: true, encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 1e8 });
}

function check(name, command) {
  const { status, stdout, stderr } = run(command);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  if (status !== 0) console.log(stdout + stderr);
  total[status === 0 ? 'passed' : 'failed']++;
}

/** A runner of many tests: its output is shown, and its own counts are added. */
function tests(name, command, countsOf) {
  console.log(`\n${name}`);
  const result = run(command, { OBS_TEST_COUNTS: countsFile, FORCE_COLOR: '0' });
  console.log(result.stdout + result.stderr);
  const counts = countsOf(result);
  // A runner that fails without naming a test has not run them.
  if (result.status !== 0 && !(counts.failed > 0)) counts.failed = 1;
  for (const key of Object.keys(total)) total[key] += counts[key] || 0;
}

// First, because types and tests read the manifest that it makes.
check('build', 'node scripts/build.mjs');
check('format', 'prettier --check --log-level warn .');
check('lint', 'npm run --silent lint');
check('types', 'tsc --noEmit');
check('types of the layers without a page', 'tsc --noEmit -p tsconfig.pure.json');
check('size', 'node scripts/size.mjs');
check('storybook', 'storybook build --quiet --disable-telemetry -o storybook-static');

tests('In the browser', 'wtr', () => JSON.parse(readFileSync(countsFile, 'utf8')));
tests('In Node, against the build', 'node --test --test-reporter=tap test/node/', ({ stdout }) => {
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(stdout)?.[1]);
  return { passed: count('pass'), failed: count('fail'), skipped: count('skipped') };
});

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);
