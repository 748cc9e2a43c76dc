import type { TraceViewerText } from '../../i18n/en/trace-viewer.js';
import type { ShopLog } from '../../shop/index.js';
import type { FigureHost } from '../../ui/controls/fields.js';
import type { ShortDuration } from './short-duration.js';
import type { ShownTrace } from './source/shown-trace.js';
import type { Run } from './trace-viewer.model.js';

/** What the parts of the figure draw from, and where the reader's acts go. */
export interface TraceView extends ShownTrace {
  readonly text: TraceViewerText;
  readonly host: FigureHost;
  readonly duration: ShortDuration;
  /** The run that the trace is from; undefined for the reader's own. */
  readonly run: Run | undefined;
  /** What a span wrote into the log. */
  readonly logs: (spanId: string) => readonly ShopLog[];
  /** Selects a span, by its index. */
  readonly select: (index: number) => void;
}
