import type { SloCalculatorText } from '../../i18n/en/slo-calculator.js';
import type { Format } from '../../i18n/format.js';
import type { FigureHost } from '../../ui/fields.js';
import type { SloCalculatorSettings, SloReading } from './slo-calculator.model.js';

/** What the parts of the figure draw from, and where the reader's acts go. */
export interface CalculatorView {
  readonly text: SloCalculatorText;
  readonly format: Format;
  readonly settings: SloCalculatorSettings;
  readonly reading: SloReading;
  readonly windowName: string;
  readonly host: FigureHost;
}
