import { css, type CSSResult } from 'lit';

export const goldenSignalsStyles: CSSResult = css`
  .charts {
    margin-block: 0.5em;
  }
  .knee,
  .histogram,
  .people {
    max-inline-size: 40em;
    margin-block: 0.5em;
    direction: ltr;
  }
  /* In units of the drawing, which grows with the text around it: a label never leaves the room it has. */
  :is(.knee, .histogram) text {
    font-size: 12px;
  }
  .grid {
    stroke: var(--_line);
  }
  .curve {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 2;
  }
  .dot {
    fill: var(--_accent);
    opacity: 0.35;
  }
  .newest {
    fill: var(--_paper);
    stroke: var(--_accent);
    stroke-width: 2.5;
  }
  .bucket,
  .spared {
    fill: var(--_edge);
    opacity: 0.55;
  }
  .band,
  .hit {
    fill: var(--_warn);
  }
  .exact,
  .estimate {
    stroke: var(--_ink);
    stroke-width: 2;
  }
  .estimate {
    stroke-dasharray: 3 3;
  }
  @container (inline-size >= 84em) {
    .charts {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
  @container (inline-size < 30em) {
    .knee text {
      font-size: 15px;
    }
    .histogram text {
      font-size: 20px;
    }
    .histogram text:nth-of-type(odd) {
      display: none;
    }
  }
`;
