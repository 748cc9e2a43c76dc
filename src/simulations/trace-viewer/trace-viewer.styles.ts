import { css, type CSSResult } from 'lit';

export const traceViewerStyles: CSSResult = css`
  [part='base'] {
    /* Okabe and Ito's colours, light and dark; a service's name always stands beside its own. */
    --_s0: light-dark(#0072b2, #56b4e9);
    --_s1: light-dark(#d55e00, #ee8b4a);
    --_s2: light-dark(#007a5a, #2fc79c);
    --_s3: light-dark(#a8548a, #d78fbd);
    --_s4: light-dark(#9a6b00, #e6b422);
    --_s5: light-dark(#3d6fb6, #8fb6f2);
    --_s6: light-dark(#6b4fa0, #b39be0);
    --_s7: light-dark(#59636e, #9aa5b0);
  }
  .s0 {
    --_service: var(--_s0);
  }
  .s1 {
    --_service: var(--_s1);
  }
  .s2 {
    --_service: var(--_s2);
  }
  .s3 {
    --_service: var(--_s3);
  }
  .s4 {
    --_service: var(--_s4);
  }
  .s5 {
    --_service: var(--_s5);
  }
  .s6 {
    --_service: var(--_s6);
  }
  .s7 {
    --_service: var(--_s7);
  }

  /* Names of strangers are longer than numbers. */
  .sentence > b {
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    justify-content: space-between;
    margin-block-end: 0.5em;
    font-size: 0.875em;
  }
  .tools .fields {
    margin: 0;
    font-size: 1em;
  }
  .group {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    align-items: center;
  }
  .group > .quiet {
    font-size: 1em;
  }
  .group > button,
  .small button {
    padding-inline: 0.7em;
    border-color: var(--_line);
  }
  [aria-pressed='true'] {
    border-color: var(--_ink);
    background: var(--_ink);
    color: var(--_paper);
  }
  [aria-pressed='true']:hover {
    background: var(--_ink);
  }

  .small {
    align-items: center;
    font-size: 0.8125em;
  }
  .minimap {
    position: relative;
    margin-block: 0.5em;
    /* Half a thumb, so that its line can stand at the very end. */
    padding-inline: 12px;
    direction: ltr;
    touch-action: pan-y;
    user-select: none;
    cursor: crosshair;
  }
  .minimap > svg {
    inline-size: 100%;
    block-size: 3em;
    border: 1px solid var(--_line);
    overflow: hidden;
  }
  .minimap path {
    fill: none;
    stroke: var(--_edge);
    stroke-width: 2;
  }
  .minimap .bad {
    stroke: var(--_bad);
  }
  .veil {
    fill: var(--_soft);
    fill-opacity: 0.85;
  }
  .minimap > input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    appearance: none;
    background: none;
    direction: ltr;
    pointer-events: none;
    touch-action: pan-y;
  }
  .minimap > input::-webkit-slider-thumb {
    appearance: none;
    pointer-events: auto;
    inline-size: 24px;
    block-size: 3em;
    border: 0;
    background: linear-gradient(to right, #0000 10.5px, var(--_accent) 10.5px 13.5px, #0000 13.5px);
    cursor: ew-resize;
  }
  .minimap > input::-moz-range-thumb {
    pointer-events: auto;
    inline-size: 24px;
    block-size: 3em;
    border: 0;
    border-radius: 0;
    background: linear-gradient(to right, #0000 10.5px, var(--_accent) 10.5px 13.5px, #0000 13.5px);
    cursor: ew-resize;
  }
`;
