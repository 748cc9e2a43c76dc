import { css, type CSSResult } from 'lit';

/** What figures that play have in common. */
export const runStyles: CSSResult = css`
  .sentence {
    /* Room for two lines, so that nothing below jumps while it changes. */
    min-block-size: 2.7em;
  }
  :host(:state(alarming)) .sentence b {
    color: var(--_bad);
  }
  /* The chart that an alert is about. */
  .meant {
    outline: 2px solid var(--_accent);
    outline-offset: 6px;
  }
  [type='checkbox'] {
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6em 1.6em;
    margin-block: 1em;
    font-size: 0.875em;
  }
  .buttons {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  button {
    border-color: var(--_line);
    border-color: color-mix(in srgb, var(--_edge) 60%, transparent);
  }
  button:disabled {
    color: var(--_quiet);
    cursor: default;
  }
  .primary {
    min-inline-size: 6.5em;
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_paper);
    font-weight: 600;
  }
  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 85%, var(--_ink));
  }
  [aria-pressed='true'],
  .on {
    border-color: var(--_ink);
    background: var(--_ink);
    color: var(--_paper);
  }
  .icon {
    display: inline-block;
    inline-size: 0.75em;
    block-size: 0.75em;
    margin-inline-end: 0.35em;
    fill: currentcolor;
  }
  .icon:dir(rtl) {
    scale: -1 1;
  }
  @container (inline-size < 35em) {
    .sentence {
      min-block-size: 5.4em;
    }
  }
  @media (forced-colors: active) {
    .primary,
    [aria-pressed='true'],
    .on {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .bar {
      display: none;
    }
  }
`;
