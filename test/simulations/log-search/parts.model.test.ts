import { describe, it } from 'node:test';
import { expect } from 'chai';
import { fileCorpus, type Corpus } from '../../../src/simulations/log-search/corpus.model.js';
import { idsOf, requestLines } from '../../../src/simulations/log-search/system/request.model.js';
import { suggestions, withCondition } from '../../../src/simulations/log-search/questions/suggestions.model.js';
import { SECTIONS, timeOf, volumeOfRows } from '../../../src/simulations/log-search/panes/volume.model.js';
import { parseLogQuery } from '../../../src/telemetry/logs/index.js';
import { finished, noClock, smallCorpus, smallRecords } from './corpora.js';

const corpusOf = (text: string): Corpus => finished(fileCorpus(text, noClock));

describe('volumeOf', () => {
  it('counts every line of every level once', () => {
    const { volume: counted } = smallCorpus();
    for (const level of ['ERROR', 'WARN', 'INFO'] as const) {
      const total = counted!.levels[level].reduce((sum, count) => sum + count, 0);
      expect(total, level).to.equal(smallRecords().filter((record) => record['level'] === level).length);
    }
    expect(counted!.levels.other.every((count) => count === 0)).to.equal(true);
  });

  it('counts the lines of a section as their times say', () => {
    const { volume: counted } = smallCorpus();
    const times = smallRecords().map(({ timestamp }) => Date.parse(String(timestamp)));
    expect([counted!.startMs, counted!.endMs]).to.deep.equal([times[0], times.at(-1)]);
    const width = (times.at(-1)! - times[0]!) / SECTIONS;
    const inSection = (section: number): number =>
      times.filter((time) => Math.min(SECTIONS - 1, Math.floor((time - times[0]!) / width)) === section).length;
    const all = volumeOfRows(
      counted!,
      times.map((_, row) => row),
    );
    for (const section of [0, 1, 30, SECTIONS - 1]) expect(all[section], String(section)).to.equal(inSection(section));
  });

  it('reads times as loggers write them', () => {
    const time = Date.UTC(2024, 0, 15, 1, 45);
    for (const written of [
      '2024-01-15T01:45:00Z',
      '2024-01-15 01:45:00',
      '2024-01-15T02:45:00+01:00',
      time / 1000,
      time,
      time * 1e3,
      time * 1e6,
      String(time),
    ]) {
      expect(timeOf(written), String(written)).to.equal(time);
    }
    for (const none of ['yesterday', 5, -1, NaN, null, undefined, {}, '5'])
      expect(Number.isNaN(timeOf(none)), JSON.stringify(none)).to.equal(true);
  });

  it('counts what has no time nowhere, and has nothing where nothing has', () => {
    const counted = corpusOf(
      'time=2024-01-01T00:00:00Z level=fatal\nlevel=info\ntime=2024-01-01T00:00:10Z level=debug\ntime=x\n',
    ).volume!;
    expect(counted.levels.ERROR[0]).to.equal(1);
    expect(counted.levels.INFO[SECTIONS - 1]).to.equal(1);
    expect(volumeOfRows(counted, [0, 1, 2, 3]).reduce((sum, count) => sum + count, 0)).to.equal(2);
    expect(corpusOf('level=info\n').volume).to.equal(undefined);
    expect(corpusOf('time=2024-01-01 level=info\n').volume!.levels.INFO[0]).to.equal(1);
  });
});

describe('requestLines', () => {
  it('finds every line of a request, in order and with the time since the first', () => {
    const { traceId } = smallCorpus().known!.example;
    const expected = smallRecords().filter(({ trace_id: id }) => id === traceId);
    const lines = requestLines(smallCorpus(), traceId);
    expect(lines.map(({ record }) => record)).to.deep.equal(expected);
    const time = (record: Readonly<Record<string, unknown>>): number => Date.parse(String(record['timestamp']));
    expect(lines.map(({ afterMs }) => afterMs)).to.deep.equal(
      expected.map((record) => time(record) - time(expected[0]!)),
    );
  });

  it('puts the lines of a file that is not in order into the order of time', () => {
    const corpus = corpusOf(
      'traceId=a time=2024-01-01T00:00:02Z n=2\ntraceId=a time=2024-01-01T00:00:01Z n=1\ntraceId=b n=3\n',
    );
    expect(requestLines(corpus, 'a').map(({ record, afterMs }) => [record['n'], afterMs])).to.deep.equal([
      ['1', 0],
      ['2', 1000],
    ]);
    expect(requestLines(corpus, 'b').map(({ afterMs }) => afterMs)).to.deep.equal([NaN]);
  });

  it('takes an id for text, whatever stands in it', () => {
    const corpus = corpusOf(`${JSON.stringify({ trace_id: 'a" OR b="*' })}\n{"trace_id":"x*"}\n{"trace_id":"xy"}\n`);
    expect(requestLines(corpus, 'a" OR b="*').length).to.equal(1);
    expect(requestLines(corpus, 'x*').length).to.equal(1);
    expect(requestLines(corpus, '')).to.deep.equal([]);
    expect(requestLines(corpusOf('a=1\n'), '1')).to.deep.equal([]);
  });

  it('knows ids by the names that loggers give them', () => {
    expect(idsOf({ traceId: 't', spanId: 's' })).to.deep.equal({ traceId: 't', spanId: 's' });
    expect(idsOf({ 'trace.id': 't' })).to.deep.equal({ traceId: 't', spanId: '' });
    expect(idsOf({ trace_id: {} })).to.deep.equal({ traceId: '', spanId: '' });
  });
});

describe('suggestions', () => {
  it('carries a field on', () => {
    expect(suggestions(smallCorpus(), 'level=ERROR AND rea')).to.deep.equal(['level=ERROR AND reason=']);
    expect(suggestions(smallCorpus(), '').length).to.be.above(5);
    expect(suggestions(smallCorpus(), 'nothing')).to.deep.equal([]);
  });

  it('carries a value on, the most frequent first', () => {
    const levels = suggestions(smallCorpus(), 'level=');
    expect(levels[0]).to.equal('level=INFO');
    expect([...levels].sort()).to.deep.equal(['level=ERROR', 'level=INFO', 'level=WARN']);
    expect(suggestions(smallCorpus(), 'service!=pay')).to.deep.equal(['service!=payment-service']);
    expect(suggestions(smallCorpus(), 'operation=')[0]).to.match(/^operation="/);
    expect(suggestions(smallCorpus(), 'trace_id=')).to.deep.equal([]);
  });

  it('suggests nothing that cannot be read', () => {
    for (const begun of ['', 'level', 'level=', 'operation=', 'NOT (serv', 'reason!=', 'error.t']) {
      for (const suggestion of suggestions(smallCorpus(), begun)) {
        const whole = suggestion.endsWith('=') ? `${suggestion}1` : suggestion;
        expect(parseLogQuery(whole.startsWith('NOT (') ? `${whole})` : whole).ok, whole).to.equal(true);
      }
    }
  });

  it('adds a condition that finds the value, whatever it is', () => {
    for (const value of ['a', 'a b', 'a"b', 'x*', '10.0.0.0/8', 'AND', '', 500, true, 'ü(']) {
      const corpus = corpusOf(`${JSON.stringify({ field: value, other: 1 })}\n{"field":"something else"}\n`);
      const parsed = parseLogQuery(withCondition('other=*', 'field', value));
      if (!parsed.ok) throw new Error(`${String(value)}: ${parsed.message}`);
      expect(corpus.store.search(parsed.query).rows, String(value)).to.deep.equal([0]);
    }
  });
});
