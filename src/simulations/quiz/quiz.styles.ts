import { css, type CSSResult } from 'lit';

export const quizStyles: CSSResult = css`
  /* Here the question is what is read first. */
  .sentence {
    margin-block: 0.2em 0.6em;
    color: var(--_quiet);
    font-size: 0.9375em;
  }
  .sentence b {
    color: var(--_ink);
  }
  fieldset,
  ul,
  ol {
    padding: 0;
    border: 0;
    list-style: none;
  }
  fieldset {
    min-inline-size: 0;
  }
  [part='question'],
  .review {
    /* Unlike break-word, it also lets a legend become narrow. */
    overflow-wrap: anywhere;
  }
  [part='question'] {
    padding-block: 1em 0.5em;
  }
  .asked {
    padding: 0;
    max-inline-size: 30em;
    margin-block: 0 0.7em;
    font-size: 1.3125em;
    line-height: 1.35;
    text-wrap: pretty;
  }
  .several {
    margin-block: -0.4em 0.6em;
  }

  .answer {
    position: relative;
    display: grid;
    grid-template-columns: 1.25em minmax(0, 1fr);
    gap: 0.8em;
    padding: 0.7em 0.6em;
    border-block-start: 1px solid var(--_line);
    line-height: 1.4;
  }
  /* A bar at its side. No border: where two borders meet, one of them is cut off. */
  .answer::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    border-inline-start: 3px solid transparent;
  }
  .answer:last-child {
    border-block-end: 1px solid var(--_line);
  }
  label.answer {
    cursor: pointer;
  }
  label.answer:hover,
  .answer:has(:checked) {
    background: var(--_soft);
  }
  .answer:has(:checked)::before {
    border-color: var(--_accent);
  }
  .answer > input {
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0.075em 0 0;
    accent-color: var(--_accent);
  }
  .answer.right::before {
    border-color: var(--_good);
  }
  .answer.wrong::before {
    border-color: var(--_bad);
  }
  .why {
    display: block;
    margin-block-start: 0.2em;
    color: var(--_quiet);
    font-size: 0.9375em;
  }
  .why b {
    color: var(--_ink);
  }
  #outcome {
    max-inline-size: 38em;
    font-size: 1em;
  }

  .mark {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    font-size: 1em;
    fill: none;
    stroke: var(--_edge);
    stroke-width: 1.5;
  }
  .mark > path {
    stroke: var(--_paper);
    stroke-width: 2.25;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .mark.right {
    fill: var(--_good);
    stroke: none;
  }
  .mark.wrong {
    fill: var(--_bad);
    stroke: none;
  }
  .mark > path {
    fill: none;
  }
  .answer > .mark {
    margin-block-start: 0.075em;
  }

  .strip {
    display: flex;
    flex-wrap: wrap;
  }
  .strip button {
    display: grid;
    justify-items: center;
    align-content: end;
    /* The mark stands at the edge of the text; what makes the target wide enough is behind it. */
    padding-block: 0.3em;
    padding-inline: 0 0.7em;
    border: 0;
    color: var(--_quiet);
    font-size: 0.8125em;
    line-height: 1.3;
  }
  .strip span {
    border-block-end: 2px solid transparent;
  }
  .strip [aria-current='step'] span {
    border-color: var(--_accent);
    color: var(--_ink);
    font-weight: 680;
  }

  .go {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
    margin-block: 0.75em 1em;
  }
  .main {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_paper);
    font-weight: 600;
  }
  .main:hover {
    background: var(--_ink);
  }

  .sentence:has(~ [part='stage'] .review) {
    color: var(--_ink);
    font-size: 1.3125em;
  }
  .score {
    inline-size: 100%;
    block-size: 1em;
    margin-block: 1.25em;
    font-size: 1em;
  }
  .hit {
    fill: var(--_good);
  }
  .miss {
    fill: var(--_soft);
    stroke: var(--_edge);
  }
  .review > li {
    display: flex;
    gap: 0.8em;
    padding-block: 0.7em;
    border-block-start: 1px solid var(--_line);
    line-height: 1.4;
  }
  .review p {
    color: var(--_quiet);
    font-size: 0.9375em;
  }
  .asks {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    text-align: start;
    text-decoration: underline;
    text-decoration-color: var(--_edge);
    text-underline-offset: 0.2em;
  }

  @container (inline-size < 35em) {
    .asked {
      font-size: 1.1875em;
    }
  }
  @media (forced-colors: active) {
    .main {
      background: ButtonFace;
      color: ButtonText;
    }
    .answer::before {
      border-color: Canvas;
    }
  }
  @media print {
    .strip,
    .go {
      display: none;
    }
    .answer,
    .review > li {
      break-inside: avoid;
    }
  }
`;
