import { figure, type FigureText } from './figure.js';
import { goldenSignals, type GoldenSignalsText } from './golden-signals.js';
import { liveDashboard, type LiveDashboardText } from './live-dashboard.js';
import { run, type RunText } from './run.js';
import { sloCalculator, type SloCalculatorText } from './slo-calculator.js';

/** All text by section; each element imports the sections it speaks. */
export type AllText = {
  readonly figure: FigureText;
  readonly run: RunText;
  readonly goldenSignals: GoldenSignalsText;
  readonly liveDashboard: LiveDashboardText;
  readonly sloCalculator: SloCalculatorText;
};

export const english: AllText = { figure, run, goldenSignals, liveDashboard, sloCalculator };
