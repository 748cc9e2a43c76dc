import { describe, it } from 'node:test';
import { expect } from 'chai';
import { formatLine, LogStore, matchesLog, readLogs, type LogRecord } from '../../../src/telemetry/logs/index.js';
import { query } from './log-queries.js';

/** How many records of a log a query finds; the index has to find the same. */
function hits(log: string, text: string): number {
  const { records } = readLogs(log);
  const found = records.filter((record) => matchesLog(query(text), record)).length;
  expect(new LogStore(records).search(query(text)).total, `${text}, by the index`).to.equal(found);
  return found;
}

const lines = (...records: LogRecord[]): string => records.map((record) => JSON.stringify(record)).join('\n');

/** One error and one line of information of each family, at 10:00:00 and 10:00:01 of 2024-01-15. */
const LOGGERS: Readonly<Record<string, string>> = {
  pino: lines(
    { level: 50, time: 1705312800000, pid: 1, hostname: 'h', msg: 'card declined' },
    { level: 30, time: 1705312801000, pid: 1, hostname: 'h', msg: 'ok' },
  ),
  bunyan: lines(
    { v: 0, name: 'a', level: 50, hostname: 'h', pid: 1, time: '2024-01-15T10:00:00.000Z', msg: 'card declined' },
    { v: 0, name: 'a', level: 20, hostname: 'h', pid: 1, time: '2024-01-15T10:00:01.000Z', msg: 'ok' },
  ),
  winston: lines(
    { level: 'error', message: 'card declined', timestamp: '2024-01-15 10:00:00' },
    { level: 'silly', message: 'ok', timestamp: '2024-01-15 10:00:01' },
  ),
  zap: lines(
    { level: 'dpanic', ts: 1705312800.25, caller: 'a.go:1', msg: 'card declined' },
    { level: 'info', ts: 1705312801.25, caller: 'a.go:1', msg: 'ok' },
  ),
  slog: lines(
    { time: '2024-01-15T10:00:00.123456789Z', level: 'ERROR+1', msg: 'card declined' },
    { time: '2024-01-15T10:00:01.123456789Z', level: 'INFO+2', msg: 'ok' },
  ),
  logrus: 'time="2024-01-15T10:00:00Z" level=error msg="card declined"\ntime="2024-01-15T10:00:01Z" level=info msg=ok',
  log15: 't=2024-01-15T10:00:00Z lvl=eror msg="card declined"\nt=2024-01-15T10:00:01Z lvl=dbug msg=ok',
  'Serilog CLEF': lines(
    { '@t': '2024-01-15T10:00:00Z', '@l': 'Error', '@m': 'card declined' },
    { '@t': '2024-01-15T10:00:01Z', '@m': 'ok' },
  ),
  ECS: lines(
    { '@timestamp': '2024-01-15T10:00:00Z', 'log.level': 'ERROR', message: 'card declined' },
    { '@timestamp': '2024-01-15T10:00:01Z', log: { level: 'info' }, message: 'ok' },
  ),
  GELF: lines(
    { version: '1.1', host: 'h', short_message: 'card declined', timestamp: 1705312800.5, level: 3 },
    { version: '1.1', host: 'h', short_message: 'ok', timestamp: 1705312801.5, level: 6 },
  ),
  journald: lines(
    { __REALTIME_TIMESTAMP: '1705312800000000', PRIORITY: '2', MESSAGE: 'card declined' },
    { __REALTIME_TIMESTAMP: '1705312801000000', PRIORITY: '6', MESSAGE: 'ok' },
  ),
  Docker: lines(
    { log: 'level=error msg="card declined"\n', stream: 'stderr', time: '2024-01-15T10:00:00.1Z' },
    { log: '{"level":"info","msg":"ok"}\n', stream: 'stdout', time: '2024-01-15T10:00:01.1Z' },
  ),
  'Kubernetes CRI':
    '2024-01-15T10:00:00.123456789Z stderr F level=error msg="card declined"\n2024-01-15T10:00:01.1Z stdout F {"level":"info","msg":"ok"}',
  CloudWatch: JSON.stringify({
    events: [
      { timestamp: 1705312800000, message: '{"level":"ERROR","message":"card declined"}' },
      { timestamp: 1705312801000, message: '{"level":"INFO","message":"ok"}' },
    ],
  }),
  'Google Cloud': lines(
    { timestamp: '2024-01-15T10:00:00Z', severity: 'CRITICAL', textPayload: 'card declined' },
    { timestamp: '2024-01-15T10:00:01Z', severity: 'DEFAULT', jsonPayload: { message: 'ok' } },
  ),
  syslog:
    '<11>1 2024-01-15T10:00:00Z h app 1 - - card declined\n<14>1 2024-01-15T10:00:01Z h app 1 - [a@1 b="c"] level=info msg=ok',
  Log4j:
    '2024-01-15 10:00:00,123 [main] ERROR shop.Pay - card declined\n2024-01-15 10:00:01,123 [main] INFO  shop.Pay - ok',
  Python: '2024-01-15 10:00:00,123 - shop.pay - ERROR - card declined\n2024-01-15 10:00:01,123 - shop.pay - INFO - ok',
  'a list': JSON.stringify(
    [
      { time: '2024-01-15T10:00:00Z', level: 'E', message: 'card declined' },
      { time: '2024-01-15T10:00:01Z', level: 'I', message: 'ok' },
    ],
    null,
    2,
  ),
};

