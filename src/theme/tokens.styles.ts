import { css, type CSSResult } from 'lit';

/**
 * Colour and type, once. An author changes them with `--obs-…` on the element or on any ancestor; the kit reads only
 * the private names. Light or dark follows the page's own `color-scheme`.
 */
export const tokens: CSSResult = css`
  :host {
    --_paper: var(--obs-color-paper, light-dark(#fff, #14171a));
    --_ink: var(--obs-color-ink, light-dark(#1a1e23, #e9ebee));
    --_quiet: var(--obs-color-quiet, light-dark(#59636e, #9aa5b0));
    --_line: var(--obs-color-line, light-dark(#dde2e7, #2c333a));
    --_soft: var(--obs-color-soft, light-dark(#f5f7f9, #1c2126));
    --_edge: var(--obs-color-edge, light-dark(#858f99, #6f7a85));
    --_accent: var(--obs-color-accent, light-dark(#0b5cc4, #78b4ff));
    --_good: var(--obs-color-good, light-dark(#17714a, #5bd39b));
    --_warn: var(--obs-color-warn, light-dark(#8a5a00, #f0b64a));
    --_bad: var(--obs-color-bad, light-dark(#b3261e, #ff8a80));
  }
  @media (prefers-contrast: more) {
    :host {
      --_quiet: var(--_ink);
      --_line: var(--_ink);
      --_edge: var(--_ink);
    }
  }
  @media (forced-colors: active) {
    :host {
      --_paper: Canvas;
      --_ink: CanvasText;
      --_quiet: CanvasText;
      --_line: CanvasText;
      --_soft: Canvas;
      --_edge: CanvasText;
      --_accent: Highlight;
      --_good: CanvasText;
      --_warn: Highlight;
      --_bad: CanvasText;
    }
  }
`;
