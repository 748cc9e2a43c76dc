import { html, type TemplateResult } from 'lit';

/** A button that does something to the run. */
export interface ActionButton {
  readonly label: string;
  readonly act: () => void;
  /** Whether it has been done, and is still so. */
  readonly isOn?: boolean;
}

/** Buttons under a word that says what they are for. */
export function actionBar(title: string, buttons: readonly ActionButton[]): TemplateResult {
  return html`<span class="buttons" role="group" aria-label=${title} part="actions">
    <span class="quiet" aria-hidden="true">${title}</span>
    ${buttons.map(
      ({ label, act, isOn = false }) => html`<button class=${isOn ? 'on' : ''} @click=${act}>${label}</button>`,
    )}
  </span>`;
}
