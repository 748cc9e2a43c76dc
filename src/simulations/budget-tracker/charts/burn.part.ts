import { html, svg, type TemplateResult } from 'lit';
import { place } from './budget-line.part.js';
import { seenAt, type TrackerView } from '../budget-tracker.view.js';
import { DAY } from '../month/budget-ledger.model.js';

const HEIGHT = 96;
const LIMITS: readonly number[] = [1, 3, 6, 14.4];

/** The burn rate of each day, on a scale that is logarithmic but begins at 0. */
export function burnPart({ month, now, text: t, host, cursor }: TrackerView): TemplateResult {
  const rates = dailyBurnRates(month.ledger, now);
  const most = Math.max(20, ...rates.map(([, , rate]) => rate * 1.1));
  const y = (rate: number): number => HEIGHT - (Math.log1p(rate) / Math.log1p(most)) * HEIGHT;
  const steps = rates.map(
    ([from, to, rate], index) =>
      `${index ? 'L' : 'M'}${from / DAY} ${y(rate).toFixed(2)}L${(to / DAY).toFixed(4)} ${y(rate).toFixed(2)}`,
  );
  const last = rates.at(-1)?.[1] ?? 0;
  return html`<svg class="burn" width="100%" height=${HEIGHT} aria-hidden="true">
    ${LIMITS.map(
      (limit) =>
        svg`<rect class="limit" y=${y(limit)} width="100%" height="0.75" />
        <text dx="-6" y=${y(limit) + 4} text-anchor="end">${host.format.times(limit)}</text>
        <text x="100%" dx="-6" y=${y(limit) - 3} text-anchor="end">${t.limits[limit]}</text>`,
    )}
    <rect class="cursor-line" x="${place(seenAt(cursor, now))}%" width="1.5" height=${HEIGHT} />
    <svg viewBox="0 0 30 ${HEIGHT}" width="100%" height=${HEIGHT} preserveAspectRatio="none">
      ${steps.length ? svg`<path class="burn-area" d="M0 ${HEIGHT}${steps.join('').replace('M', 'L')}L${(last / DAY).toFixed(4)} ${HEIGHT}Z" />` : ''}
      <path class="burn-line" d=${steps.join('')} />
    </svg>
    <rect class="rule" y=${HEIGHT} width="100%" height="1.5" />
  </svg>`;
}

type Books = TrackerView['month']['ledger'];

/** For each day that has begun: its start, its end or now, and how fast it burned. */
export function dailyBurnRates(ledger: Books, now: number): (readonly [from: number, to: number, rate: number])[] {
  return Array.from({ length: Math.ceil(now / DAY) }, (_, day) => {
    const [from, to] = [day * DAY, Math.min((day + 1) * DAY, now)];
    return [from, to, ledger.burnRate(from, to)] as const;
  });
}
