import { compilePattern } from '../pattern/pattern.js';
import { QueryError, type LogQuery, type LogQueryResult, type LogValue } from './log-query.js';
import { compare, comparisonOf, rangeOf, startOfOther, takeStage } from './other-languages.js';
import { QueryScanner } from './query-scanner.js';

/** Parentheses within parentheses, far more than anyone writes and few enough for every engine's stack. */
const DEEPEST = 100;
const LONGEST = 1_000_000;
const CONDITION = ['a field', 'a text', '(', 'NOT'];

/**
 * Reads `level>=WARN event=user.login (amount>100 OR ip=10.0.0.0/8) -timeout`: NOT over AND over OR, and nothing between
 * two conditions is AND. Never throws.
 */
export function parseLogQuery(text: string): LogQueryResult {
  try {
    if (text.length > LONGEST) throw new QueryError(LONGEST, [], `The query is longer than ${LONGEST} characters.`);
    return { ok: true, query: new QueryParser(text).parse() };
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return { ok: false, column: error.at + 1, expected: error.expected, message: error.message };
  }
}

class QueryParser {
  readonly #scanner: QueryScanner;
  #depth = 0;

  constructor(text: string) {
    this.#scanner = new QueryScanner(text);
  }

  parse(): LogQuery {
    const scanner = this.#scanner;
    startOfOther(scanner);
    if (scanner.done) return { kind: 'and', terms: [] };
    const query = scanner.next === '{' ? this.#pipeline() : this.#or();
    if (!scanner.done) this.#fail(['AND', 'OR', ...CONDITION]);
    return query;
  }

  /** LogQL: labels in braces, then filters of lines and of fields. */
  #pipeline(): LogQuery {
    const scanner = this.#scanner;
    const terms: LogQuery[] = [];
    scanner.take('{');
    while (!scanner.take('}')) {
      terms.push(this.#condition());
      if (!scanner.take(',') && scanner.next !== '}') this.#fail([',', '}']);
    }
    while (!scanner.done) {
      const stage = takeStage(scanner);
      if (stage === 'none') break;
      if (stage === 'condition') terms.push(this.#or());
      else if (stage !== 'nothing') terms.push(stage);
    }
    return joined('and', terms);
  }

  #or(): LogQuery {
    const terms = [this.#and()];
    while (this.#scanner.takeKeyword('OR') || this.#scanner.takeMatch(/\|\|/y)) terms.push(this.#and());
    return joined('or', terms);
  }

  #and(): LogQuery {
    const terms = [this.#not()];
    while (this.#continues()) terms.push(this.#not());
    return joined('and', terms);
  }

  /** Whether another condition has to follow, or does. */
  #continues(): boolean {
    const scanner = this.#scanner;
    if (scanner.takeKeyword('AND') || scanner.takeMatch(/&&/y) || scanner.take(',')) return true;
    return !scanner.done && !')}|'.includes(scanner.next) && scanner.keyword() !== 'OR' && !scanner.isOperator;
  }

  #not(): LogQuery {
    const scanner = this.#scanner;
    let isNegated = false;
    while (scanner.takeKeyword('NOT') || (!scanner.isOperator && (scanner.take('!') || scanner.take('-')))) {
      isNegated = !isNegated;
    }
    const term = this.#condition();
    return isNegated ? negated(term) : term;
  }

  #condition(): LogQuery {
    const scanner = this.#scanner;
    if (scanner.next === '(') return this.#group();
    if (scanner.keyword()) this.#fail(CONDITION);
    const field = scanner.takeField();
    if (field !== undefined) return this.#comparison(field);
    if (scanner.isOperator) this.#fail(CONDITION);
    const value = scanner.takeValue();
    return value ? { kind: 'text', value } : this.#fail(CONDITION);
  }

  #group(): LogQuery {
    const { at } = this.#scanner;
    if (++this.#depth > DEEPEST) {
      throw new QueryError(at, CONDITION.slice(0, 2), `There are more than ${DEEPEST} parentheses within each other.`);
    }
    this.#scanner.take('(');
    const query = this.#or();
    if (!this.#scanner.take(')')) this.#fail([')', 'AND', 'OR']);
    this.#depth--;
    return query;
  }

  #comparison(field: string): LogQuery {
    const op = this.#scanner.takeOperator();
    if (!op) return comparisonOf(this.#scanner, field) ?? this.#list(field);
    const { at } = this.#scanner;
    const range = op === '=' ? rangeOf(this.#scanner, field) : undefined;
    if (range) return field === '_exists_' ? this.#fail(['a value']) : range;
    if (op === '=' && this.#scanner.next === '(') return this.#alternatives(field);
    const value = op === '=~' || op === '!~' ? this.#patternValue() : this.#value();
    if (field === '_exists_' && op === '=') return compare(value.text, '=', '*');
    if (op === '=~' || op === '!~') this.#checkPattern(value, at);
    return { kind: 'compare', field, op, value };
  }

  #list(field: string): LogQuery {
    const keyword = this.#scanner.takeIn();
    const values = [this.#value()];
    while (this.#scanner.take(',')) values.push(this.#value());
    if (!this.#scanner.take(')')) this.#fail([',', ')']);
    const query: LogQuery = { kind: 'in', field, values };
    return keyword === 'in' ? query : negated(query);
  }

  /** Lucene and KQL: `status:(500 OR 502)`. */
  #alternatives(field: string): LogQuery {
    this.#scanner.take('(');
    const terms = [compareWith(field, this.#value())];
    while (this.#scanner.takeKeyword('OR')) terms.push(compareWith(field, this.#value()));
    if (!this.#scanner.take(')')) this.#fail([')', 'OR']);
    return joined('or', terms);
  }

  #patternValue(): LogValue {
    return this.#scanner.takeValue(false) ?? this.#fail(['a value']);
  }

  #value(): LogValue {
    return this.#scanner.takeValue() ?? this.#fail(['a value']);
  }

  #checkPattern(value: LogValue, at: number): void {
    const { text } = this.#scanner;
    if (!value.isQuoted && text.charAt(at + value.text.length) === '(') {
      throw new QueryError(at, ['"'], 'A regular expression with parentheses has to be in quotes.');
    }
    const pattern = compilePattern(value.text);
    if (!pattern.ok) throw new QueryError(at, ['a regular expression'], pattern.message);
  }

  #fail(expected: string[]): never {
    const { at, done, text } = this.#scanner;
    const [found = ''] = /^(?:[^\s(),]{1,20}|.)/su.exec(text.slice(at, at + 40)) ?? [];
    const instead = done ? 'the query ends' : `there is “${found}”`;
    throw new QueryError(at, expected, `Expected ${expected.join(' or ')}, but ${instead}.`);
  }
}

function compareWith(field: string, value: LogValue): LogQuery {
  return { kind: 'compare', field, op: '=', value };
}

function joined(kind: 'and' | 'or', terms: LogQuery[]): LogQuery {
  const [only] = terms;
  return only && terms.length === 1 ? only : { kind, terms };
}

function negated(term: LogQuery): LogQuery {
  return term.kind === 'not' ? term.term : { kind: 'not', term };
}
