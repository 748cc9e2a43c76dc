import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Entry } from '../budget-tracker.model.js';
import { costIn, seenAt, type TrackerView } from '../budget-tracker.view.js';
import { DAY, MONTH } from '../month/budget-ledger.model.js';
import { BANDS } from '../../../slo/budget-policy.js';

const HEIGHT = 240;
/** From this share of the budget on, a spend is named in the drawing. */
const WORTH_A_NAME = 0.09;

/** Turns a number of seconds left into a place in the drawing. */
type Place = (left: number) => number;

/** What is left by day over the policy's bands, below zero as far as it goes, and where it leads. */
export function budgetLine(view: TrackerView): TemplateResult {
  const { month, now, cursor, pace, goneAt, text: t, host } = view;
  const { ledger } = month;
  const past = ledger.line(0, now);
  const future = now < MONTH && pace > 0 ? ledger.projection(now, MONTH, pace) : [];
  const lowest = Math.min(0, ...past.map(([, left]) => left / ledger.budget));
  // The projection may leave the drawing; what has happened may not.
  const bottom = Math.min(-0.14, lowest - 0.08);
  const y: Place = (left) => ((1 - left / ledger.budget) / (1 - bottom)) * (HEIGHT - 8) + 4;
  const at = seenAt(cursor, now);
  const isGone = goneAt > now && goneAt < MONTH;
  return html`<svg class="budget" width="100%" height=${HEIGHT} aria-hidden="true">
    ${bands(view, y)}
    <rect class="cursor-line" x="${place(at)}%" width="1.5" height=${HEIGHT} />
    <svg class="clipped" viewBox="0 0 30 ${HEIGHT}" width="100%" height=${HEIGHT} preserveAspectRatio="none">
      <path class="future" d=${path(future, y)} />
      <path class="past" d=${path(past, y)} />
    </svg>
    ${month.entries.filter(({ start }) => start >= 0).map((entry) => mark(view, entry, y))}
    ${
      isGone
        ? svg`<text class="mark-name" x="${place(goneAt)}%" dx=${goneAt > MONTH * 0.75 ? -8 : 8} y=${y(0) - 8} text-anchor=${goneAt > MONTH * 0.75 ? 'end' : 'start'}>${t.projected(host.format.number(Math.floor(goneAt / DAY) + 1))}</text>`
        : ''
    }
    ${at <= now ? svg`<circle class="seen" cx="${place(at)}%" cy=${y(ledger.at(at).left)} r="4.5" />` : ''}
    <circle class="now" cx="${place(now)}%" cy=${y(ledger.at(now).left)} r="5" />
  </svg>`;
}

/** Where a time stands, in percent of the width. */
export function place(at: number): number {
  return (at / MONTH) * 100;
}

function path(points: readonly (readonly [at: number, left: number])[], y: Place): string {
  return points
    .map(([at, left], index) => `${index ? 'L' : 'M'}${(at / DAY).toFixed(4)} ${y(left).toFixed(2)}`)
    .join('');
}

/** The policy's bands, with their shares at the left and their names at the right. */
function bands({ month, record, text: t, host }: TrackerView, y: Place): SVGTemplateResult {
  const { budget } = month.ledger;
  const tops = [1, ...BANDS.map(([, from]) => from)];
  const name = (band: string, top: number): SVGTemplateResult =>
    svg`<text x="100%" dx="-6" y=${top + 15} text-anchor="end">${band}</text>`;
  const zero = y(0);
  return svg`${BANDS.map(([band, from], index) => {
    const top = y((tops[index] ?? 1) * budget);
    return svg`<rect class="band ${band}" y=${top} width="100%" height=${y(from * budget) - top} />${name(t.bands[band], top)}`;
  })}
  <rect class="band hard" y=${zero} width="100%" height=${HEIGHT - zero} />
  <rect class="below" fill="url(#stripes)" y=${zero} width="100%" height=${HEIGHT - zero} />
  ${name(t.bands.hard, zero)}
  ${tops.map(
    (share) =>
      svg`<text dx="-6" y=${y(share * budget) + 4} text-anchor="end">${host.format.percent(share)}</text>
      <rect class="rule" y=${y(share * budget)} width="100%" height=${share ? 0.75 : 1.5} />`,
  )}
  ${
    record.window === 'calendar'
      ? svg`<line class="ideal" x2="100%" y1=${y(budget)} y2=${zero} />
        <text class="ideal-name" x="${place(MONTH * 0.62)}%" dx="6" y=${y(budget * 0.38) - 6}>${t.ideal}</text>`
      : ''
  }`;
}

/** Incidents are diamonds, work is a dot; what hurt is filled, what did not happen is a cross. */
function mark({ month, text: t, host }: TrackerView, entry: Entry, y: Place): SVGTemplateResult {
  const { kind, outcome, start, bad, action } = entry;
  const isIncident = !action || kind === 'outage';
  const shape = isIncident ? 'M0-5L5 0L0 5L-5 0Z' : 'M0-4A4 4 0 1 1 0 4A4 4 0 1 1 0-4Z';
  const hurt = bad || (isIncident && outcome === 'happened');
  const names: Readonly<Record<string, string>> = { ...t.works, ...t.incidents };
  const isNamed = outcome === 'happened' && costIn(entry) / month.ledger.budget > WORTH_A_NAME;
  const isLate = start > MONTH * 0.55;
  return svg`<svg x="${place(start)}%" y=${y(month.ledger.at(start).left)} width="1" height="1">
    <path class=${hurt ? 'hurt' : 'fine'} d=${outcome === 'happened' ? shape : 'M-3-3L3 3M-3 3L3-3'} />
    ${
      isNamed
        ? svg`<text class="mark-name" x=${isLate ? -8 : 9} y=${isLate ? 14 : 4} text-anchor=${isLate ? 'end' : 'start'}>${names[kind]} −${host.format.number(costIn(entry) / 60, 1)}</text>`
        : ''
    }
  </svg>`;
}
