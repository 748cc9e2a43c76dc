// Simulates the incidents behind <obs-blind-vs-observable> and writes its two data files: how often each sign has each
// outcome under each cause, and what two hundred incidents looked like. Then says how often the true cause leads.
// `node scripts/survey-incidents.mjs [folder]`: half an hour of two cores. What is done is kept in the folder, so that it
// can be stopped and gone on with; delete the folder after a change of the shop, the incidents or the signs.
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, mergeConfig } from 'vite';
import shared from '../vite.config.mjs';

/** Incidents of each cause from which the likelihoods are counted; their seeds are used for nothing else. */
const PER_CAUSE = 8;
const FIRST_SEED = 5001;
/** Incidents of drawn causes: the first ones are recorded for the figure, all are judged by the likelihoods. */
const RECORDED = 200;
const JUDGED = Number(process.env.JUDGED ?? 1000);

const [folder = join(tmpdir(), 'obs-survey'), part, parts] = process.argv.slice(2);
const home = resolve(folder);
process.chdir(new URL('..', import.meta.url).pathname);
mkdirSync(home, { recursive: true });
const source = 'src/simulations/blind-vs-observable';

async function bundle() {
  const files = {
    survey: 'diagnosis/survey',
    incident: 'incident/incident',
    suspects: 'diagnosis/suspects',
    symptoms: 'incident/symptoms',
    'replayed-incidents': 'replay/replayed-incidents',
    diagnosis: 'diagnosis/diagnosis',
    investigation: 'probes/investigation',
  };
  const entry = Object.fromEntries(Object.entries(files).map(([name, path]) => [name, `${source}/${path}.model.ts`]));
  const options = { outDir: join(home, 'code'), emptyOutDir: true, target: 'es2022', minify: false };
  await build(
    mergeConfig(shared, {
      configFile: false,
      logLevel: 'warn',
      build: { ...options, lib: { entry, formats: ['es'], fileName: (_, name) => `${name}.mjs` } },
    }),
  );
}

const load = (name) => import(pathToFileURL(join(home, 'code', `${name}.mjs`)));

function jobs(suspects) {
  const training = Array.from({ length: PER_CAUSE }, (_, i) =>
    suspects.map((kind) => ({ what: 'train', kind, seed: FIRST_SEED + i })),
  ).flat();
  const drawn = Array.from({ length: JUDGED }, (_, i) => ({
    what: i < RECORDED ? 'dist' : 'eval',
    kind: 'surprise',
    seed: i + 1,
  }));
  return [...training, ...drawn];
}

const keyOf = ({ what, kind, seed }) => `${what} ${kind} ${seed}`;

function results() {
  const files = readdirSync(home).filter((name) => name.endsWith('.jsonl'));
  const lines = files.flatMap((name) => readFileSync(join(home, name), 'utf8').split('\n').filter(Boolean));
  return new Map(lines.map((line) => JSON.parse(line)).map((result) => [keyOf(result), result]));
}

async function work() {
  const [{ survey }, { drawIncident }, { SUSPECTS }, { MOMENTS }] = await Promise.all(
    ['survey', 'incident', 'suspects', 'replayed-incidents'].map(load),
  );
  const done = results();
  const file = join(home, `part-${part}-of-${parts}.jsonl`);
  for (const [n, job] of jobs(SUSPECTS).entries()) {
    if (n % Number(parts) !== Number(part) || done.has(keyOf(job))) continue;
    const incident = drawIncident(job.kind, job.seed);
    const isJudgedOnly = job.what === 'eval';
    const seen = survey(incident, isJudgedOnly ? MOMENTS.slice(0, 1) : MOMENTS, !isJudgedOnly);
    appendFileSync(file, `${JSON.stringify({ ...job, cause: incident.cause, ...seen })}\n`);
  }
}

/** Counts of every outcome under every cause, as text. */
function writeLikelihoods(all, signs, suspects) {
  const counts = signs.map(({ id, outcomes }, at) => {
    const rows = suspects.map((suspect) => {
      const readings = all
        .filter(({ what, cause }) => what === 'train' && cause === suspect)
        .flatMap(({ moments = [] }) => moments.map((moment) => moment.outcomes[at]));
      return outcomes.map((outcome) => readings.filter((reading) => reading === outcome).length).join(',');
    });
    return `  ${/^\w+$/.test(id) ? id : `'${id}'`}:\n    '${rows.join(' ')}',`;
  });
  writeFileSync(
    `${source}/diagnosis/likelihoods.data.ts`,
    `/**
 * How often each sign had each of its outcomes, a group of numbers for each suspect: counted in ${PER_CAUSE} simulated incidents of
 * each cause (seeds from ${FIRST_SEED} on), each looked at twice. Written by scripts/survey-incidents.mjs.
 */
export const COUNTS: Readonly<Record<string, string>> = {
${counts.join('\n')}
};
`,
  );
}

