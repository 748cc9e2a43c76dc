import { ChangeLog, type Shop, type ShopChange, type ShopLog } from '../../../shop/index.js';
import { BASELINE_SECONDS } from '../matrix/baseline.model.js';
import type { Bottleneck } from '../faults.model.js';

/** Warnings and errors of one service that say the same, but for their numbers. */
export interface LogLines {
  readonly service: string;
  readonly severity: ShopLog['severity'];
  readonly event: string;
  /** The first of them. */
  readonly message: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly firstSeconds: number;
  count: number;
}

/** More kinds of lines are not told apart. */
const MOST = 200;

/** What the logs of a shop warn of, and what was changed in it. */
export class Evidence {
  readonly lines: Map<string, LogLines> = new Map();
  readonly #changes: ChangeLog;
  /** Who calls whom. */
  readonly #calls: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(shop: Shop) {
    this.#changes = new ChangeLog(shop);
    this.#calls = callsOf(shop);
    shop.listen({ log: (log) => this.#count(log) });
  }

  get changes(): readonly ShopChange[] {
    return this.#changes.changes;
  }

  /** A service and all that wait for it, near ones first. */
  dependents(service: string): string[] {
    const found = [service];
    for (const callee of found) {
      for (const [caller, callees] of this.#calls) {
        if (callees.has(callee) && !found.includes(caller)) found.push(caller);
      }
    }
    return found;
  }

  /**
   * What the logs say of a scarce resource that they did not say in the quiet minute: of its service, else of the
   * nearest that waits for it; of those the first.
   */
  newLines({ service }: Pick<Bottleneck, 'service'>): LogLines | undefined {
    for (const one of this.dependents(service)) {
      const own = [...this.lines.values()].filter((lines) => lines.service === one);
      const news = own.filter(({ firstSeconds }) => firstSeconds > BASELINE_SECONDS);
      const [first] = news.toSorted((a, b) => a.firstSeconds - b.firstSeconds);
      if (first) return first;
    }
    return undefined;
  }

  /** The last change of a service, or of one that waits for it, before a second. */
  changeBefore({ service }: Pick<Bottleneck, 'service'>, seconds: number): ShopChange | undefined {
    const near = new Set(this.dependents(service));
    return this.changes.findLast((change) => change.seconds <= seconds && near.has(change.service));
  }

  #count(log: ShopLog): void {
    if (log.severity !== 'WARN' && log.severity !== 'ERROR') return;
    const key = `${log.service} ${log.event} ${log.message.replace(/\d+/g, '#')}`;
    const known = this.lines.get(key);
    if (known) known.count++;
    else if (this.lines.size < MOST) {
      const { service, severity, event, message, traceId, spanId, seconds: firstSeconds } = log;
      this.lines.set(key, { service, severity, event, message, traceId, spanId, firstSeconds, count: 1 });
    }
  }
}

function callsOf(shop: Shop): Map<string, Set<string>> {
  return new Map(
    [...shop.services].map(([name, { spec }]) => {
      const steps = Object.values(spec.operations).flatMap((operation) => (operation.steps ?? []).flat());
      const called = steps.flatMap(({ to, onMiss }) => (onMiss ? [to, onMiss.to] : [to]));
      return [name, new Set(called)];
    }),
  );
}
