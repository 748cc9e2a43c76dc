import { ShopMetrics, type Shop } from '../../shop/index.js';
import { baselineOf, BASELINE_SECONDS, distance, SCRAPES_OUTSIDE, type Baseline } from './matrix/baseline.model.js';
import { CellReader, cellsOf, type Cell, type CellValue } from './matrix/cells.model.js';

/** Seconds between two scrapes, over which rates are taken, and that are shown. */
export const SCRAPE_SECONDS = 2;
export const RANGE_SECONDS = 15;
export const WINDOW_SECONDS = 180;

/** A cell that is no longer where it usually is. */
export interface Departure {
  readonly cell: Cell;
  /** Its place in the order, 1 for the first; cells that leave at the same scrape share one. */
  readonly order: number;
  /** The second of the first scrape at which it was outside for good. */
  readonly seconds: number;
  /** The value then, and by how many widths it was away. */
  readonly value: number;
  readonly distance: number;
}

/** The past of one cell. */
export interface Track {
  readonly cell: Cell;
  readonly values: readonly number[];
  readonly beside: readonly number[];
  readonly baseline: Baseline | undefined;
  readonly departure: Departure | undefined;
}

interface Outside {
  readonly seconds: number;
  readonly value: number;
  readonly distance: number;
  readonly scrapes: number;
}

/** RED of every service and USE of every resource of a shop, what is usual for them, and in which order they left that. */
export class RedUseModel {
  readonly metrics: ShopMetrics;
  readonly cells: readonly Cell[];
  readonly #byKey: ReadonlyMap<string, Cell>;
  /** Seconds of the scrapes that are shown, oldest first. */
  readonly scrapes: number[] = [];
  /** In the order in which they left. */
  readonly departures: Departure[] = [];
  readonly #reader: CellReader;
  readonly #values = new Map<string, number[]>();
  readonly #beside = new Map<string, number[]>();
  readonly #baselines = new Map<string, Baseline>();
  readonly #outside = new Map<string, Outside>();
  readonly #departures = new Map<string, Departure>();

  constructor(shop: Shop) {
    this.metrics = new ShopMetrics(shop, {
      scrapeSeconds: SCRAPE_SECONDS,
      capacity: (WINDOW_SECONDS + RANGE_SECONDS) / SCRAPE_SECONDS + 1,
    });
    this.cells = cellsOf(shop);
    this.#byKey = new Map(this.cells.map((cell) => [cell.key, cell]));
    this.#reader = new CellReader(this.metrics.scraper);
  }

  /** Called at every step of the run. */
  tick(seconds: number): void {
    this.metrics.tick(seconds);
    if (this.metrics.scrapedAt !== seconds || seconds < RANGE_SECONDS) return;
    const answers = this.#reader.read(this.cells, { at: seconds, range: RANGE_SECONDS });
    this.#keep(seconds, answers);
    if (seconds <= BASELINE_SECONDS) {
      for (const cell of this.cells) {
        const baseline = baselineOf(cell, this.#of(this.#values, cell));
        if (baseline) this.#baselines.set(cell.key, baseline);
      }
    } else this.#watch(seconds, answers);
  }

  /** Whether the quiet minute is over, and what is usual is known. */
  get isWatching(): boolean {
    return (this.scrapes.at(-1) ?? 0) >= BASELINE_SECONDS;
  }

  track(cell: Cell): Track {
    return {
      cell,
      values: this.#of(this.#values, cell),
      beside: this.#of(this.#beside, cell),
      baseline: this.#baselines.get(cell.key),
      departure: this.#departures.get(cell.key),
    };
  }

  /** What a cell shows now. */
  now(cell: Cell): number {
    return this.#of(this.#values, cell).at(-1) ?? NaN;
  }

  /** Whether a cell that left has been back within its baseline for as many scrapes as it takes to leave. */
  isBack(cell: Cell): boolean {
    const baseline = this.#baselines.get(cell.key);
    const newest = this.#of(this.#values, cell).slice(-SCRAPES_OUTSIDE);
    return baseline !== undefined && newest.every((value) => distance(value, baseline) <= 1);
  }

  /** Whether something left, and all that left is back. */
  get isRecovered(): boolean {
    return this.departures.length > 0 && this.departures.every(({ cell }) => this.isBack(cell));
  }

  cell(key: string): Cell | undefined {
    return this.#byKey.get(key);
  }

  #keep(seconds: number, answers: readonly CellValue[]): void {
    this.scrapes.push(seconds);
    const isFull = (this.scrapes[0] ?? 0) < seconds - WINDOW_SECONDS;
    if (isFull) this.scrapes.shift();
    this.cells.forEach((cell, index) => {
      const { value = NaN, beside = NaN } = answers[index] ?? {};
      const [values, others] = [this.#of(this.#values, cell), this.#of(this.#beside, cell)];
      values.push(value);
      others.push(beside);
      if (!isFull) return;
      values.shift();
      others.shift();
    });
  }

  #of(kept: Map<string, number[]>, { key }: Cell): number[] {
    let values = kept.get(key);
    if (!values) {
      values = [];
      kept.set(key, values);
    }
    return values;
  }

  #watch(seconds: number, answers: readonly CellValue[]): void {
    const left: (Outside & { cell: Cell })[] = [];
    this.cells.forEach((cell, index) => {
      const baseline = this.#baselines.get(cell.key);
      if (!baseline || this.#departures.has(cell.key)) return;
      const { value = NaN } = answers[index] ?? {};
      const away = distance(value, baseline);
      if (!(away > 1)) {
        this.#outside.delete(cell.key);
        return;
      }
      const before = this.#outside.get(cell.key) ?? { seconds, value, distance: away, scrapes: 0 };
      const now = { ...before, scrapes: before.scrapes + 1 };
      this.#outside.set(cell.key, now);
      if (now.scrapes >= SCRAPES_OUTSIDE) left.push({ ...now, cell });
    });
    // Between those that left at the same scrape there is no order: the one that went furthest is told first.
    const order = this.departures.length + 1;
    for (const { cell, seconds: at, value, distance: away } of left.sort((a, b) => b.distance - a.distance)) {
      const departure = { cell, order, seconds: at, value, distance: away };
      this.departures.push(departure);
      this.#departures.set(cell.key, departure);
    }
  }
}
