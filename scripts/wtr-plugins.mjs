// What the test runner lacks for us: emulated media features, and a report that streams and can be counted.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { sourceOf } from './browser-tests.mjs';
import { noteSeconds } from './test-seconds.mjs';

// One for each page: what one session emulates, another cannot take back, and pages serve several test files.
const sessions = new WeakMap();

async function sessionOf(page) {
  if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
  return sessions.get(page);
}

/** `executeServerCommand('emulate-css-media', { 'forced-colors': 'active' })`, straight through CDP. */
export const emulateMedia = {
  name: 'emulate-css-media',
  async executeCommand({ command, payload, session }) {
    if (command !== 'emulate-css-media') return undefined;
    const cdp = await sessionOf(session.browser.getPage(session.id));
    const features = Object.entries(payload ?? {}).map(([name, value]) => ({ name, value }));
    await cdp.send('Emulation.setEmulatedMedia', { features });
    return true;
  },
};

/** The tests of a session, each with the names of the suites around it. */
function testsOf(suite, names = []) {
  const inner = suite?.suites ?? [];
  return [
    ...(suite?.tests ?? []).map((test) => ({ ...test, title: [...names, test.name].join(' › ') })),
    ...inner.flatMap((each) => testsOf(each, [...names, each.name])),
  ];
}

function countsOf(session) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { skipped, passed } of testsOf(session.testResults)) {
    counts[skipped ? 'skipped' : passed ? 'passed' : 'failed']++;
  }
  // A file that does not load has no tests that fail: it counts as one.
  if (!session.testResults || session.errors?.length > 0) counts.failed++;
  return counts;
}

const indent = (text) => text.replaceAll(/^/gm, '      ');

function errorText({ name, message, stack, expected, actual }) {
  const comparison = expected === undefined ? [] : [`expected: ${expected}`, `actual:   ${actual}`];
  const at = stack?.replace(`${name}: ${message}`, '').replace(message, '').trim();
  return indent([message, ...comparison, at].filter(Boolean).join('\n'));
}

/** Prints a line for each test file as it ends, with what fails and what was logged. Counts go to OBS_TEST_COUNTS. */
export function progressReporter() {
  const started = new Map();
  const seconds = {};
  return {
    start({ sessions: all, startTime }) {
      // The first have begun before this is called.
      for (const { id } of all.all()) started.set(id, startTime);
      all.on('session-status-updated', ({ id, status }) => {
        if (status === 'INITIALIZING') started.set(id, Date.now());
      });
    },

    reportTestFileResults({ logger, sessionsForTestFile, testFile }) {
      for (const session of sessionsForTestFile) {
        const file = sourceOf(relative(process.cwd(), testFile));
        seconds[file] = (Date.now() - started.get(session.id)) / 1000;
        const { passed, failed, skipped } = countsOf(session);
        const counts = `${passed} passed${failed ? `, ${failed} FAILED` : ''}${skipped ? `, ${skipped} skipped` : ''}`;
        logger.log(`${file}: ${counts} (${seconds[file].toFixed(1)} s)`);
        for (const error of session.errors ?? []) logger.log(`  FAILED to run\n${errorText(error)}`);
        for (const { title, skipped: isSkipped, passed: hasPassed, error } of testsOf(session.testResults)) {
          if (!hasPassed && !isSkipped)
            logger.log(`  FAILED ${title}\n${errorText(error ?? { message: 'No reason.' })}`);
        }
        for (const log of session.logs ?? []) logger.log(indent(log.join(' ')));
        for (const missing of session.request404s ?? []) logger.log(indent(`Not found: ${missing}`));
      }
    },

    onTestRunFinished({ sessions: all }) {
      noteSeconds(seconds);
      const file = process.env.OBS_TEST_COUNTS;
      if (!file) return;
      const total = { passed: 0, failed: 0, skipped: 0 };
      for (const session of all) {
        for (const [key, count] of Object.entries(countsOf(session))) total[key] += count;
      }
      writeFileSync(file, JSON.stringify(total));
    },
  };
}
