import { css, type CSSResult } from 'lit';

export const waterfallStyles: CSSResult = css`
  .waterfall {
    --_cells: minmax(9em, 38%) minmax(0, 1fr) 4.9em 7em;
    --_row: max(2.2em, 26px);
    font-size: 0.8125em;
    border-block: 1px solid var(--_line);
  }
  .waterfall .row {
    display: grid;
    grid: minmax(0, 1fr) / var(--_cells);
    block-size: var(--_row);
    line-height: var(--_row);
    inline-size: 100%;
  }
  .head {
    color: var(--_quiet);
    /* As wide as the rows are beside their scroll bar. */
    scrollbar-gutter: stable;
    overflow: hidden;
  }
  .rows {
    max-block-size: 46em;
    overflow: hidden auto;
    scrollbar-gutter: stable;
    scrollbar-width: thin;
  }
  .head {
    scrollbar-width: thin;
  }
  .body {
    position: relative;
    overflow: hidden;
    contain: strict;
  }
  .body > .row {
    position: absolute;
    inset: 0 0 auto;
    contain: strict;
    cursor: pointer;
  }
  .body > .row:hover {
    background: var(--_soft);
  }
  .body > [aria-selected='true'],
  .body > [aria-selected='true']:hover {
    background: color-mix(in srgb, var(--_accent) 12%, var(--_paper));
    box-shadow: inset 3px 0 var(--_accent);
  }
  .body :focus-visible {
    outline-offset: -2px;
  }
  .body .row > * {
    /* What changes in a cell concerns no other. */
    contain: strict;
  }
  .name {
    display: flex;
    gap: 0.35em;
    align-items: center;
    min-inline-size: 0;
    padding-inline-end: 0.75em;
    white-space: nowrap;
    overflow: hidden;
  }
  .head .name {
    padding-inline-start: 1.4em;
  }
  .label {
    flex: 0 1 auto;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .label > b,
  .title > b {
    padding-inline-start: 0.45em;
    border-inline-start: 0.3em solid var(--_service);
    font-weight: 600;
  }
  .twist {
    flex: none;
    inline-size: 1.1em;
    text-align: center;
    align-self: stretch;
    display: grid;
    place-items: center;
    color: var(--_quiet);
  }
  [aria-expanded] .twist::before {
    content: '';
    padding: 0.16em;
    border: solid currentColor;
    border-width: 1.5px 1.5px 0 0;
    rotate: 135deg;
  }
  [aria-expanded='false'] .twist::before {
    rotate: 45deg;
  }
  [aria-expanded='false']:dir(rtl) .twist::before {
    rotate: -135deg;
  }
  .badges:not(:empty) {
    flex: none;
    line-height: 1.5;
    padding: 0 0.45em;
    border: 1px solid currentColor;
    border-radius: 1em;
    color: var(--_warn);
    font-size: 0.85em;
  }
  .error .badges {
    color: var(--_bad);
  }
  .dim .name,
  .dim .number {
    color: var(--_quiet);
  }
  .dim .label > b {
    font-weight: 400;
  }
  .dim .time {
    opacity: 0.35;
  }
  .time {
    min-inline-size: 0;
    block-size: 100%;
    direction: ltr;
  }
  .time > svg {
    inline-size: 100%;
    block-size: 100%;
    font-size: 1em;
    overflow: hidden;
  }
  .axis {
    padding-block-start: 0.35em;
  }
  .axis text {
    font-size: 0.95em;
  }
  .grid {
    fill: none;
    stroke: var(--_line);
  }
  .bar {
    fill: color-mix(in srgb, var(--_service) 26%, var(--_paper));
  }
  .path {
    fill: var(--_service);
  }
  .ghost {
    fill: none;
    stroke: var(--_quiet);
    stroke-dasharray: 3 2;
  }
  .row.error .bar {
    stroke: var(--_bad);
    stroke-width: 1.5;
  }
  .time text {
    fill: var(--_quiet);
  }
  .time text.within {
    fill: var(--_ink);
    paint-order: stroke;
    stroke: var(--_paper);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .number {
    padding-inline-start: 0.5em;
    overflow: hidden;
    text-align: end;
    white-space: nowrap;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 1.3em;
    margin-block: 0.5em;
  }
  .swatch {
    --_service: var(--_quiet);
    display: inline-block;
    inline-size: 1.6em;
    block-size: 0.7em;
    background: color-mix(in srgb, var(--_service) 26%, var(--_paper));
  }
  .swatch.path {
    background: var(--_service);
  }
  .swatch.ghost {
    border: 1px dashed var(--_quiet);
    background: none;
  }

  @container (inline-size < 40em) {
    .waterfall {
      --_cells: minmax(0, 1fr);
    }
    .waterfall .row {
      --_row: 1.8em;
      grid-template-rows: minmax(0, 1fr) minmax(0, 1fr);
      block-size: 3.6em;
    }
    .waterfall .head .row {
      grid-template-rows: minmax(0, 1fr);
      block-size: 2em;
    }
    .head .name,
    .number {
      display: none;
    }
    .body > .row {
      border-block-start: 1px solid var(--_line);
    }
  }
  @media (forced-colors: active) {
    .bar {
      fill: Canvas;
      stroke: CanvasText;
    }
    .path,
    .chosen {
      fill: Highlight;
    }
    .swatch {
      border: 1px solid CanvasText;
    }
    .swatch.path {
      background: Highlight;
    }
    .body > [aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .grid,
    .ghost {
      stroke: GrayText;
    }
  }
  @media print {
    .rows {
      max-block-size: none;
    }
  }
`;
