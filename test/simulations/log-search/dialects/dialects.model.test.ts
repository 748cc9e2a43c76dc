import { describe, it } from 'node:test';
import { expect } from 'chai';
import {
  inLanguage,
  LANGUAGES,
  type LogLanguage,
} from '../../../../src/simulations/log-search/dialects/dialects.model.js';
import { query } from '../../../telemetry/logs/log-queries.js';

const said = (text: string, language: LogLanguage): string | undefined => inLanguage(query(text), language).text;
const notes = (text: string, language: LogLanguage): readonly string[] => inLanguage(query(text), language).notes;

/** Each query, and how each language says it: after the forms in that language's own documentation. */
const TABLE: Readonly<Record<string, Readonly<Partial<Record<LogLanguage, string>>>>> = {
  'level=ERROR AND event=payment_failed AND amount>100': {
    LogQL: '{service_name=~".+"} | json | level="ERROR" and event="payment_failed" and amount > 100',
    KQL: 'level: "ERROR" and event: "payment_failed" and amount > 100',
    Lucene: 'level:"ERROR" AND event:"payment_failed" AND amount:>100',
    LogsQL: 'level:="ERROR" AND event:="payment_failed" AND amount:>100',
    Datadog: 'status:error AND @event:payment_failed AND @amount:>100',
    SQL: "SELECT * FROM logs WHERE level = 'ERROR' AND event = 'payment_failed' AND amount > 100",
  },
  'level>=WARN': {
    LogQL: '{service_name=~".+"} | json | level=~"WARN|ERROR|FATAL"',
    KQL: 'level: ("WARN" or "ERROR" or "FATAL")',
    Lucene: 'level:("WARN" OR "ERROR" OR "FATAL")',
    LogsQL: 'level:in("WARN", "ERROR", "FATAL")',
    Datadog: 'status:(warn OR error OR fatal)',
    SQL: "SELECT * FROM logs WHERE level IN ('WARN', 'ERROR', 'FATAL')",
  },
  'a=1 AND (b=2 OR c=3)': {
    LogQL: '{service_name=~".+"} | json | a="1" and (b="2" or c="3")',
    KQL: 'a: 1 and (b: 2 or c: 3)',
    Lucene: 'a:1 AND (b:2 OR c:3)',
    LogsQL: 'a:="1" AND (b:="2" OR c:="3")',
    Datadog: '@a:1 AND (@b:2 OR @c:3)',
    SQL: 'SELECT * FROM logs WHERE a = 1 AND (b = 2 OR c = 3)',
  },
  'service!=auth': {
    LogQL: '{service_name=~".+"} | json | service!="auth"',
    KQL: 'not service: "auth"',
    Lucene: 'NOT service:"auth"',
    LogsQL: 'NOT service:="auth"',
    Datadog: '-service:auth',
    SQL: "SELECT * FROM logs WHERE service IS DISTINCT FROM 'auth'",
  },
  'NOT (a=1 AND amount>5)': {
    LogQL: '{service_name=~".+"} | json | a!="1" or (amount <= 5 or amount="")',
    KQL: 'not (a: 1 and amount > 5)',
    Lucene: 'NOT (a:1 AND amount:>5)',
    LogsQL: 'NOT (a:="1" AND amount:>5)',
    Datadog: '-(@a:1 AND @amount:>5)',
    SQL: 'SELECT * FROM logs WHERE ((a = 1 AND amount > 5)) IS NOT TRUE',
  },
  'trace_id=*': {
    LogQL: '{service_name=~".+"} | json | trace_id!=""',
    KQL: 'trace_id: *',
    Lucene: '_exists_:trace_id',
    LogsQL: 'trace_id:*',
    Datadog: 'trace_id:*',
    SQL: 'SELECT * FROM logs WHERE trace_id IS NOT NULL',
  },
  'event=pay*': {
    LogQL: '{service_name=~".+"} | json | event=~"pay.*"',
    KQL: 'event: pay*',
    Lucene: 'event:pay*',
    LogsQL: 'event:="pay"*',
    Datadog: '@event:pay*',
    SQL: "SELECT * FROM logs WHERE event LIKE 'pay%'",
  },
  'ip=10.0.0.0/8': {
    LogQL: '{service_name=~".+"} | json | ip=ip("10.0.0.0/8")',
    KQL: 'ip: "10.0.0.0/8"',
    Lucene: 'ip:"10.0.0.0/8"',
    LogsQL: 'ip:ipv4_range("10.0.0.0/8")',
    Datadog: 'CIDR(@ip,10.0.0.0/8)',
  },
  'message=~"time.?out"': {
    LogQL: '{service_name=~".+"} | json | message=~".*(?:time.?out).*"',
    Lucene: 'message:/.*(time.?out).*/',
    LogsQL: '_msg:~"time.?out"',
    SQL: "SELECT * FROM logs WHERE REGEXP_LIKE(message, 'time.?out')",
  },
  'timeout level=ERROR': {
    LogQL: '{service_name=~".+"} |= "timeout" | json | level="ERROR"',
    KQL: '"timeout" and level: "ERROR"',
    Lucene: '"timeout" AND level:"ERROR"',
    LogsQL: '~"timeout" AND level:="ERROR"',
    Datadog: '"timeout" AND status:error',
    SQL: "SELECT * FROM logs WHERE line LIKE '%timeout%' AND level = 'ERROR'",
  },
  '-timeout': {
    LogQL: '{service_name=~".+"} != "timeout"',
    KQL: 'not "timeout"',
    Datadog: '-"timeout"',
    SQL: "SELECT * FROM logs WHERE (line LIKE '%timeout%') IS NOT TRUE",
  },
  'timeout OR refused': { LogQL: '{service_name=~".+"} |= "timeout" or "refused"' },
  'duration>500ms': {
    LogQL: '{service_name=~".+"} | json | duration > 500ms',
    LogsQL: 'duration:>500ms',
  },
  'timestamp>=2024-01-15T01:45:00Z': {
    KQL: 'timestamp >= "2024-01-15T01:45:00Z"',
    Lucene: 'timestamp:["2024-01-15T01:45:00Z" TO *]',
    LogsQL: '_time:>=2024-01-15T01:45:00Z',
    SQL: "SELECT * FROM logs WHERE timestamp >= TIMESTAMP '2024-01-15 01:45:00+00:00'",
  },
  'error.type in (timeout, refused)': {
    LogQL: '{service_name=~".+"} | json | error_type=~"timeout|refused"',
    KQL: 'error.type: ("timeout" or "refused")',
    Lucene: 'error.type:("timeout" OR "refused")',
    LogsQL: 'error.type:in("timeout", "refused")',
    Datadog: '@error.type:(timeout OR refused)',
    SQL: `SELECT * FROM logs WHERE "error.type" IN ('timeout', 'refused')`,
  },
  'error.type not in (timeout, 10.0.0.0/8)': {
    LogQL: '{service_name=~".+"} | json | error_type!="timeout" and error_type!=ip("10.0.0.0/8")',
  },
  '': {
    LogQL: '{service_name=~".+"}',
    KQL: '*',
    Lucene: '*',
    LogsQL: '*',
    Datadog: '*',
    SQL: 'SELECT * FROM logs',
  },
};

