// Imports point one way: each forbidden thing, put in place, is refused by the lint or by the type check.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';

process.chdir(new URL('../..', import.meta.url).pathname);

function run(command, ...args) {
  const { status, stdout, stderr } = spawnSync(join('node_modules/.bin', command), args, { encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

/** What `check` says of a file with this code; neither the file nor a folder made for it is left behind. */
function withFile(path, code, check) {
  const folder = dirname(path);
  const isNew = !existsSync(folder);
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(path, code);
    return check(path);
  } finally {
    rmSync(path);
    if (isNew) rmdirSync(folder);
  }
}

const lint = (path) => run('oxlint', '-c', 'oxlint.config.mjs', '--deny-warnings', path);
const MODEL = 'src/simulations/slo-calculator/forbidden.model.ts';

const REFUSED = {
  'lit in a model': [MODEL, "import { html } from 'lit/html.js';\nexport const a: unknown = html;\n"],
  'ui in a model': [MODEL, "import { note } from '../../ui/element/rich-text.js';\nexport const a: unknown = note;\n"],
  'i18n in a model': [MODEL, "import { text } from '../../i18n/languages.js';\nexport const a: unknown = text;\n"],
  'events in a model': [
    MODEL,
    "import { ObsErrorEvent } from '../../events.js';\nexport const a: unknown = ObsErrorEvent;\n",
  ],
  'its element in a model': [
    MODEL,
    "import { ObsSloCalculator } from '../../simulations/slo-calculator/slo-calculator.js';\nexport const a: unknown = ObsSloCalculator;\n",
  ],
  'Math.random in a model': [MODEL, 'export const a: number = Math.random();\n'],
  'Date.now in a model': [MODEL, 'export const a: number = Date.now();\n'],
  'Math.log in a model': [MODEL, 'export const a: number = Math.log(2);\n'],
  'ui in slo': [
    'src/slo/forbidden.ts',
    "import { note } from '../ui/element/rich-text.js';\nexport const a: unknown = note;\n",
  ],
  'lit in slo': ['src/slo/forbidden.ts', "import { html } from 'lit/html.js';\nexport const a: unknown = html;\n"],
  'a simulation in slo': [
    'src/slo/forbidden.ts',
    "import { trafficAt } from '../simulations/slo-calculator/slo-calculator.model.js';\nexport const a: unknown = trafficAt;\n",
  ],
  'Math.random in slo': ['src/slo/forbidden.ts', 'export const a: number = Math.random();\n'],
  'slo in telemetry': [
    'src/telemetry/forbidden.ts',
    "import { burnRate } from '../slo/budget.js';\nexport const a: unknown = burnRate;\n",
  ],
  'Math.random in the engine': ['src/engine/forbidden.ts', 'export const a: number = Math.random();\n'],
  'lit in the engine': [
    'src/engine/forbidden.ts',
    "import { html } from 'lit/html.js';\nexport const a: unknown = html;\n",
  ],
  'slo in the engine': [
    'src/engine/forbidden.ts',
    "import { burnRate } from '../slo/budget.js';\nexport const a: unknown = burnRate;\n",
  ],
  'events in telemetry': [
    'src/telemetry/forbidden.ts',
    "import { ObsErrorEvent } from '../events.js';\nexport const a: unknown = ObsErrorEvent;\n",
  ],
  'a clock in slo': ['src/slo/forbidden.ts', 'export const a: number = new Date().getTime();\n'],
  'a simulation in ui': [
    'src/ui/forbidden.ts',
    "import { ObsSloCalculator } from '../simulations/slo-calculator/slo-calculator.js';\nexport const a: unknown = ObsSloCalculator;\n",
  ],
  'another simulation in a simulation': [
    'src/simulations/forbidden/forbidden.ts',
    "import { ObsSloCalculator } from '../slo-calculator/slo-calculator.js';\nexport const a: unknown = ObsSloCalculator;\n",
  ],
  'another model in a model': [
    'src/simulations/forbidden/forbidden.model.ts',
    "import { readObjective } from '../slo-calculator/slo-calculator.model.js';\nexport const a: unknown = readObjective;\n",
  ],
  'the model of another simulation in a simulation': [
    'src/simulations/forbidden/forbidden.ts',
    "import { trafficAt } from '../slo-calculator/slo-calculator.model.js';\nexport const a: unknown = trafficAt;\n",
  ],
};

describe('the lint', () => {
  for (const [what, [path, code]] of Object.entries(REFUSED)) {
    it(`refuses ${what}`, () => {
      const { status, output } = withFile(path, code, lint);
      assert.notEqual(status, 0, output);
      assert.match(output, /no-restricted-(imports|properties|globals)/);
    });
  }

  it('allows a model what it needs', () => {
    const code =
      "import { burnRate } from '../../slo/budget.js';\nexport const a: number = burnRate(Math.sqrt(0.25), 0.9);\n";
    const { status, output } = withFile(MODEL, code, lint);
    assert.equal(status, 0, output);
  });
});

describe('the type check of the layers without a page', () => {
  const check = (code, path) => withFile(path, code, () => run('tsc', '--noEmit', '-p', 'tsconfig.pure.json'));

  for (const [what, code] of Object.entries({
    document: 'export const a: unknown = document.body;\n',
    performance: 'export const a: number = performance.now();\n',
    setTimeout: 'export const a: unknown = setTimeout(String, 1);\n',
  })) {
    it(`refuses ${what} in slo and in a model`, () => {
      for (const path of ['src/slo/forbidden.ts', MODEL]) {
        const { status, output } = check(code, path);
        assert.notEqual(status, 0, output);
        assert.match(output, new RegExp(`forbidden.*Cannot find name '${what}'`));
      }
    });
  }
});
