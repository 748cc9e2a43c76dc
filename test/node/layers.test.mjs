// Imports point one way: each forbidden thing is refused by the lint or by the type check. The files that hold them stand
// in a folder of their own, with the repository's rules.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';

process.chdir(new URL('../..', import.meta.url).pathname);

const importOf = (name, path) => `import { ${name} } from '${path}';\nexport const a: unknown = ${name};\n`;
const number = (expression) => `export const a: number = ${expression};\n`;
const LIT = importOf('html', 'lit/html.js');

const MODEL = 'src/simulations/slo-calculator/forbidden.model.ts';

const REFUSED = {
  'lit in a model': [MODEL, LIT],
  'ui in a model': [MODEL, importOf('note', '../../ui/element/rich-text.js')],
  'i18n in a model': [MODEL, importOf('text', '../../i18n/languages.js')],
  'events in a model': [MODEL, importOf('ObsErrorEvent', '../../events.js')],
  'its element in a model': [MODEL, importOf('ObsSloCalculator', '../../simulations/slo-calculator/slo-calculator.js')],
  'Math.random in a model': [MODEL, number('Math.random()')],
  'Date.now in a model': [MODEL, number('Date.now()')],
  'Math.log in a model': [MODEL, number('Math.log(2)')],
  'ui in slo': ['src/slo/forbidden.ts', importOf('note', '../ui/element/rich-text.js')],
  'lit in slo': ['src/slo/forbidden.ts', LIT],
  'a simulation in slo': [
    'src/slo/forbidden.ts',
    importOf('trafficAt', '../simulations/slo-calculator/slo-calculator.model.js'),
  ],
  'Math.random in slo': ['src/slo/forbidden.ts', number('Math.random()')],
  'slo in telemetry': ['src/telemetry/forbidden.ts', importOf('burnRate', '../slo/budget.js')],
  'Math.random in the engine': ['src/engine/forbidden.ts', number('Math.random()')],
  'lit in the engine': ['src/engine/forbidden.ts', LIT],
  'slo in the engine': ['src/engine/forbidden.ts', importOf('burnRate', '../slo/budget.js')],
  'events in telemetry': ['src/telemetry/forbidden.ts', importOf('ObsErrorEvent', '../events.js')],
  'a clock in slo': ['src/slo/forbidden.ts', number('new Date().getTime()')],
  'a simulation in ui': [
    'src/ui/forbidden.ts',
    importOf('ObsSloCalculator', '../simulations/slo-calculator/slo-calculator.js'),
  ],
  'another simulation in a simulation': [
    'src/simulations/forbidden/forbidden.ts',
    importOf('ObsSloCalculator', '../slo-calculator/slo-calculator.js'),
  ],
  'another model in a model': [
    'src/simulations/forbidden/forbidden.model.ts',
    importOf('readObjective', '../slo-calculator/slo-calculator.model.js'),
  ],
  'the model of another simulation in a simulation': [
    'src/simulations/forbidden/forbidden.ts',
    importOf('trafficAt', '../slo-calculator/slo-calculator.model.js'),
  ],
};

const ALLOWED = {
  'a model what it needs': [
    MODEL,
    "import { burnRate } from '../../slo/budget.js';\nexport const a: number = burnRate(Math.sqrt(0.25), 0.9);\n",
  ],
};

const UNKNOWN = {
  document: 'export const a: unknown = document.body;\n',
  performance: 'export const a: number = performance.now();\n',
  setTimeout: 'export const a: unknown = setTimeout(String, 1);\n',
};

const command = (name) => resolve('node_modules/.bin', name);
const modules = resolve('node_modules');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'obs-layers-')));

after(() => rmSync(folder, { recursive: true }));

before(() => {
  symlinkSync(modules, join(folder, 'node_modules'));
  for (const file of ['oxlint.config.mjs', 'tsconfig.json', 'tsconfig.pure.json'])
    copyFileSync(file, join(folder, file));
});

function run(name, ...args) {
  const { stdout, stderr } = spawnSync(command(name), args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
  return stdout + stderr;
}

/** Writes a file to the folder, under a name of its own: `forbidden-7.model.ts`. Returns its path. */
let files = 0;
function write([path, code]) {
  const own = path.replace('forbidden.', `forbidden-${++files}.`);
  mkdirSync(dirname(join(folder, own)), { recursive: true });
  writeFileSync(join(folder, own), code);
  return own;
}

describe('the lint', () => {
  let codesOf;
  const paths = new Map();

  before(() => {
    for (const [what, file] of Object.entries({ ...REFUSED, ...ALLOWED })) paths.set(what, write(file));
    const { diagnostics } = JSON.parse(run('oxlint', '-c', 'oxlint.config.mjs', '--format=json', 'src'));
    codesOf = (what) =>
      diagnostics.filter(({ filename }) => filename.endsWith(paths.get(what))).map(({ code }) => code);
  });

  for (const what of Object.keys(REFUSED)) {
    it(`refuses ${what}`, () => assert.match(codesOf(what).join(), /no-restricted-(imports|properties|globals)/));
  }

  for (const what of Object.keys(ALLOWED)) {
    it(`allows ${what}`, () => assert.deepEqual(codesOf(what), []));
  }
});

describe('the type check of the layers without a page', () => {
  let output;
  const paths = new Map();

  before(() => {
    for (const [what, code] of Object.entries(UNKNOWN)) {
      paths.set(
        what,
        ['src/slo/forbidden.ts', MODEL].map((path) => write([path, code])),
      );
    }
    output = run('tsc', '--noEmit', '--pretty', 'false', '-p', 'tsconfig.pure.json');
  });

  for (const what of Object.keys(UNKNOWN)) {
    it(`refuses ${what} in slo and in a model`, () => {
      const lines = output.split('\n').filter((line) => line.includes(`Cannot find name '${what}'`));
      for (const path of paths.get(what)) {
        assert.ok(
          lines.some((line) => line.startsWith(path)),
          `${path}\n${output}`,
        );
      }
    });
  }
});
