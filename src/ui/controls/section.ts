import { html, type TemplateResult } from 'lit';
import { richText } from '../element/rich-text.js';

/** The open sections of a figure: the names in a setting, and where a change of them goes. */
export interface Sections {
  readonly open: string;
  readonly toggled: (open: string) => void;
}

/** A part of a figure that a reader may open; `summary` says what it comes to without opening it. */
export function section(
  { open, toggled }: Sections,
  name: string,
  title: string,
  summary: string,
  body: () => TemplateResult,
): TemplateResult {
  const names = new Set(open.split(' ').filter(Boolean));
  const toggle = ({ target }: Event): void => {
    if (!(target instanceof HTMLDetailsElement) || target.open === names.has(name)) return;
    if (target.open) names.add(name);
    else names.delete(name);
    toggled([...names].join(' '));
  };
  return html`<details part="section" ?open=${names.has(name)} @toggle=${toggle}>
    <summary><b>${title}</b> <span>${richText(summary)}</span></summary>
    ${names.has(name) ? body() : ''}
  </details>`;
}
