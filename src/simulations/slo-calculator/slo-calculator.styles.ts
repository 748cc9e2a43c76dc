import { css, type CSSResult } from 'lit';

export const sloCalculatorStyles: CSSResult = css`
  .nines {
    position: relative;
    margin: 0 12px 1.5em;
  }
  [type='range'] {
    appearance: none;
    inline-size: 100%;
    block-size: 34px;
    margin: 0;
    background: none;
    cursor: pointer;
    touch-action: pan-y;
  }
  .nines > input {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: -12px;
    inline-size: calc(100% + 24px);
    max-inline-size: none;
  }
  ::-webkit-slider-thumb {
    appearance: none;
    inline-size: 24px;
    block-size: 24px;
    border: 2.5px solid var(--_accent);
    border-radius: 50%;
    background: var(--_paper);
  }
  ::-moz-range-thumb {
    box-sizing: border-box;
    inline-size: 24px;
    block-size: 24px;
    border: 2.5px solid var(--_accent);
    border-radius: 50%;
    background: var(--_paper);
  }
  .ticks {
    display: flex;
    justify-content: space-between;
    color: var(--_quiet);
    font-size: 0.75em;
    white-space: nowrap;
  }
  .ticks > * {
    display: grid;
    justify-content: center;
    inline-size: 0;
  }
  .ticks > :first-child {
    justify-content: start;
  }
  .ticks > :last-child {
    justify-content: end;
  }
  .ticks > .current {
    color: var(--_ink);
  }
  .rail {
    fill: var(--_line);
  }
  .fill {
    fill: var(--_accent);
  }
  .over {
    fill: var(--_bad);
  }
  .spent,
  .outage {
    fill: var(--_warn);
  }
  .whole {
    fill: var(--_soft);
    stroke: var(--_line);
  }
  .wash {
    opacity: 0.18;
  }
  .bar {
    margin-block: 0.4em;
  }
  .pair {
    display: grid;
    grid-template-columns: 1.25fr 1fr;
    gap: 1em 1.75em;
    align-items: start;
  }
  .pair td {
    white-space: nowrap;
  }
  .chain {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 0.5em;
    margin-block: 0.75em;
  }
  .chain > span::before {
    content: '– ';
    color: var(--_edge);
  }
  .weak {
    border: 2px solid var(--_bad);
  }
  .axis,
  .day {
    inline-size: 100%;
    margin-block: 0.5em;
  }
  .axis {
    direction: ltr;
  }
  .day {
    block-size: 5em;
    fill: var(--_line);
  }

  @container (inline-size < 35em) {
    .pair {
      grid-template-columns: 1fr;
    }
    .ticks > :nth-child(even) {
      visibility: hidden;
    }
  }
  @media print {
    .chain > :last-child {
      display: none;
    }
  }
`;
