import { summaryReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { CHROMIUM_ARGS, findChromium } from './scripts/browsers.mjs';
import { BROWSER_TESTS } from './scripts/test-files.mjs';
import { emulateMedia, countingReporter } from './scripts/wtr-plugins.mjs';
import { viteForWtr } from './scripts/wtr-vite.mjs';

const vite = viteForWtr({
  optimizeDeps: { entries: ['src/**/*.ts', ...BROWSER_TESTS, 'stories/**/*.stories.ts'] },
});

export default {
  files: BROWSER_TESTS,
  plugins: [vite.plugin, a11ySnapshotPlugin(), emulateMedia],
  middleware: [vite.middleware],
  concurrency: 2,
  testsFinishTimeout: 600_000,
  browserStartTimeout: 60_000,
  testRunnerHtml: (framework) => `<!doctype html>
<html lang="en">
  <body>
    <script type="module" src="/test/setup.ts"></script>
    <script type="module" src="${framework}"></script>
  </body>
</html>`,
  // Simulations take processor time, and a machine that is shared has little: a test that hangs fails all the same.
  testFramework: { config: { timeout: 60_000 } },
  filterBrowserLogs: (log) => !String(log.args[0]).startsWith('Lit is in dev mode'),
  browsers: [chromeLauncher({ launchOptions: { executablePath: findChromium(), args: CHROMIUM_ARGS } })],
  reporters: [summaryReporter(), countingReporter],
};
