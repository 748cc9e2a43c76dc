export { ObsSloCalculator } from './simulations/slo-calculator/slo-calculator.js';
export { ObsTraceViewer } from './simulations/trace-viewer/trace-viewer.js';
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