/** A batch as a collector writes it. */
const OTLP = {
  resourceLogs: [
    {
      resource: { attributes: [{ key: 'service.name', value: { stringValue: 'shop' } }] },
      scopeLogs: [
        {
          logRecords: [
            {
              timeUnixNano: '1705312800123456789',
              severityNumber: 18,
              body: { stringValue: 'card declined' },
              attributes: [{ key: 'order', value: { intValue: '9007199254740993' } }],
              traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
            },
            { observedTimeUnixNano: '1705312801000000000', severityText: 'INFO', body: { stringValue: 'ok' } },
          ],
        },
      ],
    },
  ],
};

describe('logs of loggers', () => {
  for (const [name, log] of Object.entries(LOGGERS)) {
    it(`finds level, time and message of ${name}`, () => {
      expect(readLogs(log).records.length).to.equal(2);
      expect(readLogs(log).rejected).to.deep.equal([]);
      const asked = [
        'level>=ERROR',
        'time<2024-01-15T10:00:01Z',
        'message="card declined"',
        '"card declined"',
        'time>2024-01-01',
      ];
      expect(asked.map((text) => hits(log, text))).to.deep.equal([1, 1, 1, 1, 2]);
    });
  }

  for (const [how, log] of [
    ['as one line', JSON.stringify(OTLP)],
    ['indented', JSON.stringify(OTLP, null, 2)],
    ['in a list', JSON.stringify([OTLP])],
  ] as const) {
    it(`reads each record of an OTLP batch ${how}`, () => {
      const asked = ['level>=ERROR', 'level=info', 'service=shop', 'order=9007199254740993', 'order=9007199254740992'];
      expect(asked.map((text) => hits(log, text))).to.deep.equal([1, 1, 2, 1, 0]);
      expect(hits(log, 'time=2024-01-15T10:00:00.123456789Z')).to.equal(1);
      expect(hits(log, 'time>2024-01-15T10:00:00.123456789Z')).to.equal(1);
    });
  }

  it('tells a time or a host at the head of a line from its fields', () => {
    const heroku =
      '2024-01-15T10:00:00.000000+00:00 heroku[router]: at=info path="/a" service=575ms status=200\nApr 28 06:53:54 host1 dhclient: DHCPREQUEST on eth0 to 192.0.2.1 port 67 (xid=0x654a04aa)';
    expect(readLogs(heroku).records.map((record) => Object.keys(record))).to.deep.equal([
      ['time', 'source', 'process', 'at', 'path', 'service', 'status'],
      ['time', 'host', 'app', 'message'],
    ]);
    expect(hits(heroku, 'service>500ms')).to.equal(1);
    expect(hits(heroku, '"(xid=0x654a04aa)"')).to.equal(1);
  });

  it('keeps a stack trace with the record above it, and prose as a record', () => {
    const log =
      '{"level":"error","message":"failed"}\njava.lang.NullPointerException: order is null\n\tat shop.Orders.pay(Orders.java:42)\nCaused by: x\n{"level":"info"}\nServer is up.\n';
    const { records } = readLogs(log);
    expect(records.length).to.equal(3);
    expect(hits(log, 'level=error "Orders.java:42"')).to.equal(1);
    expect(records.map(formatLine).filter((line) => line.includes('Server is up.')).length).to.equal(1);
  });

  it('reads colors away', () => {
    const log =
      '{"level":"\\u001b[31mERROR\\u001b[0m","message":"\\u001b[1mcard\\u001b[0m declined"}\n\u001b[32mlevel\u001b[0m=error msg="card declined"\n\u001b[2m2024-01-15T10:00:00Z\u001b[0m \u001b[31mERROR\u001b[0m card declined';
    expect([
      hits(log, 'level=error'),
      hits(log, '"card declined"'),
      hits(log, 'message="card declined"'),
    ]).to.deep.equal([3, 3, 3]);
  });

  it('keeps long integers and writes them back', () => {
    const log = '{"id":1234567890123456789,"deep":[{"id":-9007199254740993}],"text":"1234567890123456789"}';
    const [record] = readLogs(log).records;
    expect(record?.['id']).to.equal(1234567890123456789n);
    expect(formatLine(record ?? {})).to.contain('[{\\"id\\":-9007199254740993}]');
    const asked = [
      'id=1234567890123456790',
      'id=1234567890123456789',
      'id>1234567890123456788',
      'deep.id<-9007199254740992',
      'id>1e18',
    ];
    expect(asked.map((text) => hits(log, text))).to.deep.equal([0, 1, 1, 1, 1]);
  });
});

