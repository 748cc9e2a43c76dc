import type { Shop, ShopLog } from '../../../shop/index.js';

/** Log records of one kind, in the last minutes. */
export interface ErrorGroup {
  readonly severity: ShopLog['severity'];
  readonly service: string;
  readonly event: string;
  readonly message: string;
  readonly count: number;
  readonly lastSeconds: number;
}

/** How far back is counted. */
export const ERRORS_SECONDS = 300;
/** Records are counted in slots of so many seconds. */
const SLOT_SECONDS = 15;

interface Counted {
  readonly log: ShopLog;
  readonly slots: Map<number, number>;
  last: ShopLog;
}

/** Warnings and errors of all services, by what happened. */
export class TopErrors {
  readonly #groups = new Map<string, Counted>();

  constructor(shop: Shop) {
    shop.listen({
      log: (log) => {
        if (log.severity === 'WARN' || log.severity === 'ERROR') this.#count(log);
      },
    });
  }

  /** The most frequent of the last minutes; errors before warnings, for a warning was dealt with. */
  top(at: number, most: number): ErrorGroup[] {
    const groups: ErrorGroup[] = [];
    for (const [key, { log, last, slots }] of this.#groups) {
      let count = 0;
      for (const [slot, inSlot] of slots) {
        if (slot * SLOT_SECONDS <= at - ERRORS_SECONDS) slots.delete(slot);
        else count += inSlot;
      }
      const { severity, service, event } = log;
      if (count === 0) this.#groups.delete(key);
      else groups.push({ severity, service, event, message: last.message, count, lastSeconds: last.seconds });
    }
    // What a caller notes of a failed call, the one who gave up says again, as an error.
    const rank = ({ severity, event }: ErrorGroup): number =>
      severity === 'ERROR' ? 0 : event === 'call_failed' ? 2 : 1;
    return groups.sort((a, b) => rank(a) - rank(b) || b.count - a.count).slice(0, most);
  }

  #count(log: ShopLog): void {
    const key = `${log.severity} ${log.service} ${log.event}`;
    const group = this.#groups.get(key) ?? { log, slots: new Map<number, number>(), last: log };
    const slot = Math.floor(log.seconds / SLOT_SECONDS);
    group.slots.set(slot, (group.slots.get(slot) ?? 0) + 1);
    group.last = log;
    this.#groups.set(key, group);
  }
}
