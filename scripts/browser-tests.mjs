// Bundles the tests that need a page, as they would ship, sharing chunks: a page then loads a few files, not hundreds.
import { build, mergeConfig } from 'vite';
import shared from '../vite.config.mjs';

const FOLDER = 'node_modules/.cache/obs-browser-tests';
const SETUP = 'test/setup.ts';
const bundleOf = (file) => `${FOLDER}/${file.replace(/\.ts$/, '.js')}`;

/** The test that a bundle was made of, as a path from the repository's root. */
export const sourceOf = (path) => path.replace(`${FOLDER}/`, '').replace(/\.js$/, '.ts');

/** Returns the files to run, in the order of `tests`, and the setup that all of them share. */
export async function bundleBrowserTests(tests) {
  await build(
    mergeConfig(shared, {
      configFile: false,
      logLevel: 'warn',
      base: './',
      build: {
        outDir: FOLDER,
        emptyOutDir: true,
        target: 'es2022',
        minify: false,
        sourcemap: true,
        modulePreload: false,
        rolldownOptions: {
          input: Object.fromEntries([SETUP, ...tests].map((file) => [file.replace(/\.ts$/, ''), file])),
          external: /^\/__web/,
          checks: { pluginTimings: false, bundlerTimings: false },
          output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    }),
  );
  return { files: tests.map(bundleOf), setup: `/${bundleOf(SETUP)}` };
}
