export { ObsLogSearch } from './simulations/log-search/log-search.js';
export { ObsSloCalculator } from './simulations/slo-calculator/slo-calculator.js';
export {
  ObsActionEvent,
  ObsAlertEvent,
  ObsChangeEvent,
  ObsErrorEvent,
  ObsInputEvent,
  ObsPlaybackEvent,
  ObsProgressEvent,
  ObsSelectEvent,
  type Selection,
} from './events.js';
export { registerLanguage } from './i18n/languages.js';
