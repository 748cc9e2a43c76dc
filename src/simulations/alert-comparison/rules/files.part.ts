import { html, type TemplateResult } from 'lit';
import type { ComparisonView } from '../alert-comparison.view.js';

/** The rules of all lanes as a file for Prometheus, and a unit test that says when they fire. */
export function filesPart({ text, host }: ComparisonView, rules: string, test: () => string): TemplateResult {
  const { copy, download } = host.figureText;
  const take = (): void => void host.menu.copy(rules);
  const save = (): void => host.menu.save(rules, 'alert-comparison.rules.yaml');
  const saveTest = (): void => host.menu.save(test(), 'alert-comparison.test.yaml');
  return html`<div class="fields">
      <button @click=${take}>${copy}</button>
      <button @click=${save}>${download(text.fileNames.rules)}</button>
      <button @click=${saveTest}>${download(text.fileNames.test)}</button>
    </div>
    <pre tabindex="0" aria-label=${text.fileNames.rules} role="region">${rules}</pre>`;
}
