import { alertComparison, type AlertComparisonText } from './alert-comparison.js';
import { figure, type FigureText } from './figure.js';
import { sloCalculator, type SloCalculatorText } from './slo-calculator.js';

/** All text by section; each element imports the sections it speaks. */
export type AllText = {
  readonly figure: FigureText;
  readonly alertComparison: AlertComparisonText;
  readonly sloCalculator: SloCalculatorText;
};

export const english: AllText = { figure, alertComparison, sloCalculator };
