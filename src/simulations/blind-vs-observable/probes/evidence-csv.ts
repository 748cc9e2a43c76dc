import { SUSPECTS } from '../diagnosis/suspects.model.js';
import type { BlindVsObservableView } from '../blind-vs-observable.view.js';

/** Every look of the shown sides with what it showed and what was believed after it, a row for each. */
export function toCsv({ sides, clock }: BlindVsObservableView): string {
  const head = ['side', 'begin_seconds', 'end_seconds', 'time', 'step', 'outcomes', ...SUSPECTS];
  const rows = sides.flatMap((side) =>
    side.blocks.map(({ step, from, to, findings, helped, board }) => [
      side.side,
      from,
      to,
      clock(from),
      'look' in step ? step.look : step.remedy,
      [
        ...findings.map(({ sign, outcome }) => `${sign}=${outcome}`),
        ...(helped === undefined ? [] : [`helped=${helped}`]),
      ].join(' '),
      ...board.map((chance) => chance.toFixed(4)),
    ]),
  );
  return [head, ...rows].map((row) => row.join(',')).join('\n') + '\n';
}
