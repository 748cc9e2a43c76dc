import { live } from 'lit/directives/live.js';
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { minimapLines } from './minimap.model.js';
import { followDrag } from './minimap-drag.js';
import type { TimeRange } from '../source/shown-trace.js';
import type { TraceView } from '../trace-viewer.view.js';

const STEPS = 1000;
const HEIGHT = 48;

/** The whole trace, small, and the part of it that is shown: a brush with two ends, each a slider. */
export function minimapPart(view: TraceView, zoom: (range: TimeRange, done: boolean) => void): TemplateResult {
  const { trace, range, text, duration, selected } = view;
  const whole = trace.durationMs || 1;
  const from = Math.round((range.fromMs / whole) * STEPS);
  const to = Math.round((range.toMs / whole) * STEPS);
  const isZoomed = from > 0 || to < STEPS;
  const change =
    (done: boolean) =>
    (event: Event): void => {
      const { target } = event;
      if (!(target instanceof HTMLInputElement)) return;
      const at = Number(target.value);
      const [low, high] = target.name === 'begin' ? [Math.min(at, to - 1), to] : [from, Math.max(at, from + 1)];
      zoom({ fromMs: (low / STEPS) * whole, toMs: (high / STEPS) * whole }, done);
    };
  const end = (name: 'begin' | 'end', value: number, label: string): TemplateResult =>
    html`<input
      type="range"
      name=${name}
      max=${STEPS}
      aria-label=${label}
      aria-valuetext=${duration((value / STEPS) * whole)}
      .value=${live(String(value))}
      @input=${change(false)}
      @change=${change(true)}
    />`;
  const span = trace.spans[selected];
  const toSpan = (): void => {
    if (span) zoom({ fromMs: span.startMs, toMs: span.startMs + span.durationMs }, true);
  };
  const toWhole = (): void => zoom({ fromMs: 0, toMs: whole }, true);
  const drag = (event: PointerEvent): void => {
    const { currentTarget, target } = event;
    const picture = currentTarget instanceof Element ? currentTarget.querySelector('svg') : null;
    if (picture && !(target instanceof HTMLInputElement))
      followDrag(event, picture, { range, durationMs: whole }, zoom);
  };
  return html`<div class="minimap" role="group" aria-label=${text.minimap} @pointerdown=${drag}>
      <svg viewBox="0 0 ${STEPS} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
        ${lines(view)}
        <rect class="veil" width=${from} height=${HEIGHT} />
        <rect class="veil" x=${to} width=${STEPS - to} height=${HEIGHT} />
      </svg>
      ${end('begin', from, text.from)} ${end('end', to, text.until)}
    </div>
    ${
      isZoomed || (span && span.durationMs < whole / 50)
        ? html`<p class="line small">
            <span>${duration(range.fromMs)} – ${duration(range.toMs)}</span>
            <span>
              <button ?disabled=${!span?.durationMs} @click=${toSpan}>${text.zoomToSpan}</button>
              <button ?disabled=${!isZoomed} @click=${toWhole}>${text.allOfTrace}</button>
            </span>
          </p>`
        : ''
    }`;
}

function lines({ trace }: TraceView): SVGTemplateResult {
  const path = { fine: '', bad: '' };
  for (const { y, from, to, isError } of minimapLines(trace.spans, trace.durationMs)) {
    const width = Math.max(1.5, (to - from) * STEPS);
    path[isError ? 'bad' : 'fine'] +=
      `M${(from * STEPS).toFixed(1)} ${(2 + y * (HEIGHT - 4)).toFixed(1)}h${width.toFixed(1)}`;
  }
  return svg`<path class="fine" d=${path.fine} /><path class="bad" d=${path.bad} />`;
}
