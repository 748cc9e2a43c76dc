import { html, type TemplateResult } from 'lit';
import { dataTable } from '../../../ui/controls/table.js';
import { note } from '../../../ui/element/rich-text.js';
import type { LogSearchView } from '../log-search.view.js';
import type { SecretField } from './secrets-in-store.model.js';
import { findSecrets } from './secrets.model.js';

export interface SecretsCheck {
  /** Undefined while the check goes on. */
  readonly found: readonly SecretField[] | undefined;
  readonly tried: string;
  readonly tryLine: (line: string) => void;
}

/** What was found in the log that must not be there, a line to try, and what belongs into a log and what does not. */
export function secretsPart(
  { text: t, session, host }: LogSearchView,
  { found, tried, tryLine }: SecretsCheck,
): TemplateResult {
  const { number } = host.format;
  const kind = (name: string): string => t.secretKinds[name] ?? name;
  const rows = (found ?? []).map(({ field, kind: name, count }) => ({
    head: field,
    cells: [kind(name), number(count)],
  }));
  const change = ({ target }: Event): void => {
    if (target instanceof HTMLTextAreaElement) tryLine(target.value);
  };
  const secrets = findSecrets(tried);
  return html`${
      found === undefined
        ? html`<p class="quiet">${t.secretsChecking}</p>`
        : found.length
          ? dataTable(t.secrets, rows, t.secretColumns)
          : html`<p>${t.secretsNone(number(session.corpus?.store.size ?? 0))}</p>`
    }
    <label class="search"
      ><span>${t.tryLine}</span>
      <textarea
        class="box fact"
        rows="2"
        dir="ltr"
        spellcheck="false"
        autocomplete="off"
        .value=${tried}
        @input=${change}
      ></textarea>
    </label>
    <p class="marked fact" dir="ltr">${markedSecrets(tried, kind)}</p>
    ${secrets.length === 0 && tried ? html`<p>${t.tryClean}</p>` : ''} ${note(t.lint)}
    <div class="lists">${list(t.always, t.alwaysList, '✓', 'right')} ${list(t.never, t.neverList, '✗', 'wrong')}</div>`;
}

function markedSecrets(line: string, kind: (name: string) => string): TemplateResult[] {
  const pieces: TemplateResult[] = [];
  let at = 0;
  for (const { kind: name, start, end } of findSecrets(line)) {
    pieces.push(
      html`${line.slice(at, start)}<mark class="secret">${line.slice(start, end)}</mark> <small>${kind(name)}</small>`,
    );
    at = end;
  }
  return [...pieces, html`${line.slice(at, 10_000)}`];
}

function list(title: string, items: readonly string[], sign: string, kind: string): TemplateResult {
  return html`<div>
    <h3>${title}</h3>
    <ul>
      ${items.map((item) => html`<li><span class="sign ${kind}" aria-hidden="true">${sign}</span>${item}</li>`)}
    </ul>
  </div>`;
}
