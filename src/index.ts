export { ObsBlindVsObservable } from './simulations/blind-vs-observable/blind-vs-observable.js';
export { ObsGoldenSignals } from './simulations/golden-signals/golden-signals.js';
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
