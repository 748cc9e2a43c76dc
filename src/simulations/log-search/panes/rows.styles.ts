import { css, type CSSResult } from 'lit';

/** The list of found lines, row by row. */
export const rowsStyles: CSSResult = css`
  .rows {
    position: relative;
    block-size: calc(6 * 3.6em + 2px);
    overflow: auto;
    overflow-x: hidden;
    border-block: 1px solid var(--_line);
    direction: ltr;
    text-align: left;
    touch-action: pan-y;
  }
  .rows.none {
    padding-block: 0.6em;
    font-family: inherit;
  }
  .spacer {
    font-size: inherit;
  }
  .window {
    position: sticky;
    inset-block-start: 0;
  }
  .row {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    align-content: center;
    block-size: 3.6em;
    padding-inline: 0.3em;
    border-block-start: 1px solid var(--_line);
    line-height: 1.45;
    cursor: pointer;
  }
  .row:first-child {
    border-color: transparent;
  }
  .line-text {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .row:hover {
    background: var(--_soft);
  }
  .row[aria-selected='true'],
  .request .current {
    background: var(--_soft);
    box-shadow: inset 3px 0 var(--_accent);
  }
  .rows:focus-visible .active {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .sign {
    display: inline-block;
    inline-size: 1.4em;
  }
  mark {
    background: none;
    color: inherit;
    font-weight: 700;
    text-decoration: underline 2px var(--_accent);
    text-underline-offset: 0.2em;
  }
  .error,
  .fatal {
    color: var(--_bad);
  }
  .warn {
    color: var(--_warn);
  }
`;
