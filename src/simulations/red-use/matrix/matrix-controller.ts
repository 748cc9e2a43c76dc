import { moveCursor, scrapeAt } from './draw-matrix.js';
import { neighbour } from './matrix-keyboard.js';
import type { MatrixHands } from './matrix.part.js';
import { written, type RedUseView } from '../red-use.view.js';

/** What the reader's hand on the matrix needs of its figure. */
export interface MatrixFigure {
  readonly shadowRoot: ShadowRoot | null;
  readonly view: RedUseView;
  /** The cell that is followed; empty for none. */
  readonly cell: string;
  /** Follows a cell, or none. */
  follow(key: string): Promise<void>;
  /** Tells a screen reader the value at the cursor. */
  tell(seconds: number, value: string): void;
  requestUpdate(): void;
}

/** The reader's hand on the matrix: which cell Tab leads to, and where in time the cursor of all cells stands. */
export class MatrixControl {
  /** The scrape that the cursor is at; undefined where it is nowhere, and the newest is shown. */
  cursor: number | undefined;
  readonly #figure: MatrixFigure;
  #current = '';

  constructor(figure: MatrixFigure) {
    this.#figure = figure;
  }

  get hands(): MatrixHands {
    const { view, cell } = this.#figure;
    const keys = [...view.services, ...view.resources].flatMap(({ cells }) => cells.map(({ key }) => key));
    if (!keys.includes(this.#current)) this.#current = keys[0] ?? '';
    return {
      current: this.#current,
      followed: cell,
      follow: this.#follow,
      press: this.#press,
      point: this.#point,
      leave: this.#leave,
    };
  }

  /** Follows no cell any more; the focus goes back to it. */
  readonly close = (): void => {
    const key = this.#figure.cell;
    void this.#figure.follow('').then(() => this.#focus(key));
  };

  readonly #follow = (key: string): void => {
    this.#current = key;
    void this.#figure.follow(key === this.#figure.cell ? '' : key);
  };

  readonly #press = (event: KeyboardEvent): void => {
    const key = event.target instanceof HTMLElement ? event.target.dataset['cell'] : undefined;
    if (key === undefined || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') this.#follow(key);
    else if (event.key === 'Escape' && this.cursor !== undefined) this.#leave();
    else if (event.key === 'Escape' && this.#figure.cell) this.close();
    else if (event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      this.#moveCursor(event.key === 'ArrowLeft' ? -1 : 1, key);
    } else {
      const { services, resources } = this.#figure.view;
      const to = neighbour([services, resources], key, event);
      if (to === undefined) return;
      this.#focus(to);
    }
    event.preventDefault();
  };

  #focus(key: string): void {
    this.#current = key;
    this.#figure.shadowRoot?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(key)}"]`)?.focus();
    this.#figure.requestUpdate();
  }

  #moveCursor(by: number, key: string): void {
    const { view } = this.#figure;
    const { scrapes } = view.model;
    const last = scrapes.length - 1;
    const to = Math.min(Math.max(0, (this.cursor ?? last + 1) + by), last);
    const cell = view.model.cell(key);
    const seconds = scrapes[to];
    if (!cell || seconds === undefined) return;
    this.#setCursor(to);
    this.#figure.tell(seconds, written(view, cell, view.model.track(cell).values[to] ?? NaN));
  }

  readonly #point = (event: PointerEvent): void => {
    const drawing = event.target instanceof Element && event.target.closest('[data-cell]')?.querySelector('svg');
    if (!drawing) return;
    const { left, width } = drawing.getBoundingClientRect();
    this.#setCursor(scrapeAt(this.#figure.view.model, (event.clientX - left) / width));
  };

  readonly #leave = (): void => this.#setCursor(undefined);

  #setCursor(cursor: number | undefined): void {
    if (cursor === this.cursor) return;
    this.cursor = cursor;
    const { shadowRoot, view } = this.#figure;
    const seconds = cursor === undefined ? undefined : view.model.scrapes[cursor];
    if (shadowRoot) moveCursor(shadowRoot, view.model, seconds);
    this.#figure.requestUpdate();
  }
}
