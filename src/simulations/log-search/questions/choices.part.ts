import { html, type TemplateResult } from 'lit';
import { choiceField } from '../../../ui/controls/fields.js';
import { LINE_COUNTS } from '../log-search.settings.js';
import type { LogSearchView } from '../log-search.view.js';

export interface ChoiceActs {
  readonly stop: () => void;
  readonly again: () => void;
  readonly backToShop: () => void;
}

/** What is asked, of how many lines; and while the log is made, how far that is. */
export function choicesPart(
  view: LogSearchView,
  question: string,
  lines: string,
  isReadOnly: boolean,
  acts: ChoiceActs,
): TemplateResult {
  const { text: t, host, session, ownName } = view;
  const counts = Object.fromEntries(
    LINE_COUNTS.map((count) => [count, t.lineCount(host.format.number(Number(count)))]),
  );
  const asked = t.questions[question] ?? '';
  if (isReadOnly)
    return html`<p class="choices"><b>${asked}</b> <span class="quiet">${counts[lines]}</span></p>
      ${progress(view)}`;
  const shopFields = html`${choiceField(host, 'question', question, t.questions)}
  ${choiceField(host, 'lines', lines, counts)}`;
  const ownFields = html`<b>${ownName}</b> <button @click=${acts.backToShop}>${t.backToShop}</button>`;
  return html`<div class="fields choices">${ownName === undefined ? shopFields : ownFields}</div>
    ${session.isBuilding ? html`<div class="progress">${progress(view)}<button @click=${acts.stop}>${t.stop}</button></div>` : ''}
    ${session.isStopped ? html`<button @click=${acts.again}>${t.again}</button>` : ''}`;
}

function progress({ session }: LogSearchView): TemplateResult | string {
  if (!session.isBuilding) return '';
  return html`<progress max="1" .value=${session.progress} aria-labelledby="heading"></progress>`;
}
