// What an author imports: every entry of `exports`, in plain Node and as files.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Script } from 'node:vm';
import { ELEMENTS, LANGUAGES } from '../../scripts/elements.mjs';

process.chdir(new URL('../..', import.meta.url).pathname);

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
/** The entries by name; a pattern stands for one of each element, or of each language. */
const entries = Object.entries(manifest.exports).flatMap(([entry, target]) => {
  if (!entry.includes('*') || typeof target === 'string') return [[entry, target]];
  const written = JSON.stringify(target);
  return (entry.includes('i18n') ? LANGUAGES : ELEMENTS).map((name) => [
    entry.replace('*', name),
    JSON.parse(written.replaceAll('*', name)),
  ]);
});
const modules = entries.filter(([, target]) => target.default).map(([entry]) => entry.replace('.', manifest.name));

/** Runs a module in a Node of its own, as an author's server would. */
function inNode(source) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', source], {
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  assert.equal(status, 0);
  return stdout.trim();
}

describe('package exports', () => {
  it('name the classes, their registration, the pure parts and the languages', () => {
    for (const entry of ['', '/define', '/slo-calculator', '/define/slo-calculator', '/slo', '/i18n/de', '/i18n/es']) {
      assert.ok(modules.includes(manifest.name + entry), entry);
    }
  });

  it('name the tags for JSX, Vue and Svelte', () => {
    for (const framework of ['jsx', 'vue', 'svelte']) {
      const types = readFileSync(`dist/${framework}.d.ts`, 'utf8');
      for (const name of ELEMENTS) assert.ok(types.includes(`"obs-${name}":`), `${framework}: ${name}`);
    }
  });

  it('have types that hold for JSX', () => {
    const options = '--ignoreConfig --noEmit --lib es2023,dom --target es2022 --module nodenext dist/jsx.d.ts'.split(
      ' ',
    );
    const { status, stdout } = spawnSync('node_modules/.bin/tsc', options, { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  });

  for (const [entry, target] of entries) {
    const files = typeof target === 'string' ? [target] : Object.values(target);
    for (const file of files.filter((path) => !path.includes('*'))) {
      it(`have the file of ${entry}: ${file}`, () => {
        assert.ok(existsSync(file), file);
        const shipped = [...manifest.files, 'package.json'];
        assert.ok(
          shipped.some((path) => file.startsWith(`./${path}`)),
          `${file} is not in "files"`,
        );
      });
    }
  }

  for (const name of modules) {
    it(`imports ${name} in plain Node, silently and without a trace`, () => {
      const added = inNode(`
        const before = new Set(Reflect.ownKeys(globalThis));
        await import(${JSON.stringify(name)});
        console.log(Reflect.ownKeys(globalThis).filter((key) => typeof key === 'string' && !before.has(key)).join());
      `);
      // Lit notes there its versions and what its decorators know, and gives Node a registry of elements.
      const isOfLit = (key) => /^(customElements|lit\w+|reactiveElementVersions)$/.test(key);
      assert.deepEqual(
        added.split(',').filter((key) => key && !isOfLit(key)),
        [],
      );
    });
  }

  it('import all together', () => {
    assert.equal(inNode(`await Promise.all(${JSON.stringify(modules)}.map((name) => import(name)));`), '');
  });

  it('keep a Node process from nothing: it ends by itself', () => {
    const started = inNode(`await import('obs-elements/define'); process.on('exit', () => console.log('ended'));`);
    assert.equal(started, 'ended');
  });

  it('compute in the pure entry', async () => {
    const slo = await import('obs-elements/slo');
    assert.equal(slo.allowedDowntimeSeconds(0.999, 30 * 86_400), 2592);
    assert.ok(Math.abs(slo.availabilityInSeries([0.9995, 0.9999]) - 0.9994) < 1e-7);
    assert.ok(Math.abs(slo.burnRate(2 / 60, 0.999) - 33.333) < 1e-3);
    assert.ok(Math.abs(slo.timeToExhaustionSeconds(slo.burnRate(2 / 60, 0.999), 30 * 86_400) - 21.6 * 3600) < 1e-6);
    assert.equal(slo.multiWindowRules(0.999).length, 4);
    assert.match(slo.toPrometheusRules({ service: 'checkout', slo: 'availability', objective: 0.999 }), /^groups:/m);
    assert.ok(Number.isNaN(slo.allowedDowntimeSeconds(2, 1)));
  });

  it('keep the names of the contract in the pure entry', async () => {
    const slo = await import('obs-elements/slo');
    const contract = `allowedDowntimeSeconds burnRate timeToExhaustionSeconds maximumBurnRate detectionTimeSeconds
      resetTimeSeconds budgetSpentAtDetection burnRateForBudget availabilityInSeries availabilityInParallel
      chanceOfMeetingTail errorBudget evaluateAlerts multiWindowRules toPrometheusRules toSloth toOpenSlo`;
    for (const name of contract.split(/\s+/)) assert.equal(typeof slo[name], 'function', name);
  });

  it('give a class that can be inspected and not yet be made in Node', async () => {
    const { ObsSloCalculator, ObsChangeEvent } = await import('obs-elements');
    assert.equal(ObsSloCalculator.tag, 'obs-slo-calculator');
    assert.doesNotThrow(() => ObsSloCalculator.define());
    assert.equal(new ObsChangeEvent('objective', 99).type, 'obs-change');
  });

  it('have one class in each way to import it', async () => {
    const all = await import('obs-elements');
    const one = await import('obs-elements/slo-calculator');
    assert.equal(all.ObsSloCalculator, one.ObsSloCalculator);
  });
});

describe('version', () => {
  it('is that of package.json, in the source and in the build', async () => {
    assert.match(readFileSync('src/version.ts', 'utf8'), new RegExp(`'${manifest.version.replaceAll('.', '\\.')}'`));
    const { ObsSloCalculator } = await import('obs-elements');
    assert.equal(ObsSloCalculator.version, manifest.version);
  });
});

describe('side effects', () => {
  it('are named for every built file that registers something', () => {
    const registers = [
      ...['define', 'i18n'].flatMap((folder) =>
        readdirSync(`dist/${folder}`).map((file) => `./dist/${folder}/${file}`),
      ),
      './dist/define.js',
    ];
    const named = manifest.sideEffects.map(
      (glob) => new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll(/\*+/g, '.*')}$`),
    );
    for (const file of registers.filter((path) => path.endsWith('.js'))) {
      assert.ok(
        named.some((glob) => glob.test(file)),
        file,
      );
    }
  });
});

const scriptsIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .sort();

for (const [folder, beside] of Object.entries({ 'dist/cdn': ['../autoloader.js'], 'dist/standalone': [] })) {
  describe(`scripts in ${folder}`, () => {
    const hashes = JSON.parse(readFileSync(`${folder}/sri.json`, 'utf8'));
    const files = [...scriptsIn(folder), ...beside];

    it('are listed in sri.json, all of them', () => {
      assert.deepEqual(Object.keys(hashes).sort(), files.sort());
    });

    it('have the hash that sri.json says', () => {
      for (const file of files) {
        const code = readFileSync(`${folder}/${file}`);
        assert.equal(hashes[file], `sha384-${createHash('sha384').update(code).digest('base64')}`, file);
      }
    });

    it('have an address for each element, for all of them, and for each language', () => {
      for (const name of [...ELEMENTS, 'obs-elements', ...LANGUAGES.map((tag) => `lang/${tag}`)]) {
        assert.ok(files.includes(`${name}.js`), name);
      }
    });

    it('evaluate no text as code and open no connection', () => {
      for (const file of files) {
        const code = readFileSync(`${folder}/${file}`, 'utf8');
        assert.doesNotMatch(
          code,
          /\beval\(|\bnew Function\b|XMLHttpRequest|WebSocket|sendBeacon|localStorage|document\.cookie/,
          file,
        );
        assert.doesNotMatch(code, /sourceMappingURL/, file);
        // The viewer and the quiz fetch the file that an author names in `src`, and nothing else.
        if (!/(trace-viewer|quiz|obs-elements)/.test(file)) assert.doesNotMatch(code, /\bfetch\(/, file);
      }
    });
  });
}

describe('self-contained files', () => {
  for (const file of scriptsIn('dist/standalone')) {
    const code = readFileSync(`dist/standalone/${file}`, 'utf8');

    it(`need nothing else and ask for nothing of a build: ${file}`, () => {
      assert.doesNotMatch(
        code,
        /\bprocess\.env\b|\bimport\.meta\b|\brequire\(|\bimport\s*\(|\bimport\s*["'{*]|(?<!["'])\bfrom\s*["']/,
      );
    });

    it(`run as a classic script: ${file}`, () => {
      assert.doesNotThrow(() => new Script(code));
    });
  }

  it('name a Trusted Types policy of their own, so that two of them can be on a page', () => {
    const all = ['dist/cdn', 'dist/standalone'].flatMap((folder) =>
      scriptsIn(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
    );
    const names = all.flatMap((code) => code.match(/createPolicy\((["'`])[^"'`]+/g) ?? []);
    assert.ok(names.length > ELEMENTS.length);
    assert.equal(new Set(names).size, names.length);
    for (const name of names) assert.doesNotMatch(name, /lit-html/);
  });
});
