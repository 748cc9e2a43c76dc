import { choice, Setting } from '../../ui/element/settings.js';
import { LESSON } from './incident/incident.model.js';
import type { Step } from './probes/investigation.model.js';
import { LOOK_BY_ID, SIDES, type Side } from './probes/probes.model.js';
import { REMEDIES, SUSPECTS, type Remedy } from './diagnosis/suspects.model.js';

/** What each side does, in order. */
export type Plan = Readonly<Record<Side, readonly Step[]>>;

/** More than anybody gets done in an hour. */
const MOST_STEPS = 60;
const NO_STEPS: Plan = { blind: [], observable: [] };

/** A plan as it stands in a link: `blind count !flag-off; observable dashboard trace`. */
export function writePlan(plan: Plan): string {
  return SIDES.filter((side) => plan[side].length > 0)
    .map((side) => [side, ...plan[side].map((step) => ('look' in step ? step.look : `!${step.remedy}`))].join(' '))
    .join('; ');
}

/** The plan that a text names; undefined where it names what does not exist, a side twice, or too much. */
export function readPlan(text: string): Plan | undefined {
  const plan: Record<Side, readonly Step[]> = { ...NO_STEPS };
  // Longer than any plan: not worth reading.
  if (text.length > 4000) return undefined;
  for (const written of text.split(';').filter((one) => one.trim())) {
    const [name, ...words] = written.trim().split(/\s+/);
    const side = SIDES.find((one) => one === name);
    const steps = words.flatMap((word) => (side ? (readStep(side, word) ?? []) : []));
    if (side === undefined || plan[side].length > 0) return undefined;
    if (steps.length !== words.length || steps.length > MOST_STEPS) return undefined;
    plan[side] = steps;
  }
  return plan;
}

function readStep(side: Side, word: string): Step | undefined {
  if (LOOK_BY_ID.get(word)?.side === side) return { look: word };
  const remedy = word.slice(1);
  return word.startsWith('!') && Object.hasOwn(REMEDIES, remedy) ? { remedy: remedy as Remedy } : undefined;
}

/** The looks that were made, and the remedies that were tried. */
export const plan: Setting<string> = new Setting(
  (given) => (readPlan(given) ? given : undefined),
  (text) => text.like('blind count grep-order; observable dashboard trace !roll-back-payment'),
);

/** An incident by name: the lesson's, `surprise`, or a cause. */
export const incident: Setting<string> = choice(LESSON, 'surprise', ...SUSPECTS);
