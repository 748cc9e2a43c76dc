import { Setting } from '../../ui/element/settings.js';
import { hoursFor, type Action, type Work } from './month/work.model.js';

/** In characters; thirty full days take less. */
const LONGEST = 4000;
const LONGEST_SEED = 40;
const HOURS_A_DAY = 8;
const WORKS: readonly Work[] = ['small', 'large', 'fix', 'migration', 'maintenance', 'reliability', 'outage'];

/** A day of the month, 1 to 30, as a whole number; 31 is its end. */
export const daySetting: Setting<number> = new Setting(
  (given) => (/^\s*\d{1,2}\s*$/.test(given) && +given >= 1 && +given <= 31 ? +given : undefined),
  (text, format) => text.range(format.number(1), format.number(31)),
);

/** Any short text; each is another month. */
export const seedSetting: Setting<string> = new Setting(
  // Every stream of random numbers begins with a hash of it.
  (given) => (given.length > 0 && given.length <= LONGEST_SEED ? given : undefined),
  (text) => text.like('8, team 3'),
);

/** The next number; a seed that is none gets one. */
export function nextSeed(seed: string): string {
  const [, name = '', number = '1'] = /^(.*?)(\d{1,9})?$/s.exec(seed) ?? [];
  return `${name}${Number(number) + 1}`;
}

/** `3:small 3:large+canary 7:migration! 9:outage20`, in the order of time. */
export const actionsSetting: Setting<string> = new Setting(
  (given) => {
    const actions = parseActions(given);
    return actions && writeActions(actions);
  },
  (text) => text.like('3:small 3:large+canary 7:migration! 9:outage20'),
);

/**
 * The actions that a text names; undefined where it cannot be read, where days go back, or where a day has more than
 * its eight hours. `+canary` stands for a canary, `!` for an override of the policy; an outage has its minutes, and may
 * lie in the month before: `-3:outage20`.
 */
export function parseActions(text: string): Action[] | undefined {
  if (text.length > LONGEST) return undefined;
  const actions: Action[] = [];
  let [today, hours] = [-Infinity, 0];
  for (const word of text.split(/[\s,]+/).filter(Boolean)) {
    const action = parseAction(word);
    if (!action || action.day < today) return undefined;
    hours = (action.day === today ? hours : 0) + hoursFor(action);
    today = action.day;
    if (hours > HOURS_A_DAY) return undefined;
    actions.push(action);
  }
  return actions;
}

function parseAction(word: string): Action | undefined {
  const [, day, name, minutes = '', canary, override] =
    /^(-?\d{1,2}):([a-z]+)(\d{1,4}(?:\.\d{1,2})?)?(\+canary)?(!)?$/.exec(word) ?? [];
  const work = WORKS.find((known) => known === name);
  const isOutage = work === 'outage';
  const isDeploy = work === 'small' || work === 'large' || work === 'fix';
  if (!work || isOutage !== minutes > '' || Number(day) > 30 || Number(day) < (isOutage ? -29 : 1)) return undefined;
  if ((canary && !isDeploy) || (isOutage && override)) return undefined;
  return { day: Number(day), work, canary: !!canary, override: !!override, minutes: Number(minutes) };
}

export function writeActions(actions: readonly Action[]): string {
  return actions
    .map(
      ({ day, work, canary, override, minutes }) =>
        `${day}:${work}${minutes || (work === 'outage' ? 0 : '')}${canary ? '+canary' : ''}${override ? '!' : ''}`,
    )
    .join(' ');
}
