import type { RunText } from '../../i18n/en/run.js';
import type { Run, ShopChange } from '../../shop/index.js';

/** A moment of a run that charts mark. */
export interface RunMark {
  readonly seconds: number;
  readonly label: string;
}

/** What was done to the run until now, and what others changed meanwhile. */
export function runMarks(run: Run, changes: readonly ShopChange[], t: RunText, isRevealed: boolean = false): RunMark[] {
  const done = run.record.actions.filter(({ at }) => at <= run.now);
  const times = new Set(done.map(({ at }) => at));
  const marks = done.map(({ at, type, isSecret }) => ({
    seconds: at,
    label: isSecret && !isRevealed ? t.secret : (t.actions[type] ?? type),
  }));
  // What a team's own hands do takes effect later, and is marked when it was decided.
  const others = changes.filter(
    ({ seconds, kind }) => kind !== 'operation' && kind !== 'configuration' && !times.has(seconds),
  );
  return [...marks, ...others.map(({ seconds, summary }) => ({ seconds, label: summary }))];
}
