import fc from 'fast-check';

// Every run draws the same cases, so that a red test stays red until it is mended. To look for more, change the seed.
fc.configureGlobal({ seed: 20_261_120 });
