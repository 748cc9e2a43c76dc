import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { bundleBrowserTests } from './scripts/browser-tests.mjs';
import { CHROMIUM_ARGS, findChromium } from './scripts/browsers.mjs';
import { BROWSER_TESTS } from './scripts/test-files.mjs';
import { longestFirst } from './scripts/test-seconds.mjs';
import { emulateMedia, progressReporter } from './scripts/wtr-plugins.mjs';
import { viteForWtr } from './scripts/wtr-vite.mjs';

/** With OBS_TESTS="charts quiz", only tests whose path holds one of these words. */
const wanted = process.env.OBS_TESTS?.split(' ') ?? [''];
const tests = longestFirst(BROWSER_TESTS.filter((file) => wanted.some((part) => file.includes(part))));

/** While somebody watches, tests come from the source through Vite; else from bundles, which load many times as fast. */
const isWatched = process.argv.includes('--watch');
const vite = isWatched && viteForWtr({ optimizeDeps: { entries: ['src/**/*.ts', ...tests] } });
const { files, setup } = isWatched ? { files: tests, setup: '/test/setup.ts' } : await bundleBrowserTests(tests);

/** A machine that is shared, or slow, is given all the time it needs; what hangs ends all the same. */
const PATIENCE_MS = 300_000;

export default {
  files,
  plugins: [...(vite ? [vite.plugin] : []), a11ySnapshotPlugin(), emulateMedia],
  middleware: vite ? [vite.middleware] : [],
  concurrency: 2,
  browserStartTimeout: PATIENCE_MS,
  testsStartTimeout: PATIENCE_MS,
  testsFinishTimeout: 6 * PATIENCE_MS,
  testRunnerHtml: (framework) => `<!doctype html>
<html lang="en">
  <body>
    <script type="module" src="${setup}"></script>
    <script type="module" src="${framework}"></script>
  </body>
</html>`,
  testFramework: { config: { timeout: PATIENCE_MS } },
  filterBrowserLogs: (log) => !String(log.args[0]).startsWith('Lit is in dev mode'),
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: findChromium(), args: CHROMIUM_ARGS, protocolTimeout: PATIENCE_MS },
      createPage: async ({ context }) => {
        const page = await context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        return page;
      },
    }),
  ],
  reporters: [progressReporter()],
};
