/** Rows beyond either edge that are kept ready. */
const OVERSCAN = 4;

/** How a list draws its rows: makes an element, and fills one with another row. */
export interface RowDrawing {
  create(): HTMLElement;
  fill(row: HTMLElement, index: number): void;
}

/**
 * A list of any length of which only what is seen is in the page: rows of one height within a `body` that scrolls in a
 * `viewport`, recycled as they leave. The row that is pinned, for it has the focus, stays wherever it is.
 */
export class RowWindow {
  readonly #viewport: HTMLElement;
  readonly #body: HTMLElement;
  readonly #drawing: RowDrawing;
  readonly #rows = new Map<number, HTMLElement>();
  readonly #spare: HTMLElement[] = [];
  #count = 0;
  #rowHeight = 0;
  #pinned = -1;

  constructor(viewport: HTMLElement, body: HTMLElement, drawing: RowDrawing) {
    this.#viewport = viewport;
    this.#body = body;
    this.#drawing = drawing;
  }

  get rowHeight(): number {
    return this.#rowHeight;
  }

  /** How many rows fit. */
  get pageSize(): number {
    return Math.max(1, Math.floor(this.#viewport.clientHeight / (this.#rowHeight || 1)) - 1);
  }

  /** Draws all rows in sight anew. */
  reset(count: number): void {
    this.#count = count;
    if (count === 0) {
      this.#body.replaceChildren();
      this.#rows.clear();
      this.#spare.length = 0;
      return;
    }
    this.#measure();
    this.#body.style.blockSize = `${count * this.#rowHeight}px`;
    if (this.#pinned >= count) this.#pinned = -1;
    for (const [index, row] of this.#rows) {
      if (index < count) this.#drawing.fill(row, index);
      else this.#free(index, row);
    }
    this.scrolled();
  }

  /** Draws what has come into sight. */
  scrolled(): void {
    if (this.#count === 0 || this.#rowHeight === 0) return;
    const { scrollTop, clientHeight } = this.#viewport;
    const first = Math.max(0, Math.floor(scrollTop / this.#rowHeight) - OVERSCAN);
    const last = Math.min(this.#count, Math.ceil((scrollTop + clientHeight) / this.#rowHeight) + OVERSCAN);
    for (const [index, row] of this.#rows) {
      if ((index < first || index >= last) && index !== this.#pinned) this.#free(index, row);
    }
    for (let index = first; index < last; index++) this.#show(index);
    for (const row of this.#spare.splice(0)) row.remove();
  }

  /** Puts the rows in the order in which they are seen, for those who read without looking; a focused one is not moved. */
  arrange(): void {
    const order = [...this.#rows.keys()].sort((a, b) => a - b);
    const focused = this.#rows.get(this.#pinned);
    let isBehind = false;
    for (const index of order) {
      const row = this.#rows.get(index);
      if (!row) continue;
      if (row === focused) isBehind = true;
      else if (focused && !isBehind) focused.before(row);
      else this.#body.append(row);
    }
  }

  /** The element of a row, in the page from now on until another is pinned. */
  pin(index: number): HTMLElement | undefined {
    this.#pinned = index;
    if (index < 0 || index >= this.#count) return undefined;
    this.#show(index);
    return this.#rows.get(index);
  }

  /** The element of a row that is drawn. */
  row(index: number): HTMLElement | undefined {
    return this.#rows.get(index);
  }

  /** Brings a row into sight, scrolling no further than it takes, and never the page. */
  reveal(index: number): void {
    const top = index * this.#rowHeight;
    const { scrollTop, clientHeight } = this.#viewport;
    if (top < scrollTop) this.#viewport.scrollTop = top;
    else if (top + this.#rowHeight > scrollTop + clientHeight) {
      this.#viewport.scrollTop = top + this.#rowHeight - clientHeight;
    } else return;
    this.scrolled();
  }

  #show(index: number): void {
    if (this.#rows.has(index)) return;
    const spare = this.#spare.pop();
    const row = spare ?? this.#drawing.create();
    if (!spare) this.#body.append(row);
    row.style.transform = `translateY(${index * this.#rowHeight}px)`;
    this.#rows.set(index, row);
    this.#drawing.fill(row, index);
  }

  #free(index: number, row: HTMLElement): void {
    this.#rows.delete(index);
    this.#spare.push(row);
  }

  /** A row's height is the style sheet's; it changes with the text size and the width. */
  #measure(): void {
    let [row] = this.#rows.values();
    if (!row) {
      row = this.#spare.pop() ?? this.#drawing.create();
      this.#body.append(row);
      this.#spare.push(row);
    }
    const { height } = row.getBoundingClientRect();
    if (height === this.#rowHeight) return;
    this.#rowHeight = height;
    for (const [index, moved] of this.#rows) moved.style.transform = `translateY(${index * height}px)`;
  }
}