describe('the same query in other languages', () => {
  for (const [text, translations] of Object.entries(TABLE)) {
    it(`says ${text || 'everything'}`, () => {
      for (const [language, expected] of Object.entries(translations)) {
        expect(said(text, language as LogLanguage), language).to.equal(expected);
      }
    });
  }

  it('quotes what a reader may write into a value', () => {
    const text = String.raw`msg="a \"b\" \\ 'c'"`;
    expect(said(text, 'LogQL')).to.equal(String.raw`{service_name=~".+"} | json | msg="a \"b\" \\ 'c'"`);
    expect(said(text, 'KQL')).to.equal(String.raw`msg: "a \"b\" \\ 'c'"`);
    expect(said(text, 'SQL')).to.equal(String.raw`SELECT * FROM logs WHERE msg = 'a "b" \ ''c'''`);
    expect(said('x="\'; DROP TABLE logs; --"', 'SQL')).to.equal(
      "SELECT * FROM logs WHERE x = '''; DROP TABLE logs; --'",
    );
    expect(said('path=a_b%*', 'SQL')).to.equal(String.raw`SELECT * FROM logs WHERE path LIKE 'a\_b\%%' ESCAPE '\'`);
    expect(said('"we""ird"=1', 'SQL') ?? said('"a b"=1', 'SQL')).to.be.a('string');
    expect(said('"a b"=1', 'SQL')).to.equal('SELECT * FROM logs WHERE "a b" = 1');
    expect(said('"a b"=1', 'LogsQL')).to.equal('"a b":="1"');
  });

  it('says where a language cannot say it, and why', () => {
    const unsayable: readonly (readonly [string, LogLanguage, string])[] = [
      ['message=~"x"', 'KQL', 'no-regexp'],
      ['message=~"x"', 'Datadog', 'no-regexp'],
      ['ip=10.0.0.0/8', 'SQL', 'no-cidr'],
      ['timeout OR level=ERROR', 'LogQL', 'no-text-or'],
      ['duration>500ms', 'KQL', 'no-units'],
      ['duration>500ms', 'Lucene', 'no-units'],
      ['duration>500ms', 'Datadog', 'no-units'],
      ['duration>500ms', 'SQL', 'no-units'],
      ['timestamp>2024-01-01', 'LogQL', 'no-time'],
    ];
    for (const [text, language, why] of unsayable) {
      expect(said(text, language), `${language}: ${text}`).to.equal(undefined);
      expect(notes(text, language).at(-1), `${language}: ${text}`).to.equal(why);
    }
  });

  it('says what a reader has to know of a translation', () => {
    expect(notes('level>=WARN', 'KQL')).to.contain('no-order');
    expect(notes('timeout', 'Lucene')).to.deep.equal(['whole-words']);
    expect(notes('timeout', 'LogsQL')).to.deep.equal(['message-only']);
    expect(notes('message=~"x"', 'Lucene')).to.deep.equal(['own-regexp']);
    expect(notes('amount>1', 'Datadog')).to.deep.equal(['typed-fields']);
    expect(notes('a=1', 'LogQL')).to.deep.equal(['stream-labels']);
  });

  it('says every query of the reference or why it does not', async () => {
    const { default: reference } = (await import('../../../reference/log_query.json')) as { default: unknown };
    const texts = [...JSON.stringify(reference).matchAll(/"query":("(?:[^"\\]|\\.)*")/g)].map(
      ([, text]) => JSON.parse(text!) as string,
    );
    expect(texts.length).to.be.above(5);
    for (const text of texts) {
      let asked;
      try {
        asked = query(text);
      } catch {
        continue;
      }
      for (const language of LANGUAGES) {
        const translation = inLanguage(asked, language);
        expect(
          translation.text === undefined ? translation.notes.length > 0 : translation.text !== '',
          `${language}: ${text}`,
        ).to.equal(true);
      }
    }
  });
});
