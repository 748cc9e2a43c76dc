import { html, type TemplateResult } from 'lit';
import { SPARK_VIEW_BOX, sparkline } from '../../../charts/sparkline.js';
import { RED, USE, type Cell, type Signal } from './cells.model.js';
import { cellName, written, type RedUseView } from '../red-use.view.js';
import type { Row } from './rows.model.js';

/** What the matrix does with the reader's hand. */
export interface MatrixHands {
  /** The cell that Tab leads to, and the one that is followed. */
  readonly current: string;
  readonly followed: string;
  readonly follow: (key: string) => void;
  readonly press: (event: KeyboardEvent) => void;
  readonly point: (event: PointerEvent) => void;
  readonly leave: () => void;
}

/** The two grids side by side: services with R, E, D, and resources with U, S, E. */
export function matrixPart(view: RedUseView, hands: MatrixHands): TemplateResult {
  const { text: t } = view;
  return html`<div class="matrix" part="matrix" @pointermove=${hands.point} @pointerleave=${hands.leave}>
    ${grid(view, hands, { label: t.services, head: t.servicesColumn, signals: RED, rows: view.services })}
    ${grid(view, hands, { label: t.resources, head: t.resourcesColumn, signals: USE, rows: view.resources })}
  </div>`;
}

function grid(
  view: RedUseView,
  hands: MatrixHands,
  { label, head, signals, rows }: { label: string; head: string; signals: readonly Signal[]; rows: readonly Row[] },
): TemplateResult {
  const { text: t } = view;
  return html`<table role="grid" aria-label=${label} aria-describedby="keys" @keydown=${hands.press}>
    <thead>
      <tr>
        <th scope="col"><span class="unseen">${head}</span><b aria-hidden="true">${label}</b></th>
        ${signals.map((signal) => html`<th scope="col">${t.signals[signal]} <small>${t.units[signal]}</small></th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => gridRow(view, hands, row))}
    </tbody>
  </table>`;
}

function gridRow(view: RedUseView, hands: MatrixHands, { service, kind, cells }: Row): TemplateResult {
  const { text: t } = view;
  const name = kind ? html`${t.kinds[kind]} <small>${service}</small>` : service;
  return html`<tr>
    <th scope="row">${name}</th>
    ${cells.map((cell) => gridCell(view, hands, cell))}
  </tr>`;
}

function gridCell(view: RedUseView, hands: MatrixHands, cell: Cell): TemplateResult {
  const { model, text: t, clock, cursor } = view;
  const { values, departure, baseline } = model.track(cell);
  const value = written(view, cell, (cursor === undefined ? values.at(-1) : values[cursor]) ?? NaN);
  const place = departure ? t.place(String(departure.order)) : '';
  const state = departure ? t.cellLeft(place, clock(departure.seconds)) : baseline ? t.cellCalm : t.cellMeasuring;
  const follow = (): void => hands.follow(cell.key);
  const isOut = departure !== undefined && !model.isBack(cell);
  const look = isOut ? (departure.order === 1 ? 'gone first' : 'gone') : '';
  return html`<td
    role="gridcell"
    class=${look}
    data-cell=${cell.key}
    tabindex=${cell.key === hands.current ? 0 : -1}
    aria-selected=${cell.key === hands.followed}
    @click=${follow}
  >
    <span class="unseen">${cellName(view, cell)}:</span>
    <span class="line"
      ><span class="value">${value}</span
      >${place ? html`<span class="place" aria-hidden="true">${place}</span>` : ''}</span
    >
    <span class="unseen">${state}</span>
    <svg class="spark" viewBox=${SPARK_VIEW_BOX} preserveAspectRatio="none" aria-hidden="true">${sparkline()}</svg>
  </td>`;
}
