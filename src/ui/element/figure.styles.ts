import { css, type CSSResult } from 'lit';

/** How every figure looks: a plate in a book, ruled above and below. */
export const figureStyles: CSSResult = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  [part='base'] {
    container-type: inline-size;
    padding-block: 0.875em 0.5em;
    border-block: 1.5px solid var(--_ink);
    background: var(--_paper);
    color: var(--_ink);
    font: 1em/1.5 var(--obs-font-family, system-ui, 'DejaVu Sans', sans-serif);
    font-variant-numeric: tabular-nums;
    text-align: start;
    overflow-wrap: break-word;
  }
  .light {
    color-scheme: light;
  }
  .dark {
    color-scheme: dark;
  }
  [part='heading'],
  .quiet,
  .footer,
  thead {
    color: var(--_quiet);
    font-size: 0.8125em;
  }
  [part='heading'] {
    font-weight: 650;
  }
  .sentence {
    margin-block: 0.3em 0.8em;
    max-inline-size: 34em;
    font-size: 1.3125em;
    line-height: 1.35;
    text-wrap: balance;
  }
  .sentence > b {
    white-space: nowrap;
  }
  .line,
  .fields,
  .field label,
  summary,
  .footer {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75em;
  }
  .line {
    justify-content: space-between;
  }
  .note {
    margin-block: 0.75em;
    padding-inline-start: 0.7em;
    border-inline-start: 3px solid var(--_warn);
    font-size: 0.875em;
  }
  .problem,
  .hard,
  .none {
    border-color: var(--_bad);
  }
  .full {
    border-color: var(--_good);
  }
  .unseen {
    position: absolute;
    clip-path: inset(50%);
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
  }
  svg {
    display: block;
    overflow: visible;
    fill: var(--_quiet);
    font-size: 0.75em;
  }
  .mirrored:dir(rtl) {
    scale: -1 1;
  }

  .fields {
    gap: 0.6em 1.3em;
    margin-block: 1.25em;
    font-size: 0.875em;
  }
  .field label {
    color: var(--_quiet);
    /* The label of a box to tick is the target. */
    min-block-size: 24px;
  }
  .field,
  .box {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .field .note {
    max-inline-size: 22em;
    font-size: 1em;
  }
  input,
  select,
  button,
  textarea {
    max-inline-size: 100%;
    color: var(--_ink);
    font: inherit;
  }
  .box,
  button,
  textarea {
    min-block-size: 2.25em;
    padding: 0.25em 0.7em;
    border: 1px solid var(--_edge);
    border-radius: 6px;
    background: var(--_soft);
  }
  button {
    background: none;
    cursor: pointer;
  }
  button:hover {
    background: var(--_soft);
  }
  ::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }
  .box > input {
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
  }
  .box:has([aria-invalid='true']) {
    border: 2px solid var(--_bad);
  }
  :focus-visible,
  .box:focus-within {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375em;
  }
  th,
  td {
    padding: 0.32em 0;
    border-block-start: 1px solid var(--_line);
    font-weight: inherit;
    text-align: end;
    /* A word of Chinese is as whole as any other. */
    word-break: keep-all;
  }
  td,
  th + th {
    padding-inline-start: 1em;
  }
  th:first-child {
    text-align: start;
  }
  tr:first-child > * {
    border: 0;
  }
  .current,
  b {
    font-weight: 680;
  }
  small {
    color: var(--_quiet);
    font-weight: 400;
  }

  details {
    padding-block: 0.6em;
    border-block-start: 1px solid var(--_line);
  }
  summary {
    cursor: pointer;
  }
  summary::before {
    content: '';
    margin-inline: 0.15em;
    padding: 0.17em;
    border: solid var(--_accent);
    border-width: 2px 2px 0 0;
    rotate: 45deg;
  }
  summary:dir(rtl)::before {
    rotate: -135deg;
  }
  [open] > summary::before {
    rotate: 135deg;
  }
  summary > span {
    color: var(--_quiet);
  }
  pre {
    max-block-size: 22em;
    padding: 1em;
    overflow: auto;
    background: var(--_soft);
    font: 0.8125em/1.5 var(--obs-font-family-mono, ui-monospace, 'DejaVu Sans Mono', monospace);
    direction: ltr;
    text-align: left;
  }

  .footer {
    justify-content: space-between;
    flex-wrap: nowrap;
    align-items: center;
    border-block-start: 1px solid var(--_line);
  }
  .footer .fields {
    min-inline-size: 0;
    margin-block: 0.5em 0;
    font-size: 1em;
  }
  .more,
  [popover] button {
    border: 0;
  }
  .more {
    color: var(--_accent);
    font-size: 1.25em;
    line-height: 1;
  }
  [popover] {
    inset: auto;
    position-area: block-start span-inline-start;
    max-inline-size: 90vw;
    padding: 0.4em;
    border: 1px solid var(--_edge);
    border-radius: 8px;
    background: var(--_paper);
    box-shadow: 0 4px 16px #0003;
  }
  [popover] > * {
    display: block;
    inline-size: 100%;
    padding: 0.4em 0.75em;
    color: var(--_ink);
    text-align: start;
    text-decoration: none;
  }
  textarea {
    display: block;
    inline-size: 100%;
  }

  @container (inline-size < 35em) {
    .sentence {
      font-size: 1.1875em;
    }
  }
  @container (inline-size < 25em) {
    table {
      table-layout: fixed;
      font-size: 0.8125em;
    }
    td,
    th + th {
      padding-inline-start: 0.4em;
    }
  }
  @media print {
    .fields,
    .more {
      display: none;
    }
  }
`;
