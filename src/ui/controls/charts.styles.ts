import { css, type CSSResult } from 'lit';

/** Charts side by side where there is room, and their data in a table that scrolls on its own. */
export const chartsStyles: CSSResult = css`
  .charts {
    display: grid;
    gap: 1.1em 1.75em;
  }
  .scroll {
    overflow-x: auto;
    white-space: nowrap;
  }
  .scroll table {
    table-layout: auto;
  }
  @container (inline-size >= 36em) {
    .charts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
