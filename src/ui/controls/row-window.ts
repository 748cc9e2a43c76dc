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
    const fitting = Math.ceil(clientHeight / this.#rowHeight) + 1;
    // Below the top always as many, wherever a row begins: one more and one less would be made and taken away in turn.
    const last =
      first > 0 ? first + fitting + 2 * OVERSCAN : Math.ceil((scrollTop + clientHeight) / this.#rowHeight) + OVERSCAN;
    for (const [index, row] of this.#rows) {
      if ((index < first || index >= last) && index !== this.#pinned) this.#free(index, row);
    }
    for (let index = first; index < Math.min(last, this.#count); index++) this.#show(index);
    for (const row of this.#spare.splice(0)) row.remove();
  }

  /**
   * Puts the rows in the order in which they are seen, for those who read without looking. Those that are in order stay:
   * what is moved is laid out again. A focused one is never moved.
   */
  arrange(): void {
    const order = [...this.#rows].sort(([a], [b]) => a - b).map(([, row]) => row);
    const places = new Map([...this.#body.children].map((row, place) => [row, place]));
    const focused = this.#rows.get(this.#pinned);
    const staying = new Set(inOrder(order, (row) => places.get(row) ?? 0, focused));
    let next: HTMLElement | null = null;
    for (const row of order.toReversed()) {
      if (!staying.has(row)) this.#body.insertBefore(row, next);
      next = row;
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

/** The most of a list whose places ascend; with `always` among them, if it is there. */
function inOrder<T>(items: readonly T[], placeOf: (item: T) => number, always: T | undefined): T[] {
  const at = always === undefined ? -1 : items.indexOf(always);
  const isAllowed = (item: T, i: number): boolean =>
    always === undefined || at < 0 || i === at || i < at === placeOf(item) < placeOf(always);
  let longest: T[] = [];
  const endingWith: T[][] = [];
  for (const item of items.filter(isAllowed)) {
    let before: readonly T[] = [];
    for (const run of endingWith) {
      const last = run.at(-1);
      if (last !== undefined && placeOf(last) < placeOf(item) && run.length > before.length) before = run;
    }
    const run = [...before, item];
    endingWith.push(run);
    if (run.length > longest.length) longest = run;
  }
  return longest;
}
