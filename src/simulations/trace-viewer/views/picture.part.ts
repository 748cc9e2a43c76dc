import { html, type TemplateResult } from 'lit';
import type { TimeRange } from '../source/shown-trace.js';
import type { ViewName } from '../tools.part.js';
import type { TraceView } from '../trace-viewer.view.js';
import { minimapPart } from '../waterfall/minimap.part.js';
import { waterfallPart } from '../waterfall/waterfall.part.js';
import { flamePart } from './flame.part.js';
import { mapPart } from './map.part.js';
import { tablePart } from './table.part.js';

/** The trace, drawn in the way that the reader chose. */
export function picturePart(
  view: TraceView,
  name: ViewName,
  zoom: (range: TimeRange, done: boolean) => void,
): TemplateResult {
  switch (name) {
    case 'flame':
      return flamePart(view);
    case 'table':
      return tablePart(view);
    case 'map':
      return mapPart(view);
    default:
      return html`${minimapPart(view, zoom)} ${waterfallPart(view)}`;
  }
}
