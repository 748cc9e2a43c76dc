import { css, type CSSResult } from 'lit';

export const alertComparisonStyles: CSSResult = css`
  /* Names of strategies are longer than the numbers that other figures mark. */
  .sentence > b {
    white-space: normal;
  }
  .lanes {
    display: grid;
    grid-template-columns: minmax(8em, 13.5em) minmax(0, 1fr) max-content;
    grid-auto-flow: row dense;
    align-items: center;
    column-gap: 1em;
    align-content: start;
  }
  .lanes:empty {
    min-block-size: 26em;
  }
  .lane-name,
  .lane-count {
    font-size: 0.8125em;
    line-height: 1.25;
  }
  .lane-name > small,
  .lane-count > small {
    display: block;
    font-size: 0.875em;
  }
  .lane-name {
    grid-column: 1;
  }
  .lane-count {
    grid-column: 3;
    text-align: end;
  }
  .lane,
  .days,
  .hours {
    grid-column: 2;
  }
  .lane {
    align-self: stretch;
    min-block-size: 34px;
    border-block-end: 1px solid var(--_line);
    position: relative;
    cursor: pointer;
    touch-action: pan-y;
  }
  .lane > svg {
    position: absolute;
  }
  .truth,
  .lane[role='img'] {
    cursor: auto;
  }
  .own small {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .days,
  .hours {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
  }
  .day {
    inline-size: 100%;
    min-block-size: max(2em, 24px);
    padding: 0;
    border: 0;
    border-radius: 0;
    color: var(--_quiet);
    font-size: 0.8125em;
    overflow: hidden;
    white-space: nowrap;
  }
  .lane-name > .day {
    font-size: 0.9em;
    inline-size: auto;
    padding-inline-end: 1em;
    text-align: start;
  }
  .day[aria-pressed='true'] {
    color: var(--_accent);
    font-weight: 650;
    text-decoration: underline 2px;
    text-underline-offset: 0.4em;
  }
  .hours {
    display: flex;
    justify-content: space-between;
    color: var(--_quiet);
    font-size: 0.75em;
  }

  .night {
    fill: var(--_line);
    opacity: 0.6;
  }
  .midnight {
    fill: var(--_line);
  }
  .harm {
    fill: var(--_warn);
    opacity: 0.22;
  }
  .incident {
    fill: var(--_warn);
  }
  .minor {
    fill: var(--_warn);
    opacity: 0.6;
  }
  .blind {
    fill: url(#stripes);
  }
  .harmless,
  .pending {
    fill: var(--_edge);
  }
  .firing {
    fill: var(--_accent);
    opacity: 0.3;
  }
  .vain {
    fill: var(--_bad);
    opacity: 0.3;
  }
  .right {
    fill: var(--_accent);
    stroke: var(--_paper);
    stroke-width: 1px;
  }
  .wrong {
    fill: var(--_paper);
    stroke: var(--_bad);
    stroke-width: 2px;
  }
  .ring {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 2px;
  }
  .missed {
    stroke: var(--_bad);
    stroke-width: 2.5px;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 1.2em;
    margin-block: 0.75em 1.25em;
    color: var(--_quiet);
    font-size: 0.75em;
  }
  .legend > span {
    display: flex;
    align-items: center;
    gap: 0.4em;
  }
  .detail {
    padding-block: 0.9em 0.2em;
    border-block-start: 1px solid var(--_line);
  }
  .columns {
    display: grid;
    grid-template-columns: 1.2fr 1fr 1fr;
    gap: 0.75em 1.75em;
    margin-block: 0.6em;
    font-size: 0.9375em;
  }
  .columns b {
    white-space: nowrap;
  }
  .scale {
    display: flex;
    justify-content: space-between;
    color: var(--_quiet);
    font-size: 0.75em;
  }
  progress {
    accent-color: var(--_accent);
  }
  .moment {
    inline-size: 100%;
    block-size: 4em;
    margin-block: 0.5em 0.2em;
    background: var(--_soft);
    overflow: hidden;
  }
  .moment path {
    fill: none;
    vector-effect: non-scaling-stroke;
  }
  .line {
    stroke: var(--_ink);
    stroke-width: 1.5px;
  }
  .limit {
    stroke: var(--_bad);
    stroke-width: 1px;
    stroke-dasharray: 4 3;
  }
  .fired {
    stroke: var(--_accent);
    stroke-width: 2px;
  }

  .wide {
    margin-block: 0.75em;
    overflow-x: auto;
  }
  .wide table {
    table-layout: auto;
    font-size: 0.8125em;
  }
  .wide th,
  .wide td {
    padding-inline-start: 0.9em;
    vertical-align: bottom;
  }
  .wide th:first-child {
    padding-inline-start: 0;
  }
  .wide td,
  .wide [scope='row'] {
    white-space: nowrap;
  }
  .rule label {
    display: block;
  }
  .rule .box {
    display: flex;
    inline-size: 100%;
    margin-block: 0.25em;
  }
  .rule input {
    inline-size: 100%;
    font-family: var(--obs-font-family-mono, ui-monospace, 'DejaVu Sans Mono', monospace);
    font-size: 0.9375em;
    direction: ltr;
  }
  .rule .note {
    max-inline-size: none;
  }
  code {
    font: 0.9375em var(--obs-font-family-mono, ui-monospace, 'DejaVu Sans Mono', monospace);
    overflow-wrap: anywhere;
  }
  fieldset {
    padding: 0;
    border: 0;
  }
  legend {
    inline-size: 100%;
    padding: 0;
  }
  .check {
    min-block-size: 24px;
  }
  .check input {
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    vertical-align: -0.5em;
    accent-color: var(--_accent);
  }
  ul {
    padding-inline-start: 1.2em;
  }

  @container (inline-size < 35em) {
    .lanes {
      grid-template-columns: minmax(0, 1fr) max-content;
    }
    .lane,
    .days,
    .hours {
      grid-column: 1 / -1;
    }
    .lane-count {
      grid-column: 2;
    }
    .lane-name {
      margin-block-start: 0.5em;
    }
    .lane-name > small,
    .lane-count > small {
      display: inline;
    }
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
