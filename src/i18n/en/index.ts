import { figure, type FigureText } from './figure.js';
import { sloCalculator, type SloCalculatorText } from './slo-calculator.js';
import { traceViewer, type TraceViewerText } from './trace-viewer.js';

/** All text by section; each element imports the sections it speaks. */
export type AllText = {
  readonly figure: FigureText;
  readonly sloCalculator: SloCalculatorText;
  readonly traceViewer: TraceViewerText;
};

export const english: AllText = { figure, sloCalculator, traceViewer };
