import type { LogColumn } from './store/log-column.js';

/** The keys of a record in their order, as a path in a tree that records of the same keys share. */
export class LogShape {
  readonly parent: LogShape | undefined;
  readonly key: string;
  readonly code: number;
  /** Where the values of the last key are; not in a column where a record has too many. */
  readonly column: LogColumn | undefined;
  #children: Map<string, LogShape> | undefined;

  constructor(code: number, parent?: LogShape, key: string = '', column?: LogColumn) {
    this.code = code;
    this.parent = parent;
    this.key = key;
    this.column = column;
  }

  child(key: string): LogShape | undefined {
    return this.#children?.get(key);
  }

  adopt(child: LogShape): void {
    (this.#children ??= new Map()).set(child.key, child);
  }
}

/** The shapes on the way from the root to this one: each with one key more. */
export function keysOf(last: LogShape): LogShape[] {
  const keys: LogShape[] = [];
  for (let shape = last; shape.parent; shape = shape.parent) keys.push(shape);
  return keys.reverse();
}
