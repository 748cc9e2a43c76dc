import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { ComparisonView } from '../alert-comparison.view.js';
import type { Alert } from '../scores/score.model.js';

/** A notification, about (0, 0): round a page, square a ticket; full where it was true, hollow where it was in vain. */
export function alertMark({ severity, incident }: Alert, isChosen: boolean): SVGTemplateResult {
  const kind = incident ? 'right' : 'wrong';
  return svg`${isChosen ? svg`<circle class="ring" r="10" />` : ''}
    ${
      severity === 'page'
        ? svg`<circle class=${kind} r="5" />`
        : svg`<rect class=${kind} x="-4.5" y="-4.5" width="9" height="9" />`
    }`;
}

/** An incident that a strategy said nothing about. */
export function crossMark(): SVGTemplateResult {
  return svg`<path class="missed" d="M-4-4 4 4M4-4-4 4" />`;
}

/** What the marks mean, and what can be done with them. */
export function legend({ text, week, isStill }: ComparisonView): TemplateResult {
  const key = (mark: unknown, words: string): TemplateResult =>
    html`<span><svg width="18" height="14" viewBox="-9 -7 18 14" aria-hidden="true">${mark}</svg> ${words}</span>`;
  const bar = (kind: string, height: number): SVGTemplateResult =>
    svg`<rect class=${kind} x="-9" width="18" y=${-height / 2} height=${height} />`;
  const { legend: words } = text;
  return html`<p class="legend">
    ${key(svg`<circle class="right" r="5" />`, words.page)} ${key(svg`<circle class="wrong" r="5" />`, words.false)}
    ${key(svg`<rect class="right" x="-4.5" y="-4.5" width="9" height="9" />`, words.ticket)}
    ${key(bar('firing', 8), words.firing)} ${key(bar('pending', 4), words.pending)}
    ${key(bar('incident', 14), words.incident)} ${key(crossMark(), words.missed)} ${key(bar('night', 14), words.night)}
    ${week.causes.some(({ unseen }) => unseen) ? key(bar('blind', 14), words.blind) : ''}
    ${isStill ? '' : html`<span>${text.pick}</span>`}
  </p>`;
}
