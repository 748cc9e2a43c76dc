import { live } from 'lit/directives/live.js';
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { percentileOf, rankOf, type Run, type RunRequest } from '../trace-viewer.model.js';
import type { TraceView } from '../trace-viewer.view.js';

const WIDTH = 1000;
const HEIGHT = 60;
const BINS = 125;
const MARKED = [50, 95, 99] as const;
/** How far apart two labels have to be. */
const LABEL = 105;

/** Every checkout of the run as a dot, by how long it took, and a slider over them to choose one. */
export function requestsPart(view: TraceView, run: Run, chosen: RunRequest | undefined): TemplateResult {
  const { text, host, duration } = view;
  const { checkouts } = run;
  const rank = chosen ? checkouts.indexOf(chosen) : -1;
  const took = duration(chosen?.durationMs ?? 0);
  const said =
    rank === checkouts.length - 1
      ? text.slowest(took)
      : text.percentile(host.format.number(percentileOf(rank, checkouts.length), 6), took);
  const place = axisOf(run);
  const choose = (to: number, done: boolean): void => {
    const next = Math.max(0, Math.min(checkouts.length - 1, to));
    void host.change('percentile', percentileOf(next, checkouts.length), done);
  };
  const slide = ({ target, type }: Event): void => {
    if (target instanceof HTMLInputElement) choose(nearest(checkouts, place, Number(target.value)), type === 'change');
  };
  // A step of the slider is the next request, however near it is.
  const step = (event: KeyboardEvent): void => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    choose(rank + by, true);
  };
  return html`<div class="requests">
    <p class="line quiet"><span>${text.requests(host.format.number(checkouts.length))}</span> <b>${said}</b></p>
    <div class="strip">
      ${dotStrip(run, chosen, duration)}
      <input
        type="range"
        name="percentile"
        min="0"
        max=${WIDTH}
        step="any"
        aria-label=${host.label('percentile')}
        aria-valuetext=${said}
        .value=${live(String(place(chosen?.durationMs ?? 0)))}
        @keydown=${step}
        @input=${slide}
        @change=${slide}
      />
    </div>
    ${host.validation.note('percentile')}
  </div>`;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
  Home: -1e9,
  End: 1e9,
};

/** A logarithmic axis, from the fastest request to the slowest. */
function axisOf({ checkouts }: Run): (ms: number) => number {
  const shortest = Math.max(0.1, checkouts[0]?.durationMs ?? 1);
  const longest = Math.max(shortest * 2, checkouts.at(-1)?.durationMs ?? 1);
  return (ms) => (Math.log(Math.max(shortest, ms) / shortest) / Math.log(longest / shortest)) * WIDTH;
}

function nearest(checkouts: readonly RunRequest[], place: (ms: number) => number, at: number): number {
  let best = 0;
  checkouts.forEach(({ durationMs }, i) => {
    const other = checkouts[best]?.durationMs ?? 0;
    if (Math.abs(place(durationMs) - at) < Math.abs(place(other) - at)) best = i;
  });
  return best;
}

/** A dot plot; those that `isKept` refuses are hollow. */
export function dotStrip(
  run: Run,
  chosen: RunRequest | undefined,
  duration: (ms: number) => string,
  isKept: (request: RunRequest) => boolean = () => true,
): TemplateResult {
  const { checkouts } = run;
  const place = axisOf(run);
  const heights: number[] = [];
  const dots = { kept: '', lost: '', failed: '' };
  let marked: SVGTemplateResult | undefined;
  for (const request of checkouts) {
    const bin = Math.min(BINS - 1, Math.floor((place(request.durationMs) / WIDTH) * BINS));
    const stacked = heights[bin] ?? 0;
    heights[bin] = stacked + 1;
    const x = (bin + 0.5) * (WIDTH / BINS);
    const y = HEIGHT - 5 - Math.min(stacked, 8) * 6;
    const kind = !isKept(request) ? 'lost' : request.hasFailed ? 'failed' : 'kept';
    if (request === chosen) marked = svg`<circle class="chosen ${kind}" cx=${x} cy=${y} r="6" />`;
    else dots[kind] += `M${x - 2.4} ${y}a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0 -4.8 0`;
  }
  return html`<svg class="dots" viewBox="0 0 ${WIDTH} ${HEIGHT + 18}" aria-hidden="true">
    ${ranks(run, place, duration)}
    <path class="lost" d=${dots.lost} />
    <path class="kept" d=${dots.kept} />
    <path class="failed" d=${dots.failed} />
    ${marked}
  </svg>`;
}

function ranks(
  { checkouts }: Run,
  place: (ms: number) => number,
  duration: (ms: number) => string,
): SVGTemplateResult[] {
  let limit = WIDTH;
  return MARKED.toReversed().map((percentile) => {
    const ms = checkouts[rankOf(percentile, checkouts.length)]?.durationMs ?? 0;
    const x = place(ms);
    const at = Math.min(limit - LABEL / 2, x);
    limit = at - LABEL / 2;
    return svg`<path class="rank" d="M${x} 0v${HEIGHT}" />
      <text x=${at} y=${HEIGHT + 15} text-anchor="middle">p${percentile} ${duration(ms)}</text>`;
  });
}
