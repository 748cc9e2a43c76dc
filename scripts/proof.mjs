// `npm run proof [part of a path …]`: the tests in Node with all the seeds, weeks and cases that they were measured with.
// `npm test` draws a sample of them, in minutes; this takes hours.
import { spawnSync } from 'node:child_process';

process.chdir(new URL('..', import.meta.url).pathname);
process.env.OBS_PROOF = '1';

const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
if (status !== 0) process.exit(1);
await import('./test-node.mjs');
