import { html, type TemplateResult } from 'lit';
import { parseLogQuery } from '../../../telemetry/logs/index.js';
import { note } from '../../../ui/element/rich-text.js';
import { inLanguage, LANGUAGES } from './dialects.model.js';
import type { LogSearchView } from '../log-search.view.js';

/** The query in the languages of other systems; where one cannot say it, why. */
export function dialectsPart({ text: t, asked, host }: LogSearchView): TemplateResult {
  const parsed = parseLogQuery(asked.query);
  if (!parsed.ok) return html``;
  const { query } = parsed;
  return html`<dl class="dialects">
    ${LANGUAGES.map((language) => {
      const { text, notes } = inLanguage(query, language);
      const copy = (): void => void host.menu.copy(text ?? '');
      const remarks = notes.map((kind) => t.dialectNotes[kind] ?? '').join(' ');
      return html`<div>
        <dt>
          <b>${language}</b>
          ${text === undefined ? '' : html`<button class="plain" aria-label="${host.figureText.copy}: ${language}" @click=${copy}>${host.figureText.copy}</button>`}
        </dt>
        <dd>
          ${
            text === undefined
              ? note(`${t.cannotSay(language)} ${remarks}`)
              : html`<pre tabindex="0" aria-label=${language}>${text}</pre>
                  <span class="quiet">${remarks}</span>`
          }
        </dd>
      </div>`;
    })}
  </dl>`;
}
