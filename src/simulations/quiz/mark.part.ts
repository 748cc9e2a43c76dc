import { html, svg, type TemplateResult } from 'lit';
import type { Verdict } from './quiz.model.js';

const shapes: Readonly<Record<Verdict, TemplateResult>> = {
  open: svg`<circle cx="10" cy="10" r="8" />`,
  right: svg`<circle cx="10" cy="10" r="9" /><path d="m5.5 10.5 3 3 6-7" />`,
  wrong: svg`<rect x="2" y="2" width="16" height="16" rx="2" /><path d="m6.5 6.5 7 7m0-7-7 7" />`,
};

/** A verdict as a shape: a ring, a disc with a tick, a square with a cross. The words stand beside it. */
export function mark(verdict: Verdict): TemplateResult {
  return html`<svg class="mark ${verdict}" viewBox="0 0 20 20" aria-hidden="true">${shapes[verdict]}</svg>`;
}
