import { html, type TemplateResult } from 'lit';
import { durationOf, type SampledRequest, type ShopLog } from '../../../shop/index.js';
import { richText } from '../../../ui/element/rich-text.js';
import { aboutOf } from '../alerts/alert-rules.model.js';
import type { Cause } from './cause.model.js';
import type { LiveDashboardView } from '../live-dashboard.view.js';
import { logsOf, spanRows } from './suspect-span.model.js';
import { canGo, exemplarOf, nextOf, STEPS, type Step, type Trail } from './drill-down.model.js';
import { waterfallPart } from './waterfall.part.js';

/** What can be done on a trail. */
export interface Walk {
  readonly go: (trail: Trail | undefined) => void;
  /** Prepares to mend the service that a cause is about. */
  readonly choose: (cause: Cause) => void;
}

/** Examples that are offered below a chart. */
const MOST_EXAMPLES = 4;
const MOST_LOGS = 12;

/** The way from an alert to what did it: where one is, what is there, and the next step. */
export function trailPart(view: LiveDashboardView, walk: Walk): TemplateResult | string {
  const { text: t, trail, model } = view;
  if (!trail) return '';
  const next = nextOf(model, trail);
  const proceed = (): void => walk.go(next);
  const leave = (): void => walk.go(undefined);
  const crumb = (step: Step): TemplateResult => {
    const go = (): void => walk.go({ ...trail, step });
    const isHere = trail.step === step;
    return html`<li>
      <button aria-current=${isHere ? 'step' : 'false'} ?disabled=${!canGo(trail, step)} @click=${go}>
        ${t.steps[step]}
      </button>
    </li>`;
  };
  return html`<section class="trail" part="trail" aria-label=${t.trail} tabindex="-1">
    <div class="crumbs">
      <ol>
        ${STEPS.map(crumb)}
      </ol>
      <button @click=${leave}>${t.close}</button>
    </div>
    <div class="here">${hereOf(view, trail, walk)}</div>
    ${
      trail.step !== 'cause' && next
        ? html`<button class="primary next" @click=${proceed}>${t.next[trail.step]} →</button>`
        : ''
    }
  </section>`;
}

function hereOf(view: LiveDashboardView, trail: Trail, walk: Walk): TemplateResult | string {
  const { text: t, model } = view;
  if (trail.step === 'alert') return alertHere(view, trail);
  if (trail.step === 'chart') return chartHere(view, trail, walk);
  const request = model.request(trail.traceId);
  if (!request) return html`<p>${t.lostRequest}</p>`;
  if (trail.step === 'cause') return causeHere(view, trail, walk);
  const choose = (spanId: string): void => walk.go({ ...trail, step: 'span', spanId });
  return html`${requestHere(view, request)} ${waterfallPart(view, request, choose)}
  ${trail.step === 'span' ? spanHere(view, request, trail) : ''}`;
}

function alertHere({ text: t, objectives, host }: LiveDashboardView, { rule }: Trail): TemplateResult {
  const about = aboutOf(rule);
  const { format } = host;
  const detail = {
    failures: format.availability(objectives.availability),
    latency: format.duration(objectives.latencySeconds),
    resources: '',
    routes: '',
    data: '',
  };
  return html`<p><b>${t.rules[rule] ?? rule}</b></p>
    <p>${richText(t.alertSays[about](detail[about]))}</p>`;
}

function chartHere(view: LiveDashboardView, trail: Trail, walk: Walk): TemplateResult {
  const { text: t, model } = view;
  const chart = trail.chart || 'latency';
  const best = exemplarOf(model, trail);
  const others = model.requests.all.filter(({ isFailed }) => chart !== 'errors' || isFailed).toReversed();
  const shown = [...(best ? [best] : []), ...others.filter((one) => one !== best)].slice(0, MOST_EXAMPLES);
  const example = (request: SampledRequest): TemplateResult => {
    const go = (): void => walk.go({ ...trail, step: 'request', traceId: request.traceId });
    return html`<li>
      <button class=${request === best ? 'best' : ''} @click=${go}>${exemplarText(view, request)}</button>
    </li>`;
  };
  return html`<p>${richText(t.chartSays(t[chart]))}</p>
    <ul class="examples">
      ${shown.map(example)}
    </ul>`;
}

function exemplarText({ text: t, host, clock }: LiveDashboardView, request: SampledRequest): string {
  const { endSeconds, route, status } = request;
  return t.exemplar(clock(endSeconds), host.format.duration(durationOf(request)), route, statusText(t, status));
}

function statusText(t: LiveDashboardView['text'], status: number): string {
  return status ? String(status) : t.noAnswer;
}

function requestHere({ text: t, host }: LiveDashboardView, request: SampledRequest): TemplateResult {
  const { format } = host;
  const { route, status, spans } = request;
  const duration = format.duration(durationOf(request));
  return html`<p>${richText(t.requestSays(route, statusText(t, status), duration, format.number(spans.length)))}</p>`;
}

function spanHere(view: LiveDashboardView, request: SampledRequest, { spanId }: Trail): TemplateResult | string {
  const { text: t, host } = view;
  const row = spanRows(request).find(({ span }) => span.spanId === spanId);
  if (!row) return '';
  const { span, selfSeconds } = row;
  const { duration } = host.format;
  const said = t.spanSays(span.service, span.version, span.name, duration(durationOf(span)), duration(selfSeconds));
  const error = span.attributes['error.type'];
  const logs = logsOf(request, span);
  return html`<p>${richText(said)} ${error === undefined ? '' : richText(t.spanError(String(error)))}</p>
    ${
      logs.length
        ? html`<ul class="logs" aria-label=${t.logLines}>
            ${logs.slice(0, MOST_LOGS).map((log) => logLine(view, log))}
          </ul>`
        : html`<p class="quiet">${t.noLogs}</p>`
    }
    ${view.model.causeAt(request.traceId, spanId) ? '' : html`<p class="quiet">${t.noCause}</p>`}`;
}

function logLine(
  { clock }: LiveDashboardView,
  { seconds, severity, service, event, message }: ShopLog,
): TemplateResult {
  return html`<li class=${severity.toLowerCase()}>
    <span class="time">${clock(seconds)}</span> <b>${severity}</b> ${service} <span class="event">${event}</span>
    <span class="message">${message}</span>
  </li>`;
}

function causeHere(view: LiveDashboardView, { traceId, spanId }: Trail, walk: Walk): TemplateResult | string {
  const { text: t, model } = view;
  const cause = model.causeAt(traceId, spanId);
  if (!cause) return html`<p>${t.noCause}</p>`;
  const choose = (): void => walk.choose(cause);
  return html`<p class="verdict">${richText(causeText(view, cause))}</p>
    <p class="quiet">${t.thisDidIt}</p>
    <button class="primary next" @click=${choose}>${t.chooseIt}</button>`;
}

/** A cause in words. */
export function causeText({ text: t, host, clock }: LiveDashboardView, cause: Cause): string {
  const { number, times } = host.format;
  switch (cause.kind) {
    case 'change':
      return t.cause.change(clock(cause.change.seconds), cause.change.summary);
    case 'instances':
      return t.cause.instances(cause.service, number(cause.up), number(cause.of));
    case 'dependency':
      return t.cause[cause.how](cause.service);
    case 'traffic':
      return t.cause.traffic(times(Math.round(cause.times * 10) / 10), cause.service);
    case 'resource':
      return cause.resource === 'network'
        ? t.cause.network(cause.service)
        : t.cause.resource(t.resources[cause.resource] ?? cause.resource, cause.instance || cause.service);
  }
}
