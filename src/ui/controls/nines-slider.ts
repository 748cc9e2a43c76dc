import { html, svg, type TemplateResult } from 'lit';
import { nextMark, ninesOf, percentOf } from './nines.js';

export interface NinesSlider {
  readonly label: string;
  /** The chosen objective, in percent. */
  readonly percent: number;
  /** What a screen reader says for the current place. */
  readonly valueText: string;
  /** The best that is possible, in percent: the rail beyond it is hatched. */
  readonly ceiling: number;
  /** Writes a percentage under a tick. */
  readonly tick: (percent: number) => string;
  readonly disabled: boolean;
  /** Hears a new percentage: `done` when the reader has let go. */
  readonly set: (percent: number, done: boolean) => void;
}

/** The ticks: 90 % is one nine, 99.9999 % six. */
const NINES: readonly number[] = [1, 2, 3, 4, 5, 6];

/** Where a percentage stands on the rail, from 0 to 100. */
function place(percent: number): number {
  return Math.min(Math.max(ninesOf(percent) * 20 - 20, 0), 100);
}

/** A native slider over a drawn rail with a tick for each nine; arrow keys go from mark to mark. */
export function ninesSlider({ label, percent, valueText, ceiling, tick, disabled, set }: NinesSlider): TemplateResult {
  const drag = ({ target, type }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const mark = percentOf(target.valueAsNumber);
    target.valueAsNumber = ninesOf(mark);
    set(mark, type === 'change');
  };
  const press = (event: KeyboardEvent): void => {
    const forward = event.target instanceof Element && event.target.matches(':dir(rtl)') ? -1 : 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: 1,
      ArrowDown: -1,
      ArrowRight: forward,
      ArrowLeft: -forward,
      PageUp: 10,
      PageDown: -10,
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    set(nextMark(percent, step), false);
    set(nextMark(percent, step), true);
  };
  return html`<div class="nines" part="slider">
    <svg class="mirrored" width="100%" height="34" aria-hidden="true">
      <rect class="rail" y="15" width="100%" height="4" />
      <rect class="fill" y="15" width="${place(percent)}%" height="4" />
      <rect fill="url(#stripes)" x="${place(ceiling)}%" y="9" width="${100 - place(ceiling)}%" height="16" />
      ${NINES.map((nines) => svg`<rect x="${nines * 20 - 20}%" y="13" width="1.5" height="8" />`)}
    </svg>
    <input
      type="range"
      aria-label=${label}
      aria-valuetext=${valueText}
      min="1"
      max="6"
      step="any"
      ?disabled=${disabled}
      .value=${String(Math.min(ninesOf(percent), 6))}
      @input=${drag}
      @change=${drag}
      @keydown=${press}
    />
    <div class="ticks" aria-hidden="true">
      ${NINES.map(percentOf).map((mark) => html`<span class=${mark === percent ? 'current' : ''}>${tick(mark)}</span>`)}
    </div>
  </div>`;
}
