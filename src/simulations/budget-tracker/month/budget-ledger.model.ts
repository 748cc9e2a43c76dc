import { budgetStanding, type BudgetStanding } from '../../../slo/boundary.js';
import { allowedDowntimeSeconds } from '../../../slo/budget.js';

export const DAY = 86_400;
/** The length of the month, and of the rolling window, in seconds. */
export const MONTH: number = 30 * DAY;

/** Whether the budget is that of the month, new on its first day, or of the last 30 days at any time. */
export type Window = 'calendar' | 'rolling';

/** Something that users felt. Times are in seconds from the start of the month; before it they are negative. */
export interface Spend {
  readonly start: number;
  readonly seconds: number;
  /** Share of the users. */
  readonly share: number;
}

/** A budget at a time, in seconds. */
export type Balance = BudgetStanding;

/** The books: what was spent when, and by that what is left at any time, to the second. */
export class Ledger {
  /** Seconds. */
  readonly budget: number;
  readonly window: Window;
  readonly spends: Spend[] = [];

  constructor(objective: number, window: Window) {
    this.budget = allowedDowntimeSeconds(objective, MONTH);
    this.window = window;
  }

  /** Seconds spent in a stretch of time. Two outages at once count twice. */
  spentIn(from: number, to: number): number {
    return this.spends.reduce((sum, { start, seconds, share }) => {
      // A spend that lies within is taken as it is: a time of days has fewer digits to spare than a spend of minutes.
      const isWithin = start >= from && start + seconds <= to;
      const overlap = isWithin ? seconds : Math.min(start + seconds, to) - Math.max(start, from);
      return sum + Math.max(0, overlap) * share;
    }, 0);
  }

  /** Where the window begins that ends at `now`. */
  windowStart(now: number): number {
    return this.window === 'calendar' ? 0 : now - MONTH;
  }

  at(now: number): Balance {
    return budgetStanding(this.spentIn(this.windowStart(now), now), this.budget);
  }

  /** How many times faster than allowed a stretch of time spent. */
  burnRate(from: number, to: number): number {
    return to > from ? (this.spentIn(from, to) / (to - from)) * (MONTH / this.budget) : 0;
  }

  /** What was spent so long ago that it leaves a rolling window between two times. */
  rollsOut(from: number, to: number): number {
    return this.window === 'rolling' ? this.spentIn(from - MONTH, to - MONTH) : 0;
  }

  /** The times between two others at which what is left begins to fall or to rise otherwise; those two included. */
  turns(from: number, to: number): number[] {
    const ages = this.window === 'rolling' ? [0, MONTH] : [0];
    const turns = this.spends.flatMap(({ start, seconds }) =>
      ages.flatMap((age) => [start + age, start + seconds + age]),
    );
    return [...new Set([from, ...turns.filter((turn) => turn > from && turn < to), to])].sort((a, b) => a - b);
  }

  /** What is left, as a line: straight between its points. */
  line(from: number, to: number): (readonly [at: number, left: number])[] {
    return this.turns(from, to).map((at) => [at, this.at(at).left] as const);
  }

  /** What will be left if the budget burns at a pace from `now` on and nothing rolls out that is not known of today. */
  projection(now: number, to: number, pace: number): (readonly [at: number, left: number])[] {
    const perSecond = (pace * this.budget) / MONTH;
    const { left } = this.at(now);
    return this.turns(now, to).map((at) => [at, left + this.rollsOut(now, at) - perSecond * (at - now)] as const);
  }

  /** When it is gone at that pace: `now` where it is already, `Infinity` where it lasts beyond `to`. */
  exhaustion(now: number, to: number, pace: number): number {
    const points = this.projection(now, to, pace);
    const gone = points.findIndex(([, left]) => left <= 0);
    const [before, after] = [points[gone - 1], points[gone]];
    if (!after) return Infinity;
    if (!before) return now;
    return before[0] + (before[1] / (before[1] - after[1])) * (after[0] - before[0]);
  }
}
