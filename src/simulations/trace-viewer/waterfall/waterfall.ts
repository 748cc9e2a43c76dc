import { RowWindow } from '../../../ui/controls/row-window.js';
import { commandOf, type GridCommand } from './treegrid-keyboard.js';
import type { TraceView } from '../trace-viewer.view.js';
import { zoomed } from './zoom.js';
import { createRow, fillRow, rowWords, setTabStop, type RowScene } from './row-painter.js';
import { allParents, hasChildren, rowOf, shiftLevel, visibleRows } from './rows.model.js';
import type { TimeRange } from '../source/shown-trace.js';
import { ticksOf } from './minimap.model.js';

/** What the reader does in the waterfall. */
export interface WaterfallActs {
  select(index: number): void;
  zoom(range: TimeRange): void;
}

/** Pixels that a label of the axis wants. */
const TICK_PIXELS = 90;

/**
 * The rows of a trace: a treegrid whose rows are recycled by hand, for a trace may have 200,000. The focus is on a row or
 * on one of its cells, as the ARIA Authoring Practices have it.
 */
export class Waterfall {
  readonly #acts: WaterfallActs;
  #resized: ResizeObserver | undefined;
  /** The size for which it is drawn. */
  #size = '';
  #viewport: HTMLElement | undefined;
  #attached = new AbortController();
  #window: RowWindow | undefined;
  #shown: TraceView | undefined;
  #scene: RowScene | undefined;
  #collapsed = new Set<number>();
  /** The row that has the focus, or would have it; and its cell, from 0, or -1 for the row itself. */
  #active = 0;
  #cell = -1;

  constructor(acts: WaterfallActs) {
    this.#acts = acts;
  }

  /** How many rows are open. */
  get rowCount(): number {
    return this.#scene?.rows.length ?? 0;
  }

