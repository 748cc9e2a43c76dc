import type { GoldenSignalsText } from '../../i18n/en/golden-signals.js';
import type { FigureHost } from '../../ui/controls/fields.js';
import type { GoldenSignalsModel, SignalsAt } from './golden-signals.model.js';

/** What the parts of the figure are drawn from. */
export interface GoldenSignalsView {
  readonly model: GoldenSignalsModel;
  readonly history: readonly SignalsAt[];
  readonly latest: SignalsAt | undefined;
  readonly rangeSeconds: number;
  readonly text: GoldenSignalsText;
  readonly host: FigureHost;
  readonly clock: (seconds: number) => string;
}
