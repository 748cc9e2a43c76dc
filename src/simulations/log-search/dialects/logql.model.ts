import type { LogQuery } from '../../../telemetry/logs/index.js';
import {
  quoted,
  translate,
  Unsayable,
  wildcardPattern,
  type Dialect,
  type DialectNote,
  type Operand,
  type Translation,
} from './dialect.model.js';

/**
 * The query for Loki: a stream, filters of the line, and filters of the labels that `json` takes from it. Its label filters
 * have no NOT, and its line filters no place within them: the query is turned until neither is needed.
 * @see https://grafana.com/docs/loki/latest/query/log_queries/
 */
export function toLogQl(query: LogQuery): Translation {
  const terms = query.kind === 'and' ? query.terms : [query];
  const lines = terms.map(lineFilter);
  const labels = terms.filter((_, index) => lines[index] === undefined).map((term) => positive(term, false));
  const filters = lines.filter((line) => line !== undefined).map((line) => ` ${line}`);
  const condition: LogQuery = labels.length === 1 ? (labels[0] as LogQuery) : { kind: 'and', terms: labels };
  return translate(condition, (notes) => dialect(notes, filters.join('')));
}

/** A condition on the line: a text, the opposite of one, or one of several. */
function lineFilter(term: LogQuery): string | undefined {
  if (term.kind === 'text') return `|= ${quoted(term.value.text)}`;
  if (term.kind === 'not') return term.term.kind === 'text' ? `!= ${quoted(term.term.value.text)}` : undefined;
  if (term.kind !== 'or') return undefined;
  const texts = term.terms.flatMap((some) => (some.kind === 'text' ? quoted(some.value.text) : []));
  return texts.length === term.terms.length ? `|= ${texts.join(' or ')}` : undefined;
}

/** The same without NOT but at single conditions, by De Morgan's laws. */
function positive(query: LogQuery, isNegated: boolean): LogQuery {
  if (query.kind === 'not') return positive(query.term, !isNegated);
  if (query.kind === 'and' || query.kind === 'or') {
    const kind = isNegated ? (query.kind === 'and' ? 'or' : 'and') : query.kind;
    return { kind, terms: query.terms.map((term) => positive(term, isNegated)) };
  }
  if (query.kind === 'in' && isNegated) {
    const { field } = query;
    const terms = query.values.map((value): LogQuery => ({ kind: 'compare', field, op: '!=', value }));
    return { kind: 'and', terms };
  }
  return isNegated ? { kind: 'not', term: query } : query;
}

/** A condition on one label, and the operators that say the opposite. */
const CONDITION = /^(\w+)(=~|!~|!=|=| [<>]=? )(.*)$/s;
const OPPOSITES: Readonly<Record<string, string>> = {
  '=~': '!~',
  '!~': '=~',
  '=': '!=',
  '!=': '=',
  ' > ': ' <= ',
  ' >= ': ' < ',
  ' < ': ' >= ',
  ' <= ': ' > ',
};

function dialect(notes: Set<DialectNote>, filters: string): Dialect {
  // The json stage makes one name of a path, and underscores of what a label's name cannot have.
  const name = (field: string): string => field.replace(/\W/g, '_').replace(/^(?=\d)/, '_');
  const equal = (field: string, operand: Operand): string => {
    if (operand.kind === 'wildcard') return `${name(field)}=~${quoted(wildcardPattern(operand.pieces))}`;
    if (operand.kind === 'range') return `${name(field)}=ip(${quoted(operand.text)})`;
    return `${name(field)}=${quoted(operand.text)}`;
  };
  notes.add('stream-labels');
  return {
    and: 'and',
    or: 'or',
    not(term) {
      const [, label = '', operator = '', rest = ''] = CONDITION.exec(term) ?? [];
      const opposite = `${label}${OPPOSITES[operator] ?? ''}${rest}`;
      // A missing label is not above a number, and so the opposite has to let it pass.
      return operator.startsWith(' ') ? `(${opposite} or ${label}="")` : opposite;
    },
    equal,
    order(field, order, operand) {
      if (operand.kind === 'number' || operand.kind === 'quantity') return `${name(field)} ${order} ${operand.text}`;
      throw new Unsayable(operand.kind === 'time' ? 'no-time' : 'no-units');
    },
    // Its patterns match the whole value.
    pattern: (field, source) => `${name(field)}=~${quoted(`.*(?:${source}).*`)}`,
    exists(field) {
      notes.add('empty-is-missing');
      return `${name(field)}!=""`;
    },
    anyOf(field, operands) {
      const isPlain = operands.every(({ kind }) => kind === 'text' || kind === 'number' || kind === 'wildcard');
      if (!isPlain) return `(${operands.map((operand) => equal(field, operand)).join(' or ')})`;
      const patterns = operands.map((operand) => wildcardPattern('text' in operand ? [operand.text] : operand.pieces));
      return `${name(field)}=~${quoted(patterns.join('|'))}`;
    },
    text() {
      throw new Unsayable('no-text-or');
    },
    hasUnits: true,
    whole: (conditions) => `{service_name=~".+"}${filters}${conditions && ` | json | ${conditions}`}`,
  };
}
