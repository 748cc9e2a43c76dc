import type { LogRecord } from '../log-record.js';
import { LogStore } from './log-store.js';
import { LogTable } from './log-table.js';

/** A store that is filled record by record: for a million of them, which at once would take a page's time for seconds. */
export class LogStoreBuilder {
  readonly #table = new LogTable();

  get size(): number {
    return this.#table.size;
  }

  add(record: LogRecord): void {
    this.#table.add(record);
  }

  /** The store, in a few steps; nothing can be added any more. */
  *finish(): Generator<undefined, LogStore> {
    yield* this.#table.finish();
    return new LogStore(this.#table);
  }
}
