// The files for a page without a build of its own: modules that share chunks, and self-contained classic scripts.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build, mergeConfig } from 'vite';
import shared from '../vite.config.mjs';
import { ELEMENTS, LANGUAGES } from './elements.mjs';

export const viteBuild = (config) => build(mergeConfig(shared, { configFile: false, logLevel: 'warn', ...config }));

/** Every address in dist/cdn and dist/standalone, with the source behind it. */
const SOURCES = {
  'obs-elements': 'src/define.ts',
  ...Object.fromEntries(ELEMENTS.map((name) => [name, `src/simulations/${name}/${name}.define.ts`])),
  ...Object.fromEntries(LANGUAGES.map((language) => [`lang/${language}`, `src/i18n/${language}/index.ts`])),
};

/** Gives Lit's Trusted Types policy a name of ours: a page that lists names refuses a second copy under the same one. */
export const trustedTypesPolicy = (name) => ({
  name: 'trusted-types-policy',
  transform: (code, id) => (id.includes('lit-html') ? code.replace(/(["'])lit-html\1/g, `'${name}'`) : undefined),
});

/** `dist/autoloader.js`, and in `dist/cdn` the modules that it imports and an address for each of them. */
export async function buildModules() {
  const { output } = await viteBuild({
    base: './',
    plugins: [trustedTypesPolicy('obs-elements')],
    build: {
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { autoloader: 'src/autoloader.ts', languages: 'src/i18n/on-demand.ts', ...SOURCES },
        output: {
          entryFileNames: ({ name }) => (name === 'autoloader' ? '[name].js' : 'cdn/modules/[name]-[hash].js'),
          chunkFileNames: 'cdn/modules/[name]-[hash].js',
          // What every figure needs is one file, not a dozen.
          codeSplitting: { groups: [{ name: 'figure', minShareCount: 10 }] },
        },
      },
    },
  });
  const fileOf = (name) => output.find((chunk) => chunk.isEntry && chunk.name === name).fileName.replace('cdn/', '');
  mkdirSync('dist/cdn/lang', { recursive: true });
  for (const name of Object.keys(SOURCES)) {
    writeFileSync(`dist/cdn/${name}.js`, address([fileOf('languages'), fileOf(name)], name.split('/').length - 1));
  }
}

/**
 * A script that imports modules, whether it is loaded as a classic script or as a module itself. A classic script of
 * another origin has no address of its own for `import()`: there the tag's counts.
 */
function address(files, depth) {
  const imports = files.map((file) => {
    const path = `${'../'.repeat(depth) || './'}${file}`;
    return `script ? import(new URL('${path}', script.src).href) : import('${path}');`;
  });
  return `{\n  const script = document.currentScript;\n  ${imports.join('\n  ')}\n}\n`;
}

/** `dist/standalone`: one classic file each, with everything inside. */
export async function buildStandalone() {
  for (const [name, entry] of Object.entries(SOURCES)) {
    await viteBuild({
      plugins: [trustedTypesPolicy(`obs-${name}`)],
      build: {
        outDir: 'dist/standalone',
        emptyOutDir: false,
        target: 'es2022',
        lib: { entry, formats: ['iife'], name: 'obsElements', fileName: () => `${name}.js` },
      },
    });
  }
}

/** Writes `sri.json` beside the files: the hash of each, for the `integrity` of a tag or of an import map. */
export function writeIntegrity() {
  const hash = (path) => `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`;
  for (const folder of ['dist/cdn', 'dist/standalone']) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
    if (folder === 'dist/cdn') files.push('../autoloader.js');
    const hashes = Object.fromEntries(files.sort().map((file) => [file, hash(`${folder}/${file}`)]));
    writeFileSync(`${folder}/sri.json`, `${JSON.stringify(hashes, null, 2)}\n`);
  }
}
