import { css, type CSSResult } from 'lit';

export const blindVsObservableStyles: CSSResult = css`
  .sentence > b {
    /* The name of a cause may be longer than a narrow line. */
    white-space: normal;
  }
  .lanes,
  .hundreds {
    inline-size: 100%;
    margin-block: 0.25em 1em;
    direction: ltr;
  }
  .grid {
    stroke: var(--_line);
  }
  .floor {
    stroke: var(--_edge);
  }
  .name {
    fill: var(--_ink);
    font-weight: 680;
    font-size: 1.1667em;
  }
  .curve path {
    fill: var(--_bad);
    opacity: 0.22;
  }
  .alarm {
    fill: var(--_ink);
  }
  rect.look {
    fill: var(--_soft);
    stroke: var(--_edge);
  }
  rect.wrong {
    fill: var(--_paper);
    stroke: var(--_bad);
    stroke-dasharray: 4 3;
  }
  rect.right {
    fill: var(--_good);
  }
  .number {
    fill: var(--_ink);
  }
  .number.right {
    fill: var(--_paper);
    font-weight: 680;
  }
  .number.wrong {
    fill: var(--_bad);
  }
  .told,
  text.hurt {
    fill: var(--_quiet);
  }
  text.hurt {
    fill: var(--_bad);
  }
  .over {
    fill: var(--_good);
  }

  .board {
    margin-block: 0.5em 1.5em;
    font-size: 0.8125em;
    table-layout: fixed;
  }
  .board th,
  .board td {
    padding: 0.12em 0;
    border: 0;
  }
  .board thead th {
    padding-block-end: 0.4em;
    color: var(--_ink);
    font-weight: 680;
  }
  .board.two th {
    text-align: center;
  }
  .board.two th:first-child {
    text-align: end;
  }
  .board.two th:last-child {
    text-align: start;
  }
  .board.two :is(td, th):nth-child(2) {
    inline-size: 13em;
    padding-inline: 1em;
  }
  .board.one th {
    inline-size: 13em;
    text-align: start;
  }
  .belief {
    display: flex;
    flex-direction: row-reverse;
    align-items: center;
    gap: 0.5em;
  }
  .mirror .belief {
    flex-direction: row;
  }
  .belief svg {
    flex: 1;
    min-inline-size: 0;
    block-size: 0.95em;
    overflow: hidden;
    direction: ltr;
  }
  .all {
    fill: var(--_soft);
  }
  .bar {
    fill: var(--_edge);
  }
  .observable .bar,
  .bin.observable {
    fill: var(--_accent);
  }
  .bin.blind {
    fill: var(--_edge);
  }
  .chance {
    display: inline-block;
    min-inline-size: 3.2em;
    color: var(--_quiet);
    white-space: nowrap;
  }
  .first .chance {
    color: var(--_ink);
    font-weight: 680;
  }
  .truth th {
    font-weight: 680;
    color: var(--_good);
  }

  .sides.two {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0 2.5em;
  }
  h3 {
    font-size: 1em;
    font-weight: 680;
  }
  h3 small {
    display: block;
    font-size: 0.8125em;
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 1.4em;
    margin-block: 0.4em 0.8em;
  }
  .counts div {
    display: flex;
    flex-direction: column-reverse;
  }
  dt {
    color: var(--_quiet);
    font-size: 0.75em;
  }
  dd {
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.2;
  }
  dd.hurt {
    color: var(--_bad);
  }
  .evidence {
    padding: 0;
    font-size: 0.875em;
    list-style: none;
  }
  .evidence li {
    padding-block: 0.4em;
    border-block-start: 1px solid var(--_line);
  }
  .what,
  .said {
    display: block;
  }
  .what {
    color: var(--_quiet);
  }
  .what b {
    color: var(--_ink);
  }
  .solved {
    color: var(--_good);
    font-weight: 650;
  }
  .alarmed {
    color: var(--_quiet);
  }
  .choices {
    margin-block: 0.75em;
    font-size: 0.875em;
  }
  .choices .buttons {
    gap: 0.4em;
  }
  [aria-disabled='true'] {
    color: var(--_quiet);
    cursor: default;
  }
  .act {
    display: flex;
    align-items: center;
    gap: 0.5em;
    margin-block-start: 0.6em;
  }
  .act label {
    flex: 1;
    display: inline-flex;
    white-space: nowrap;
    align-items: center;
    gap: 0.5em;
    min-inline-size: 0;
    color: var(--_quiet);
  }
  .act select {
    min-inline-size: 0;
    inline-size: 100%;
  }
  .median {
    stroke: var(--_ink);
    stroke-width: 2;
  }
  .bracket {
    stroke: var(--_ink);
  }
  .costs {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18em), 1fr));
    gap: 1em 2.5em;
  }
  @container (inline-size < 35em) {
    .sides.two {
      grid-template-columns: 1fr;
    }
    .board.two :is(td, th):nth-child(2) {
      inline-size: 8.5em;
      padding-inline: 0.4em;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .moving rect.bar {
      transition:
        x 0.5s,
        width 0.5s;
    }
  }
  @media (forced-colors: active) {
    rect.right,
    .bar,
    .bin.observable {
      fill: Highlight;
    }
    .bin.blind {
      fill: GrayText;
    }
  }
`;
