import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { BlindVsObservableText } from '../../../i18n/en/blind-vs-observable.js';
import type { Format } from '../../../i18n/format.js';
import { dataTable } from '../../../ui/controls/table.js';
import { quantileOf, type Fare, type Fares, type ReplayProgress } from './replayed-incidents.model.js';
import { SIDES, type Side } from '../probes/probes.model.js';

const HEIGHT = 84;
const AXIS = 20;
/** Minutes in one bar. */
const BIN = 1;

interface Words {
  readonly text: BlindVsObservableText;
  readonly format: Format;
}

/** The same expert in hundreds of incidents, on both sides: two distributions on one axis. */
export function hundredsPart(
  { text: t, format }: Words,
  fares: Fares | undefined,
  { done, count }: ReplayProgress,
  open: (seed: number) => void,
): TemplateResult {
  if (!fares) {
    const progress = count > 0 ? done / count : 0;
    return html`<p
      class="quiet"
      role="progressbar"
      aria-label=${t.hundreds(format.number(count))}
      aria-valuenow=${Math.round(progress * 100)}
    >
      ${t.counting(format.percent(progress))}
    </p>`;
  }
  const legend = t.hundredsLegend(format.number(fares.blind.length));
  const longest = Math.max(...SIDES.flatMap((side) => fares[side].map(({ minutes }) => minutes)));
  const to = Math.ceil((longest + 1) / 5) * 5;
  const scale = { to, most: Math.max(...SIDES.flatMap((side) => binsOf(fares[side], to))) };
  const openTypical = (): void => open(slowerThan(fares.blind, 0.5));
  const openWorst = (): void => open(slowerThan(fares.blind, 1));
  return html`<svg class="hundreds" part="distribution" height=${2 * HEIGHT + AXIS} role="img" aria-label=${legend}>
      ${marks(to).map(
        (tick) =>
          svg`<line class="grid" x1="${(tick / to) * 100}%" x2="${(tick / to) * 100}%" y1="0" y2=${2 * HEIGHT} />
            <text x="${(tick / to) * 100}%" y=${2 * HEIGHT + AXIS - 4} text-anchor=${tick === 0 ? 'start' : tick === to ? 'end' : 'middle'}>${t.minute(format.number(tick))}</text>`,
      )}
      ${SIDES.map((side, i) => distribution(t, side, fares[side], i * HEIGHT, scale))}
    </svg>
    <p class="quiet">${legend} ${t.hundredsNote}</p>
    ${faresTable({ text: t, format }, fares)}
    <div class="bar">
      <span class="buttons">
        <button @click=${openTypical}>${t.typical}</button>
        <button @click=${openWorst}>${t.worst}</button>
      </span>
    </div>`;
}

function distribution(
  t: BlindVsObservableText,
  side: Side,
  fares: readonly Fare[],
  top: number,
  { to, most }: { readonly to: number; readonly most: number },
): SVGTemplateResult {
  const floor = top + HEIGHT - 12;
  const x = (minutes: number): string => `${((minutes / to) * 100).toFixed(2)}%`;
  const height = (count: number): number => (count / most) * (HEIGHT - 34);
  const minutes = fares.map((fare) => fare.minutes);
  const median = quantileOf(minutes, 0.5);
  return svg`<text class="name" x="100%" y=${top + 16} text-anchor="end">${t.side[side]}</text>
    ${binsOf(fares, to).map((count, bin) =>
      count > 0
        ? svg`<rect class="bin ${side}" x=${x(bin * BIN)} width="${((BIN / to) * 100 * 0.86).toFixed(2)}%" y=${floor - height(count)} height=${height(count)} />`
        : '',
    )}
    <line class="floor" x1="0" x2="100%" y1=${floor} y2=${floor} />
    <line class="bracket" x1=${x(quantileOf(minutes, 0.1))} x2=${x(quantileOf(minutes, 0.9))} y1=${floor + 5} y2=${floor + 5} />
    <line class="median" x1=${x(median)} x2=${x(median)} y1=${top + 10} y2=${floor + 9} />`;
}

function binsOf(fares: readonly Fare[], to: number): number[] {
  const bins = Array.from({ length: to / BIN }, () => 0);
  for (const { minutes } of fares) {
    const bin = Math.max(0, Math.floor(minutes / BIN));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

function faresTable({ text: t, format }: Words, fares: Readonly<Record<Side, readonly Fare[]>>): TemplateResult {
  const row = (head: string, cell: (fares: readonly Fare[]) => string) => ({
    head,
    cells: SIDES.map((side) => cell(fares[side])),
  });
  const quantile = (share: number) => (of: readonly Fare[]) =>
    t.minute(
      format.number(
        quantileOf(
          of.map(({ minutes }) => minutes),
          share,
        ),
        1,
      ),
    );
  return dataTable(
    t.hundreds(format.number(fares.blind.length)),
    [
      row(t.median, quantile(0.5)),
      row(t.tenth, quantile(0.9)),
      row(t.meanHurt, (of) =>
        format.number(
          quantileOf(
            of.map(({ hurt }) => hurt),
            0.5,
          ),
        ),
      ),
      row(t.meanTurns, (of) => format.number(of.reduce((sum, { wrongTurns }) => sum + wrongTurns, 0) / of.length, 2)),
    ],
    [t.hundreds(format.number(fares.blind.length)), ...SIDES.map((side) => t.side[side])],
  );
}

/** The incident that took longer than this share of all. */
function slowerThan(fares: readonly Fare[], share: number): number {
  const sorted = fares.toSorted((a, b) => a.minutes - b.minutes);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.seed ?? 1;
}

function marks(to: number): number[] {
  const step = to > 60 ? 20 : to > 30 ? 10 : 5;
  return Array.from({ length: Math.floor(to / step) + 1 }, (_, i) => i * step);
}
