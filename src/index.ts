export { ObsSloCalculator } from './simulations/slo-calculator/slo-calculator.js';
export { ObsChangeEvent, ObsErrorEvent, ObsInputEvent } from './events.js';
export { registerLanguage } from './i18n/languages.js';
