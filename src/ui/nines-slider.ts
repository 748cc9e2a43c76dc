import { html, svg, type TemplateResult } from 'lit/html.js';
import { nextMark, ninesOf, percentOf } from './nines.js';

export interface NinesSlider {
  readonly name: string;
  readonly label: string;
  /** The chosen objective, in percent. */
  readonly percent: number;
  /** What a screen reader says for the current place. */
  readonly valueText: string;
  /** The best that is possible, in percent, where something limits it: the rail beyond it is hatched. */
  readonly ceiling: number;
  /** Writes a percentage under a tick. */
  readonly tick: (percent: number) => string;
  readonly disabled: boolean;
  readonly input: (percent: number) => void;
  readonly change: (percent: number) => void;
}

/** The ticks: 90 % is one nine, 99.9999 % six. */
const NINES: readonly number[] = [1, 2, 3, 4, 5, 6];

/** Where a percentage stands on the rail, from 0 to 100. */
function place(percent: number): number {
  return Math.min(Math.max((ninesOf(percent) - 1) * 20, 0), 100);
}

/** A native slider over a drawn rail with a tick for each nine; arrow keys go from mark to mark. */
export function ninesSlider({ percent, ceiling, input, change, tick, ...slider }: NinesSlider): TemplateResult {
  const drag = ({ target, type }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const mark = percentOf(target.valueAsNumber);
    target.valueAsNumber = ninesOf(mark);
    (type === 'change' ? change : input)(mark);
  };
  const key = (event: KeyboardEvent): void => {
    const forward = event.target instanceof Element && event.target.matches(':dir(rtl)') ? -1 : 1;
    const steps = { ArrowUp: 1, ArrowDown: -1, ArrowRight: forward, ArrowLeft: -forward, PageUp: 10, PageDown: -10 };
    const step = new Map(Object.entries(steps)).get(event.key);
    if (!step) return;
    event.preventDefault();
    input(nextMark(percent, step));
    change(nextMark(percent, step));
  };
  return html`<div class="nines" part="slider">
    <svg class="mirrored" width="100%" height="34" aria-hidden="true">
      <rect class="rail" y="15" width="100%" height="4" />
      <rect class="fill" y="15" width="${place(percent)}%" height="4" />
      ${NINES.map((nines) => svg`<rect class="tick" x="${nines * 20 - 20}%" y="13" width="1.5" height="8" />`)}
      ${ceiling < 100 ? svg`<rect fill="url(#stripes)" x="${place(ceiling)}%" y="9" width="${100 - place(ceiling)}%" height="16" />` : ''}
    </svg>
    <input
      type="range"
      name=${slider.name}
      aria-label=${slider.label}
      aria-valuetext=${slider.valueText}
      min="1"
      max="6"
      step="any"
      ?disabled=${slider.disabled}
      .value=${String(ninesOf(percent))}
      @input=${drag}
      @change=${drag}
      @keydown=${key}
    />
    <div class="ticks" aria-hidden="true">
      ${NINES.map((nines) => html`<span class=${percent === percentOf(nines) ? 'current' : ''}>${tick(percentOf(nines))}</span>`)}
    </div>
  </div>`;
}
