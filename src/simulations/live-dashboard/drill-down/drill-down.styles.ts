import { css, type CSSResult } from 'lit';

/** The way from an alert to its cause, and the spans on it. */
export const trailStyles: CSSResult = css`
  .trail,
  .card {
    margin-block: 1em;
    padding: 0.9em 1.1em 1.1em;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_soft);
  }
  .trail p {
    margin-block: 0.5em;
    max-inline-size: 46em;
  }
  .crumbs,
  .crumbs ol {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.3em;
  }
  .crumbs {
    font-size: 0.875em;
  }
  .crumbs li + li::before {
    content: '›';
    color: var(--_quiet);
  }
  .crumbs button {
    border: 0;
    padding-inline: 0.5em;
  }
  .crumbs [aria-current='step'] {
    color: var(--_accent);
    font-weight: 680;
  }
  .next {
    margin-block-start: 0.5em;
    font-size: 0.9375em;
  }
  .verdict {
    font-size: 1.125em;
  }
  .examples {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    font-size: 0.875em;
  }
  .best {
    border-color: var(--_accent);
  }
  .waterfall {
    margin-block: 0.5em;
    font-size: 0.875em;
  }
  .span {
    display: grid;
    grid-template-columns: minmax(0, 20em) minmax(0, 1fr) 5em;
    align-items: center;
    gap: 0.75em;
    inline-size: 100%;
    min-block-size: 1.75em;
    padding: 0.05em 0.3em;
    border: 0;
    border-radius: 4px;
    text-align: start;
  }
  .span .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .span .length {
    text-align: end;
  }
  .span rect {
    fill: var(--_edge);
  }
  .span .wide rect {
    fill: var(--_warn);
  }
  .span .failed rect {
    fill: var(--_bad);
  }
  .span[aria-pressed='true'] {
    background: var(--_paper);
    color: inherit;
    box-shadow: inset 3px 0 var(--_accent);
  }
  .depth-1 {
    padding-inline-start: 0.8em;
  }
  .depth-2 {
    padding-inline-start: 1.6em;
  }
  .depth-3 {
    padding-inline-start: 2.4em;
  }
  .depth-4 {
    padding-inline-start: 3.2em;
  }
  .depth-5 {
    padding-inline-start: 4em;
  }
  .depth-6,
  .depth-7,
  .depth-8,
  .depth-9 {
    padding-inline-start: 4.8em;
  }
  .logs {
    margin-block: 0.5em;
    padding: 0.5em 0.75em;
    border-inline-start: 3px solid var(--_line);
    background: var(--_paper);
    font: 0.8125em/1.6 var(--obs-font-family-mono, ui-monospace, 'DejaVu Sans Mono', monospace);
  }
  .error b {
    color: var(--_bad);
  }
  .warn b {
    color: var(--_warn);
  }
  @container (inline-size < 35em) {
    .span {
      grid-template-columns: minmax(0, 1fr) 4.5em;
      gap: 0 0.5em;
      padding-block: 0.3em;
    }
    .span .name {
      padding-inline-start: 0;
    }
    .span .bar {
      grid-column: 1 / -1;
      grid-row: 2;
    }
  }
`;
