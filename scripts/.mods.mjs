import { build, mergeConfig } from 'vite';
import { gzipSync } from 'node:zlib';
import shared from '../vite.config.mjs';
const r = await build(
  mergeConfig(shared, {
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry: process.argv[2], formats: ['es'], fileName: 'x' },
    },
  }),
);
const out = (Array.isArray(r) ? r[0] : r).output[0];
const mods = Object.entries(out.modules)
  .map(([id, m]) => [id.replace('/work/main/', ''), gzipSync(m.code ?? '').length, m.renderedLength])
  .sort((a, b) => b[1] - a[1]);
const groups = {};
for (const [id, g] of mods) {
  const k = id
    .split('/')
    .slice(0, id.startsWith('src/telemetry') || id.startsWith('src/simulations') ? 3 : 2)
    .join('/');
  groups[k] = (groups[k] || 0) + g;
}
console.log(groups);
console.log(
  mods
    .slice(0, 50)
    .map((m) => m.join(' '))
    .join('\n'),
);
