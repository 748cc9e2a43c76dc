import { html, type TemplateResult } from 'lit/html.js';
import { richText } from './text.js';

export interface Section {
  /** The word by which `open` names it. */
  readonly name: string;
  readonly title: string;
  /** What it comes to, said without opening it. */
  readonly summary: string;
  readonly body: () => TemplateResult;
}

/** Parts of a figure that a reader may open; `open` lists their names, and `toggled` hears the list that follows. */
export function sections(parts: readonly Section[], open: string, toggled: (open: string) => void): TemplateResult {
  const names = open.split(' ');
  const toggle = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLDetailsElement)) return;
    const others = names.filter((name) => name && name !== currentTarget.id);
    toggled([...others, ...(currentTarget.open ? [currentTarget.id] : [])].join(' '));
  };
  return html`${parts.map(
    ({ name, title, summary, body }) =>
      html`<details part="section" id=${name} ?open=${names.includes(name)} @toggle=${toggle}>
        <summary><b>${title}</b> <span>${richText(summary)}</span></summary>
        <div>${names.includes(name) ? body() : ''}</div>
      </details>`,
  )}`;
}
