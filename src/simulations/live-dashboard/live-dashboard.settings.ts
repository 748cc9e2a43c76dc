import { RunElement } from '../../ui/run-element.js';
import { runSettings } from '../../ui/run-settings.js';
import { choice, number, words, type Settings } from '../../ui/settings.js';
import { FAULT_TYPES } from './incident.model.js';
import { MITIGATION_TYPES } from './remedies.model.js';

/** The settings of the dashboard: those of a run, begun a minute before the lesson's deploy, and its own. */
export const liveDashboardSettings: Settings = {
  ...RunElement.settings,
  scenario: choice('slow-query-night', 'quiet', 'one-queue'),
  at: number(240, 0, 86_400),
  objective: number(99.9, 90, 99.999),
  latencyObjective: number(400, 1, 60_000),
  fault: choice('bad-deploy', ...FAULT_TYPES.filter((type) => type !== 'bad-deploy')),
  mitigation: choice('roll-back', ...MITIGATION_TYPES.filter((type) => type !== 'roll-back')),
  target: words(''),
  trace: words(''),
  first: { ...runSettings.actions, initial: '' } as Settings[string],
  firstUntil: number(0, 0, 86_400),
  open: words(''),
};
