import { hoursUsed, Month, monthOn, type MonthRecord, type Player } from '../budget-tracker.model.js';
import { MONTH } from '../month/budget-ledger.model.js';
import { allows } from '../policy/policy.model.js';
import { hoursFor, type Action, type Work } from '../month/work.model.js';

/** How a team plays its plan: with the policy, without, or always behind a canary. */
export type Plan = 'policy' | 'none' | 'canary';

export const PLANS: readonly Plan[] = ['none', 'policy', 'canary'];

/** What the team wants to do on a day, in this order: the same wishes by every plan. */
export function wishes(day: number): readonly Work[] {
  const wished: Work[] = [];
  if (day % 3 === 1) wished.push('small');
  if (day % 9 === 5) wished.push('large');
  if (day === 10) wished.push('migration');
  if (day === 20) wished.push('maintenance');
  return wished;
}

/** The player of a plan: one wish after the other, as far as the plan lets it. */
export function playerOf(plan: Plan): Player {
  return (month, day) => {
    const today = month.entries.filter(({ action }) => action?.day === day).map(({ kind }) => kind);
    const wished: readonly Work[] = [...(month.rolledBack.length ? (['fix'] as const) : []), ...wishes(day)];
    const { band } = month.ledger.at(month.now);
    for (const work of wished.filter((wish) => !today.includes(wish))) {
      for (const canary of plan === 'canary' ? [true] : [false, true]) {
        const action: Action = {
          day,
          work,
          canary: canary && work !== 'migration' && work !== 'maintenance',
          override: plan !== 'policy',
          minutes: 0,
        };
        if (plan !== 'policy' || allows(band, action)) return action;
      }
    }
    // A team that may not ship makes the system sturdier.
    const isFrozen = plan === 'policy' && (band === 'freeze' || band === 'hard');
    return isFrozen && !today.length
      ? { day, work: 'reliability', canary: false, override: false, minutes: 0 }
      : undefined;
  };
}

/** The recorded actions up to a day, and on it what the plan still does. */
export function planDay(record: MonthRecord, day: number, plan: Plan): readonly Action[] {
  const player = playerOf(plan);
  let actions = record.actions.filter((action) => action.day <= day);
  for (;;) {
    const action = player(monthOn({ ...record, actions }, day), day);
    if (!action || hoursUsed(actions, day) + hoursFor(action) > 8) return actions;
    actions = [...actions, action];
  }
}

/** How one month ended. */
export interface MonthResult {
  readonly features: number;
  /** Seconds; below zero when the objective is missed. */
  readonly left: number;
}

export function playMonth(record: MonthRecord, plan: Plan): MonthResult {
  // A plan is judged by the month it fills.
  const month = new Month({ ...record, window: 'calendar', actions: [] }, playerOf(plan));
  month.playTo(MONTH);
  return { features: month.features, left: month.ledger.at(MONTH).left };
}

/** What became of each month, by plan. */
export type MonthResults = Readonly<Record<Plan, readonly MonthResult[]>>;

/** A word for what many months depend on: not the window, nor what was done in this one. */
export function monthsKey({ seed, objective, trouble, rollback, riskMinutes, riskChance }: MonthRecord): string {
  return JSON.stringify([seed, objective, trouble, rollback, riskMinutes, riskChance]);
}

/** Many months, each met by every plan: one yield for each month, so that the work can be sliced. */
export function* playMonths(record: MonthRecord, count: number): Generator<number, MonthResults, void> {
  const results: Record<Plan, MonthResult[]> = { none: [], policy: [], canary: [] };
  for (let index = 1; index <= count; index++) {
    const month = { ...record, seed: `${record.seed}/${index}` };
    for (const plan of PLANS) results[plan].push(playMonth(month, plan));
    yield index;
  }
  return results;
}
