import { readActions } from '../../shop/index.js';
import type { Setting } from '../element/settings.js';

/** What the reader, the author or the scenario do to the shop, and when. */
export function actionsSetting(initial: string): Setting<string> {
  return {
    initial,
    parse: (given) => (readActions(given) ? given : undefined),
    expected: (text) => text.like('60 traffic-spike factor=3; 120 scale-out service=auth'),
  };
}

/** A number or a word; empty where the scenario's own is meant. */
export function seedSetting(initial: string): Setting<string> {
  return {
    initial,
    parse: (given) => (/^[\w-]{0,40}$/.test(given) ? given : undefined),
    expected: (text) => text.like('42, monday'),
  };
}
