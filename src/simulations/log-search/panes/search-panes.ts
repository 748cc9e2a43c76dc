import { html, type TemplateResult } from 'lit';
import { ListWindow } from '../../../ui/controls/list-window.js';
import type { LogSearchView, Shown, Side } from '../log-search.view.js';
import { sidePart } from './pane.part.js';
import { suggestions } from '../questions/suggestions.model.js';

/** The two searches side by side, and what the reader looks at in them: which lines, how far down, which of them. */
export class LogSides {
  readonly #redraw: () => void;
  readonly #choose: (row: number) => void;
  readonly #windows: Readonly<Record<Side, ListWindow>>;
  #shown: Readonly<Record<Side, Shown>> = { text: 'all', query: 'all' };
  /** What is being typed, and not yet asked. */
  readonly #drafts = new Map<Side, string>();

  constructor(redraw: () => void, choose: (row: number) => void) {
    this.#redraw = redraw;
    this.#choose = choose;
    this.#windows = { text: new ListWindow(redraw), query: new ListWindow(redraw) };
  }

  /** To the beginning, for another question. */
  rewind(): void {
    this.#shown = { text: 'all', query: 'all' };
    for (const window of Object.values(this.#windows)) window.rewind();
  }

  render(view: LogSearchView, chosen: number | undefined, isReadOnly: boolean): TemplateResult {
    const { session } = view;
    const lengths = [session.text, session.query].map((outcome) =>
      outcome?.verdict ? outcome.rows.length + outcome.verdict.missed.length : 0,
    );
    const side = (name: Side): TemplateResult =>
      sidePart(view, name, {
        window: this.#windows[name],
        shown: this.#shown[name],
        show: (shown) => this.#show(name, shown),
        selected: chosen,
        select: this.#choose,
        suggestions: this.#suggestions(view),
        draft: this.#drafts.get(name) ?? view.asked[name],
        typed: (text) => {
          this.#drafts.set(name, text);
          if (name === 'query') this.#redraw();
        },
        ask: (text) => {
          this.#drafts.delete(name);
          this.#windows[name].rewind();
          void view.host.change(name, text);
        },
        scale: Math.max(...lengths),
        isReadOnly,
      });
    return html`<div class="sides">${side('text')} ${side('query')}</div>`;
  }

  #show(side: Side, shown: Shown): void {
    this.#shown = { ...this.#shown, [side]: shown };
    this.#windows[side].rewind();
    this.#redraw();
  }

  /** None before the reader types. */
  #suggestions({ session }: LogSearchView): string[] {
    const typed = this.#drafts.get('query');
    return session.corpus && typed !== undefined ? suggestions(session.corpus, typed) : [];
  }
}
