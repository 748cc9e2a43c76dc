import { html, svg, type TemplateResult } from 'lit';
import type { BlindVsObservableView } from '../blind-vs-observable.view.js';
import type { Investigation } from '../probes/investigation.model.js';
import { SUSPECTS, type Suspect } from './suspects.model.js';

/** The board of suspects: what each side believes, back to back. */
export function boardPart(view: BlindVsObservableView): TemplateResult {
  const { text: t, sides, isMoving } = view;
  return html`<table class="board ${sides.length > 1 ? 'two' : 'one'} ${isMoving ? 'moving' : ''}" part="board">
    <caption class="unseen">
      ${t.board}
    </caption>
    <thead>
      <tr>
        ${columns(
          sides.map((side) => html`<th scope="col">${t.side[side.side]}</th>`),
          html`<th scope="col">${t.boardCaption}</th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${SUSPECTS.map((suspect, i) => row(view, suspect, i))}
    </tbody>
  </table>`;
}

function row(view: BlindVsObservableView, suspect: Suspect, i: number): TemplateResult {
  const { text: t, sides, isTold } = view;
  const name = t.suspects[suspect] ?? suspect;
  const isIt = isTold && sides[0]?.incident.cause === suspect;
  return html`<tr class=${isIt ? 'truth' : ''}>
    ${columns(
      sides.map((side, at) => cell(view, side, i, at === 0 && sides.length > 1)),
      html`<th scope="row">${isIt ? t.wasIt(name) : name}</th>`,
    )}
  </tr>`;
}

/** The names stand between two sides, and before a single one. */
function columns(cells: readonly TemplateResult[], name: TemplateResult): readonly TemplateResult[] {
  const [first, ...others] = cells;
  return first && others.length > 0 ? [first, name, ...others] : [name, ...cells];
}

function cell({ host }: BlindVsObservableView, side: Investigation, i: number, isMirrored: boolean): TemplateResult {
  const { board } = side;
  const chance = board[i] ?? 0;
  const isFirst = chance === Math.max(...board) && board.indexOf(chance) === board.lastIndexOf(chance);
  // Below this a bar could not be seen, and the number says enough.
  const width = Math.max(chance * 100, 0.5);
  return html`<td class="${side.side} ${isFirst ? 'first' : ''} ${isMirrored ? 'mirror' : ''}">
    <div class="belief">
      <span class="chance">${chance < 0.005 ? '<' : ''}${host.format.percent(Math.max(chance, 0.01))}</span>
      <svg aria-hidden="true">
        ${svg`<rect class="all" width="100%" height="100%" rx="2" />
          <rect class="bar" x=${isMirrored ? `${100 - width}%` : 0} width="${width}%" height="100%" rx="2" />`}
      </svg>
    </div>
  </td>`;
}
