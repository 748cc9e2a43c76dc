import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Selection } from '../../../events.js';
import { tracesOfSpans, type RecentTelemetry, type ShopLog } from '../../../shop/index.js';
import type { Trace } from '../../../telemetry/traces/index.js';
import { SystemLink } from '../../../ui/playback/follow-system.js';

interface LinkedHost extends ReactiveControllerHost {
  /** Name of the system to follow; empty for none. */
  readonly system: string;
  readonly isConnected: boolean;
}

/** The request that is selected in the elements that play the host's `system`. */
export class LinkedRequest implements ReactiveController {
  readonly #host: LinkedHost;
  readonly #link: SystemLink;

  /** `show` gets the traces of a request as soon as another element selects it. */
  constructor(host: LinkedHost, show: (traces: readonly Trace[], selection: Selection) => void) {
    this.#host = host;
    this.#link = new SystemLink((selection, telemetry) => {
      const traces = tracesIn(telemetry, selection.traceId);
      if (traces) show(traces, selection);
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#link.follow(this.#host.system);
  }

  hostUpdated(): void {
    if (this.#host.isConnected) this.#link.follow(this.#host.system);
  }

  hostDisconnected(): void {
    this.#link.stop();
  }

  /** The log lines of a span of the system's run; none where there is no system. */
  logsOf(traceId: string, spanId: string): readonly ShopLog[] {
    return this.#link.telemetry?.logsOf(traceId).filter((log) => log.spanId === spanId) ?? [];
  }

  /** Selects for all elements of the system. */
  select(selection: Selection): void {
    this.#link.select(selection);
  }
}

function tracesIn(telemetry: RecentTelemetry, traceId: string): Trace[] | undefined {
  const spans = telemetry.spansOf(traceId);
  return spans.length > 0 ? tracesOfSpans(spans, { logs: telemetry.logsOf(traceId) }) : undefined;
}
