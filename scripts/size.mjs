// The size budgets of the self-contained files, gzip, compared with what a reader's page would load instead.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { ELEMENTS } from './elements.mjs';

process.chdir(new URL('..', import.meta.url).pathname);

/** What the design asks of an element that has no budget of its own. */
const USUAL = 55_000;

/**
 * `budget` is what the design asks for, `ceiling` what fails; they differ where a file stands above its budget, so that
 * it cannot grow unnoticed. The calculator has its text, styles, three exporters and five parts inside; the trace viewer
 * the whole shop (15 kB), three formats to read and to write (10 kB) and the query language (6 kB); and the whole kit is
 * ten elements.
 */
const OWN = {
  // Nobody has set it one; this is what fourteen questions with their reasons and figures need besides the frame.
  quiz: { budget: 22_000 },
  'slo-calculator': { budget: 15_000, ceiling: 19_300 },
  'trace-viewer': { budget: 55_000, ceiling: 68_500 },
  'live-dashboard': { budget: 75_000 },
  'blind-vs-observable': { budget: 75_000 },
  'obs-elements': { budget: 110_000, ceiling: 230_000 },
};
const PEERS = { 'lit alone': 6200, 'Shoelace range': 14_600, 'Web Awesome slider': 33_100 };

let over = 0;
const row = (name, bytes, budget = '') =>
  console.log(name.padEnd(24), String(bytes).padStart(8), String(budget).padStart(8));
row('gzip', 'bytes', 'budget');
for (const name of [...ELEMENTS, 'obs-elements']) {
  const { budget = USUAL, ceiling = budget } = OWN[name] ?? {};
  const bytes = gzipSync(readFileSync(`dist/cdn/${name}.js`), { level: 9 }).length;
  row(`${name}.js`, bytes, bytes > budget ? `${budget} (over by ${bytes - budget})` : budget);
  if (bytes > ceiling) over++;
}
for (const [name, bytes] of Object.entries(PEERS)) row(name, bytes);
if (over > 0) {
  console.error(`${over} over the ceiling.`);
  process.exit(1);
}
