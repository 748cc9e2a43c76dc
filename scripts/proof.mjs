// `npm run proof [part of a path …]`: the tests that need no page, with all the seeds and cases that they were measured
// with. `npm test` draws a sample of them, in minutes; this takes an hour.
process.env.OBS_PROOF = '1';
await import('./test-node.mjs');
