import { html, type TemplateResult } from 'lit';

export interface Rows {
  readonly name: string;
  readonly label: string;
  readonly count: number;
  /** What stands in a row. */
  readonly row: (index: number) => TemplateResult;
  readonly isSelected: (index: number) => boolean;
  readonly select: (index: number) => void;
}

/** Rows that are drawn at a time, and the height of one. */
const DRAWN = 6;
const ROW_EM = 3.6;
/** Browsers cannot lay out what is higher than some million pixels: a longer list scrolls faster instead. */
const MOST_HIGH = 250_000;

/**
 * A list of any length of which only the rows in view are drawn: a list box that scrolls by whatever the reader has, and
 * by the arrow keys. The rows stand still in front of something as high as the whole list would be.
 */
export class ListWindow {
  #first = 0;
  #active = 0;
  #scrolledTo = -1;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Back to the first row, for another list. */
  rewind(): void {
    this.#first = 0;
    this.#active = 0;
  }

  render({ name, label, count, row, isSelected, select }: Rows): TemplateResult {
    const first = Math.max(0, Math.min(this.#first, count - DRAWN));
    const shown = Array.from({ length: Math.min(DRAWN, count) }, (_, index) => first + index);
    const active = Math.min(this.#active, count - 1);
    const drawn = active >= first && active < first + DRAWN;
    const option = (index: number): TemplateResult => {
      const choose = (): void => {
        this.#active = index;
        select(index);
      };
      return html`<div
        id="${name}-${index}"
        role="option"
        class=${index === active ? 'active row' : 'row'}
        aria-selected=${isSelected(index)}
        aria-posinset=${index + 1}
        aria-setsize=${count}
        @click=${choose}
      >
        ${row(index)}
      </div>`;
    };
    const scroll = (event: Event): void => this.#scroll(event, count);
    const key = (event: KeyboardEvent): void => this.#key(event, count, select);
    return html`<div
      class="rows"
      part="results"
      role="listbox"
      tabindex="0"
      aria-label=${label}
      aria-activedescendant=${drawn ? `${name}-${active}` : ''}
      @scroll=${scroll}
      @keydown=${key}
    >
      <div class="window" role="presentation">${shown.map(option)}</div>
      <svg
        class="spacer"
        width="1"
        height="${Math.max(0, Math.min(count, MOST_HIGH) - DRAWN) * ROW_EM}em"
        aria-hidden="true"
      ></svg>
    </div>`;
  }

  #scroll({ target }: Event, count: number): void {
    if (!(target instanceof HTMLElement)) return;
    const room = target.scrollHeight - target.clientHeight;
    if (room <= 0 || Math.abs(target.scrollTop - this.#scrolledTo) < 2) return;
    this.#scrolledTo = -1;
    this.#first = Math.round((target.scrollTop / room) * (count - DRAWN));
    this.#changed();
  }

  #key(event: KeyboardEvent, count: number, select: (index: number) => void): void {
    const { key, currentTarget } = event;
    const last = count - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: this.#active + 1,
      ArrowUp: this.#active - 1,
      PageDown: this.#active + DRAWN,
      PageUp: this.#active - DRAWN,
      Home: 0,
      End: last,
    };
    if (key === 'Enter' || key === ' ') select(Math.min(this.#active, last));
    else if (Object.hasOwn(moves, key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      this.#active = Math.max(0, Math.min(last, moves[key] ?? 0));
    } else return;
    event.preventDefault();
    this.#first = Math.max(Math.min(this.#first, this.#active), this.#active - DRAWN + 1);
    if (currentTarget instanceof HTMLElement && count > DRAWN) {
      const room = currentTarget.scrollHeight - currentTarget.clientHeight;
      currentTarget.scrollTop = (this.#first / (count - DRAWN)) * room;
      this.#scrolledTo = currentTarget.scrollTop;
    }
    this.#changed();
  }
}
