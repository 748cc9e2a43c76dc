import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  judge,
  questionOf,
  QUESTIONS,
  type QuestionId,
} from '../../../../src/simulations/log-search/questions/questions.model.js';
import { proseLine, shopLogs } from '../../../../src/simulations/log-search/system/shop-logs.model.js';
import { parseTextSearch } from '../../../../src/simulations/log-search/panes/text-lines.model.js';
import { matchesLog, parseLogQuery, type LogRecord } from '../../../../src/telemetry/logs/index.js';
import { finished, smallCorpus, smallRecords } from '../corpora.js';

/** The rows that satisfy a plain filter over the records: no query, no index. */
function rowsWhere(test: (record: LogRecord) => boolean): number[] {
  return smallRecords().flatMap((record, row) => (test(record) ? [row] : []));
}

const above = (value: unknown, limit: number): boolean => Number(value) > limit;

/** The answers, written a second time and by hand. */
function answers(): Record<QuestionId, number[]> {
  const { traceId, userId } = smallCorpus().known!.example;
  return {
    payments: rowsWhere(({ event, amount }) => event === 'payment_failed' && above(amount, 100)),
    'five-hundred': rowsWhere(({ reason }) => reason === 'exception'),
    slow: rowsWhere(({ service, duration_ms: ms }) => service === 'payment-service' && above(ms, 5000)),
    user: rowsWhere(({ user_id: id }) => id === Number(userId)),
    request: rowsWhere(({ trace_id: id }) => id === traceId),
    warnings: rowsWhere(({ level }) => level !== 'INFO' && level !== 'DEBUG'),
  };
}

describe('the questions', () => {
  it('have a truth that a filter over the records confirms, and that is not empty', () => {
    const expected = answers();
    for (const id of QUESTIONS) {
      expect(smallCorpus().known!.truth[id], id).to.deep.equal(expected[id]);
      expect(expected[id], id).not.to.deep.equal([]);
    }
  });

  it('are answered by their queries without a false hit and without a miss', () => {
    const { store, known } = smallCorpus();
    for (const id of QUESTIONS) {
      const parsed = parseLogQuery(questionOf(id, known!.example).query);
      if (!parsed.ok) throw new Error(parsed.message);
      const { rows } = store.search(parsed.query);
      const { right, wrong, missed } = judge(rows, known!.truth[id]);
      expect([right.length, wrong, missed], id).to.deep.equal([answers()[id].length, [], []]);
    }
  });

  it('are answered by text as JavaScript’s own search over the lines says', () => {
    const { lines, known } = smallCorpus();
    const texts = smallRecords().map(proseLine);
    for (const id of QUESTIONS) {
      const { text } = questionOf(id, known!.example);
      const pattern = /^\/(.*)\/$/.exec(text)?.[1];
      const found = texts.flatMap((line, row) =>
        (pattern ? new RegExp(pattern).test(line) : line.includes(text)) ? [row] : [],
      );
      const parsed = parseTextSearch(text);
      if (!parsed.ok) throw new Error(parsed.message);
      expect(finished(lines.searching(parsed.search)), id).to.deep.equal(found);
    }
  });

  it('show how text goes wrong: 500 matches prices, durations and customers, ERROR misses warnings', () => {
    const { lines, known } = smallCorpus();
    const verdict = (id: QuestionId): ReturnType<typeof judge> => {
      const parsed = parseTextSearch(questionOf(id, known!.example).text);
      if (!parsed.ok) throw new Error(parsed.message);
      return judge(finished(lines.searching(parsed.search)), known!.truth[id]);
    };
    const falseLines = verdict('five-hundred').wrong.map((row) => lines.line(row));
    for (const why of [/user \d*500/, / \d*500\d* ms/]) {
      expect(
        falseLines.some((line) => why.test(line)),
        String(why),
      ).to.equal(true);
    }
    expect(falseLines.some((line) => /status=500/.test(line))).to.equal(false);
    expect(verdict('payments').wrong.length).to.be.above(0);
    expect(verdict('warnings').missed.every((row) => smallRecords()[row]!['level'] === 'WARN')).to.equal(true);
    expect(verdict('slow').missed.length).to.be.above(0);
    expect(verdict('request').missed.length).to.be.above(0);
  });

  it('show that 500 matches a price', () => {
    const falseHits: string[] = [];
    const steps = shopLogs(20_000, (record) => {
      const line = proseLine(record);
      if (line.includes('500') && record['status'] !== 500) falseHits.push(line);
    });
    finished(steps);
    expect(falseHits.some((line) => /, \d*500\d* cents$/.test(line))).to.equal(true);
  });

  it('are about a payment over $100 that failed', () => {
    const { example } = smallCorpus().known!;
    const failed = smallRecords().find(
      ({ trace_id: id, event }) => id === example.traceId && event === 'payment_failed',
    )!;
    expect(Number(failed['amount'])).to.be.above(100);
    expect(String(failed['user_id'])).to.equal(example.userId);
  });
});

describe('judge', () => {
  it('puts every row into the one of three that sets say', () => {
    const rows = fc.uniqueArray(fc.nat(60)).map((some) => some.sort((a, b) => a - b));
    fc.assert(
      fc.property(rows, rows, (found, truth) => {
        expect(judge(found, truth)).to.deep.equal({
          right: found.filter((row) => truth.includes(row)),
          wrong: found.filter((row) => !truth.includes(row)),
          missed: truth.filter((row) => !found.includes(row)),
        });
      }),
    );
  });
});

describe('shopLogs', () => {
  it('gives as many lines as it is asked for, in the order of time', () => {
    const times = smallRecords().map(({ timestamp }) => String(timestamp));
    expect(times.length).to.equal(10_000);
    expect([...times].sort()).to.deep.equal(times);
    expect(times[0]).to.match(/^2024-01-15T01:4\d:\d\d\.\d{3}Z$/);
  });

  it('gives the same night again', () => {
    const again: LogRecord[] = [];
    finished(shopLogs(500, (record) => again.push(record)));
    const third: LogRecord[] = [];
    finished(shopLogs(500, (record) => third.push(record)));
    expect(again).to.deep.equal(third);
  });

  it('writes what the lesson says a record has', () => {
    const failed = smallRecords().find(({ event }) => event === 'payment_failed')!;
    for (const field of [
      'timestamp',
      'level',
      'service',
      'version',
      'event',
      'user_id',
      'amount',
      'currency',
      'reason',
      'trace_id',
      'span_id',
      'duration_ms',
    ]) {
      expect(failed, field).to.have.property(field);
    }
  });

  it('says a 5xx status with every failure', () => {
    for (const { reason, status } of smallRecords()) {
      if (reason !== undefined) expect(Number(status)).to.be.within(429, 504);
    }
  });

  it('writes a line without a trace id for every record', () => {
    for (const record of smallRecords()) {
      const line = proseLine(record);
      expect(line).to.match(/^2024-01-15 01:\d\d:\d\d\.\d{3} (INFO|WARN|ERROR) [a-z-]+: \S/);
      if (line.includes(String(record['trace_id'])) || /undefined|NaN|\n/.test(line)) expect.fail(line);
    }
  });

  it('is matched record by record as the store matches it', () => {
    const parsed = parseLogQuery('level>=WARN AND (service=payment-service OR duration_ms>9000)');
    if (!parsed.ok) throw new Error(parsed.message);
    const { query } = parsed;
    expect(smallCorpus().store.search(query).rows).to.deep.equal(rowsWhere((record) => matchesLog(query, record)));
  });
});
