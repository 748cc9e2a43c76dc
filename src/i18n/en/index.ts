import { figure, type FigureText } from './figure.js';
import { logSearch, type LogSearchText } from './log-search.js';
import { sloCalculator, type SloCalculatorText } from './slo-calculator.js';

/** All text by section; each element imports the sections it speaks. */
export type AllText = {
  readonly figure: FigureText;
  readonly logSearch: LogSearchText;
  readonly sloCalculator: SloCalculatorText;
};

export const english: AllText = { figure, logSearch, sloCalculator };
