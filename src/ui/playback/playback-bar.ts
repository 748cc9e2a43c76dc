import { html, type TemplateResult } from 'lit';
import type { RunText } from '../../i18n/en/run.js';
import type { Format } from '../../i18n/format.js';
import type { Playback } from './playback.js';

/** What the bar asks of the figure that plays. */
export interface Player {
  readonly playback: Playback;
  readonly format: Format;
  readonly figureText: { readonly second: (n: string) => string; readonly minute: (n: string) => string };
  play(): void;
  pause(): void;
  step(seconds: number): Promise<void>;
  change(setting: string, value: unknown): Promise<void>;
}

const STEP_SECONDS = 10;
const BACK_SECONDS = 60;
const SPEEDS: readonly number[] = [1, 10, 60];

/** Play or pause, a step on, a minute back, and the speed. */
export function playbackBar(player: Player, t: RunText): TemplateResult {
  const { playback, figureText, format } = player;
  const { paused, playbackRate } = playback;
  const toggle = (): void => (paused ? player.play() : player.pause());
  const back = (): void => void playback.seek(playback.currentTime - BACK_SECONDS);
  const step = (): void => void player.step(STEP_SECONDS);
  const speed = (rate: number): TemplateResult => {
    const choose = (): void => void player.change('playbackRate', rate);
    return html`<button aria-pressed=${playbackRate === rate} @click=${choose}>${t.rate(format.number(rate))}</button>`;
  };
  return html`<span class="buttons" part="playback">
    <button class="primary" @click=${toggle}>
      <svg class="icon" viewBox="0 0 10 10" aria-hidden="true">
        <path d=${paused ? 'M1 0l9 5-9 5z' : 'M1 0h3v10h-3zM6 0h3v10h-3z'} />
      </svg>
      ${paused ? t.play : t.pause}
    </button>
    <button @click=${step}>${t.step(figureText.second(String(STEP_SECONDS)))}</button>
    <button ?disabled=${playback.currentTime === 0} @click=${back}>${t.back(figureText.minute('1'))}</button>
    <span class="buttons" role="group" aria-label=${t.speed}>${SPEEDS.map(speed)}</span>
  </span>`;
}
