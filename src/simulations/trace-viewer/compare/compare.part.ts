import { html, type TemplateResult } from 'lit';
import { choiceField } from '../../../ui/controls/fields.js';
import { dataTable } from '../../../ui/controls/table.js';
import { richText } from '../../../ui/element/rich-text.js';
import { requestMs } from './compare.model.js';
import type { TraceView } from '../trace-viewer.view.js';

const MOST_ROWS = 8;

/** Another trace beside this one: which calls became slower, came anew, or are gone. */
export function comparePart(
  view: TraceView,
  compareTo: string,
  choices: Readonly<Record<string, string>>,
): TemplateResult {
  const { host } = view;
  return html`<div class="fields">${choiceField(host, 'compareTo', compareTo, choices)}</div>
    ${difference(view)}`;
}

function difference({ trace, other, text, duration, host }: TraceView): TemplateResult | string {
  if (!other) return '';
  const { number } = host.format;
  const signed = (ms: number): string => (ms > 0 ? `+${duration(ms)}` : duration(ms));
  const pairs = trace.spans.flatMap((span, i) => {
    const before = other.trace.spans[other.comparison.counterparts[i] ?? -1];
    return before ? [{ span, before, change: span.durationMs - before.durationMs }] : [];
  });
  const added = trace.spans.length - pairs.length;
  const most = pairs.sort((a, b) => Math.abs(b.change) - Math.abs(a.change)).slice(0, MOST_ROWS);
  const [now, before] = [requestMs(trace), requestMs(other.trace)];
  const { missing } = other.comparison;
  return html`<p>
      ${richText(text.slower(duration(before), duration(now), signed(now - before)))}
      ${added > 0 ? text.spansAdded(number(added)) : ''}
      ${missing.length > 0 ? text.spansGone(number(missing.length)) : ''}
    </p>
    <div class="wide" tabindex="0" role="group" aria-label=${text.compare}>
      ${dataTable(
        text.compare,
        most.map(({ span, before, change }) => ({
          head: span.name || text.unnamed,
          small: `${span.service}, ${text.kinds[span.kind]}`,
          cells: [duration(before.durationMs), duration(span.durationMs), signed(change)],
        })),
        text.compareColumns,
      )}
    </div>`;
}