  /** Draws a trace into the grid, where there is one. */
  draw(grid: HTMLElement | null, shown: TraceView): void {
    const viewport = grid?.querySelector<HTMLElement>('.rows') ?? undefined;
    if (viewport !== this.#viewport) this.#attach(viewport);
    if (shown.outline !== this.#shown?.outline) {
      this.#collapsed = new Set();
      this.#active = 0;
      this.#cell = -1;
      if (viewport) viewport.scrollTop = 0;
    }
    const isNewSelection = shown.selected !== this.#shown?.selected || shown.outline !== this.#shown.outline;
    this.#shown = shown;
    this.#redraw();
    if (!isNewSelection || shown.selected < 0 || !this.#scene) return;
    this.#open(shown.selected);
    this.#active = rowOf(this.#scene.rows, shown.selected);
    this.#mark();
    this.#window?.reveal(this.#active);
  }

  /** Lets go of the page. */
  detach(): void {
    this.#attach(undefined);
  }

  #attach(viewport: HTMLElement | undefined): void {
    this.#resized?.disconnect();
    this.#attached.abort();
    this.#attached = new AbortController();
    const { signal } = this.#attached;
    this.#viewport = viewport;
    this.#window = undefined;
    const body = viewport?.querySelector<HTMLElement>('.body');
    if (!viewport || !body) return;
    this.#window = new RowWindow(viewport, body, {
      create: createRow,
      fill: (row, place) => {
        if (this.#scene) fillRow(row, place, this.#scene);
        this.#setTabs(row, place);
      },
    });
    viewport.addEventListener('scroll', this.#scrolled, { passive: true, signal });
    viewport.addEventListener('scrollend', this.#arrange, { signal });
    viewport.addEventListener('keydown', this.#pressed, { signal });
    viewport.addEventListener('click', this.#clicked, { signal });
    viewport.addEventListener('focusin', this.#focused, { signal });
    // In a task of its own: what changes sizes within an observer's callback is reported to the page as an error.
    this.#resized = new ResizeObserver(() => setTimeout(() => this.#fit()));
    this.#resized.observe(viewport);
  }

  readonly #scrolled = (): void => this.#window?.scrolled();
  readonly #arrange = (): void => this.#window?.arrange();

  /** Draws anew for another width or text size. */
  #fit(): void {
    if (this.#viewport && this.#size !== sizeOf(this.#viewport)) this.#redraw();
  }

  #redraw(): void {
    const { outline, range } = this.#shown ?? {};
    if (!this.#viewport || !this.#window || !this.#shown || !outline || !range) return;
    const rows = visibleRows(outline, this.#collapsed);
    const head = this.#viewport.parentElement?.querySelector('.axis');
    const width = head?.getBoundingClientRect().width ?? 0;
    const matching = this.#shown.matches && new Set(this.#shown.matches);
    this.#scene = {
      ...this.#shown,
      rows,
      collapsed: this.#collapsed,
      words: rowWords(this.#shown),
      width,
      height: this.#cellHeight,
      ticks: ticksOf(range.fromMs, range.toMs, Math.max(2, width / TICK_PIXELS)),
      matching,
    };
    this.#active = Math.min(this.#active, rows.length - 1);
    this.#viewport.parentElement?.setAttribute('aria-rowcount', String(rows.length + 1));
    this.#window.reset(rows.length);
    if (this.#cellHeight !== this.#scene.height) {
      this.#scene = { ...this.#scene, height: this.#cellHeight };
      this.#window.reset(rows.length);
    }
    this.#mark();
    this.#window.arrange();
    this.#size = sizeOf(this.#viewport);
  }

  /** Of the bars; a narrow figure has them below the names. */
  get #cellHeight(): number {
    return this.#viewport?.querySelector('.row .time')?.getBoundingClientRect().height || 28;
  }

  /** Keeps the active row in the page, and in the order of the Tab key. */
  #mark(): void {
    this.#window?.pin(this.#active);
    for (const row of this.#viewport?.querySelectorAll<HTMLElement>('.row') ?? []) {
      this.#setTabs(row, Number(row.id.slice('row-'.length)));
    }
  }

  #setTabs(row: HTMLElement, place: number): void {
    setTabStop(row, place === this.#active ? this.#cell : undefined);
  }

  #focus(place: number, cell: number = this.#cell): void {
    if (!this.#window || place < 0 || place >= this.rowCount) return;
    this.#active = place;
    this.#cell = cell;
    this.#window.reveal(place);
    const row = this.#window.pin(place);
    this.#mark();
    const target = cell < 0 ? row : row?.children[cell];
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  }

  readonly #focused = ({ target }: Event): void => {
    const row = target instanceof Element ? target.closest<HTMLElement>('.row') : null;
    if (!row) return;
    this.#active = Number(row.id.slice('row-'.length));
    this.#cell = target === row ? -1 : [...row.children].indexOf(target as Element);
    this.#mark();
  };

  readonly #clicked = ({ target }: Event): void => {
    const row = target instanceof Element ? target.closest<HTMLElement>('.row') : null;
    if (!row) return;
    const place = Number(row.id.slice('row-'.length));
    if (target instanceof Element && target.closest('.twist')) this.#toggle(place);
    else this.#select(place);
    this.#focus(place, -1);
  };

  #select(place: number): void {
    const index = this.#scene?.rows[place];
    if (index !== undefined) this.#acts.select(index);
  }

  #toggle(place: number): void {
    const index = this.#scene?.rows[place] ?? -1;
    if (!this.#scene || !hasChildren(this.#scene.outline, index)) return;
    if (!this.#collapsed.delete(index)) this.#collapsed.add(index);
    this.#redraw();
  }

  /** Opens all that hides a span. */
  #open(index: number): void {
    const { outline } = this.#shown ?? {};
    let isHidden = false;
    for (let above = outline?.parents[index] ?? -1; above >= 0; above = outline?.parents[above] ?? -1) {
      isHidden = this.#collapsed.delete(above) || isHidden;
    }
    if (isHidden) this.#redraw();
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const command = commandOf(event);
    if (!command || !this.#scene || !this.#window) return;
    event.preventDefault();
    const index = this.#scene.rows[this.#active] ?? 0;
    switch (command) {
      case 'down':
        return this.#focus(this.#active + 1);
      case 'up':
        return this.#focus(this.#active - 1);
      case 'right':
        return this.#goRight(index);
      case 'left':
        return this.#goLeft(index);
      case 'row-start':
        return this.#cell < 0 ? this.#focus(0) : this.#focus(this.#active, 0);
      case 'row-end':
        return this.#cell < 0 ? this.#focus(this.rowCount - 1) : this.#focus(this.#active, this.#lastCell);
      case 'first':
        return this.#focus(0);
      case 'last':
        return this.#focus(this.rowCount - 1);
      case 'page-down':
        return this.#focus(Math.min(this.rowCount - 1, this.#active + this.#window.pageSize));
      case 'page-up':
        return this.#focus(Math.max(0, this.#active - this.#window.pageSize));
      case 'select':
        return this.#select(this.#active);
      case 'next-match':
      case 'previous-match':
        return this.goToMatch(command === 'next-match' ? 1 : -1, true);
      case 'collapse-all':
      case 'expand-all':
      case 'collapse-level':
      case 'expand-level':
        return this.#fold(command, index);
      default:
        return this.#zoom(command, index);
    }
  };

  get #lastCell(): number {
    const cells = this.#window?.row(this.#active)?.children ?? [];
    // Cells that a narrow figure has no room for are not there.
    return [...cells].findLastIndex((cell) => cell.getBoundingClientRect().width > 0);
  }

  #goRight(index: number): void {
    if (this.#cell >= 0) this.#focus(this.#active, Math.min(this.#lastCell, this.#cell + 1));
    else if (this.#collapsed.has(index)) this.#toggle(this.#active);
    else this.#focus(this.#active, 0);
  }

  #goLeft(index: number): void {
    const { outline, rows } = this.#scene ?? {};
    if (!outline || !rows) return;
    if (this.#cell >= 0) this.#focus(this.#active, this.#cell - 1);
    else if (hasChildren(outline, index) && !this.#collapsed.has(index)) this.#toggle(this.#active);
    else if ((outline.parents[index] ?? -1) >= 0) this.#focus(rowOf(rows, outline.parents[index] ?? 0));
  }

  #fold(command: GridCommand, index: number): void {
    const { outline } = this.#scene ?? {};
    if (!outline) return;
    if (command === 'collapse-all') this.#collapsed = allParents(outline);
    else if (command === 'expand-all') this.#collapsed = new Set();
    else if (command === 'collapse-level' || this.#collapsed.size > 0) {
      this.#collapsed = shiftLevel(outline, this.#collapsed, command === 'expand-level');
    }
    this.#redraw();
    if (this.#scene) this.#focus(rowOf(this.#scene.rows, index), -1);
  }

  #zoom(command: GridCommand, index: number): void {
    if (this.#scene) this.#acts.zoom(zoomed(command, this.#scene, this.#scene.trace.spans[index]));
  }

  /** Selects the next span that matches the query, or the one before, and its row; round again at the end. */
  goToMatch(step: 1 | -1, takesFocus: boolean = false): void {
    const { matches, rows } = this.#scene ?? {};
    if (!matches?.length || !rows) return;
    const from = rows[this.#active] ?? -1;
    const next = step > 0 ? matches.find((i) => i > from) : matches.findLast((i) => i < from);
    const index = next ?? (step > 0 ? matches[0] : matches.at(-1)) ?? 0;
    this.#open(index);
    if (takesFocus && this.#scene) this.#focus(rowOf(this.#scene.rows, index), -1);
    this.#acts.select(index);
  }
}

function sizeOf({ clientWidth, clientHeight }: Element): string {
  return `${clientWidth} ${clientHeight}`;
}
