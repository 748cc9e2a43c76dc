import { LEVEL_FIELDS, MESSAGE_FIELDS, TIME_FIELDS, type LogQuery } from '../../../telemetry/logs/index.js';
import {
  literalPattern,
  plain,
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

type Notes = Set<DialectNote>;

/** The query as one would ask Loki, Kibana, Elasticsearch or OpenSearch, VictoriaLogs, Datadog or a database. */
export function inLanguage(query: LogQuery, language: LogLanguage): Translation {
  return language === 'LogQL' ? toLogQl(query) : translate(query, DIALECTS[language]);
}

/** What Kibana's, Lucene's and Datadog's languages have in common: `field:value`, and quotes around a text. */
function colonDialect(
  notes: Notes,
  how: {
    readonly and: string;
    readonly or: string;
    readonly not: string;
    readonly colon: string;
    readonly name: (field: string) => string;
    /** A piece of a wildcard. */
    readonly piece: (text: string) => string;
    readonly text?: (text: string, field: string) => string;
  },
): Dialect & { readonly value: (operand: Operand, field: string) => string } {
  const { and, or, not, colon, name, piece, text = quoted } = how;
  const value = (operand: Operand, field: string): string => {
    if (operand.kind === 'number') return operand.text.replace(/^-/, how.colon === ':' ? '\\-' : '-');
    if (operand.kind === 'quantity') notes.add('no-units');
    if (operand.kind === 'range') notes.add('typed-fields');
    return operand.kind === 'wildcard' ? operand.pieces.map(piece).join('*') : text(operand.text, field);
  };
  return {
    and,
    or,
    value,
    not: (term) => not + term,
    equal: (field, operand) => name(field) + colon + value(operand, field),
    order: (field, order, operand) => `${name(field)}:${order}${plain(operand)}`,
    pattern: () => refuse('no-regexp'),
    exists: (field) => `${name(field)}${colon}*`,
    anyOf: (field, operands) =>
      `${name(field)}${colon}(${operands.map((operand) => value(operand, field)).join(` ${or} `)})`,
    text(wanted) {
      notes.add('whole-words');
      return quoted(wanted);
    },
    whole: (conditions) => conditions || '*',
  };
}

function refuse(note: DialectNote): never {
  throw new Unsayable(note);
}

/** @see https://www.elastic.co/docs/reference/query-languages/kql */
function kql(notes: Notes): Dialect {
  const dialect = colonDialect(notes, {
    and: 'and',
    or: 'or',
    not: 'not ',
    colon: ': ',
    name: (field) => field,
    piece: (text) => text.replace(/[\\():<>"{}]/g, '\\$&'),
  });
  return { ...dialect, order: (field, order, operand) => `${field} ${order} ${dialect.value(operand, field)}` };
}

/** @see https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-query-string-query */
function lucene(notes: Notes): Dialect {
  // What cannot be escaped at all, < and >, stands for one character of any kind.
  const escaped = (text: string): string => text.replace(/[-+=&|!(){}[\]^"~?:\\/\s]/g, '\\$&').replace(/[<>]/g, '?');
  const dialect = colonDialect(notes, {
    and: 'AND',
    or: 'OR',
    not: 'NOT ',
    colon: ':',
    name: escaped,
    piece: escaped,
  });
  return {
    ...dialect,
    order(field, order, operand) {
      if (operand.kind === 'number') return dialect.order(field, order, operand);
      const bound = quoted(plain(operand));
      const [open, close] = [order === '>=' ? '[' : '{', order === '<=' ? ']' : '}'];
      return `${escaped(field)}:${order.startsWith('>') ? `${open}${bound} TO *]` : `[* TO ${bound}${close}`}`;
    },
    pattern(field, source) {
      notes.add('own-regexp');
      return `${escaped(field)}:/.*(${source.replaceAll('/', '\\/')}).*/`;
    },
    exists: (field) => `_exists_:${escaped(field)}`,
  };
}

/** @see https://docs.datadoghq.com/logs/explorer/search_syntax/ */
function datadog(notes: Notes): Dialect {
  const isStatus = (field: string): boolean => LEVEL_FIELDS.includes(field);
  const name = (field: string): string => {
    if (isStatus(field)) return 'status';
    return ['service', 'host', 'trace_id', 'source'].includes(field) ? field : `@${field}`;
  };
  const dialect = colonDialect(notes, {
    and: 'AND',
    or: 'OR',
    not: '-',
    colon: ':',
    name,
    piece: (text) => text.replace(/[^\w.]/g, '\\$&'),
    text(text, field) {
      const written = isStatus(field) ? text.toLowerCase() : text;
      return /^[A-Za-z_]\w*$/.test(written) ? written : quoted(written);
    },
  });
  const equal = (field: string, operand: Operand): string =>
    operand.kind === 'range' ? `CIDR(${name(field)},${operand.text})` : dialect.equal(field, operand);
  return {
    ...dialect,
    not: (term) => (term.startsWith('CIDR') ? `NOT(${term})` : `-${term}`),
    equal,
    order(field, order, operand) {
      notes.add('typed-fields');
      return dialect.order(field, order, operand);
    },
    anyOf: (field, operands) =>
      operands.some(({ kind }) => kind === 'range')
        ? `(${operands.map((operand) => equal(field, operand)).join(' OR ')})`
        : dialect.anyOf(field, operands),
    text(text) {
      notes.add('message-only');
      return dialect.text(text);
    },
  };
}

/** @see https://docs.victoriametrics.com/victorialogs/logsql/ */
function logsql(notes: Notes): Dialect {
  const name = (field: string): string => {
    if (TIME_FIELDS.includes(field)) return '_time';
    if (MESSAGE_FIELDS.includes(field)) return '_msg';
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
    hasUnits: true,
  };
}

/** Standard SQL, with REGEXP_LIKE as PostgreSQL, MySQL, Oracle and Snowflake have it. */
function sql(notes: Notes): Dialect {
  const name = (field: string): string =>
    /^[a-z_][a-z\d_]*$/.test(field) ? field : `"${field.replaceAll('"', '""')}"`;
  const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
  const like = (field: string, pieces: readonly string[]): string => {
    const pattern = pieces.map((piece) => piece.replace(/[%_\\]/g, '\\$&')).join('%');
    return `${field} LIKE ${text(pattern)}${pattern.includes('\\') ? " ESCAPE '\\'" : ''}`;
  };
  const value = (operand: Operand): string => {
    if (operand.kind === 'range') refuse('no-cidr');
    if (operand.kind === 'number') return operand.text;
    if (operand.kind !== 'time') return text(plain(operand));
    const [day = '', clock = '00:00:00Z'] = operand.text.toUpperCase().split(/[T ]/);
    return `TIMESTAMP ${text(`${day} ${clock.replace('Z', '+00:00')}`)}`;
  };
  const equal = (field: string, operand: Operand): string =>
    operand.kind === 'wildcard' ? like(name(field), operand.pieces) : `${name(field)} = ${value(operand)}`;
  // NOT of a comparison with NULL is not true; what is missing has to pass.
  const not = (term: string): string => `(${term}) IS NOT TRUE`;
  return {
    and: 'AND',
    or: 'OR',
    not,
    equal,
    unequal: (field, operand) =>
      operand.kind === 'wildcard' ? not(equal(field, operand)) : `${name(field)} IS DISTINCT FROM ${value(operand)}`,
    order: (field, order, operand) => `${name(field)} ${order} ${value(operand)}`,
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

const DIALECTS: Readonly<Record<Exclude<LogLanguage, 'LogQL'>, (notes: Notes) => Dialect>> = {
  KQL: kql,
  Lucene: lucene,
  LogsQL: logsql,
  Datadog: datadog,
  SQL: sql,
};