function writeIncidents(all, signs, settle) {
  const recorded = all.filter(({ what }) => what === 'dist').sort((a, b) => a.seed - b.seed);
  const lines = recorded.map(({ pagedAfter, mailedAfter, moments }) => {
    const codes = moments.map(({ outcomes }) =>
      outcomes.map((outcome, i) => signs[i].outcomes.indexOf(outcome).toString(36)).join(''),
    );
    return [[pagedAfter, mailedAfter, ...moments.map(({ hurt }) => hurt)].join(','), ...codes].join(' ');
  });
  writeFileSync(
    `${source}/replay/incidents.data.ts`,
    `import type { Suspect } from '../diagnosis/suspects.model.js';

/** Seconds from the press of the button to payments that work, for each cause and its remedy: simulated at seed ${FIRST_SEED}. */
export const SETTLE_SECONDS: Readonly<Record<Suspect, number>> = {
${Object.entries(settle)
  .map(([suspect, seconds]) => `  '${suspect}': ${seconds},`)
  .join('\n')}
};

/**
 * The incidents \`surprise\` of the seeds from 1 on, one a line: seconds from the fault to the page and to the mail, users
 * hurt at each recorded moment, and for each moment a character for the outcome of each sign. Written by
 * scripts/survey-incidents.mjs.
 */
export const INCIDENTS: readonly string[] = [
${lines.map((line) => `  '${line}',`).join('\n')}
];
`,
  );
}

/** Seconds in which each cause's own remedy helps; an error where it does not. */
async function settleTimes(suspects, remedyOf) {
  const [{ drawIncident }, { Investigation, DECIDE_SECONDS }] = await Promise.all(
    ['incident', 'investigation'].map(load),
  );
  return Object.fromEntries(
    suspects.map((suspect) => {
      const investigation = new Investigation('observable', drawIncident(suspect, FIRST_SEED));
      for (const _ of investigation.begin());
      const from = investigation.run.now;
      for (const _ of investigation.take({ remedy: remedyOf[suspect] }));
      if (investigation.overAt === undefined) throw new Error(`${remedyOf[suspect]} does not help against ${suspect}`);
      return [suspect, Math.max(0, investigation.overAt - from - DECIDE_SECONDS)];
    }),
  );
}

/** How often the true cause leads when all signs are known, in incidents from which nothing was learned. */
async function judge(all) {
  await bundle();
  const { boardOf, leaderOf } = await load('diagnosis');
  const { SIGNS } = await load('symptoms');
  const missed = [];
  let judged = 0;
  for (const { what, seed, cause, moments = [] } of all) {
    if (what === 'train' || moments.length === 0) continue;
    const signs = new Map(SIGNS.map(({ id }, i) => [id, moments[0].outcomes[i]]).filter(([, outcome]) => outcome));
    const leader = leaderOf(boardOf({ signs, failed: [] }));
    judged++;
    if (leader !== cause) missed.push(`${seed}: ${cause}, not ${leader}`);
  }
  const share = ((100 * (judged - missed.length)) / judged).toFixed(1);
  console.log(`The true cause leads in ${judged - missed.length} of ${judged} incidents (${share} %).`);
  if (missed.length > 0) console.log(missed.join('\n'));
}

if (part === undefined) {
  await bundle();
  const count = availableParallelism();
  const workers = Array.from({ length: process.env.WRITE_ONLY ? 0 : count }, (_, i) =>
    spawn(process.execPath, [fileURLToPath(import.meta.url), home, String(i), String(count)], { stdio: 'inherit' }),
  );
  await Promise.all(workers.map((worker) => new Promise((done) => worker.on('exit', done))));
  const [{ SIGNS }, { SUSPECTS, REMEDY_OF }] = await Promise.all(['symptoms', 'suspects'].map(load));
  const all = [...results().values()];
  const settleFile = join(home, 'settle.json');
  if (!existsSync(settleFile)) writeFileSync(settleFile, JSON.stringify(await settleTimes(SUSPECTS, REMEDY_OF)));
  writeLikelihoods(all, SIGNS, SUSPECTS);
  writeIncidents(all, SIGNS, JSON.parse(readFileSync(settleFile, 'utf8')));
  spawnSync('node_modules/.bin/prettier', ['--write', `${source}/*/*.data.ts`]);
  await judge(all);
} else {
  await work();
}
