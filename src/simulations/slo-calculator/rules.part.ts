import { html, type TemplateResult } from 'lit';
import { choiceField } from '../../ui/controls/fields.js';
import type { CalculatorView } from './slo-calculator.view.js';

/** The files of rules, by the words that `rules-format` and `exportData` take. */
const FORMATS: Readonly<Record<string, string>> = { prometheus: 'Prometheus', sloth: 'Sloth', openslo: 'OpenSLO' };

/** The objective as a file to take along. */
export function rulesPart({ host }: CalculatorView, format: string, file: string): TemplateResult {
  const { copy, download } = host.figureText;
  const take = (): void => void host.menu.copy(file);
  const save = (): void => host.menu.save(file, `${format}.yaml`);
  return html`<div class="fields">
      ${choiceField(host, 'rulesFormat', format, FORMATS)}
      <button @click=${take}>${copy}</button>
      <button @click=${save}>${download('YAML')}</button>
    </div>
    <pre tabindex="0">${file}</pre>`;
}
