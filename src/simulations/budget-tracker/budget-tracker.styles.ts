import { css, type CSSResult } from 'lit';

export const budgetTrackerStyles: CSSResult = css`
  /* A label may be longer than its drawing, in some languages; the page must not scroll for it. */
  [part='stage'],
  [part='controls'] {
    overflow-x: clip;
    overflow-clip-margin: 4px;
  }
  .readout {
    min-block-size: 1.5em;
    margin-block: 0.4em 0.9em;
    font-size: 0.875em;
  }
  .assumption {
    margin-block: 0.9em;
    font-size: 0.8125em;
  }

  .play,
  .group {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  .play button,
  .work {
    border: 1px solid var(--_edge);
    border-radius: 6px;
  }
  .primary {
    border: 1px solid var(--_accent);
    background: var(--_accent);
    color: var(--_paper);
    font-weight: 600;
  }
  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 85%, var(--_ink));
  }
  .pair {
    display: grid;
    grid-template-columns: 1.1fr 1fr;
    gap: 1em 2em;
    align-items: start;
    margin-block: 1.25em;
    font-size: 0.9375em;
  }
  .pair > * {
    min-inline-size: 0;
  }
  .group {
    margin-block-end: 0.75em;
  }
  .group > .quiet {
    inline-size: 100%;
  }
  .check {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.5em;
    min-block-size: 24px;
  }
  [type='checkbox'] {
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .work[aria-disabled='true'] {
    border-style: dashed;
    color: var(--_quiet);
    cursor: not-allowed;
  }
  .work small {
    display: block;
    color: var(--_quiet);
    font-weight: 400;
  }
  .considered {
    border-color: var(--_accent);
  }
  .tally {
    margin-block-start: 0.5em;
  }
  .recent td,
  .mean {
    white-space: nowrap;
  }
  .card {
    min-block-size: 25em;
    padding-inline-start: 1.25em;
    border-inline-start: 1px solid var(--_line);
  }
  .card > .field label {
    color: var(--_ink);
    font-weight: 650;
  }
  .costs {
    margin-block: 0.75em 0.25em;
  }
  .within {
    fill: var(--_accent);
  }
  .over {
    fill: var(--_bad);
  }
  .beyond {
    opacity: 0.5;
  }
  .expected {
    fill: var(--_ink);
  }
  .left-mark {
    fill: var(--_edge);
  }
  .verdict {
    margin-block: 0.6em;
    padding-inline-start: 0.7em;
    border-inline-start: 3px solid var(--_good);
  }
  .verdict.defer {
    border-color: var(--_bad);
  }
  .settings {
    padding-block-start: 1em;
    border-block-start: 1px solid var(--_line);
  }

  .many {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: 1.5em;
    margin-block: 1em;
    font-size: 0.9375em;
  }
  .missed {
    fill: var(--_bad);
  }
  .wash {
    opacity: 0.18;
  }
  .shape {
    inline-size: 24%;
  }
  .shape svg {
    inline-size: 100%;
    block-size: 1.5em;
  }
  .scroll {
    max-block-size: 22em;
    overflow: auto;
  }
  progress {
    accent-color: var(--_accent);
  }

  @container (inline-size < 42em) {
    [part='section'] table {
      table-layout: fixed;
    }
    .sources th:first-child {
      inline-size: 46%;
    }
    .pair,
    .many {
      grid-template-columns: 1fr;
    }
    .card {
      min-block-size: 0;
      padding: 1em 0 0;
      border-inline-start: 0;
      border-block-start: 1px solid var(--_line);
    }
  }
  @container (inline-size < 30em) {
    .mark-name,
    .ideal-name,
    .shape,
    .sources th:nth-child(4) {
      display: none;
    }
  }
  @media print {
    .play,
    .works,
    .cursor {
      display: none;
    }
  }
`;
