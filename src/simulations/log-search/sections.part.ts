import { html, type TemplateResult } from 'lit';
import { section } from '../../ui/controls/section.js';
import { costPart, costSummary } from './cost.part.js';
import { dialectsPart } from './dialects/dialects.part.js';
import type { LogSearchView } from './log-search.view.js';
import { ownLogPart, type OwnLog } from './own-log.part.js';
import { fieldsPart } from './panes/fields.part.js';
import { requestPart, requestSummary } from './panes/record.part.js';
import { secretsPart } from './secrets/secrets.part.js';

/** What the parts that open show beside the view, and the reader's acts in them. */
export interface SectionsView {
  readonly open: string;
  /** Id of the trace whose request is shown. */
  readonly trace: string;
  /** Whether a row of that request is marked. */
  readonly isMarked: (row: number) => boolean;
  readonly selectRow: (row: number) => void;
  readonly own: OwnLog;
}

/** The parts that open: a request, the fields, other dialects, secrets, cost, and the reader's own log. */
export class LogSections {
  readonly #redraw: () => void;
  /** The field whose values are listed; empty for none. */
  #field = '';
  /** The line that the reader tries for secrets. */
  #tried = '';

  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  render(view: LogSearchView, { open, trace, isMarked, selectRow, own: ownLog }: SectionsView): TemplateResult {
    const { text: t, session, host } = view;
    const { corpus } = session;
    const parts = { open, toggled: (names: string) => void host.change('open', names) };
    const own = section(parts, 'own', t.ownLog, t.ownLogSummary, () => ownLogPart(view, ownLog));
    if (!corpus) return own;
    const secrets = { found: session.secrets, tried: this.#tried || t.example, tryLine: this.#try };
    return html`${section(parts, 'request', t.request, requestSummary(view, trace), () =>
      requestPart(view, trace, isMarked, selectRow),
    )}
    ${section(parts, 'fields', t.fields, t.fieldsSummary(host.format.number(corpus.fields.length)), () =>
      fieldsPart(view, this.#field, this.#showField),
    )}
    ${section(parts, 'dialects', t.dialects, t.dialectsSummary, () => dialectsPart(view))}
    ${section(parts, 'secrets', t.secrets, t.secretsSummary, () => secretsPart(view, secrets))}
    ${section(parts, 'cost', t.cost, costSummary(view), () => costPart(view))} ${own}`;
  }

  readonly #showField = (field: string): void => {
    this.#field = field === this.#field ? '' : field;
    this.#redraw();
  };

  readonly #try = (line: string): void => {
    this.#tried = line;
    this.#redraw();
  };
}
