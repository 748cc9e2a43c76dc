import { html, nothing, type TemplateResult } from 'lit';
import { richText } from './rich-text.js';

/** What stands in the frame of a figure, from top to bottom. */
export interface FigureFrame {
  readonly theme: string;
  readonly language: string;
  readonly direction: string;
  readonly heading: string;
  /** The live sentence; `*…*` marks what matters. */
  readonly sentence: string;
  /** Notes about settings that have no field to stand beside. */
  readonly notes: readonly (TemplateResult | string)[];
  readonly stage: TemplateResult;
  readonly controls: TemplateResult | undefined;
  readonly footer: TemplateResult | undefined;
  readonly copyByHand: TemplateResult | string;
}

/** The frame that all figures share. */
export function figureFrame(frame: FigureFrame): TemplateResult {
  const { controls, footer, notes } = frame;
  return html`<figure
    part="base"
    class=${frame.theme}
    lang=${frame.language}
    dir=${frame.direction}
    aria-labelledby="heading"
  >
    <svg class="unseen" aria-hidden="true">
      <pattern id="stripes" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="12" opacity="0.35" />
      </pattern>
    </svg>
    <figcaption id="heading" part="heading">${frame.heading}</figcaption>
    <p class="sentence" part="sentence">${richText(frame.sentence)}</p>
    ${notes.length > 0 ? html`<div class="unplaced">${notes}</div>` : nothing}
    <div part="stage">${frame.stage}</div>
    ${controls ? html`<div part="controls">${controls}</div>` : nothing}
    <slot name="caption"></slot>
    ${footer ? html`<div class="footer" part="footer">${footer}</div>` : nothing} ${frame.copyByHand}
    <p class="unseen" role="status"></p>
  </figure>`;
}
