// How fast, as a ratio to something known: runs every module in scripts/bench/, prints a table and writes
// bench-results.json. Ratios, because seconds say more about the machine than about the code.
// A module exports `name` and `run({ load })`, which returns rows { what, ratio, limit, against }; a row without a
// limit is there to compare with. Words after the command choose modules: `npm run bench engine`.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, mergeConfig } from 'vite';
import shared from '../vite.config.mjs';

process.chdir(new URL('..', import.meta.url).pathname);

const folder = mkdtempSync(join(tmpdir(), 'obs-bench-'));

/** Bundles a source file as it ships and imports it. */
async function load(entry) {
  const name = entry.replaceAll(/\W/g, '-');
  await build(
    mergeConfig(shared, {
      configFile: false,
      logLevel: 'warn',
      build: {
        outDir: folder,
        emptyOutDir: false,
        target: 'es2022',
        minify: false,
        lib: { entry, formats: ['es'], fileName: () => `${name}.mjs` },
      },
    }),
  );
  return import(pathToFileURL(join(folder, `${name}.mjs`)));
}

const chosen = process.argv.slice(2);
const results = [];
try {
  for (const file of readdirSync('scripts/bench').sort()) {
    const { name, run } = await import(`./bench/${file}`);
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    for (const row of await run({ load })) results.push({ bench: name, ...row });
  }
} finally {
  rmSync(folder, { recursive: true });
}

const isOver = ({ ratio, limit }) => limit !== undefined && !(ratio <= limit);
const cells = [
  ['bench', 'what', 'ratio', 'limit', 'against'],
  ...results.map((row) => [
    row.bench,
    row.what,
    row.ratio.toFixed(2),
    row.limit === undefined ? '' : `${isOver(row) ? 'OVER ' : ''}${row.limit}`,
    row.against,
  ]),
];
const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
for (const row of cells)
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );

writeFileSync('bench-results.json', `${JSON.stringify(results, null, 2)}\n`);
process.exitCode = results.some(isOver) ? 1 : 0;
