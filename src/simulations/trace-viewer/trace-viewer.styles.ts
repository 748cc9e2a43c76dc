import { css } from '../../theme/css.js';

export const traceViewerStyles: string = css`
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

  .minimap {
    position: relative;
    margin-block: 0.5em;
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
    inline-size: calc(100% + 24px);
    max-inline-size: none;
    block-size: 100%;
    margin: 0 0 0 -12px;
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

  .waterfall {
    --_cells: minmax(9em, 38%) minmax(0, 1fr) 4.7em 6em;
    font-size: 0.8125em;
    border-block: 1px solid var(--_line);
  }
  .waterfall .row {
    display: grid;
    grid: minmax(0, 1fr) / var(--_cells);
    align-items: center;
    block-size: 2.2em;
    min-block-size: 26px;
    inline-size: 100%;
  }
  .head {
    color: var(--_quiet);
    /* As wide as the rows are beside their scroll bar. */
    scrollbar-gutter: stable;
    overflow: hidden;
  }
  .rows {
    max-block-size: 46em;
    overflow: hidden auto;
    scrollbar-gutter: stable;
    scrollbar-width: thin;
  }
  .head {
    scrollbar-width: thin;
  }
  .body {
    position: relative;
    overflow: hidden;
    contain: strict;
  }
  .body > .row {
    position: absolute;
    inset: 0 0 auto;
    contain: strict;
    cursor: pointer;
  }
  .body > .row:hover {
    background: var(--_soft);
  }
  .body > [aria-selected='true'],
  .body > [aria-selected='true']:hover {
    background: color-mix(in srgb, var(--_accent) 12%, var(--_paper));
    box-shadow: inset 3px 0 var(--_accent);
  }
  .body :focus-visible {
    outline-offset: -2px;
  }
  .name {
    display: flex;
    gap: 0.35em;
    align-items: center;
    min-inline-size: 0;
    padding-inline-end: 0.75em;
    white-space: nowrap;
    overflow: hidden;
  }
  .head .name {
    padding-inline-start: 1.4em;
  }
  .label {
    flex: 0 1 auto;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .label > b,
  .title > b {
    padding-inline-start: 0.45em;
    border-inline-start: 0.3em solid var(--_service);
    font-weight: 600;
  }
  .twist {
    flex: none;
    inline-size: 1.1em;
    text-align: center;
    align-self: stretch;
    display: grid;
    place-items: center;
    color: var(--_quiet);
  }
  [aria-expanded] .twist::before {
    content: '';
    padding: 0.16em;
    border: solid currentColor;
    border-width: 1.5px 1.5px 0 0;
    rotate: 135deg;
  }
  [aria-expanded='false'] .twist::before {
    rotate: 45deg;
  }
  [aria-expanded='false']:dir(rtl) .twist::before {
    rotate: -135deg;
  }
  .badges:not(:empty) {
    flex: none;
    padding: 0 0.45em;
    border: 1px solid currentColor;
    border-radius: 1em;
    color: var(--_warn);
    font-size: 0.85em;
  }
  .error .badges {
    color: var(--_bad);
  }
  .dim {
    opacity: 0.4;
  }
  .time {
    min-inline-size: 0;
    block-size: 100%;
    direction: ltr;
  }
  .time > svg {
    inline-size: 100%;
    block-size: 100%;
    font-size: 1em;
    overflow: hidden;
  }
  .axis {
    padding-block-start: 0.35em;
  }
  .axis text {
    font-size: 0.95em;
  }
  .grid {
    fill: none;
    stroke: var(--_line);
  }
  .bar {
    fill: color-mix(in srgb, var(--_service) 26%, var(--_paper));
  }
  .path {
    fill: var(--_service);
  }
  .ghost {
    fill: none;
    stroke: var(--_quiet);
    stroke-dasharray: 3 2;
  }
  .row.error .bar {
    stroke: var(--_bad);
    stroke-width: 1.5;
  }
  .time text {
    fill: var(--_quiet);
  }
  .time text.within {
    fill: var(--_ink);
    paint-order: stroke;
    stroke: var(--_paper);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .number {
    overflow: hidden;
    text-align: end;
    white-space: nowrap;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 0.5em;
    align-items: center;
    margin-block: 0.5em;
  }
  .swatch {
    --_service: var(--_quiet);
    inline-size: 1.6em;
    block-size: 0.7em;
    background: color-mix(in srgb, var(--_service) 26%, var(--_paper));
  }
  .swatch:not(:first-child) {
    margin-inline-start: 0.8em;
  }
  .swatch.path {
    background: var(--_service);
  }
  .swatch.ghost {
    border: 1px dashed var(--_quiet);
    background: none;
  }

  .details {
    margin-block: 0.9em 0.4em;
    padding: 0.8em 1em;
    background: var(--_soft);
    font-size: 0.875em;
  }
  .title {
    font-size: 1.1em;
  }
  .details h4 {
    margin-block: 0.9em 0.25em;
    color: var(--_quiet);
    font-size: 0.9286em;
    font-weight: 600;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em 1.8em;
    margin-block-start: 0.5em;
  }
  .facts dt,
  .pairs dt {
    color: var(--_quiet);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .facts dd {
    font-weight: 600;
  }
  .columns {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0 2em;
  }
  .columns > * {
    min-inline-size: 0;
  }
  .pairs {
    display: grid;
    grid-template-columns: fit-content(55%) 1fr;
    gap: 0.1em 1em;
  }
  .header {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
  }
  code {
    font: 0.9286em var(--obs-font-family-mono, ui-monospace, 'DejaVu Sans Mono', monospace);
    overflow-wrap: anywhere;
    direction: ltr;
  }
  .details ul {
    padding: 0;
    list-style: none;
  }
  .logs > li {
    padding-block: 0.15em;
  }
  .logs b {
    color: var(--_quiet);
    font-size: 0.85em;
  }
  .logs .warn b {
    color: var(--_warn);
  }
  .logs .error b {
    color: var(--_bad);
  }

  .requests {
    margin-block: 0.75em;
  }
  .told {
    margin-block: -0.6em 1em;
  }
  .strip {
    position: relative;
  }
  .dots {
    inline-size: 100%;
    direction: ltr;
    font-size: 13px;
  }
  .strip > input {
    position: absolute;
    inset-block: 0;
    inset-inline-start: -12px;
    inline-size: calc(100% + 24px);
    max-inline-size: none;
    block-size: calc(100% - 1.2em);
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
  .block text {
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
  }
  .node rect {
    fill: var(--_soft);
    stroke: var(--_service);
    stroke-width: 1.5;
  }
  .node.dark rect {
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

  .wire {
    display: flex;
    gap: 0.6em;
    align-items: center;
    margin-block: 0.75em;
    font: 0.875em var(--obs-font-family-mono, ui-monospace, 'DejaVu Sans Mono', monospace);
    direction: ltr;
  }
  .wire > input {
    flex: 1;
    min-inline-size: 0;
  }
  .mono dd {
    font-family: var(--obs-font-family-mono, ui-monospace, 'DejaVu Sans Mono', monospace);
    font-size: 0.875em;
  }
  .own > * {
    margin-block: 0.75em;
  }
  .drop {
    display: grid;
    gap: 0.5em;
    padding: 1.2em;
    border: 1.5px dashed var(--_edge);
    border-radius: 6px;
  }
  .plain {
    padding: 0;
    list-style: none;
    font-size: 0.875em;
  }
  .plain > li {
    padding-block: 0.2em;
  }
  .badge {
    padding: 0 0.45em;
    border: 1px solid currentColor;
    border-radius: 1em;
    color: var(--_warn);
    font-weight: 400;
  }
  .link {
    min-block-size: 24px;
    padding: 0 0.3em;
    border: 0;
    color: var(--_accent);
    text-decoration: underline;
  }
  .keys {
    font-size: 0.875em;
    grid-template-columns: repeat(auto-fill, minmax(7em, auto) minmax(8em, 1fr));
  }
  kbd {
    padding: 0 0.35em;
    border: 1px solid var(--_line);
    border-radius: 4px;
    font: 0.9em var(--obs-font-family-mono, ui-monospace, 'DejaVu Sans Mono', monospace);
  }
  .details h4,
  .own h4 {
    font-size: 0.9286em;
  }

  @container (inline-size < 40em) {
    .columns {
      grid-template-columns: 1fr;
    }
    .waterfall {
      --_cells: minmax(0, 1fr);
    }
    .waterfall .row {
      grid-template-rows: minmax(0, 1fr) minmax(0, 1fr);
      block-size: 3.6em;
    }
    .waterfall .head .row {
      grid-template-rows: minmax(0, 1fr);
      block-size: 2em;
    }
    .head .name,
    .number {
      display: none;
    }
    .body > .row {
      border-block-start: 1px solid var(--_line);
    }
  }
  @media (forced-colors: active) {
    .bar {
      fill: Canvas;
      stroke: CanvasText;
    }
    .path,
    .chosen {
      fill: Highlight;
    }
    .swatch {
      border: 1px solid CanvasText;
    }
    .swatch.path {
      background: Highlight;
    }
    .body > [aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .grid,
    .ghost {
      stroke: GrayText;
    }
  }
  @media print {
    .rows {
      max-block-size: none;
    }
  }
`;
