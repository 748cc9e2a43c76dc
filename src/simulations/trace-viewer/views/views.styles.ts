import { css, type CSSResult } from 'lit';

export const viewsStyles: CSSResult = css`
  .requests {
    margin-block: 0.75em;
  }
  .told {
    margin-block: -0.6em 1em;
  }
  .strip {
    position: relative;
    padding-inline: 12px;
  }
  .dots {
    inline-size: 100%;
    direction: ltr;
    font-size: 13px;
  }
  .strip > input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: calc(100% - 1.2em);
    min-block-size: 24px;
    margin: 0;
    appearance: none;
    background: none;
    direction: ltr;
    cursor: pointer;
    touch-action: pan-y;
  }
  .strip > input::-webkit-slider-thumb {
    appearance: none;
    inline-size: 24px;
    block-size: 60px;
    border: 0;
    background: linear-gradient(to right, #0000 11px, var(--_accent) 11px 13px, #0000 13px);
  }
  .strip > input::-moz-range-thumb {
    inline-size: 24px;
    block-size: 60px;
    border: 0;
    border-radius: 0;
    background: linear-gradient(to right, #0000 11px, var(--_accent) 11px 13px, #0000 13px);
  }
  .dots .kept {
    fill: var(--_edge);
  }
  .dots .failed {
    fill: var(--_bad);
  }
  .dots .lost {
    fill: none;
    stroke: var(--_edge);
  }
  .rank {
    stroke: var(--_line);
  }
  .dots .chosen {
    fill: var(--_accent);
    stroke: var(--_paper);
    stroke-width: 1.5;
  }
  .dots .chosen.lost {
    fill: var(--_paper);
    stroke: var(--_accent);
    stroke-width: 2;
  }

  .search {
    flex: 1 1 16em;
    justify-content: flex-end;
  }
  .search > input {
    flex: 0 1 17em;
  }
  .wide {
    overflow-x: auto;
    overflow-wrap: normal;
  }
  .wide th small {
    margin-inline-start: 0.4em;
  }
  .flame,
  .map {
    inline-size: 100%;
    margin-block: 0.75em;
    direction: ltr;
  }
  .flame {
    font-size: 13px;
  }
  .block {
    cursor: pointer;
  }
  .block rect {
    fill: color-mix(in srgb, var(--_service) 26%, var(--_paper));
  }
  .block .self {
    fill: var(--_service);
  }
  .block.bad rect:not(.self) {
    stroke: var(--_bad);
  }
  .names {
    fill: var(--_ink);
    pointer-events: none;
  }
  .block[aria-pressed='true'] rect:not(.self) {
    stroke: var(--_ink);
    stroke-width: 2;
  }
  .block:focus-visible {
    outline: none;
  }
  .block:focus-visible rect:not(.self) {
    stroke: var(--_accent);
    stroke-width: 3;
  }
  .map {
    min-inline-size: 44em;
    max-block-size: 30em;
    font-size: 14px;
  }
  .map text {
    fill: var(--_ink);
  }
  .map .small {
    fill: var(--_quiet);
    font-size: 12px;
    paint-order: stroke;
    stroke: var(--_paper);
    stroke-width: 3px;
  }
  .node .small {
    stroke: none;
  }
  .node rect {
    fill: var(--_soft);
    stroke: var(--_service);
    stroke-width: 1.5;
  }
  .node.untraced rect {
    stroke-dasharray: 4 3;
  }
  .node.bad rect {
    stroke: var(--_bad);
  }
  .node .share {
    fill: var(--_service);
    stroke: none;
  }
  .edge {
    fill: none;
    stroke: var(--_edge);
    stroke-width: 1.3;
  }
  .edge.bad {
    stroke: var(--_bad);
  }
  marker path {
    fill: var(--_edge);
  }

  @container (inline-size < 40em) {
    /* The slider says it; these would be too small to read. */
    .dots text {
      display: none;
    }
    .strip > input {
      block-size: 100%;
    }
  }
`;
