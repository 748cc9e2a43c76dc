import type { AllText } from '../en/index.js';
import { registerLanguage } from '../languages.js';
import { alertComparison } from './alert-comparison.js';
import { blindVsObservable } from './blind-vs-observable.js';
import { budgetTracker } from './budget-tracker.js';
import { figure } from './figure.js';
import { goldenSignals } from './golden-signals.js';
import { liveDashboard } from './live-dashboard.js';
import { logSearch } from './log-search.js';
import { quiz } from './quiz.js';
import { redUse } from './red-use.js';
import { run } from './run.js';
import { sloCalculator } from './slo-calculator.js';
import { traceViewer } from './trace-viewer.js';

const simplifiedChinese: AllText = {
  figure,
  run,
  alertComparison,
  blindVsObservable,
  budgetTracker,
  goldenSignals,
  liveDashboard,
  logSearch,
  quiz,
  redUse,
  sloCalculator,
  traceViewer,
};

registerLanguage('zh-Hans', simplifiedChinese);
