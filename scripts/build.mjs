// Everything that ships: the library and its types, the modules and the self-contained files with their hashes, the
// iframe pages, the model pages and the manifest. `node scripts/build.mjs` makes all of it in dist/.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { generateJsxTypes } from 'custom-element-jsx-integration';
import { generateSvelteTypes } from 'custom-element-svelte-integration';
import { generateVuejsTypes } from 'custom-element-vuejs-integration';
import { buildModules, buildStandalone, viteBuild, writeIntegrity } from './bundles.mjs';
import { ELEMENTS, LANGUAGES } from './elements.mjs';
import { embedPage, modelPage } from './html-pages.mjs';

process.chdir(new URL('..', import.meta.url).pathname);

const file = (name) => `src/simulations/${name}/${name}`;
const run = (command, ...args) => {
  const { status } = spawnSync(`node_modules/.bin/${command}`, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

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
      rolldownOptions: {
        external: /^(lit(\/.*)?|uplot)$/,
        output: { chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  run('tsc', '-p', 'tsconfig.build.json');
}

async function pages() {
  for (const name of ['embed', 'model']) {
    mkdirSync(`dist/${name}`, { recursive: true });
    copyFileSync(`src/embed/${name}-page.css`, `dist/${name}/${name}.css`);
  }
  await viteBuild({
    build: {
      outDir: 'dist/embed',
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: 'src/embed/embed-page.ts', formats: ['iife'], name: 'obsEmbed', fileName: () => 'embed.js' },
    },
  });
  for (const name of ELEMENTS) {
    writeFileSync(`dist/embed/${name}.html`, embedPage(name));
    writeFileSync(`dist/model/${name}.html`, modelPage(name));
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
    const types = `dist/${framework}.d.ts`;
    // The generators import an event once for each element that has it.
    const once = (_, names) => `import type {${[...new Set(names.match(/\w+/g))].join(', ')}}`;
    writeFileSync(types, readFileSync(types, 'utf8').replace(/import type \{([^}]*)\}/, once));
  }
}

const steps = {
  'library and types': library,
  'modules and autoloader': buildModules,
  'self-contained files': buildStandalone,
  hashes: writeIntegrity,
  'iframe and model pages': pages,
  manifest: () => run('cem', 'analyze', '--config', 'custom-elements-manifest.config.mjs'),
  'types for JSX, Vue and Svelte': frameworkTypes,
};

rmSync('dist', { recursive: true, force: true });
for (const [step, make] of Object.entries(steps)) {
  const started = Date.now();
  await make();
  console.log(`built ${step} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}
