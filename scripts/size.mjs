// The size budgets of the self-contained files, gzip, compared with what a reader's page would load instead.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

process.chdir(new URL('..', import.meta.url).pathname);

const BUDGETS = { 'slo-calculator': 15_000, 'obs-elements': 110_000 };
const PEERS = { 'lit alone': 6200, 'Shoelace range': 14_600, 'Web Awesome slider': 33_100 };

let over = 0;
const row = (name, bytes, budget = '') =>
  console.log(name.padEnd(24), String(bytes).padStart(8), String(budget).padStart(8));
row('gzip', 'bytes', 'budget');
for (const [name, budget] of Object.entries(BUDGETS)) {
  const bytes = gzipSync(readFileSync(`dist/cdn/${name}.js`), { level: 9 }).length;
  row(`${name}.js`, bytes, budget);
  if (bytes > budget) over++;
}
for (const [name, bytes] of Object.entries(PEERS)) row(name, bytes);
if (over > 0) {
  console.error(`${over} over budget.`);
  process.exit(1);
}
