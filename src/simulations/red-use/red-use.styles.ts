import { css, type CSSResult } from 'lit';

export const redUseStyles: CSSResult = css`
  .matrix {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 1.5em;
    align-items: start;
    margin-block: 0.5em;
    touch-action: pan-y;
  }
  [role='grid'] {
    table-layout: fixed;
    border-spacing: 0;
    font-size: 0.8125em;
  }
  [role='grid'] th {
    padding: 0.25em 0.5em 0.25em 0;
    font-weight: 600;
    text-align: start;
    vertical-align: top;
    line-height: 1.3;
  }
  [role='grid'] th small {
    display: block;
    font-size: 0.9em;
  }
  thead b {
    color: var(--_ink);
  }
  [role='gridcell'] {
    position: relative;
    padding: 0.2em 0.35em 0.3em;
    border: 0;
    border-block-start: 1px solid var(--_line);
    border-inline-start: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    cursor: pointer;
  }
  [role='grid'] tbody th {
    border-block-start: 1px solid var(--_line);
  }
  [role='gridcell']:hover,
  [role='gridcell'][aria-selected='true'] {
    background: var(--_soft);
  }
  [role='gridcell'][aria-selected='true'] {
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  [role='gridcell']:focus-visible {
    outline-offset: -2px;
    z-index: 1;
  }
  [role='gridcell'] .line {
    flex-wrap: nowrap;
    gap: 0 0.3em;
    min-block-size: 1.6em;
    white-space: nowrap;
  }
  .value {
    color: var(--_quiet);
  }
  .gone {
    background: color-mix(in srgb, var(--_warn) 10%, transparent);
  }
  .gone .value {
    color: var(--_ink);
    font-weight: 680;
  }
  .place {
    max-inline-size: 100%;
    overflow: hidden;
    padding-inline: 0.3em;
    border: 1px solid var(--_warn);
    border-radius: 1em;
    color: var(--_warn);
    font-size: 0.85em;
    font-weight: 600;
    line-height: 1.4;
  }
  .first {
    background: color-mix(in srgb, var(--_warn) 22%, transparent);
  }
  .first .place {
    background: var(--_warn);
    color: var(--_paper);
  }
  .spark {
    inline-size: 100%;
    block-size: 2em;
    overflow: hidden;
    direction: ltr;
  }
  .spark * {
    vector-effect: non-scaling-stroke;
    fill: none;
  }
  .spark .band {
    fill: var(--_edge);
    opacity: 0.16;
  }
  .spark .calm {
    stroke: var(--_quiet);
    stroke-width: 1.5;
  }
  .spark .beside {
    stroke: var(--_quiet);
    stroke-width: 1;
    stroke-dasharray: 2 2;
  }
  .spark .left {
    stroke: var(--_warn);
    stroke-width: 2.5;
  }
  .spark .cursor {
    stroke: var(--_accent);
    stroke-width: 1;
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1.5em;
  }
  .path,
  .diagnose {
    margin-block: 1em;
    padding: 0.75em 1em;
    background: var(--_soft);
  }
  .path {
    position: relative;
  }
  .close {
    position: absolute;
    inset-block-start: 0.5em;
    inset-inline-end: 0.75em;
    z-index: 1;
    font-size: 0.8125em;
  }
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr);
    gap: 1.5em;
  }
  .path pre {
    padding: 0;
    background: none;
    white-space: pre-wrap;
  }
  .steps {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    gap: 0.75em 1.5em;
    margin-block: 0.75em;
    padding: 0;
    list-style: none;
    counter-reset: step;
    font-size: 0.9375em;
  }
  .steps > li {
    padding-block-start: 0.4em;
    border-block-start: 2px solid var(--_ink);
    counter-increment: step;
  }
  .steps .quiet::before {
    content: counter(step) '. ';
  }
  .steps > .blank {
    border-color: var(--_line);
  }
  .diagnose .bar {
    margin-block: 0;
  }
  .primary:disabled {
    border-color: var(--_line);
    background: none;
    color: var(--_quiet);
  }
  .path .beside > :last-child > .quiet {
    min-block-size: 2.75em;
  }
  .sentence > b {
    white-space: normal;
  }
  .diagnose label {
    color: var(--_quiet);
  }
  .cases {
    display: grid;
    gap: 0.75em;
    margin-block: 0.75em;
    font-size: 0.9375em;
  }
  .cases p {
    max-inline-size: 44em;
    margin-block: 0.25em;
  }
  @container (inline-size < 46em) {
    .matrix,
    .beside {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (inline-size < 25em) {
    [part='table'] thead th:first-child {
      inline-size: 34%;
    }
    [role='grid'] {
      font-size: 0.75em;
    }
    [role='gridcell'] {
      padding-inline: 0.2em;
    }
    [role='gridcell'] .line {
      flex-wrap: wrap;
    }
  }
  @media (forced-colors: active) {
    .gone {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
    .spark .calm,
    .spark .beside {
      stroke: CanvasText;
    }
    .spark .band {
      fill: GrayText;
    }
    .spark .left,
    .spark .cursor {
      stroke: Highlight;
    }
  }
  @media print {
    .diagnose,
    .close,
    .keys {
      display: none;
    }
  }
`;