describe('values', () => {
  const log = lines(
    {
      version: '2.10.0',
      zip: '01234',
      sha: '0e12345',
      took: '150 ms',
      wait: '2min',
      size: '1.5 MB',
      pct: '75%',
      duration_ms: 250,
      bytes: 2000,
    },
    {
      version: '1.1',
      zip: '1234',
      sha: '0e99999',
      tags: [{ name: 'a' }, { name: 'b' }],
      at: '15/Jan/2024:10:00:00 +0100',
    },
    { version: 'v2.3.0-rc1', n: 0, ip: '2001:0db8::0001', at: '2024/01/15 10:00:00,123' },
  );
  const counts: Readonly<Record<string, number>> = {
    'version=1.1': 1,
    'version=1.10': 0,
    'version>=2.3.0': 1,
    'version>2.2': 2,
    'zip=1234': 1,
    'sha=0e12345': 1,
    'n=0e1': 0,
    'n=00': 0,
    'took>100ms': 1,
    'took=0.15s': 1,
    'wait>1m': 1,
    'size>1MB': 1,
    'pct>50%': 1,
    'duration_ms>100ms': 1,
    'duration_ms>1s': 0,
    'duration_ms=250ms': 1,
    'bytes>=2kB': 1,
    'tags.name=b': 1,
    'tags.name=c': 0,
    'at<2024-01-15T09:30:00Z': 1,
    'at>2024-01-15T10:00:00.122999Z': 1,
    'ip=2001:db8::1': 1,
    'ip=2001:db8::/32': 1,
    'ip=2001:db9::/32': 0,
    'took=""': 2,
  };
  for (const [text, count] of Object.entries(counts)) {
    it(`finds ${count} by ${text}`, () => {
      expect(hits(log, text)).to.equal(count);
    });
  }
});
