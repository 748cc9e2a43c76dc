import { html, svg, type TemplateResult } from 'lit';
import type { ChartLine } from './chart-data.js';
import { dashesOf } from './palette.js';

/** What stands above a plot: its title, and its lines with their values. */
export function chartHead(title: string, lines: readonly ChartLine[], values: readonly string[]): TemplateResult {
  return html`<div class="head">
    <span class="title">${title}</span>
    <span class="values">${lines.map((line, index) => legend(line, values[index] ?? ''))}</span>
  </div>`;
}

function legend(line: ChartLine, value: string): TemplateResult {
  const { name, look, isMain } = line;
  const dash = dashesOf(line).join(' ');
  return html`<span class=${isMain ? 'main' : ''}
    ><svg class="look-${look}" viewBox="0 0 18 7" aria-hidden="true">
      ${svg`<path d="M0 3.5h18" stroke-dasharray=${dash || 'none'} />`}</svg
    >${name} <b>${value}</b></span
  >`;
}
