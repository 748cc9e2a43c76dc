/** What a value was in the query. In quotes, nothing in it is a number, a wildcard or a range. */
export interface LogValue {
  readonly text: string;
  readonly isQuoted: boolean;
}

export type LogOperator = '=' | '!=' | '>' | '>=' | '<' | '<=' | '=~' | '!~';

/** A query as plain data: it can be cloned to a worker. No `terms` at all match every record. */
export type LogQuery =
  | { readonly kind: 'and'; readonly terms: readonly LogQuery[] }
  | { readonly kind: 'or'; readonly terms: readonly LogQuery[] }
  | { readonly kind: 'not'; readonly term: LogQuery }
  | LogCondition;

/** A query without parts. */
export type LogCondition =
  | { readonly kind: 'compare'; readonly field: string; readonly op: LogOperator; readonly value: LogValue }
  | { readonly kind: 'in'; readonly field: string; readonly values: readonly LogValue[] }
  | { readonly kind: 'text'; readonly value: LogValue };

export type LogQueryResult =
  | { ok: true; query: LogQuery }
  | {
      ok: false;
      /** Where it went wrong, from 1; one past the end where more was expected. */
      column: number;
      /** What could stand there: words, or characters as they are typed. */
      expected: string[];
      message: string;
    };

/** What the query says no more of once it stops making sense. */
export class QueryError extends Error {
  readonly at: number;
  readonly expected: string[];

  constructor(at: number, expected: string[], message: string) {
    super(message);
    this.at = at;
    this.expected = expected;
  }
}
