// The lesson's query, `level=ERROR AND event=payment_failed AND amount>100`, over a million records of the shop's shape:
// the store against the fastest that is thinkable (typed arrays and lists for just these fields, no query to read), and
// against what one would take instead. All find the same records, and a count that differs is an error.
// A browser's own work is left out on both sides: everything is in memory, warm, and asked often enough for the clock.
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

export const name = 'log-search';

const LINES = 1_000_000;
const ROUNDS = 12;
const QUERY = 'level=ERROR AND event=payment_failed AND amount>100';
/** SQLite keeps them all and has an index for the question; MiniSearch and FlexSearch index all, as the store does. */
const FIELDS = ['timestamp', 'level', 'service', 'event', 'trace_id', 'span_id', 'user_id', 'duration_ms', 'amount'];
/** Each contestant is asked until it has worked for so long. */
const LONG_ENOUGH_MS = 15;

const require = createRequire(import.meta.url);

export async function run({ load }) {
  const { LogStoreBuilder, parseLogQuery } = await load('src/telemetry/logs/index.ts');
  const { Simulation } = await load('src/engine/index.ts');
  const records = makeRecords(new Simulation({ seed: 7 }).random('log'));
  const { query } = parseLogQuery(QUERY);
  const lines = records.map((record) => JSON.stringify(record));
  const sql = await require('sql.js')();
  // Both take a gigabyte and minutes for a million; a tenth is enough to see, and is told as ten times as much.
  const few = records.slice(0, LINES / 10);
  const built = {
    store: timed(() => storeOf(LogStoreBuilder, records)),
    'SQLite WASM': timed(() => sqlite(sql, records)),
    MiniSearch: timed(() => miniSearch(few), 1 / 10),
    FlexSearch: timed(() => flexSearch(few), 1 / 10),
  };
  const store = built.store.result;
  const contestants = {
    limit: columnsAndPostings(records),
    store: () => store.search(query).total,
    'store, the query read each time': () => store.search(parseLogQuery(QUERY).query).total,
    regexp: () => lines.reduce((count, line) => (matchesLine(line) ? count + 1 : count), 0),
    'SQLite WASM': built['SQLite WASM'].result,
    arquero: await arquero(records),
    MiniSearch: tenth(built.MiniSearch.result),
    FlexSearch: tenth(built.FlexSearch.result),
  };
  const rounds = measure(contestants, records);
  // The answers take microseconds, and what else the machine does takes milliseconds: each at its best.
  const best = (what) => Math.min(...rounds.map((times) => times[what]));
  const ratio = (what, against) => best(what) / best(against);
  const data = `${LINES.toLocaleString('en')} records`;
  const limit = `columns and postings for these fields alone, ${data}`;
  const row = (what, most) => ({ what, ratio: ratio(what, 'limit'), limit: most, against: limit });
  const builtRow = (peer) => ({
    what: 'store, to build',
    ratio: built.store.ms / built[peer].ms,
    limit: 1,
    against: `${peer}, to build with the same fields, ${data}`,
  });
  return [
    row('store', 3),
    row('store, the query read each time'),
    {
      what: 'store',
      ratio: ratio('store', 'SQLite WASM'),
      limit: 1 / 9,
      against: `SQLite WASM with a covering index, ${data}`,
    },
    row('SQLite WASM'),
    row('arquero'),
    row('regexp'),
    row('FlexSearch'),
    row('MiniSearch'),
    ...Object.keys(built)
      .filter((peer) => peer !== 'store')
      .map(builtRow),
    { what: 'store, bytes a line', ratio: (store.bytes + store.textBytes) / LINES, limit: 64, against: '1 byte' },
  ];
}

/** What is built, and in how many milliseconds; once, for it takes seconds. */
function timed(build, share = 1) {
  const start = performance.now();
  const result = build();
  return { result, ms: (performance.now() - start) / share };
}

const tenth = (ask) => Object.assign(ask, { share: 1 / 10 });
const isAnswer = ({ level, event, amount }) => level === 'ERROR' && event === 'payment_failed' && amount > 100;

/** Milliseconds of one answer, in each round. */
function measure(contestants, records) {
  const truth = records.filter(isAnswer).length;
  const inTenth = records.slice(0, LINES / 10).filter(isAnswer).length;
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const times = {};
    for (const [contestant, ask] of Object.entries(contestants)) {
      const found = ask();
      if (found !== (ask.share ? inTenth : truth)) throw new Error(`${contestant} finds ${found}, not ${truth}`);
      let asked = 0;
      const start = performance.now();
      do {
        ask();
        asked++;
      } while (performance.now() - start < LONG_ENOUGH_MS);
      times[contestant] = (performance.now() - start) / asked / (ask.share ?? 1);
    }
    if (round > 0) rounds.push(times);
  }
  return rounds;
}

