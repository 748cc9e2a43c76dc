import type { BudgetTrackerText } from '../../i18n/en/budget-tracker.js';
import type { FigureHost } from '../../ui/controls/fields.js';
import { hoursUsed, monthOn, type Entry, type Month, type MonthRecord } from './budget-tracker.model.js';
import { DAY, MONTH, type Balance } from './month/budget-ledger.model.js';
import { allows } from './policy/policy.model.js';
import type { Work } from './month/work.model.js';

/** The month as it stands. */
export interface MonthReading {
  readonly record: MonthRecord;
  readonly month: Month;
  readonly day: number;
  /** Seconds from the start of the month. */
  readonly now: number;
  readonly balance: Balance;
  /** The burn rate that is taken to go on, and when the budget is gone by it; `Infinity` beyond the month. */
  readonly pace: number;
  readonly goneAt: number;
  readonly hoursLeft: number;
}

/** What the parts of the figure draw from, and where the reader's acts go. */
export interface TrackerView extends MonthReading {
  readonly text: BudgetTrackerText;
  readonly host: FigureHost;
  /** The day that the reader looks at, 0 to 30. */
  readonly cursor: number;
  /** Whether the next act goes against the policy. */
  readonly override: boolean;
  readonly canary: boolean;
  /** What the card weighs. */
  readonly considered: Work;
}

/** Plays the month to a day, and reads what that means. */
export function readMonth(record: MonthRecord, day: number, lookBack: 'month' | 'week'): MonthReading {
  const month = monthOn(record, day);
  const { now, ledger } = month;
  const since = lookBack === 'month' ? ledger.windowStart(now) : Math.max(ledger.windowStart(now), now - 7 * DAY);
  const pace = ledger.burnRate(since, now);
  return {
    record,
    month,
    day,
    now,
    balance: ledger.at(now),
    pace,
    goneAt: ledger.exhaustion(now, MONTH, pace),
    hoursLeft: day > 30 ? 0 : 8 - hoursUsed(record.actions, day),
  };
}

/** An entry in words: what it was, and what came of it. */
export function nameOf({ text: t }: Pick<TrackerView, 'text'>, entry: Entry): string {
  const { action, outcome, bad, caught } = entry;
  const kinds: Readonly<Record<string, string>> = { ...t.works, ...t.incidents };
  const plain = kinds[entry.kind] ?? '';
  const what = action?.canary ? t.canaried(plain) : plain;
  if (outcome === 'averted') return t.averted(what);
  if (outcome === 'held') return entry.kind === 'fix' && entry.band !== 'hard' ? t.noFix(what) : t.held(what);
  const ended = caught
    ? t.caught(what)
    : entry.kind === 'migration' && bad
      ? t.wentWrong(what)
      : bad
        ? t.wentBad(what)
        : what;
  return wasOverride(entry) ? t.overridden(ended) : ended;
}

/** The end of a day, or the present where that day is not over. */
export function seenAt(cursor: number, now: number): number {
  const end = Math.min(cursor * DAY, MONTH);
  return end > now && end - now < DAY ? now : end;
}

/** Whether it was done although the policy forbade it then. */
export function wasOverride({ action, outcome, band }: Entry): boolean {
  return outcome === 'happened' && !!action?.override && !allows(band, action);
}

/** What it cost, in seconds of budget. */
export function costIn({ seconds, share }: Pick<Entry, 'seconds' | 'share'>): number {
  return seconds * share;
}

/** `day 12, 14:05`, or how many days before the month. */
export function whenOf({ text: t, host }: Pick<TrackerView, 'text' | 'host'>, at: number): string {
  if (at < 0) return t.beforeMonth(host.format.number(Math.ceil(-at / DAY)));
  return t.clock(host.format.number(Math.floor(at / DAY) + 1), timeOfDay(at));
}

export function timeOfDay(at: number): string {
  const minutes = Math.floor((at % DAY) / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
