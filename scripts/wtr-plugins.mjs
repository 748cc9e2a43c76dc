// What the test runner lacks for us: emulated media features, and a count that `scripts/verify.mjs` can read.
import { writeFileSync } from 'node:fs';

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

/** Writes `{ passed, failed, skipped }` to the file that OBS_TEST_COUNTS names. */
export const countingReporter = {
  onTestRunFinished({ sessions }) {
    const file = process.env.OBS_TEST_COUNTS;
    if (!file) return;
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const visit = (suite) => {
      for (const test of suite?.tests ?? []) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
      for (const inner of suite?.suites ?? []) visit(inner);
    };
    for (const session of sessions) {
      visit(session.testResults);
      // A file that does not load has no tests to fail: it counts as one.
      if (!session.testResults || session.errors?.length > 0) counts.failed++;
    }
    writeFileSync(file, JSON.stringify(counts));
  },
};
