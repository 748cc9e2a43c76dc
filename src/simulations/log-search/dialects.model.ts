import type { LogQuery } from '../../telemetry/logs/index.js';
import {
  literalPattern,
  quoted,
  translate,
  Unsayable,
  wildcardPattern,
  type Dialect,
  type DialectNote,
  type Operand,
  type Translation,
} from './dialect.model.js';
import { toLogQl } from './logql.model.js';

export const LANGUAGES = ['LogQL', 'KQL', 'Lucene', 'LogsQL', 'Datadog', 'SQL'] as const;
export type LogLanguage = (typeof LANGUAGES)[number];

/** The query as one would ask Loki, Kibana, Elasticsearch or OpenSearch, VictoriaLogs, Datadog or a database. */
export function inLanguage(query: LogQuery, language: LogLanguage): Translation {
  return language === 'LogQL' ? toLogQl(query) : translate(query, DIALECTS[language]);
}

const TIME_FIELDS = ['timestamp', 'time', '@timestamp', 'ts'];

/** The text of an operand that stands for one value. */
function plain(operand: Operand): string {
  return operand.kind === 'wildcard' ? operand.pieces.join('*') : operand.text;
}

/** @see https://www.elastic.co/docs/reference/query-languages/kql */
function kql(notes: Set<DialectNote>): Dialect {
  const value = (operand: Operand): string => {
    if (operand.kind === 'number') return operand.text;
    if (operand.kind === 'quantity') notes.add('no-units');
    if (operand.kind === 'range') notes.add('typed-fields');
    if (operand.kind !== 'wildcard') return quoted(operand.text);
    return operand.pieces.map((piece) => piece.replace(/[\\():<>"{}]/g, '\\$&')).join('*');
  };
  return {
    and: 'and',
    or: 'or',
    not: (term) => `not ${term}`,
    equal: (field, operand) => `${field}: ${value(operand)}`,
    order(field, order, operand) {
      if (operand.kind === 'quantity') throw new Unsayable('no-units');
      return `${field} ${order} ${value(operand)}`;
    },
    pattern() {
      throw new Unsayable('no-regexp');
    },
    exists: (field) => `${field}: *`,
    anyOf: (field, operands) => `${field}: (${operands.map(value).join(' or ')})`,
    text(text) {
      notes.add('whole-words');
      return quoted(text);
    },
    whole: (conditions) => conditions || '*',
  };
}

/** @see https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-query-string-query */
function lucene(notes: Set<DialectNote>): Dialect {
  // What cannot be escaped at all, < and >, stands for one character of any kind.
  const escaped = (text: string): string => text.replace(/[-+=&|!(){}[\]^"~?:\\/\s]/g, '\\$&').replace(/[<>]/g, '?');
  const value = (operand: Operand): string => {
    if (operand.kind === 'number') return operand.text.replace(/^-/, '\\-');
    if (operand.kind === 'quantity') notes.add('no-units');
    if (operand.kind === 'range') notes.add('typed-fields');
    return operand.kind === 'wildcard' ? operand.pieces.map(escaped).join('*') : quoted(operand.text);
  };
  return {
    and: 'AND',
    or: 'OR',
    not: (term) => `NOT ${term}`,
    equal: (field, operand) => `${escaped(field)}:${value(operand)}`,
    order(field, order, operand) {
      if (operand.kind === 'quantity') throw new Unsayable('no-units');
      if (operand.kind === 'number') return `${escaped(field)}:${order}${operand.text}`;
      const bound = quoted(plain(operand));
      const [open, close] = [order === '>=' ? '[' : '{', order === '<=' ? ']' : '}'];
      return order.startsWith('>')
        ? `${escaped(field)}:${open}${bound} TO *]`
        : `${escaped(field)}:[* TO ${bound}${close}`;
    },
    pattern(field, source) {
      notes.add('own-regexp');
      return `${escaped(field)}:/.*(${source.replaceAll('/', '\\/')}).*/`;
    },
    exists: (field) => `_exists_:${escaped(field)}`,
    anyOf: (field, operands) => `${escaped(field)}:(${operands.map(value).join(' OR ')})`,
    text(text) {
      notes.add('whole-words');
      return quoted(text);
    },
    whole: (conditions) => conditions || '*',
  };
}

/** @see https://docs.victoriametrics.com/victorialogs/logsql/ */
function logsql(notes: Set<DialectNote>): Dialect {
  const name = (field: string): string => {
    if (TIME_FIELDS.includes(field)) return '_time';
    if (field === 'message' || field === 'msg') return '_msg';
    return /^[\w.]+$/.test(field) ? field : quoted(field);
  };
  const equal = (field: string, operand: Operand): string => {
    if (operand.kind === 'range') return `${name(field)}:ipv4_range(${quoted(operand.text)})`;
    if (operand.kind !== 'wildcard') return `${name(field)}:=${quoted(operand.text)}`;
    const [first = '', last, ...others] = operand.pieces;
    if (last === '' && others.length === 0) return `${name(field)}:=${quoted(first)}*`;
    return `${name(field)}:~${quoted(`^${wildcardPattern(operand.pieces)}$`)}`;
  };
  return {
    and: 'AND',
    or: 'OR',
    not: (term) => `NOT ${term}`,
    equal,
    order: (field, order, operand) =>
      `${name(field)}:${order}${operand.kind === 'text' ? quoted(operand.text) : plain(operand)}`,
    pattern: (field, source) => `${name(field)}:~${quoted(source)}`,
    exists(field) {
      notes.add('empty-is-missing');
      return `${name(field)}:*`;
    },
    anyOf: (field, operands) =>
      operands.every(({ kind }) => kind === 'text' || kind === 'number')
        ? `${name(field)}:in(${operands.map((operand) => quoted(plain(operand))).join(', ')})`
        : `(${operands.map((operand) => equal(field, operand)).join(' OR ')})`,
    text(text) {
      notes.add('message-only');
      return `~${quoted(literalPattern(text))}`;
    },
    whole: (conditions) => conditions || '*',
  };
}

/** @see https://docs.datadoghq.com/logs/explorer/search_syntax/ */
function datadog(notes: Set<DialectNote>): Dialect {
  const name = (field: string): string => {
    if (field === 'level' || field === 'severity') return 'status';
    return ['service', 'host', 'trace_id', 'source'].includes(field) ? field : `@${field}`;
  };
  const value = (field: string, operand: Operand): string => {
    if (operand.kind === 'number') return operand.text;
    if (operand.kind === 'quantity') notes.add('no-units');
    if (operand.kind === 'wildcard') return operand.pieces.map((piece) => piece.replace(/[^\w.]/g, '\\$&')).join('*');
    const text = name(field) === 'status' ? operand.text.toLowerCase() : operand.text;
    return /^[A-Za-z_]\w*$/.test(text) ? text : quoted(text);
  };
  const equal = (field: string, operand: Operand): string =>
    operand.kind === 'range' ? `CIDR(${name(field)},${operand.text})` : `${name(field)}:${value(field, operand)}`;
  return {
    and: 'AND',
    or: 'OR',
    not: (term) => (/^[(@\w"]/.test(term) && !term.startsWith('CIDR') ? `-${term}` : `NOT(${term})`),
    equal,
    order(field, order, operand) {
      if (operand.kind === 'quantity') throw new Unsayable('no-units');
      notes.add('typed-fields');
      return `${name(field)}:${order}${value(field, operand)}`;
    },
    pattern() {
      throw new Unsayable('no-regexp');
    },
    exists: (field) => `${name(field)}:*`,
    anyOf: (field, operands) =>
      operands.some(({ kind }) => kind === 'range')
        ? `(${operands.map((operand) => equal(field, operand)).join(' OR ')})`
        : `${name(field)}:(${operands.map((operand) => value(field, operand)).join(' OR ')})`,
    text(text) {
      notes.add('message-only');
      notes.add('whole-words');
      return quoted(text);
    },
    whole: (conditions) => conditions || '*',
  };
}

/** Standard SQL, with REGEXP_LIKE as PostgreSQL, MySQL, Oracle and Snowflake have it. */
function sql(notes: Set<DialectNote>): Dialect {
  const name = (field: string): string =>
    /^[a-z_][a-z\d_]*$/.test(field) ? field : `"${field.replaceAll('"', '""')}"`;
  const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
  const like = (field: string, pieces: readonly string[]): string => {
    const pattern = pieces.map((piece) => piece.replace(/[%_\\]/g, '\\$&')).join('%');
    return `${field} LIKE ${text(pattern)}${/[%_\\]/.test(pieces.join('')) ? " ESCAPE '\\'" : ''}`;
  };
  const value = (operand: Operand): string => {
    if (operand.kind === 'range') throw new Unsayable('no-cidr');
    if (operand.kind === 'number') return operand.text;
    if (operand.kind !== 'time') return text(plain(operand));
    const [day = '', clock = '00:00:00Z'] = operand.text.toUpperCase().split(/[T ]/);
    return `TIMESTAMP ${text(`${day} ${clock.replace('Z', '+00:00')}`)}`;
  };
  const equal = (field: string, operand: Operand): string =>
    operand.kind === 'wildcard' ? like(name(field), operand.pieces) : `${name(field)} = ${value(operand)}`;
  return {
    and: 'AND',
    or: 'OR',
    // NOT of a comparison with NULL is not true; what is missing has to pass.
    not: (term) => `(${term}) IS NOT TRUE`,
    equal,
    unequal: (field, operand) =>
      operand.kind === 'wildcard'
        ? `(${equal(field, operand)}) IS NOT TRUE`
        : `${name(field)} IS DISTINCT FROM ${value(operand)}`,
    order(field, order, operand) {
      if (operand.kind === 'quantity') throw new Unsayable('no-units');
      return `${name(field)} ${order} ${value(operand)}`;
    },
    pattern: (field, source) => `REGEXP_LIKE(${name(field)}, ${text(source)})`,
    exists: (field) => `${name(field)} IS NOT NULL`,
    anyOf: (field, operands) =>
      operands.some(({ kind }) => kind === 'wildcard')
        ? `(${operands.map((operand) => equal(field, operand)).join(' OR ')})`
        : `${name(field)} IN (${operands.map(value).join(', ')})`,
    text(wanted) {
      notes.add('line-column');
      return like('line', ['', wanted, '']);
    },
    whole: (conditions) => `SELECT * FROM logs${conditions && ` WHERE ${conditions}`}`,
  };
}

const DIALECTS: Readonly<Record<Exclude<LogLanguage, 'LogQL'>, (notes: Set<DialectNote>) => Dialect>> = {
  KQL: kql,
  Lucene: lucene,
  LogsQL: logsql,
  Datadog: datadog,
  SQL: sql,
};
