import { html, type TemplateResult } from 'lit';
import type { TrackerView } from '../budget-tracker.view.js';

/** How time goes on. */
export interface PlayHost {
  readonly isPlaying: boolean;
  readonly back: () => void;
  readonly next: () => void;
  readonly play: () => void;
  readonly pause: () => void;
  readonly toEnd: () => void;
  readonly again: () => void;
  readonly another: () => void;
}

/** The buttons that let days pass: one at a time, at a pace, or all. Under reduced motion nothing passes by itself. */
export function playPart({ text: t, day }: TrackerView, host: PlayHost): TemplateResult {
  const isOver = day > 30;
  const mayMove = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  const next = day === 30 ? t.lastDay : t.nextDay;
  return html`<div class="play" part="play">
    ${
      isOver
        ? html`<button class="primary" name="another" @click=${host.another}>${t.anotherMonth}</button>
            <button name="again" @click=${host.again}>${t.again}</button>`
        : html`<button class="primary" name="next" @click=${host.next}>${next}</button>
            ${
              host.isPlaying
                ? html`<button name="play" @click=${host.pause}>${t.pause}</button>`
                : mayMove
                  ? html`<button name="play" @click=${host.play}>${t.playOn}</button>`
                  : ''
            }
            <button name="end" @click=${host.toEnd}>${t.toEnd}</button>`
    }
    ${day > 1 ? html`<button name="back" @click=${host.back}>${t.backDay}</button>` : ''}
  </div>`;
}
