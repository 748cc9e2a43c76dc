import { html, type TemplateResult } from 'lit';
import { choiceField } from '../../../ui/controls/fields.js';
import { DEPENDENCIES, type Dependency, type Injection } from '../trace-viewer.model.js';
import type { TraceView } from '../trace-viewer.view.js';

const INJECTIONS: readonly Injection[] = ['none', 'slow-dependency', 'n-plus-one', 'retry', 'lost-header'];

/** What a reader can break, and what that does. */
export function injectPart({ text, host }: TraceView, injection: Injection, dependency: Dependency): TemplateResult {
  const button = (name: Injection): TemplateResult => {
    const inject = (): void => void host.change('inject', name);
    return html`<button aria-pressed=${name === injection} @click=${inject}>${text.injections[name]}</button>`;
  };
  return html`<div class="fields">
      <div class="group" role="group" aria-label=${host.label('inject')}>
        <span class="quiet">${host.label('inject')}</span> ${INJECTIONS.map(button)}
      </div>
      ${
        injection === 'slow-dependency'
          ? choiceField(host, 'dependency', dependency, Object.fromEntries(DEPENDENCIES.map((name) => [name, name])))
          : ''
      }
    </div>
    ${host.validation.note('inject')}
    <p class="quiet told">${text.told[injection]}</p>`;
}
