// `npm run test:node [part of a path …]`: the tests that need no page, in Node; with parts, only what they name.
// Those of the build are among them, as long as there is one.
import { existsSync } from 'node:fs';
import { add, conclude, inLanes, noCounts } from './lanes.mjs';
import { bundleTests, runNodeTest } from './node-tests.mjs';
import { BUILD_TESTS, NODE_TESTS } from './test-files.mjs';
import { longestFirst } from './test-seconds.mjs';

process.chdir(new URL('..', import.meta.url).pathname);

const parts = process.argv.slice(2);
const wanted = (files) => files.filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)));

const bundled = wanted(NODE_TESTS);
const ofTheBuild = wanted(BUILD_TESTS);
if (ofTheBuild.length > 0 && !existsSync('dist'))
  console.log('Without `npm run build` the tests of the build are left out.');

const tests = [
  ...(bundled.length > 0 ? await bundleTests(bundled) : []),
  ...(existsSync('dist') ? longestFirst(ofTheBuild).map((file) => ({ name: file, file })) : []),
];
const total = noCounts();
await inLanes(
  2,
  tests.map((test) => async () => add(total, await runNodeTest(test))),
);
conclude(total);
