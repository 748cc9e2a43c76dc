import { describe, it } from 'node:test';
import { expect } from 'chai';
import { matchesLog, type LogRecord } from '../../../../src/telemetry/logs/index.js';
import reference from '../../../reference/log_query.json';
import { query } from '../log-queries.js';

/** Loki keeps a line whose value it cannot convert, with the label `__error__`; we do not match it. */
const LOKI_ERROR_QUIRK = 'duration>3s';

function expectMatches(record: LogRecord, matching: string[], others: string[]): void {
  for (const text of matching) expect(matchesLog(query(text), record), text).to.equal(true);
  for (const text of others) expect(matchesLog(query(text), record), text).to.equal(false);
}

describe('matchesLog', () => {
  for (const [index, row] of reference.loki_vectors.entries()) {
    const isQuirk = row.query === LOKI_ERROR_QUIRK;
    it(`${isQuirk ? 'leaves Loki’s __error__ line out' : 'agrees with Loki'} on ${row.query} (row ${index})`, () => {
      expect(matchesLog(query(row.query), row.record)).to.equal(isQuirk ? false : row.match);
    });
  }

  it('compares text exactly, numbers as numbers, and levels in any case', () => {
    expectMatches(
      { level: 'INFO', amount: 120, code: '05', event: 'user.login', ok: true },
      [
        'level=INFO',
        'amount=120',
        'amount=120.0',
        'amount=1.2e2',
        'code=05',
        'code="05"',
        'event=user.login',
        'ok=true',
      ],
      ['level="info"', 'level=INFOS', 'amount="120.0"', 'code=5', 'code="5"', 'event=userXlogin', 'amount=12'],
    );
  });

  it('tells long ids apart that are one number to a computer', () => {
    expectMatches(
      { id: '12345678901234567891', trace: '1e10', nanoseconds: '2026-01-01T00:00:00.000000001Z' },
      ['id=12345678901234567891', 'id>1', 'trace=1e10'],
      ['id=12345678901234567890', 'nanoseconds=2026-01-01T00:00:00.000000002Z'],
    );
  });

  it('compares numbers, durations, sizes and times, each with its kind', () => {
    expectMatches(
      { amount: '120.5', took: '1m30s', size: '42kB', memory: '1MiB', time: '2026-01-01T01:00:00+01:00' },
      [
        'amount>100',
        'amount>=120.5',
        'amount<=120.5',
        'amount<1e3',
        'took>500ms',
        'took=90s',
        'took<2m',
        'size>41999B',
        'size=42000B',
        'memory=1024KiB',
        'time=2026-01-01T00:00:00Z',
        'time>2025-12-31',
        'time<2026-01-01T00:00:00.001Z',
        'time>="2026-01-01"',
      ],
      ['amount>100ms', 'took>1', 'size>1s', 'took>1B', 'amount>2025-12-31', 'time>2026-01-01', 'amount<120.5'],
    );
  });

  it('never matches a value that is no number in a comparison of numbers', () => {
    for (const value of ['abc', '', '12abc', true, null, {}, 'NaN', '2026-02-31T00:00:00Z']) {
      expectMatches({ a: value }, [], ['a>0', 'a<0', 'a>=0', 'a<=0', 'a>2000-01-01', 'a<2100-01-01', 'a>abc']);
    }
  });

  it('orders levels by severity, whatever their names', () => {
    const all = [
      'trace',
      'DEBUG',
      'Information',
      9,
      'warn',
      'WARNING',
      'WARN3',
      'err',
      17,
      'critical',
      'FATAL',
      'odd',
      99,
    ];
    const loud = all.filter((level) => matchesLog(query('level>=WARN'), { level }));
    expect(loud).to.deep.equal(['warn', 'WARNING', 'WARN3', 'err', 17, 'critical', 'FATAL']);
    expectMatches({ severity: 'INFO' }, ['severity<WARN', 'severity>debug', 'severity<=info'], ['severity>INFO']);
  });

  it('takes a missing field for the empty text, and knows whether it exists', () => {
    for (const record of [{}, { a: null }, { a: undefined }]) {
      expectMatches(
        record,
        ['a!=1', 'a!~"1"', 'NOT a=1', '-a=*', 'a!=*', 'a not in (1)', 'a=""', 'a in ("")'],
        ['a=1', 'a=*', 'a!=""', 'a>0', 'a=~".*"'],
      );
    }
    expectMatches({ a: '' }, ['a=*', 'a=""'], ['a!=*']);
  });

  it('takes * for anything in what stands without quotes', () => {
    expectMatches(
      { path: '/api/v1/pay', star: '*' },
      ['path=/api*', 'path=*pay', 'path=/a*v1*y', 'path=*/v1/*', 'path in (/x*,/api*)', 'star="*"'],
      ['path=/api', 'path=pay*', 'path="/api*"', 'path=/api*v1/v1*pay'],
    );
  });

  it('finds an address in a range', () => {
    expectMatches(
      { ip: '10.1.2.3', text: '10.0.0.0/8' },
      ['ip=10.0.0.0/8', 'ip=10.1.2.3', 'ip=10.1.2.0/30', 'ip=0.0.0.0/0', 'ip=10.1.2.3/32', 'text=10.0.0.0/8'],
      ['ip=11.0.0.0/8', 'ip!=10.0.0.0/8', 'ip="10.0.0.0/8"', 'ip=10.0.0.0/33', 'ip=10.1.2.4/32'],
    );
  });

  it('looks for bare words in the line', () => {
    expectMatches(
      { level: 'ERROR', message: 'Payment declined', amount: 120 },
      ['declined', '"Payment declined"', 'Pay*clined', 'amount=120', '"amount=120"', 'ERROR declined', '-timeout', '*'],
      ['payment', 'timeout', '"Pay*clined"', 'declined timeout'],
    );
  });

  it('finds fields by name and by path, one of a list, and never what a prototype has', () => {
    expectMatches(
      { http: { route: '/a', 'response.status': 500 }, 'user.id': 7, tags: ['x', 'y'], '@timestamp': 5 },
      ['http.route=/a', 'http.response.status>=500', 'user.id=7', '@user.id=7', 'tags=y', 'timestamp=5', 'tags=~"^x$"'],
      [
        'route=/a',
        'toString=*',
        '__proto__=*',
        'constructor.name=*',
        'tags!=x',
        'http.route.length=2',
        'tags.length=2',
      ],
    );
  });
});
