import { alertComparison, type AlertComparisonText } from './alert-comparison.js';
import { blindVsObservable, type BlindVsObservableText } from './blind-vs-observable.js';
import { budgetTracker, type BudgetTrackerText } from './budget-tracker.js';
import { figure, type FigureText } from './figure.js';
import { goldenSignals, type GoldenSignalsText } from './golden-signals.js';
import { liveDashboard, type LiveDashboardText } from './live-dashboard.js';
import { logSearch, type LogSearchText } from './log-search.js';
import { quiz, type QuizText } from './quiz.js';
import { redUse, type RedUseText } from './red-use.js';
import { run, type RunText } from './run.js';
import { sloCalculator, type SloCalculatorText } from './slo-calculator.js';
import { traceViewer, type TraceViewerText } from './trace-viewer.js';

/** All text by section; each element imports the sections it speaks. */
export type AllText = {
  readonly figure: FigureText;
  readonly run: RunText;
  readonly alertComparison: AlertComparisonText;
  readonly blindVsObservable: BlindVsObservableText;
  readonly budgetTracker: BudgetTrackerText;
  readonly goldenSignals: GoldenSignalsText;
  readonly liveDashboard: LiveDashboardText;
  readonly logSearch: LogSearchText;
  readonly quiz: QuizText;
  readonly redUse: RedUseText;
  readonly sloCalculator: SloCalculatorText;
  readonly traceViewer: TraceViewerText;
};

export const english: AllText = {
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
