import { html, nothing, type TemplateResult } from 'lit';

/** Messages mark what matters with asterisks, `At *99.9 %* …`: here as bold text, for text is never markup. */
export function richText(message: string): TemplateResult[] {
  return message.split('*').map((part, index) => (index % 2 ? html`<b>${part}</b>` : html`${part}`));
}

/** The same message for a screen reader. */
export function plainText(message: string): string {
  return message.replaceAll('*', '');
}

/** A remark that a bar at its side sets off; `kind` colours the bar. */
export function note(message: string, kind: string = '', id: string = ''): TemplateResult {
  return html`<p class="note ${kind}" part="note" id=${id || nothing}>${message}</p>`;
}
