// Everything that ships: the library and its types, the self-contained files with their hashes, the iframe pages,
// the model pages and the manifest. `node scripts/build.mjs` makes all of it in dist/.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { generateJsxTypes } from 'custom-element-jsx-integration';
import { generateSvelteTypes } from 'custom-element-svelte-integration';
import { generateVuejsTypes } from 'custom-element-vuejs-integration';
import { marked } from 'marked';
import { build, mergeConfig } from 'vite';
import shared from '../vite.config.mjs';
import { ELEMENTS, LANGUAGES } from './elements.mjs';
import { evenOut } from './even-out.mjs';
import { minifyTemplates } from './minify-templates.mjs';

process.chdir(new URL('..', import.meta.url).pathname);

const file = (name) => `src/simulations/${name}/${name}`;
const run = (command, ...args) => {
  const { status } = spawnSync(`node_modules/.bin/${command}`, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};
const viteBuild = (config) => build(mergeConfig(shared, { configFile: false, logLevel: 'warn', ...config }));

async function library() {
  const entry = {
    index: 'src/index.ts',
    define: 'src/define.ts',
    engine: 'src/engine/index.ts',
    telemetry: 'src/telemetry/index.ts',
    slo: 'src/slo/index.ts',
    shop: 'src/shop/index.ts',
    ...Object.fromEntries(LANGUAGES.map((language) => [`i18n/${language}`, `src/i18n/${language}/index.ts`])),
    ...Object.fromEntries(
      ELEMENTS.flatMap((name) => [
        [name, `${file(name)}.ts`],
        [`define/${name}`, `${file(name)}.define.ts`],
      ]),
    ),
  };
  await viteBuild({
    build: {
      target: 'es2022',
      minify: false,
      sourcemap: true,
      lib: { entry, formats: ['es'] },
      rolldownOptions: { external: /^lit\//, output: { chunkFileNames: 'chunks/[name]-[hash].js' } },
    },
  });
  run('tsc', '-p', 'tsconfig.build.json');
}

/** One file with everything inside, which works as a classic script and as a module. */
async function selfContained(name, entry) {
  // A second copy of Lit under the same policy name is refused where a page lists the names without duplicates.
  const ownPolicy = {
    name: 'own-trusted-types-policy',
    transform: (code, id) =>
      id.includes('lit-html')
        ? code.replace("'lit-html'", `'obs-${name}'`).replace('"lit-html"', `"obs-${name}"`)
        : undefined,
  };
  await viteBuild({
    plugins: [minifyTemplates(), ownPolicy, evenOut()],
    build: {
      outDir: 'dist/cdn',
      emptyOutDir: false,
      target: 'es2022',
      minify: 'terser',
      terserOptions: { ecma: 2020, compress: { passes: 3, unsafe_arrows: true, inline: 1, pure_getters: true } },
      lib: { entry, formats: ['iife'], name: 'obsElements', fileName: () => `${name}.js` },
    },
  });
}

function integrity() {
  const names = ['obs-elements', ...ELEMENTS, ...LANGUAGES.map((language) => `lang/${language}`)];
  const hash = (name) =>
    createHash('sha384')
      .update(readFileSync(`dist/cdn/${name}.js`))
      .digest('base64');
  const hashes = Object.fromEntries(names.map((name) => [`${name}.js`, `sha384-${hash(name)}`]));
  writeFileSync('dist/cdn/sri.json', `${JSON.stringify(hashes, null, 2)}\n`);
}

const page = (title, head, body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${title}</title>
    ${head}
  </head>
  <body>
    ${body}
  </body>
</html>
`;

async function pages() {
  mkdirSync('dist/embed', { recursive: true });
  mkdirSync('dist/model', { recursive: true });
  for (const name of ['embed', 'model']) copyFileSync(`src/embed/${name}-page.css`, `dist/${name}/${name}.css`);
  await viteBuild({
    build: {
      outDir: 'dist/embed',
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: 'src/embed/embed-page.ts', formats: ['iife'], name: 'obsEmbed', fileName: () => 'embed.js' },
    },
  });
  for (const name of ELEMENTS) {
    const scripts = `<link rel="stylesheet" href="embed.css" />
    <script src="../cdn/${name}.js" defer></script>
    <script src="embed.js" data-languages="${LANGUAGES.join(' ')}" defer></script>`;
    writeFileSync(`dist/embed/${name}.html`, page(name, scripts, `<obs-${name}></obs-${name}>`));
    const model = await marked.parse(readFileSync(`${file(name)}.model.md`, 'utf8'));
    const style = '<link rel="stylesheet" href="model.css" />';
    writeFileSync(`dist/model/${name}.html`, page(`How ${name} is computed`, style, `<main>\n${model}</main>`));
  }
}

/** The tags with their attributes and events, as JSX, Vue and Svelte want them. */
function frameworkTypes() {
  const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
  const options = { outdir: 'dist', globalTypePath: './types/index.js', typesSrc: 'types', hideLogs: true };
  generateJsxTypes(manifest, { ...options, fileName: 'jsx.d.ts' });
  generateVuejsTypes(manifest, { ...options, fileName: 'vue.d.ts' });
  generateSvelteTypes(manifest, { ...options, fileName: 'svelte.d.ts' });
  for (const framework of ['jsx', 'vue', 'svelte']) {
    const file = `dist/${framework}.d.ts`;
    // The generators import an event once for each element that has it.
    const once = (_, names) => `import type {${[...new Set(names.match(/\w+/g))].join(', ')}}`;
    writeFileSync(file, readFileSync(file, 'utf8').replace(/import type \{([^}]*)\}/, once));
  }
}

rmSync('dist', { recursive: true, force: true });
await library();
for (const name of ELEMENTS) await selfContained(name, `${file(name)}.define.ts`);
await selfContained('obs-elements', 'src/define.ts');
for (const language of LANGUAGES) await selfContained(`lang/${language}`, `src/i18n/${language}/index.ts`);
integrity();
await pages();
run('cem', 'analyze', '--config', 'custom-elements-manifest.config.mjs');
frameworkTypes();
