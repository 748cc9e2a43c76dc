import { html, svg, type TemplateResult } from 'lit';
import type { Outcome } from '../log-search.session.js';
import type { LogSearchView, Shown } from '../log-search.view.js';

/** In front of each kind: never colour alone. */
export const SIGNS: Readonly<Record<Exclude<Shown, 'all'>, string>> = { right: '✓', wrong: '✗', missed: '○' };

/**
 * What was found as a bar: right, false and missed, at the same scale on both sides; under it the numbers, each a button
 * that lists its lines alone.
 */
export function scorePart(
  { text: t, host }: LogSearchView,
  outcome: Outcome,
  scale: number,
  shown: Shown,
  show: (shown: Shown) => void,
): TemplateResult {
  const { verdict } = outcome;
  const { number } = host.format;
  if (!verdict) return html`<p class="counts">${t.hits(number(outcome.rows.length))}</p>`;
  const counts = { right: verdict.right.length, wrong: verdict.wrong.length, missed: verdict.missed.length };
  const kinds = ['right', 'wrong', 'missed'] as const;
  let from = 0;
  const bars = kinds.map((kind) => {
    const [x, width] = [from, (counts[kind] / Math.max(1, scale)) * 100];
    from += width;
    // One line among thousands is still to be seen.
    return counts[kind] ? svg`<rect class=${kind} x="${x}%" width="${Math.max(width, 0.4)}%" height="16" />` : '';
  });
  return html`<svg class="score mirrored" width="100%" height="16" aria-hidden="true">
      <rect class="whole" width="100%" height="16" />
      ${bars}
      ${counts.wrong ? svg`<rect x="${(counts.right / Math.max(1, scale)) * 100}%" width="${(counts.wrong / Math.max(1, scale)) * 100}%" height="16" fill="url(#stripes)" />` : ''}
    </svg>
    <div
      class="counts"
      role="group"
      aria-label=${t.score(number(counts.right), number(counts.wrong), number(counts.missed))}
    >
      ${kinds.map((kind) => {
        const toggle = (): void => show(shown === kind ? 'all' : kind);
        return html`<button class="count ${kind}" aria-pressed=${shown === kind} @click=${toggle}>
          <span aria-hidden="true">${SIGNS[kind]}</span> ${t[kind](number(counts[kind]))}
        </button>`;
      })}
    </div>`;
}