/**
 * Records of the shop's shape on a bad day of a shop that sells dear things: every 300th is a payment that failed, and
 * three in four of those are above 100.
 */
function makeRecords(random) {
  const hex = (digits) =>
    Array.from({ length: digits / 8 }, () => random.integer(0, 0xffffffff).toString(16).padStart(8, '0')).join('');
  const services = ['inventory-service', 'order-service', 'api-gateway', 'auth', 'payment-service', 'email-service'];
  const start = 1_705_282_800_000;
  let traceId = hex(32);
  return Array.from({ length: LINES }, (_, row) => {
    if (row % 4 === 0) traceId = hex(32);
    const service = services[random.integer(0, services.length - 1)];
    const what = service.split('-')[0];
    const isFailure = random.bernoulli(0.02);
    const isPayment = service === 'payment-service';
    return {
      timestamp: new Date(start + row * 2.5).toISOString(),
      level: isFailure ? 'ERROR' : random.bernoulli(0.01) ? 'WARN' : 'INFO',
      service,
      event: `${what}_${isFailure ? 'failed' : 'completed'}`,
      trace_id: traceId,
      span_id: hex(16),
      user_id: random.integer(1, 50_000),
      duration_ms: Math.round(random.logNormal(20, 1)),
      ...(isPayment ? { amount: Math.round(random.logNormal(180, 0.8) * 100) / 100 } : {}),
    };
  });
}

function storeOf(LogStoreBuilder, records) {
  const builder = new LogStoreBuilder();
  for (const record of records) builder.add(record);
  const steps = builder.finish();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The limit: what one writes who knows the question. Two lists of rows, the shorter walked, the other a column of codes. */
function columnsAndPostings(records) {
  const levels = new Map();
  const events = new Map();
  const code = (codes, value) => codes.get(value) ?? codes.set(value, codes.size).get(value);
  const level = Uint8Array.from(records, (record) => code(levels, record.level));
  const event = Uint8Array.from(records, (record) => code(events, record.event));
  const amount = Float64Array.from(records, (record) => record.amount ?? NaN);
  const lists = [...events.keys()].map(() => []);
  for (const [row, one] of event.entries()) lists[one].push(row);
  const postings = lists.map((rows) => Uint32Array.from(rows));
  return () => {
    const error = levels.get('ERROR');
    const hits = [];
    for (const row of postings[events.get('payment_failed')]) {
      if (level[row] === error && amount[row] > 100) hits.push(row);
    }
    return hits.length;
  };
}

function matchesLine(line) {
  return /"level":"ERROR".*"event":"payment_failed".*"amount":(?:1\d\d(?:\.(?!0+[,}])|(?<!100)[,}])|[2-9]\d\d|\d{4,})/.test(
    line,
  );
}

function sqlite({ Database }, records) {
  const database = new Database();
  database.run(`CREATE TABLE logs (${FIELDS.join(', ')})`);
  database.run('BEGIN');
  const insert = database.prepare(`INSERT INTO logs VALUES (${FIELDS.map(() => '?').join(', ')})`);
  for (const record of records) insert.run(FIELDS.map((field) => record[field] ?? null));
  database.run('COMMIT');
  database.run('CREATE INDEX covering ON logs (level, event, amount)');
  const select = database.prepare(
    "SELECT rowid FROM logs WHERE level = 'ERROR' AND event = 'payment_failed' AND amount > 100",
  );
  return () => {
    select.reset();
    const rows = [];
    while (select.step()) rows.push(select.get()[0]);
    return rows.length;
  };
}

async function arquero(records) {
  const { from } = await import('arquero');
  const table = from(records.map(({ level, event, amount }) => ({ level, event, amount })));
  return () =>
    table.filter((row) => row.level === 'ERROR' && row.event === 'payment_failed' && row.amount > 100).numRows();
}

/** Both search words, not numbers: what is above 100 is sorted out of what they find. */
function miniSearch(records) {
  const MiniSearch = require('minisearch');
  const index = new MiniSearch({
    fields: FIELDS,
    tokenize: (text) => [text],
    searchOptions: { combineWith: 'AND' },
  });
  index.addAll(records.map((record, id) => ({ id, ...record })));
  return () =>
    index
      .search('ERROR payment_failed', { tokenize: (text) => text.split(' ') })
      .filter(({ id }) => records[id].amount > 100).length;
}

function flexSearch(records) {
  const { Index } = require('flexsearch');
  const index = new Index({ tokenize: 'strict', encode: (text) => text.toLowerCase().split(' ') });
  for (const [id, record] of records.entries()) index.add(id, Object.values(record).join(' '));
  return () =>
    index.search('error payment_failed', { limit: records.length }).filter((id) => records[id].amount > 100).length;
}
