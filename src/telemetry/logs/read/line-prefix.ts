import type { LogRecord } from '../log-record.js';
import { severityNumber } from '../severity.js';

/** What stands at the head of a line before the record or the sentence itself. */
export interface Prefix {
  readonly fields: LogRecord;
  readonly rest: string;
}

const ISO = String.raw`\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?`;
const SYSLOG_TIME = String.raw`[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d`;
const LEVEL = String.raw`[A-Za-z]{1,13}`;

/** Each with the names of its groups as fields; the first that fits is taken. */
const SHAPES: readonly RegExp[] = [
  // Kubernetes CRI.
  new RegExp(`^(?<time>${ISO}) (?<stream>stdout|stderr) (?<tag>[FP]) (?<rest>.*)$`, 's'),
  // Heroku.
  new RegExp(
    `^(?:<(?<pri>\\d{1,3})>\\d? ?)?(?<time>${ISO}) (?:\\S+ )?(?<source>app|heroku)\\[(?<process>[\\w.-]+)\\]: (?<rest>.*)$`,
    's',
  ),
  // Syslog of RFC 5424, and of RFC 3164 or systemd with a time of either kind.
  new RegExp(
    `^<(?<pri>\\d{1,3})>1 (?<time>\\S+) (?<host>\\S+) (?<app>\\S+) (?<pid>\\S+) (?<msgid>\\S+) (?:-|(?<data>(?:\\[[^\\]]*\\])+)) ?(?<rest>.*)$`,
    's',
  ),
  new RegExp(
    `^(?:<(?<pri>\\d{1,3})>)?(?<time>${SYSLOG_TIME}|${ISO}) (?<host>[\\w.:-]+) (?<app>[\\w./@()-]+)(?:\\[(?<pid>\\d+)\\])?: (?<rest>.*)$`,
    's',
  ),
  // klog of Kubernetes.
  /^(?<level>[IWEF])(?<day>\d{4}) (?<clock>\d\d:\d\d:\d\d\.\d{6}) +(?<thread>\d+) (?<caller>[\w./-]+:\d+)\] (?<rest>.*)$/s,
  // Log4j and Logback, and Python's logging.
  new RegExp(
    `^\\[?(?<time>${ISO})\\]? \\[(?<thread>[^\\]]+)\\] (?<level>${LEVEL}) +(?<logger>[\\w.$]+) +- (?<rest>.*)$`,
    's',
  ),
  new RegExp(`^(?<time>${ISO}) - (?<logger>[\\w.]+) - (?<level>${LEVEL}) - (?<rest>.*)$`, 's'),
  // A time, and perhaps a level.
  new RegExp(`^\\[?(?<time>${ISO})\\]?[ :|-]+\\[?(?<level>${LEVEL})\\]?[ :|-]+(?<rest>.*)$`, 's'),
  new RegExp(`^\\[?(?<time>${ISO})\\]?[ :|-]+(?<rest>.*)$`, 's'),
  /^(?<stamp>[\w.-]+) +\| (?<rest>[{].*)$/s,
  /^\[?(?<level>[A-Z]{4,9})\]?[ :]+(?<rest>.*)$/s,
];
/** No head is longer, and the patterns need not look further. */
const LONGEST_HEAD = 400;

/** The head of a line, where it begins as a logger, syslog or a container's runtime lets lines begin. */
export function linePrefix(line: string): Prefix | undefined {
  const head = line.slice(0, LONGEST_HEAD);
  for (const shape of SHAPES) {
    const groups = shape.exec(head)?.groups;
    if (!groups || (groups['level'] !== undefined && severityNumber(groups['level']) === undefined)) continue;
    return { fields: fieldsOf(groups), rest: (groups['rest'] ?? '') + line.slice(LONGEST_HEAD) };
  }
  return undefined;
}

function fieldsOf({ rest: _rest, pri, stamp, tag: _tag, ...groups }: Record<string, string | undefined>): LogRecord {
  const fields: LogRecord = {};
  for (const [name, value] of Object.entries(groups)) if (value !== undefined && value !== '-') fields[name] = value;
  // Seven severities for each facility.
  if (pri !== undefined) fields['severity'] = Number(pri) % 8;
  if (stamp !== undefined) fields['container_name'] = stamp;
  return fields;
}
