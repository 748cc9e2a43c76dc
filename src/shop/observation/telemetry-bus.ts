import type { Simulation } from '../../engine/index.js';
import type { Attributes, ShopChange, TelemetryListener, ShopLog, ShopResult, ShopSpan } from './telemetry-records.js';
import type { RequestTrace } from '../system/request-trace.js';

/** The writer of a log record. */
export interface LogSource {
  readonly service: string;
  readonly version: string;
}

/** Passes telemetry on to listeners. The flags say whether a kind has listeners, so others need not be created. */
export class TelemetryBus {
  readonly #simulation: Simulation;
  readonly #listeners: TelemetryListener[] = [];
  wantsSpans = false;
  wantsLogs = false;
  wantsResults = false;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  /** Adds a listener. Returns a function that removes it. */
  listen(listener: TelemetryListener): () => void {
    this.#listeners.push(listener);
    this.#update();
    return () => {
      const at = this.#listeners.indexOf(listener);
      if (at >= 0) this.#listeners.splice(at, 1);
      this.#update();
    };
  }

  span(span: ShopSpan): void {
    for (const listener of this.#listeners) listener.span?.(span);
  }

  change(change: Omit<ShopChange, 'seconds'>): void {
    const dated = { seconds: this.#simulation.now, ...change };
    for (const listener of this.#listeners) listener.change?.(dated);
  }

  result(result: ShopResult): void {
    for (const listener of this.#listeners) listener.result?.(result);
  }

  log(
    severity: ShopLog['severity'],
    source: LogSource,
    what: { event: string; message: string; attributes?: Attributes },
    where?: { trace: RequestTrace; span: number },
  ): void {
    if (!this.wantsLogs) return;
    const log: ShopLog = {
      seconds: this.#simulation.now,
      severity,
      service: source.service,
      version: source.version,
      event: what.event,
      message: what.message,
      traceId: where?.trace.traceId ?? '',
      spanId: where?.trace.spanId(where.span) ?? '',
      attributes: what.attributes ?? {},
    };
    for (const listener of this.#listeners) listener.log?.(log);
  }

  #update(): void {
    this.wantsSpans = this.#listeners.some((listener) => listener.span !== undefined);
    this.wantsLogs = this.#listeners.some((listener) => listener.log !== undefined);
    this.wantsResults = this.#listeners.some((listener) => listener.result !== undefined);
  }
}
