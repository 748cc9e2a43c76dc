import { html, type TemplateResult } from 'lit/html.js';
import { choiceField } from '../../ui/fields.js';
import { RULE_FORMATS } from './slo-calculator.export.js';
import type { CalculatorView } from './slo-calculator.view.js';

/** The objective as a file to take along. */
export function rulesPart({ host }: CalculatorView, format: string, file: string): TemplateResult {
  const { copy, download } = host.figureText;
  return html`<div class="fields">
      ${choiceField(
        host,
        'rulesFormat',
        format,
        RULE_FORMATS.map((name) => [name, name]),
      )}
      <button @click=${() => host.copy(file)}>${copy}</button>
      <button @click=${() => host.save(file, `${format}.yaml`)}>${download}</button>
    </div>
    <pre tabindex="0">${file}</pre>`;
}
