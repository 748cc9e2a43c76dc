// `npm run size`: what a page has to load, gzip, measured in Chromium, beside its budget, beside the last release and
// beside what a page could load instead. Fails where something has grown by more than 5 % since the release.
// `--write` keeps the figures as those of a release; without `--peers` only the kit itself is measured.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { ELEMENTS } from './elements.mjs';
import { openChromium } from './open-browser.mjs';
import { measurePage } from './waves.mjs';

process.chdir(new URL('..', import.meta.url).pathname);

const RELEASE = 'scripts/size.json';
/** How much more than in the release is let pass: what a compiler of a later version may add. */
const FENCE = 1.05;

const html = (body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Size</title></head><body>${body}</body></html>`;
const tags = (names, attributes = '') => names.map((name) => `<obs-${name} ${attributes}></obs-${name}>`).join('');

/** Budgets are those of the design, in bytes. */
const PAGES = {
  'the calculator': { body: tags(['slo-calculator']), budgets: { interactive: 25_000 } },
  'golden signals': { body: tags(['golden-signals']), budgets: { chart: 80_000 }, hasChart: true },
  'four linked elements': {
    body: tags(['live-dashboard', 'golden-signals', 'trace-viewer', 'log-search'], 'system="shop"'),
    budgets: { all: 150_000 },
    hasChart: true,
  },
  'all ten elements': { body: tags(ELEMENTS), hasChart: true },
};

/** Every element says something, and has something to operate. */
const isInteractive = () =>
  [...document.body.children]
    .filter(({ localName }) => localName.startsWith('obs-'))
    .every(
      ({ shadowRoot }) =>
        shadowRoot?.querySelector("[part='sentence']")?.textContent.trim() &&
        shadowRoot.querySelector('button:enabled, input:enabled, select:enabled'),
    );

const hasChart = () =>
  [...document.body.children].some(({ shadowRoot }) =>
    [...(shadowRoot?.querySelectorAll('obs-chart') ?? [])].some(
      (chart) => chart.shadowRoot?.querySelector('canvas')?.width > 1,
    ),
  );

/** What a page could load instead: a module that is bundled with what it imports. */
const PEERS = {
  'Shoelace range': {
    entry: 'shoelace-range.js',
    milestones: { interactive: () => Boolean(document.querySelector('sl-range')?.shadowRoot?.querySelector('input')) },
  },
  ...Object.fromEntries(
    Object.entries({ 'Lit and uPlot': 'uplot.js', 'Chart.js': 'chart-js.js', ECharts: 'echarts.js' }).map(
      ([name, entry]) => [
        name,
        { entry, milestones: { chart: () => (document.querySelector('canvas')?.width ?? 0) > 1 } },
      ],
    ),
  ),
};

async function peerFiles(entry) {
  const { build } = await import('vite');
  const { output } = await build({
    configFile: false,
    logLevel: 'warn',
    root: 'scripts/peers',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, target: 'es2022', rolldownOptions: { input: `scripts/peers/${entry}` } },
  });
  const files = Object.fromEntries(output.map(({ fileName, code, source }) => [`/${fileName}`, code ?? source]));
  const styles = output.filter(({ fileName }) => fileName.endsWith('.css'));
  const links = styles.map(({ fileName }) => `<link rel="stylesheet" href="/${fileName}">`);
  const script = output.find(({ isEntry }) => isEntry).fileName;
  files['/'] = html(`${links.join('')}<script type="module" src="/${script}"></script>`);
  return files;
}

const inDist = (path) => {
  const file = `dist${path}`;
  return existsSync(file) ? readFileSync(file) : undefined;
};

const browser = await openChromium();
const measured = {};
const peers = {};
try {
  for (const [name, { body, hasChart: draws }] of Object.entries(PAGES)) {
    const page = html(`<script type="module" src="/autoloader.js"></script>${body}`);
    measured[name] = await measurePage(browser, {
      read: (path) => (path === '/' ? page : inDist(path)),
      milestones: { interactive: isInteractive, ...(draws ? { chart: hasChart } : {}) },
    });
  }
  for (const [name, { entry, milestones }] of process.argv.includes('--peers') ? Object.entries(PEERS) : []) {
    const files = await peerFiles(entry);
    peers[name] = await measurePage(browser, { read: (path) => files[path], milestones });
  }
} finally {
  await browser.close();
}

/** Bytes by what was measured, as the release has them. */
const figures = {
  ...Object.fromEntries(
    Object.entries(measured).map(([name, milestones]) => [
      name,
      Object.fromEntries(Object.entries(milestones).map(([milestone, { bytes }]) => [milestone, bytes])),
    ]),
  ),
  standalone: Object.fromEntries(
    [...ELEMENTS, 'obs-elements'].map((name) => [
      `${name}.js`,
      gzipSync(readFileSync(`dist/standalone/${name}.js`), { level: 9 }).length,
    ]),
  ),
};
if (process.argv.includes('--write')) writeFileSync(RELEASE, `${JSON.stringify(figures, null, 2)}\n`);
const release = JSON.parse(readFileSync(RELEASE, 'utf8'));

const kB = (bytes) => (bytes === undefined ? '–' : (bytes / 1000).toFixed(1));
const WIDTHS = [24, 13, 13, 9, 10];
const row = (...cells) =>
  console.log(
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(WIDTHS[0]) : cell.padStart(WIDTHS[column] ?? 0)))
      .join('')
      .trimEnd(),
  );
const WORDS = { interactive: 'interactive', chart: 'first chart', all: 'all' };

console.log('What a page loads, in kB of gzip\n');
row('a page with', 'interactive', 'first chart', 'in all', 'requests', '   budget');
for (const [name, { interactive, chart, all }] of Object.entries({ ...measured, ...peers })) {
  const budgets = Object.entries(PAGES[name]?.budgets ?? {}).map(([milestone, budget]) => {
    const bytes = measured[name][milestone].bytes;
    const over = bytes > budget ? `, over by ${kB(bytes - budget)}` : '';
    return `   ${budget / 1000} for ${WORDS[milestone]}${over}`;
  });
  row(name, kB(interactive?.bytes), kB(chart?.bytes), kB(all.bytes), String(all.requests), budgets.join());
}
console.log('\nOne file with everything inside, in kB of gzip\n');
for (const [file, bytes] of Object.entries(figures.standalone)) row(file, kB(bytes));

const grown = Object.entries(figures).flatMap(([name, now]) =>
  Object.entries(now).flatMap(([what, bytes]) => {
    const then = release[name]?.[what];
    return bytes > then * FENCE ? [`${name}, ${WORDS[what] ?? what}: ${kB(bytes)} kB, ${kB(then)} in the release`] : [];
  }),
);
if (grown.length > 0) {
  console.error(`\nGrown by more than 5 % since the release:\n${grown.join('\n')}`);
  console.error('If it is worth it, `npm run size -- --write` makes these the figures to compare with.');
  process.exitCode = 1;
}
