import type { Mitigation, ShopAction } from '../../../shop/index.js';
import type { LiveDashboardView } from '../live-dashboard.view.js';
import { REMEDIES } from '../what-if/remedies.model.js';

type Words = Pick<LiveDashboardView, 'runText' | 'text'>;

/** What broke, in words. */
export function nameOf({ runText }: Words, { type }: ShopAction): string {
  return runText.actions[type] ?? type;
}

/** What a mitigation is done to: a service, a flag, or the calls from one service to another. */
export function targetOf(action: object): string {
  const names: Readonly<Record<string, unknown>> = { ...action };
  const [service, flag, from, to] = ['service', 'flag', 'from', 'to'].map((name) => {
    const value = names[name];
    return typeof value === 'string' ? value : '';
  });
  return service || flag || (from && to ? `${from} → ${to}` : '');
}

/** What the one on call did. */
export function stepText({ runText, text: t }: Words, action: ShopAction): string {
  const what = runText.actions[action.type] ?? action.type;
  return t.remedy(what, targetOf(action));
}

/** What would have helped. */
export function remedyText({ runText, text: t }: Words, { type }: ShopAction): string {
  const remedies: Readonly<Record<string, { readonly right: readonly Mitigation[] }>> = REMEDIES;
  const right = remedies[type]?.right ?? [];
  if (right.length === 0) return '';
  return right.map((how) => t.remedy(runText.actions[how.type] ?? how.type, targetOf(how))).reduce(t.eitherOf);
}
