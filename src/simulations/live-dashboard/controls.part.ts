import { html, type TemplateResult } from 'lit';
import type { Mitigation, Run } from '../../shop/index.js';
import { choiceField } from '../../ui/controls/fields.js';
import { FAULT_TYPES } from './incident/incident.model.js';
import type { LiveDashboardView } from './live-dashboard.view.js';
import { MITIGATION_TYPES, targetsOf } from './what-if/remedies.model.js';

/** What the buttons of the dashboard do. */
export interface ControlActs {
  readonly inject: () => void;
  readonly surprise: () => void;
  readonly mitigate: () => void;
  readonly traceSlow: () => void;
}

/** What is chosen in the fields. */
export interface Chosen {
  readonly fault: string;
  readonly mitigation: Mitigation['type'];
  readonly target: string;
}

/** To break something, and to mend it. */
export function controlsPart(
  { host, text: t, runText, model }: LiveDashboardView,
  run: Run,
  chosen: Chosen,
  acts: ControlActs,
): TemplateResult {
  const named = (types: readonly string[]): Record<string, string> =>
    Object.fromEntries(types.map((type) => [type, runText.actions[type] ?? type]));
  const targets = targetsOf(chosen.mitigation, run.shop, model.changes.changes);
  const shown = Object.fromEntries(targets.map((target) => [target, target.replace('>', ' → ')]));
  const hasTarget = targets.length > 0;
  return html`<div class="deeds">
    <div class="deed" role="group" aria-label=${t.break} part="actions">
      ${choiceField(host, 'fault', chosen.fault, named(FAULT_TYPES))}
      <button @click=${acts.inject}>${t.inject}</button>
      <button @click=${acts.surprise}>${t.surprise}</button>
    </div>
    <div class="deed" role="group" aria-label=${t.mend} part="actions">
      ${choiceField(host, 'mitigation', chosen.mitigation, named(MITIGATION_TYPES))}
      ${choiceField(host, 'target', chosen.target, hasTarget ? shown : { '': t.nothingToChoose })}
      <button class="mend" ?disabled=${!hasTarget} @click=${acts.mitigate}>${t.mitigate}</button>
    </div>
    <button @click=${acts.traceSlow}>${t.slowRequest}</button>
  </div>`;
}
