import { html, svg, type TemplateResult } from 'lit';

/**
 * A budget as a bar: what is spent, and beyond the end of the budget what is overspent, drawn as far as it goes.
 * `mark` is where an even pace would be; bars that are compared share the same `scale`. All are shares of the budget.
 */
export function budgetBar(spentShare: number, mark?: number, scale: number = spentShare): TemplateResult {
  const whole = Math.min(Math.max(1, scale), 1e6);
  const percent = (share: number): string => `${(Math.min(share, whole) / whole) * 100}%`;
  return html`<svg class="bar mirrored" width="100%" height="36" aria-hidden="true">
    <rect class="whole" width=${percent(1)} height="36" />
    <g class=${spentShare > 1 ? 'over' : 'spent'}>
      <rect class="wash" width=${percent(spentShare)} height="36" />
      <rect width=${percent(spentShare)} height="36" fill="url(#stripes)" />
      <rect x=${percent(Math.min(spentShare, 1))} width=${spentShare ? 2 : 0} height="36" />
    </g>
    ${mark === undefined ? '' : svg`<rect x=${percent(mark)} width="1.5" y="30" height="6" />`}
  </svg>`;
}
