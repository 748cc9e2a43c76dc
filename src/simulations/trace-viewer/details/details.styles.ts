import { css, type CSSResult } from 'lit';

export const detailsStyles: CSSResult = css`
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
  @container (inline-size < 40em) {
    .columns {
      grid-template-columns: 1fr;
    }
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
    grid-template-columns: minmax(0, 1fr);
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
    grid-template-columns: fit-content(50%) 1fr;
  }
  @container (inline-size > 40em) {
    .keys {
      grid-template-columns: fit-content(20%) 1fr fit-content(20%) 1fr;
    }
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
`;
