// `npm run test:node [part of a path …]`: the tests that need no page, in Node.
import { bundleTests, runNodeTests, WITH_SETUP } from './node-tests.mjs';
import { NODE_TESTS } from './test-files.mjs';

process.chdir(new URL('..', import.meta.url).pathname);

const wanted = process.argv.slice(2);
const files = NODE_TESTS.filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
const { passed, failed, skipped } = await runNodeTests(await bundleTests(files), { nodeOptions: WITH_SETUP });
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
