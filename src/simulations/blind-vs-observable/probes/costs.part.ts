import { html, type TemplateResult } from 'lit';
import type { BlindVsObservableText } from '../../../i18n/en/blind-vs-observable.js';
import type { Format } from '../../../i18n/format.js';
import { dataTable } from '../../../ui/controls/table.js';
import { LOOKS, SIDES } from './probes.model.js';

/** The assumption on which every minute rests. */
export function costsPart({ text: t, format }: { text: BlindVsObservableText; format: Format }): TemplateResult {
  return html`<div class="costs">
    ${SIDES.map((side) =>
      dataTable(
        t.side[side],
        LOOKS.filter((look) => look.side === side).map(({ id, minutes }) => ({
          head: t.looks[id] ?? id,
          cells: [t.cost(format.number(minutes, 1))],
        })),
        [t.side[side], t.minutes],
      ),
    )}
  </div>`;
}
