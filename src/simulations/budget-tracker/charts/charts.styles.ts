import { css, type CSSResult } from 'lit';

/** The drawings of the budget that is left and of its burn rate, and the cursor over both. */
export const chartsStyles: CSSResult = css`
  .charts {
    position: relative;
    margin-inline: 3.2em 0.5em;
    direction: ltr;
  }
  .charts > .quiet {
    margin-block: 0.2em 0.4em;
  }
  .charts > svg + .quiet {
    margin-block-start: 0.9em;
  }
  svg svg {
    font-size: 1em;
  }
  .clipped {
    overflow: hidden;
  }
  .ltr {
    direction: ltr;
  }
  .band {
    fill: none;
  }
  .band.canary {
    fill: color-mix(in srgb, var(--_warn) 9%, transparent);
  }
  .band.freeze {
    fill: color-mix(in srgb, var(--_warn) 20%, transparent);
  }
  .band.hard {
    fill: color-mix(in srgb, var(--_bad) 12%, transparent);
  }
  .below {
    color: var(--_bad);
    opacity: 0.35;
  }
  .rule {
    fill: var(--_edge);
  }
  .ideal {
    stroke: var(--_quiet);
    stroke-width: 1.25;
    stroke-dasharray: 5 4;
  }
  path {
    fill: none;
    vector-effect: non-scaling-stroke;
  }
  .past {
    stroke: var(--_accent);
    stroke-width: 2.5;
    stroke-linejoin: round;
  }
  .burn-area {
    fill: var(--_accent);
    opacity: 0.09;
  }
  .future {
    stroke: var(--_ink);
    stroke-width: 1.75;
    stroke-dasharray: 1.5 4;
    stroke-linecap: round;
  }
  .burn-line {
    stroke: var(--_ink);
    stroke-width: 1.75;
  }
  .limit {
    fill: var(--_line);
  }
  .cursor-line {
    fill: var(--_edge);
    opacity: 0.6;
  }
  .now {
    fill: var(--_accent);
    stroke: var(--_paper);
    stroke-width: 2;
  }
  .seen {
    fill: var(--_paper);
    stroke: var(--_ink);
    stroke-width: 2;
  }
  .fine {
    fill: var(--_paper);
    stroke: var(--_accent);
    stroke-width: 1.75;
  }
  .hurt {
    fill: var(--_bad);
    stroke: var(--_paper);
    stroke-width: 1;
  }
  .mark-name,
  .ideal-name {
    stroke: var(--_paper);
    stroke-width: 3px;
    paint-order: stroke;
  }
  .mark-name {
    fill: var(--_ink);
    font-weight: 600;
  }
  .ticks text {
    text-anchor: middle;
  }
  .cursor {
    appearance: none;
    position: absolute;
    inset-block: 0;
    inset-inline: -12px;
    inline-size: calc(100% + 24px);
    block-size: 100%;
    max-inline-size: none;
    margin: 0;
    background: none;
    cursor: crosshair;
    touch-action: pan-y;
  }
  .cursor::-webkit-slider-thumb {
    appearance: none;
    inline-size: 24px;
    block-size: 24px;
    opacity: 0;
  }
  .cursor::-moz-range-thumb {
    inline-size: 24px;
    block-size: 24px;
    opacity: 0;
  }
`;
