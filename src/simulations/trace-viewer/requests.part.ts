import { live } from 'lit/directives/live.js';
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit/html.js';
import type { Run, RunRequest } from './trace-viewer.model.js';
import { rankOf } from './trace-viewer.model.js';
import type { TraceView } from './trace-viewer.view.js';

const WIDTH = 1000;
const HEIGHT = 60;
const BINS = 125;

/** Every checkout of the run as a dot, by how long it took, and a slider over them to choose one. */
export function requestsPart(
  view: TraceView,
  run: Run,
  percentile: number,
  chosen: RunRequest | undefined,
): TemplateResult {
  const { text, host, duration } = view;
  const rank = host.format.number(percentile, 1);
  const said =
    percentile >= 100
      ? text.slowest(duration(chosen?.durationMs ?? 0))
      : text.percentile(rank, duration(chosen?.durationMs ?? 0));
  return html`<div class="requests">
    <p class="line quiet"><span>${text.requests(host.format.number(run.checkouts.length))}</span> <b>${said}</b></p>
    ${dotStrip(run, chosen, duration)}
    <input
      type="range"
      name="percentile"
      min="0"
      max="100"
      step="0.5"
      aria-label=${host.label('percentile')}
      aria-valuetext=${said}
      .value=${live(String(percentile))}
      @input=${slide(host, false)}
      @change=${slide(host, true)}
    />
  </div>`;
}

function slide(host: TraceView['host'], done: boolean): (event: Event) => void {
  return ({ target }) => {
    if (target instanceof HTMLInputElement) void host.change('percentile', Number(target.value), done);
  };
}

/** A dot plot on a logarithmic axis; those that `isKept` refuses are hollow. */
export function dotStrip(
  { checkouts }: Run,
  chosen: RunRequest | undefined,
  duration: (ms: number) => string,
  isKept: (request: RunRequest) => boolean = () => true,
): TemplateResult {
  const shortest = Math.max(0.1, checkouts[0]?.durationMs ?? 1);
  const longest = Math.max(shortest * 2, checkouts.at(-1)?.durationMs ?? 1);
  const place = (ms: number): number =>
    (Math.log(Math.max(shortest, ms) / shortest) / Math.log(longest / shortest)) * (WIDTH - 12) + 6;
  const heights: number[] = [];
  const dots = { kept: '', lost: '' };
  let marked: SVGTemplateResult | undefined;
  for (const request of checkouts) {
    const x = place(request.durationMs);
    const bin = Math.floor((x / WIDTH) * BINS);
    const stacked = heights[bin] ?? 0;
    heights[bin] = stacked + 1;
    const y = HEIGHT - 5 - Math.min(stacked, 8) * 6;
    if (request === chosen) marked = svg`<circle class="chosen" cx=${x} cy=${y} r="6" />`;
    dots[isKept(request) ? 'kept' : 'lost'] += dot((bin + 0.5) * (WIDTH / BINS), y);
  }
  const ranks = [50, 95, 99].map((percentile) => checkouts[rankOf(percentile, checkouts.length)]?.durationMs ?? 0);
  return html`<svg class="dots" viewBox="0 0 ${WIDTH} ${HEIGHT + 18}" aria-hidden="true">
    ${ranks.map((ms, i) => svg`<path class="rank" d="M${place(ms)} 0v${HEIGHT}" /><text x=${place(ms)} y=${HEIGHT + 15} text-anchor="middle">p${[50, 95, 99][i]} ${duration(ms)}</text>`)}
    <path class="lost" d=${dots.lost} />
    <path class="kept" d=${dots.kept} />
    ${marked}
  </svg>`;
}

function dot(x: number, y: number): string {
  return `M${(x - 2.4).toFixed(1)} ${y}a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0 -4.8 0`;
}
