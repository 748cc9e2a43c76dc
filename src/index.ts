export { ObsAlertComparison } from './simulations/alert-comparison/alert-comparison.js';
export { ObsBlindVsObservable } from './simulations/blind-vs-observable/blind-vs-observable.js';
export { ObsBudgetTracker } from './simulations/budget-tracker/budget-tracker.js';
export { ObsGoldenSignals } from './simulations/golden-signals/golden-signals.js';
export { ObsLiveDashboard } from './simulations/live-dashboard/live-dashboard.js';
export { ObsLogSearch } from './simulations/log-search/log-search.js';
export { ObsQuiz } from './simulations/quiz/quiz.js';
export { ObsRedUse } from './simulations/red-use/red-use.js';
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
