import { css, type CSSResult } from 'lit';

/** Okabe and Ito's colors, darkened or lightened until a line of them stands out from the paper; what follows uPlot's own styles. */
export const chartStyles: CSSResult = css`
  :host {
    display: block;
    min-inline-size: 0;
    color: var(--_ink);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 1em;
    min-block-size: 2.6em;
    font-size: 0.8125em;
  }
  .title,
  .values {
    min-inline-size: 0;
    /* A metric's name is one long word. */
    overflow-wrap: anywhere;
  }
  .title {
    font-weight: 680;
  }
  .values {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: baseline;
    color: var(--_quiet);
  }
  .values svg {
    display: inline-block;
    inline-size: 1.5em;
    block-size: 0.6em;
    margin-inline-end: 0.35em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    overflow: visible;
  }
  .values b {
    color: var(--_ink);
    font-weight: 680;
  }
  .main svg {
    stroke-width: 3.5;
  }
  .main b {
    font-size: 1.2em;
  }
  .plot {
    position: relative;
    block-size: var(--_plot-height, 116px);
    direction: ltr;
    outline-offset: 3px;
    touch-action: pan-y;
  }
  .plot:focus-visible {
    outline: 2px solid var(--_accent);
  }
  .unseen {
    position: absolute;
    clip-path: inset(50%);
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
  }
  /* Out of the flow, so that an old width never keeps the chart from becoming narrower. */
  .uplot {
    position: absolute;
    inset: 0;
    overflow: clip;
    pointer-events: none;
  }
  /* Keeps the plot inside a place that has become narrower, until it is drawn again. */
  .uplot,
  .u-wrap,
  .u-wrap canvas {
    max-inline-size: 100%;
  }
  .u-hz .u-cursor-x {
    border-inline-end: 1px dashed var(--_quiet);
  }
  .u-cursor-pt {
    forced-color-adjust: none;
  }
  /* Small, as the labels of the axes. */
  .probes {
    font-size: 0.6875em;
  }
  .probes i {
    /* Only for its events: it is over at once. */
    transition: color 1ms step-start;
  }
  .probe-ink {
    color: var(--_ink);
  }
  .probe-quiet {
    color: var(--_quiet);
  }
  .probe-line {
    color: var(--_line);
  }
  .probe-paper {
    color: var(--_paper);
  }
  .look-0 {
    color: var(--obs-color-series-1, light-dark(#0072b2, #56b4e9));
  }
  .look-1 {
    color: var(--obs-color-series-2, light-dark(#9a6400, #e69f00));
  }
  .look-2 {
    color: var(--obs-color-series-3, light-dark(#a63b00, #ff9a5c));
  }
  .look-3 {
    color: var(--obs-color-series-4, light-dark(#a0437c, #e39ac4));
  }
  .look-4 {
    color: var(--obs-color-series-5, light-dark(#007a59, #35c79c));
  }
  .look-5 {
    color: var(--_bad);
  }
  @media (forced-colors: active) {
    [class^='look-'] {
      color: CanvasText;
    }
  }
  @media print {
    :host {
      color-scheme: light;
      break-inside: avoid;
    }
    /* Paper may be narrower than the screen. */
    .uplot,
    .u-wrap {
      inline-size: 100% !important;
    }
  }
`;
