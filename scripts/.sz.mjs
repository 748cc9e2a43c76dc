import { build, mergeConfig } from 'vite';
import { gzipSync } from 'node:zlib';
import { writeFileSync, rmSync } from 'node:fs';
import shared from '../vite.config.mjs';
import { minifyTemplates } from './minify-templates.mjs';
async function size(label, code) {
  writeFileSync('src/.e.ts', code);
  const r = await build(
    mergeConfig(shared, {
      configFile: false,
      logLevel: 'error',
      plugins: [minifyTemplates()],
      build: {
        write: false,
        minify: 'terser',
        terserOptions: { ecma: 2020, compress: { passes: 3, unsafe_arrows: true } },
        target: 'es2022',
        lib: { entry: 'src/.e.ts', formats: ['iife'], name: 'x', fileName: () => 'x.js' },
      },
    }),
  );
  const out = (Array.isArray(r) ? r[0] : r).output[0];
  console.log(label, out.code.length, gzipSync(out.code, { level: 9 }).length);
  rmSync('src/.e.ts');
}
await size('engine', "import {Simulation,Resource} from './engine/index.js'; console.log(Simulation,Resource)");
await size('shop', "import {Shop} from './shop/index.js'; console.log(Shop)");
await size(
  'run+text',
  "import {Run,readActions,writeActions} from './shop/index.js'; console.log(Run,readActions,writeActions)",
);
await size(
  '+metrics,signals',
  "import {Run,readActions,writeActions,ShopMetrics,Signals} from './shop/index.js'; console.log(Run,readActions,writeActions,ShopMetrics,Signals)",
);
await size(
  'scraper+om',
  "import {Scraper,MetricRegistry,writeOpenMetrics,histogramQuantile,rate} from './telemetry/index.js'; console.log(Scraper,MetricRegistry,writeOpenMetrics,histogramQuantile,rate)",
);
await size('obs-element', "import {ObsElement} from './ui/obs-element.js'; console.log(ObsElement)");
await size('run-element', "import {RunElement} from './ui/run-element.js'; console.log(RunElement)");
await size('chart', "import {ObsChart} from './charts/obs-chart.js'; console.log(ObsChart)");
await size(
  'gs',
  "import {ObsGoldenSignals} from './simulations/golden-signals/golden-signals.js'; console.log(ObsGoldenSignals)",
);
