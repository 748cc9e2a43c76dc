import { html, type TemplateResult } from 'lit';
import { choiceField, numberField } from '../../ui/controls/fields.js';
import type { CalculatorView } from './slo-calculator.view.js';

/** The files of rules, by the words that `rules-format` and `exportData` take. */
const FORMATS: Readonly<Record<string, string>> = { prometheus: 'Prometheus', sloth: 'Sloth', openslo: 'OpenSLO' };

/** What the exported rules depend on beside the objective. */
interface RuleSettings {
  readonly rulesFormat: string;
  readonly indicator: string;
  readonly latencySeconds: number;
}

/** The objective as a file to take along. */
export function rulesPart({ host, text }: CalculatorView, settings: RuleSettings, file: string): TemplateResult {
  const { rulesFormat: format, indicator, latencySeconds } = settings;
  const { copy, download } = host.figureText;
  const take = (): void => void host.menu.copy(file);
  const save = (): void => host.menu.save(file, `${format}.yaml`);
  return html`<div class="fields">
      ${choiceField(host, 'rulesFormat', format, FORMATS)} ${choiceField(host, 'indicator', indicator, text.indicators)}
      ${indicator === 'latency' ? numberField(host, 'latencySeconds', latencySeconds, 's') : ''}
      <button @click=${take}>${copy}</button>
      <button @click=${save}>${download('YAML')}</button>
    </div>
    <pre tabindex="0">${file}</pre>`;
}
