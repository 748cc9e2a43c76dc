import type { RedUseText } from '../../i18n/en/red-use.js';
import type { ResourceKind } from '../../shop/index.js';
import { DURATION_BOUNDARIES } from '../../telemetry/index.js';
import type { FigureHost } from '../../ui/controls/fields.js';
import type { Cell } from './matrix/cells.model.js';
import type { Evidence } from './diagnosis/evidence.model.js';
import type { RedUseModel } from './red-use.model.js';
import type { Row } from './matrix/rows.model.js';

const LAST_BOUNDARY: number = DURATION_BOUNDARIES.at(-1) ?? Infinity;

/** What the parts of the figure are drawn from. */
export interface RedUseView {
  readonly model: RedUseModel;
  readonly evidence: Evidence;
  readonly services: readonly Row[];
  readonly resources: readonly Row[];
  /** Which scrape the cursor is at; the newest where it is nowhere. */
  readonly cursor: number | undefined;
  readonly text: RedUseText;
  readonly host: FigureHost;
  readonly clock: (seconds: number) => string;
}

/** A value as a cell writes it. */
export function written(
  { text: t, host: { format } }: Pick<RedUseView, 'text' | 'host'>,
  cell: Cell,
  value: number,
): string {
  if (!Number.isFinite(value)) return t.none;
  switch (cell.signal) {
    case 'rate':
      return t.perSecond(format.number(value));
    case 'errors':
      return format.percent(value, value < 0.1 ? 1 : 0);
    case 'duration':
      // Above the last boundary a histogram answers the boundary: it knows no more.
      return value >= LAST_BOUNDARY
        ? t.atLeast(format.duration(LAST_BOUNDARY))
        : format.duration(Number(value.toPrecision(2)));
    case 'utilisation':
      return format.percent(value);
    case 'saturation':
      return cell.kind === 'memory' ? format.percent(value, 1) : format.number(value);
    case 'failures':
      return t.perSecond(format.number(value, value < 10 ? 1 : 0));
  }
}

/** `payment-service`, `postgres disk`. */
export function rowName(
  { text: t }: Pick<RedUseView, 'text'>,
  service: string,
  kind: ResourceKind | undefined,
): string {
  return kind ? t.resourceName(service, t.kinds[kind] ?? kind) : service;
}

/** `postgres disk, utilisation`. */
export function cellName(view: Pick<RedUseView, 'text'>, { service, kind, signal }: Cell): string {
  return view.text.cellName(rowName(view, service, kind), view.text.signals[signal] ?? signal);
}
