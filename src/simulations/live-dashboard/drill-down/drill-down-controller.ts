import type { ChartSelectEvent } from '../../../charts/obs-chart.js';
import type { Selection } from '../../../events.js';
import type { Playback } from '../../../ui/playback/playback.js';
import type { LiveDashboardModel } from '../live-dashboard.model.js';
import { fromAlert, fromRequest, type Trail } from './drill-down.model.js';
import { following } from './follow-selection.js';

/** The dashboard whose investigation it is. */
export interface DrillDownHost extends HTMLElement {
  /** The request that is open, as `trace-id` or `trace-id/span-id`. */
  trace: string;
  readonly playback: Playback;
  readonly updateComplete: Promise<unknown>;
  requestUpdate(): void;
  /** Selects for all elements of the system, and tells the page. */
  select(selection: Selection): void;
}

/** The way from an alert by chart, request and span to the cause, one step after the other. */
export class DrillDownController {
  readonly #host: DrillDownHost;
  #trail: Trail | undefined;
  /** The selection of the system that was followed last. */
  #followed: Selection | undefined;

  constructor(host: DrillDownHost) {
    this.#host = host;
  }

  /** Where the reader is; undefined before the first step. */
  get trail(): Trail | undefined {
    return this.#trail;
  }

  /** Takes up what a link or another element of the system has selected. */
  follow(model: LiveDashboardModel): void {
    const { selection } = this.#host.playback;
    if (selection && selection !== this.#followed) {
      this.#followed = selection;
      this.#trail = following(model, this.#trail, selection);
    }
    const [traceId = '', spanId = ''] = this.#host.trace.split('/');
    if (this.#trail || !traceId || !model.request(traceId)) return;
    this.#trail = fromRequest(traceId, spanId);
  }

  /** Goes to a step, or leaves the trail; others on the page follow to requests and spans. */
  readonly go = (trail: Trail | undefined): void => {
    const host = this.#host;
    const before = this.#trail;
    this.#trail = trail;
    host.trace = trail?.traceId ? [trail.traceId, trail.spanId].filter(Boolean).join('/') : '';
    const { traceId = '', spanId = '', chart } = trail ?? {};
    if (traceId && (traceId !== before?.traceId || spanId !== before.spanId)) {
      this.#tell({ kind: spanId ? 'span' : 'trace', traceId, spanId });
    } else if (!traceId && chart) {
      this.#tell({ kind: 'alert', traceId, spanId, signal: chart });
    }
    host.requestUpdate();
    void host.updateComplete.then(() =>
      host.shadowRoot?.querySelector<HTMLElement>(trail ? '.trail' : '.list button')?.focus(),
    );
  };

  readonly followAlert = (rule: string): void => this.go(fromAlert(rule));

  /** Opens the request of a point on a chart. */
  selectPoint({ point }: ChartSelectEvent, model: LiveDashboardModel): void {
    if (point && model.request(point.key)) {
      this.go({ ...(this.#trail ?? fromRequest('')), step: 'request', traceId: point.key, spanId: '' });
    }
  }

  /** Opens the slowest request of the last minute, or one that failed. */
  traceSlow(model: LiveDashboardModel): void {
    const [request = model.slowest('failed', 0, model.now)[0]] = model.slowest('served', model.now - 60, model.now);
    if (request) this.go(fromRequest(request.traceId));
  }

  /** Leaves the trail without telling anybody, because the run begins again. */
  forget(): void {
    this.#trail = undefined;
    this.#host.trace = '';
  }

  /** What is selected here is not to be followed here. */
  #tell(selection: Selection): void {
    this.#followed = selection;
    this.#host.select(selection);
  }
}
