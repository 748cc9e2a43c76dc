import { parseLogQuery, type LogQuery } from '../../../src/telemetry/logs/index.js';

/** The query of a text that is one. */
export function query(text: string): LogQuery {
  const result = parseLogQuery(text);
  if (!result.ok) throw new Error(`${text}: column ${result.column}: ${result.message}`);
  return result.query;
}

/** A query as nested lists: `['and', ['=', 'level', 'INFO'], ['text', 'timeout']]`. */
export function tree(part: LogQuery): unknown {
  if (part.kind === 'and' || part.kind === 'or') return [part.kind, ...part.terms.map(tree)];
  if (part.kind === 'not') return ['not', tree(part.term)];
  if (part.kind === 'text') return ['text', part.value.text];
  if (part.kind === 'in') return ['in', part.field, part.values.map(({ text }) => text)];
  const { text, isQuoted } = part.value;
  return [part.op, part.field, isQuoted || text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text)];
}
