import { number, Setting } from '../../ui/element/settings.js';
import { STRATEGY_NAMES, type StrategyName } from './rules/strategies.model.js';

/** Days by which `day` zooms; the week begins on Monday. */
export const DAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export type DayName = (typeof DAY_NAMES)[number];

/** In percent; at 100 there is no budget to burn. Its limit is written with all its nines. */
export const objectiveSetting: Setting<number> = new Setting(number(90, 99.999).parse, (text, format) =>
  text.range(format.number(90), format.number(99.999, 3)),
);

/** Some of the strategies, in any order, by name. */
export const strategiesSetting: Setting<string> = new Setting(
  (given) => {
    const chosen = namesIn(given);
    return chosen.length > 0 && given.trim().split(/\s+/).length === chosen.length ? chosen.join(' ') : undefined;
  },
  (text) => text.like('cause symptom approach6'),
);

/** The strategies that a text names, in the order of their lanes. */
export function namesIn(text: string): StrategyName[] {
  const words = new Set(text.trim().split(/\s+/));
  return STRATEGY_NAMES.filter((name) => words.has(name));
}
