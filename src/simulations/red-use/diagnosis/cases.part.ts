import { html, type TemplateResult } from 'lit';
import { richText } from '../../../ui/element/rich-text.js';
import { PRESET_NAMES, type PresetName } from '../faults.model.js';
import type { RedUseView } from '../red-use.view.js';

/** The cases that teach: each a button that plays it, and what it shows. */
export function casesPart({ text: t }: RedUseView, chosen: string, choose: (name: PresetName) => void): TemplateResult {
  return html`<div class="cases">
    ${PRESET_NAMES.map((name) => {
      const pick = (): void => choose(name);
      return html`<div>
        <button aria-pressed=${chosen === name} @click=${pick}>${t.presets[name]}</button>
        <p>${richText(t.presetTexts[name] ?? '')}</p>
      </div>`;
    })}
  </div>`;
}
