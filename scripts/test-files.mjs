// Which tests run where. A test that imports from 'node:test' runs in Node; every other one runs in a browser.
import { readdirSync, readFileSync } from 'node:fs';

const PATHS = readdirSync(new URL('../test/', import.meta.url), { recursive: true, encoding: 'utf8' })
  .map((path) => `test/${path.replaceAll('\\', '/')}`)
  .sort();
const SOURCE_TESTS = PATHS.filter((path) => path.endsWith('.test.ts'));

const IMPORTS_NODE_TEST = /^import .* from 'node:test';$/m;
const runsInNode = (file) => IMPORTS_NODE_TEST.test(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));

/** Tests of what needs no page, as paths from the repository's root. */
export const NODE_TESTS = SOURCE_TESTS.filter(runsInNode);

/** Tests that need a page. */
export const BROWSER_TESTS = SOURCE_TESTS.filter((file) => !runsInNode(file));

/** Tests of what was built, in Node. */
export const BUILD_TESTS = PATHS.filter((path) => /^test\/node\/[^/]+\.test\.mjs$/.test(path));
