import { QueryError, type LogOperator, type LogQuery, type LogValue } from './log-query.js';
import type { QueryScanner } from './query-scanner.js';

const SELECT = /SELECT\s[^]{1,400}?\sFROM\s+\S+\s*(?:WHERE(?=[\s(])\s*)?/iy;
const TAIL = /(?:ORDER\s+BY|GROUP\s+BY|LIMIT\s+\d)/iy;
const PIPED = /(?:\w+\s*)?\|\s*where\s+/iy;
/** Lucene: `[500 TO 599]`, in braces without the ends. */
const RANGE = /([[{])\s*("[^"]*"|\S+)\s+TO\s+("[^"]*"|[^\s\]}]+)\s*([\]}])/iy;
const PATTERN = /\/((?:[^/\\\n]|\\.)+)\/(?=[\s)]|$)/y;
const STAGE = /\|=|\|~|!=|!~|\|>|\|/y;
/** Parsers and the like say how a line is read, which is known here. */
const PARSER = /(?:json|logfmt|unpack|decolorize)(?=\s*(?:\||$))\s*/iy;
const FORMAT = /(?:line_format|label_format|pattern|regexp|unwrap|drop|keep)\b/iy;

/** A comparison of a field with a text as it would be typed. */
export function compare(field: string, op: LogOperator, text: string, isQuoted = false): LogQuery {
  return { kind: 'compare', field, op, value: { text, isQuoted } };
}

/** Steps over what SQL and Kusto say before the conditions. Throws where a part cannot be meant here. */
export function startOfOther(scanner: QueryScanner): void {
  const other = scanner.takeMatch(SELECT) ?? scanner.takeMatch(PIPED);
  if (other && scanner.takeMatch(TAIL))
    throw new QueryError(0, ['a field', 'a text'], 'Only the conditions of a query are asked here.');
}

/** What a range or a pattern of Lucene says after the colon; undefined where neither stands here. */
export function rangeOf(scanner: QueryScanner, field: string): LogQuery | undefined {
  const pattern = scanner.takeMatch(PATTERN);
  if (pattern) return compare(field, '=~', `^(?:${(pattern[1] ?? '').replaceAll('\\/', '/')})$`, true);
  const { at, next } = scanner;
  const range = scanner.takeMatch(RANGE);
  if (!range) {
    if (next !== '[') return undefined;
    throw new QueryError(
      at,
      ['[1 TO 5]', '"'],
      `A range is written [1 TO 5], or ${field}>=1 ${field}<=5; a bracket in a value has to be in quotes.`,
    );
  }
  const [, open = '', low = '', high = '', close = ''] = range;
  const terms: LogQuery[] = [];
  if (low !== '*') terms.push(compare(field, open === '[' ? '>=' : '>', unquoted(low)));
  if (high !== '*') terms.push(compare(field, close === ']' ? '<=' : '<', unquoted(high)));
  if (terms.length === 0) return compare(field, '=', '*');
  return terms.length === 1 ? terms[0] : { kind: 'and', terms };
}

/** SQL's and Kusto's comparisons that are words: LIKE, IS NULL, BETWEEN, CONTAINS, STARTSWITH, ENDSWITH. */
export function comparisonOf(scanner: QueryScanner, field: string): LogQuery | undefined {
  const word = scanner.word();
  if (word === undefined) return undefined;
  scanner.takeWord(word);
  if (word === 'IS') {
    const isNot = scanner.takeWord('NOT');
    if (!scanner.takeWord('NULL')) throw new QueryError(scanner.at, ['NULL', 'NOT NULL'], 'Expected NULL or NOT NULL.');
    return isNot ? compare(field, '=', '*') : { kind: 'not', term: compare(field, '=', '*') };
  }
  const first = valueOf(scanner);
  if (word === 'BETWEEN') {
    if (!scanner.takeWord('AND'))
      throw new QueryError(scanner.at, ['AND'], 'Expected AND and the other end of the range.');
    return { kind: 'and', terms: [compare(field, '>=', first), compare(field, '<=', valueOf(scanner))] };
  }
  const starts = word === 'CONTAINS' || word === 'ENDSWITH' ? '*' : '';
  const ends = word === 'CONTAINS' || word === 'STARTSWITH' ? '*' : '';
  const isLike = word === 'LIKE' || word === 'ILIKE';
  const text = isLike ? first.replaceAll('%', '*') : `${starts}${first}${ends}`;
  return compare(field, '=', text, !text.includes('*'));
}

/** A stage of LogQL: a condition of its own, the start of one, one that changes nothing, or none. */
export function takeStage(scanner: QueryScanner): LogQuery | 'condition' | 'nothing' | 'none' {
  const { at } = scanner;
  const [stage] = scanner.takeMatch(STAGE) ?? [];
  if (stage === undefined) return 'none';
  if (stage === '|') {
    if (scanner.takeMatch(PARSER)) return 'nothing';
    if (scanner.takeMatch(FORMAT))
      throw new QueryError(
        at,
        ['|=', '!='],
        'Only filters of LogQL are read here: |= "text", != "text" and | field="value".',
      );
    return 'condition';
  }
  if (stage !== '|=' && stage !== '!=') {
    throw new QueryError(
      at,
      ['|=', '!='],
      `A pattern is asked of a field here: write message=~"…" instead of ${stage} "…".`,
    );
  }
  const value = scanner.takeValue();
  if (!value) throw new QueryError(scanner.at, ['a text'], 'Expected a text.');
  const text: LogQuery = { kind: 'text', value: { ...value, isQuoted: true } satisfies LogValue };
  return stage === '|=' ? text : { kind: 'not', term: text };
}

function valueOf(scanner: QueryScanner): string {
  const value = scanner.takeValue();
  if (!value) throw new QueryError(scanner.at, ['a value'], 'Expected a value.');
  return value.text;
}

function unquoted(text: string): string {
  return text.replace(/^"([^]*)"$/, '$1');
}
