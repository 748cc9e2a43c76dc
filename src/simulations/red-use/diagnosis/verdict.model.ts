import type { ShopAction } from '../../../shop/index.js';
import { bottleneckOf, type Bottleneck } from '../faults.model.js';
import { resourceNow, type ResourceNow } from './path.model.js';
import type { RedUseModel } from '../red-use.model.js';

/** How a reader's answer stands against the mechanism of what was done to the shop. */
export interface Verdict {
  readonly answer: ResourceNow;
  readonly truth: ResourceNow;
  /** One point for the service, one for the resource. */
  readonly score: number;
}

export const MOST_POINTS = 2;

/** Compares an answer with what the newest action that makes something scarce does; undefined where there is none. */
export function judge(model: RedUseModel, actions: readonly ShopAction[], answer: Bottleneck): Verdict | undefined {
  const scarce = actions.map((action) => bottleneckOf(action, model)).findLast((found) => found !== undefined);
  if (!scarce) return undefined;
  const score = Number(answer.service === scarce.service) + Number(answer.kind === scarce.kind);
  return { answer: resourceNow(model, answer), truth: resourceNow(model, scarce), score };
}
