import { blindVsObservable, type BlindVsObservableText } from './blind-vs-observable.js';
import { figure, type FigureText } from './figure.js';
import { goldenSignals, type GoldenSignalsText } from './golden-signals.js';
import { run, type RunText } from './run.js';
import { sloCalculator, type SloCalculatorText } from './slo-calculator.js';

/** All text by section; each element imports the sections it speaks. */
export type AllText = {
  readonly figure: FigureText;
  readonly run: RunText;
  readonly blindVsObservable: BlindVsObservableText;
  readonly goldenSignals: GoldenSignalsText;
  readonly sloCalculator: SloCalculatorText;
};

export const english: AllText = { figure, run, blindVsObservable, goldenSignals, sloCalculator };
