import { css, type CSSResult } from 'lit';

export const logSearchStyles: CSSResult = css`
  h3 {
    font-size: 0.9375em;
    font-weight: 650;
  }
  .choices {
    margin-block: 0 1em;
  }
  .progress {
    display: flex;
    align-items: center;
    gap: 1em;
  }
  progress {
    flex: 1;
    block-size: 0.5em;
    accent-color: var(--_accent);
  }
  .sides {
    display: grid;
    gap: 1.5em;
  }
  .side {
    min-inline-size: 0;
  }
  .search {
    display: block;
    margin-block: 0.4em 0.6em;
  }
  .search > span {
    color: var(--_quiet);
    font-size: 0.8125em;
  }
  .search > .box {
    display: block;
    inline-size: 100%;
  }
  .search > input,
  .asked,
  .rows,
  .fact {
    font-family: var(--obs-font-family-mono, ui-monospace, 'DejaVu Sans Mono', monospace);
    font-size: 0.75em;
  }
  [aria-invalid='true'] {
    border: 2px solid var(--_bad);
  }
  .took {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.6em;
    margin-block: 0.2em 0.5em;
  }
  .took > b {
    font-size: 1.5em;
    line-height: 1.2;
  }
  .score .right {
    fill: var(--_good);
  }
  .score .wrong {
    fill: var(--_bad);
    opacity: 0.45;
  }
  .score .missed {
    fill: none;
    stroke: var(--_warn);
    stroke-width: 2;
    stroke-dasharray: 3 2;
  }
  .score .whole {
    fill: var(--_soft);
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em 0.5em;
    margin-block: 0.4em 0.5em;
    font-size: 0.875em;
  }
  .count {
    min-block-size: 2em;
    padding: 0.1em 0.6em;
    border-color: transparent;
    background: none;
  }
  .count:hover,
  .count[aria-pressed='true'] {
    border-color: var(--_edge);
  }
  .right > span:first-child,
  .sign.right {
    color: var(--_good);
  }
  .wrong > span:first-child,
  .sign.wrong {
    color: var(--_bad);
  }
  .missed > span:first-child,
  .sign.missed {
    color: var(--_warn);
  }
  .row .quiet,
  dt.quiet {
    font-size: inherit;
  }
  .volume {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr) max-content;
    align-items: center;
    gap: 0.25em 0.8em;
    margin-block-start: 1.5em;
  }
  .volume > .name {
    font-size: 0.8125em;
  }
  .bars {
    border-block-end: 1px solid var(--_line);
    fill: var(--_quiet);
  }
  .bars.hits {
    fill: var(--_accent);
  }
  .bars.error {
    fill: var(--_bad);
  }
  .bars.warn {
    fill: var(--_warn);
  }
  .record {
    margin-block: 1.2em;
    padding: 0.8em 1em;
    background: var(--_soft);
  }
  .record > button {
    margin-block-end: 0.7em;
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(15em, 100%), 1fr));
    gap: 0.5em 1.5em;
    margin-block-end: 0.7em;
  }
  .fact {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .request tr > :first-child {
    inline-size: 9em;
    padding-inline-start: 0;
  }
  .request th,
  .request td {
    text-align: start;
    vertical-align: top;
  }
  .tick {
    margin-block: 0.3em;
    fill: var(--_accent);
  }
  .tick .rail {
    fill: var(--_line);
  }
  .plain {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    color: var(--_accent);
    text-align: start;
    overflow-wrap: anywhere;
  }
  .request .plain {
    color: inherit;
  }
  .plain:hover {
    background: none;
  }
  .fields-pair,
  .lists,
  .dialects {
    display: grid;
    gap: 1em 2.5em;
    align-items: start;
  }
  .dialects dt {
    display: flex;
    justify-content: space-between;
    font-size: 0.875em;
  }
  .dialects pre {
    padding: 0.6em 0.8em;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .lists ul {
    padding: 0;
    list-style: none;
    font-size: 0.9375em;
  }
  .marked {
    margin-block: 0.5em;
    text-align: left;
  }
  .secret {
    text-decoration-color: var(--_bad);
  }
  .file {
    display: block;
    margin-block: 0.6em;
    font-size: 0.875em;
  }
  .volume .line {
    flex-wrap: nowrap;
  }
  @container (inline-size < 25em) {
    .volume {
      grid-template-columns: max-content minmax(0, 1fr);
    }
    .most {
      display: none;
    }
    .request tr > :not(:last-child) {
      inline-size: 5.5em;
    }
  }
  .file input {
    display: block;
    min-block-size: 28px;
  }
  @container (inline-size >= 44em) {
    .sides,
    .fields-pair,
    .lists {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    }
  }
`;
