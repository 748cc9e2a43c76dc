import { live } from 'lit/directives/live.js';
import { html, type TemplateResult } from 'lit';
import type { ComparisonView } from '../alert-comparison.view.js';

/** Rules to begin with: the lesson's, one with two windows, and one that mixes a symptom and a cause. */
const EXAMPLES: readonly string[] = [
  'errors[5m] > 14x for 5m',
  'errors[1h] > 10x and errors[5m] > 10x',
  'errors[10m] > 0.5% and queue > 50 or memory > 95% for 10m keep 30m',
];

/** The reader's own rule, and some to begin with. */
export function rulePart({ text, host }: ComparisonView, rule: string, isRefused: boolean): TemplateResult {
  const example = (words: string): TemplateResult => {
    const take = (): void => void host.change('rule', words);
    return html`<button @click=${take}><code>${words}</code></button>`;
  };
  return html`<div class="field rule">
      <label
        >${host.label('rule')}
        <span class="box"
          ><input
            name="rule"
            spellcheck="false"
            autocomplete="off"
            aria-invalid=${isRefused}
            aria-describedby="note-rule syntax"
            .value=${live(rule)}
            @change=${host.changeField} /></span
      ></label>
      ${host.validation.note('rule')}
    </div>
    <p class="quiet" id="syntax">${text.ruleSyntax}</p>
    <div class="fields"><span class="quiet">${text.tryRule}</span> ${EXAMPLES.map(example)}</div>`;
}
