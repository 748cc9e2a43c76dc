import type { TemplateResult } from 'lit';
import { dataTable } from '../../ui/controls/table.js';
import { budgetShare, minutesSince, type BlindVsObservableView } from './blind-vs-observable.view.js';
import type { Investigation } from './probes/investigation.model.js';

/** What came of it: a column for each side. */
export function resultPart(view: BlindVsObservableView): TemplateResult {
  const { text: t, sides, host } = view;
  const { format } = host;
  const minutes = (side: Investigation, seconds: number | undefined): string =>
    seconds === undefined ? '–' : t.minute(format.number(Math.max(0, minutesSince(side, seconds)), 1));
  const row = (head: string, cell: (side: Investigation) => string) => ({ head, cells: sides.map(cell) });
  return dataTable(
    t.result,
    [
      row(t.detect, (side) => minutes(side, side.outcome.detectedAt)),
      row(t.diagnose, (side) => minutes(side, side.outcome.diagnosedAt)),
      row(t.mitigate, (side) => minutes(side, side.outcome.mitigatedAt)),
      row(t.hurt, (side) => format.number(side.outcome.hurt)),
      row(t.budget, (side) => {
        const share = budgetShare(side, side.outcome.hurt);
        return format.percent(share, share < 0.1 ? 1 : 0);
      }),
      row(t.wrongTurns, (side) => format.number(side.outcome.wrongTurns)),
    ],
    [t.fromErrors, ...sides.map((side) => t.side[side.side])],
  );
}
