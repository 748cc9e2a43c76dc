import type { SloCalculatorText } from '../../i18n/en/slo-calculator.js';
import type { FigureHost } from '../../ui/controls/fields.js';
import type { SloCalculatorSettings, SloReading } from './slo-calculator.model.js';

/** What the parts of the figure draw from, and where the reader's acts go. */
export interface CalculatorView extends SloCalculatorSettings, SloReading {
  readonly text: SloCalculatorText;
  readonly windowName: string;
  readonly host: FigureHost;
}
