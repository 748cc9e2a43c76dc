import { html, type TemplateResult } from 'lit';
import { note } from '../../ui/element/rich-text.js';
import type { LogSearchView } from './log-search.view.js';

export interface OwnLog {
  readonly open: (file: File) => void;
  readonly paste: (text: string) => void;
  readonly back: () => void;
}

/** The ways in for the reader's own log. */
export function ownLogPart(
  { text: t, session, host, ownName, fileProblem }: LogSearchView,
  own: OwnLog,
): TemplateResult {
  const choose = ({ target }: Event): void => {
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (file) own.open(file);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    const area = event.target instanceof HTMLFormElement ? event.target.querySelector('textarea') : null;
    if (area?.value.trim()) own.paste(area.value);
  };
  const [first] = session.corpus?.rejected ?? [];
  const rejected = session.corpus?.rejected.length ?? 0;
  return html`<div class="own">
    <label class="file"
      >${t.openFile} <input type="file" accept=".log,.json,.jsonl,.ndjson,.txt,text/*" @change=${choose}
    /></label>
    ${fileProblem && note(fileProblem, 'problem')}
    ${first ? note(t.rejectedLines(host.format.number(rejected), host.format.number(first.line), first.message)) : ''}
    <form @submit=${submit}>
      <label class="search"
        ><span>${t.orDrop}</span>
        <textarea class="box fact" rows="3" dir="ltr" spellcheck="false" autocomplete="off"></textarea>
      </label>
      <button>${t.searchThese}</button>
      ${ownName !== undefined ? html`<button type="button" @click=${own.back}>${t.backToShop}</button>` : ''}
    </form>
  </div>`;
}
