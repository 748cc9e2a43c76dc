import { css, type CSSResult } from 'lit';

export const liveDashboardStyles: CSSResult = css`
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .title {
    font-size: 0.8125em;
    font-weight: 680;
  }
  .banner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2em 0.75em;
    margin-block: 0 1.25em;
    padding: 0.5em 0.85em;
    border-inline-start: 5px solid var(--_lamp);
    background: color-mix(in srgb, var(--_lamp) 9%, var(--_paper));
    font-size: 0.9375em;
  }
  .banner b {
    color: var(--_lamp);
  }
  .lamp {
    inline-size: 0.9em;
    block-size: 0.9em;
    fill: var(--_lamp);
  }
  .updated {
    margin-inline-start: auto;
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .good {
    --_lamp: var(--_good);
  }
  .watch {
    --_lamp: var(--_warn);
  }
  .page {
    --_lamp: var(--_bad);
  }
  .lists {
    display: grid;
    gap: 1.1em 1.75em;
  }
  .charts {
    /* Legends may take a line more; the drawings of a row stand on one line. */
    align-items: end;
  }
  obs-chart {
    border-radius: 4px;
  }
  .lists {
    margin-block: 1.4em 0.5em;
    padding-block-start: 1em;
    border-block-start: 1px solid var(--_line);
    font-size: 0.9375em;
  }
  .list {
    min-inline-size: 0;
    min-block-size: 9em;
  }
  .list .quiet {
    margin-block-start: 0.4em;
  }
  .list li {
    border-block-start: 1px solid var(--_line);
  }
  .list li:first-child {
    border: 0;
  }
  .list table {
    font-size: 0.9375em;
  }
  .row {
    display: grid;
    grid-template-columns: 4.6em 1fr;
    gap: 0 0.6em;
    inline-size: 100%;
    padding: 0.35em 0.2em;
    border: 0;
    border-radius: 0;
    text-align: start;
  }
  .row .quiet {
    grid-column: 2;
  }
  .row .state {
    grid-row: span 2;
    align-self: start;
    padding: 0.05em 0.4em;
    border: 1px solid var(--_edge);
    border-radius: 4px;
    font-size: 0.8125em;
    text-align: center;
  }
  .row.firing .state {
    border-color: var(--_warn);
    color: var(--_warn);
    font-weight: 680;
  }
  .row.firing.page .state {
    border-color: var(--_bad);
    background: var(--_bad);
    color: var(--_paper);
  }
  .row.resolved {
    color: var(--_quiet);
  }
  .row[aria-pressed='true'] {
    background: var(--_soft);
    color: inherit;
    box-shadow: inset 3px 0 var(--_accent);
  }
  [part='changes'] li {
    display: flex;
    gap: 0.75em;
    padding-block: 0.35em;
  }
  .time {
    color: var(--_quiet);
    white-space: nowrap;
  }
  .guilty {
    background: color-mix(in srgb, var(--_warn) 16%, var(--_paper));
    box-shadow: -0.5em 0 0 color-mix(in srgb, var(--_warn) 16%, var(--_paper));
    font-weight: 680;
  }
  .list .selected {
    outline: 2px solid var(--_accent);
    outline-offset: 3px;
  }

  .card dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9.5em, 1fr));
    gap: 0.75em 1.5em;
    margin-block: 0.5em 0.75em;
  }
  .card dt,
  .card small {
    display: block;
    color: var(--_quiet);
    font-size: 0.8125em;
  }
  .card dd b {
    font-size: 1.25em;
  }
  .deeds,
  .deed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6em 0.9em;
  }
  .deeds {
    gap: 0.8em 2em;
    margin-block: 0.5em 1.25em;
    font-size: 0.875em;
  }
  .mend {
    border-color: var(--_accent);
    color: var(--_accent);
    font-weight: 680;
  }
  .pair {
    display: grid;
    grid-template-columns: 9em minmax(0, 1fr) 9em;
    align-items: center;
    gap: 1em;
    margin-block: 0.4em;
    font-size: 0.875em;
    line-height: 1.25;
  }
  rect.first,
  i.first {
    fill: var(--_edge);
    background: var(--_edge);
  }
  rect.second,
  i.second {
    fill: var(--_accent);
    background: var(--_accent);
  }
  .pairs i {
    display: inline-block;
    inline-size: 0.8em;
    block-size: 0.8em;
    margin-inline-start: 0.6em;
    border-radius: 2px;
  }
  [part='review'] {
    white-space: pre-wrap;
  }
  @container (inline-size >= 56em) {
    .charts,
    .lists {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @container (inline-size >= 94em) {
    .sentence {
      min-block-size: 0;
      max-inline-size: none;
      font-size: 2em;
    }
    .banner,
    .bar,
    .deeds,
    .lists,
    .trail,
    .card {
      font-size: 1.25em;
    }
    .banner,
    .bar {
      margin-block: 0 0.8em;
    }
    /* All at once: what happens on the left, the lists beside it. */
    [part='stage'] {
      display: grid;
      grid-template-columns: minmax(0, 3fr) minmax(0, 1fr);
      gap: 0 2.5em;
      align-content: start;
    }
    [part='stage'] > * {
      grid-column: 1;
    }
    [part='stage'] > .lists {
      grid-column: 2;
      grid-row: 1 / span 12;
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
      margin-block: 0;
      padding-block: 0;
      border: 0;
    }
    obs-chart {
      zoom: 1.2;
    }
  }
  @container (inline-size >= 40em) and (inline-size < 56em) {
    .lists {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    [part='alerts'] {
      grid-row: span 2;
    }
  }
  @container (inline-size < 35em) {
    .pair {
      grid-template-columns: minmax(0, 1fr) 6em;
      gap: 0.2em 0.75em;
    }
    .pair > :first-child {
      grid-column: 1 / -1;
    }
    .updated {
      margin-inline-start: 0;
    }
    .deed,
    .deed .field {
      inline-size: 100%;
    }
  }
`;
