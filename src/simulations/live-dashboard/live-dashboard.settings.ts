import { readActions } from '../../shop/index.js';
import type { Setting } from '../../ui/settings.js';

/** What was done in a run, as `60 traffic-spike factor=3; 120 scale-out service=auth`. */
export function actionsText(initial: string): Setting<string> {
  return {
    initial,
    parse: (given) => (readActions(given) ? given : undefined),
    expected: (text) => text.like('60 traffic-spike factor=3; 120 scale-out service=auth'),
  };
}
