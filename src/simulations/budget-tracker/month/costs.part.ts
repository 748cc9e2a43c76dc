import { html, svg, type TemplateResult } from 'lit';
import type { Cost } from './cost.model.js';
import { INCIDENTS } from './incidents.model.js';
import type { TrackerView } from '../budget-tracker.view.js';
import { CANARY_CATCHES, costOf, DEPLOYS, deployCosts } from './work.model.js';

const MOST_MINUTES = 30;
const BINS = 60;

interface Source {
  readonly name: string;
  readonly cost: Cost;
  readonly often: string;
}

/** The lesson's table of costs, each with its distribution drawn on one scale of 0 to 30 minutes. */
export function costsPart(view: TrackerView): TemplateResult {
  const { text: t, host } = view;
  const { number } = host.format;
  return html`<table class="sources" part="table" aria-label=${t.costsTitle}>
      <thead>
        <tr>
          ${t.costColumns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      ${sources(view).map(
        ({ name, cost, often }) =>
          html`<tr>
            <th scope="row">${name} <small>${often}</small></th>
            <td>${range(view, cost)}</td>
            <td class="mean">${t.least(number(cost.mean, 1))}</td>
            <td class="shape">${shape(cost)}</td>
          </tr>`,
      )}
    </table>
    <p class="quiet">${t.protections}</p>`;
}

function sources({ text: t, host, record }: TrackerView): readonly Source[] {
  const { number, percent } = host.format;
  const { rollout, bad, caught } = deployCosts(record);
  const badShare = (work: 'small' | 'large'): string => percent(DEPLOYS[work]?.badChance ?? 0);
  const work = (kind: 'migration' | 'maintenance'): Cost => costOf({ work: kind, canary: false, minutes: 0 }, record);
  return [
    { name: t.works.maintenance, cost: work('maintenance'), often: '' },
    { name: t.sources.rollout, cost: rollout, often: '' },
    { name: t.sources.badDeploy, cost: bad, often: t.badShares(badShare('small'), badShare('large')) },
    { name: t.sources.caught, cost: caught, often: t.oneIn(percent(CANARY_CATCHES)) },
    { name: t.works.migration, cost: work('migration'), often: '' },
    ...(['blip', 'dependency', 'infrastructure'] as const).map((kind) => ({
      name: t.incidents[kind],
      cost: INCIDENTS[kind].cost,
      often: t.perMonth(number(INCIDENTS[kind].perMonth * record.trouble, 2)),
    })),
  ];
}

function range({ text: t, host }: TrackerView, cost: Cost): string {
  const { number } = host.format;
  if (cost.worst < Infinity) return t.range(number(leastOf(cost), 2), number(cost.worst, 2));
  return t.longTail(number(quantile(cost, 0.5), 1), number(quantile(cost, 0.95), 0));
}

/** The most that it costs at least. */
function leastOf(cost: Cost): number {
  return cost.above(0) < 1 ? 0 : quantile(cost, 1e-12);
}

/** By halving: each step is one more binary digit. */
function quantile(cost: Cost, share: number): number {
  let [low, high] = [0, 1000];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (1 - cost.above(middle) < share) low = middle;
    else high = middle;
  }
  return Math.round(high * 1e6) / 1e6;
}

function shape(cost: Cost): TemplateResult {
  const width = MOST_MINUTES / BINS;
  const chances = Array.from(
    { length: BINS },
    (_, bin) => cost.above(bin * width - 1e-9) - cost.above((bin + 1) * width - 1e-9),
  );
  const most = Math.max(1e-9, ...chances);
  return html`<svg class="ltr" viewBox="0 0 ${BINS} 20" preserveAspectRatio="none" aria-hidden="true">
    ${chances.map((chance, bin) => {
      // Rounding may leave a chance of -1e-16.
      const height = Math.max(0, (chance / most) * 19);
      return svg`<rect class="within" x=${bin} y=${19 - height} width="0.9" height=${height} />`;
    })}
    <rect class="rule" y="19" width=${BINS} height="1" />
  </svg>`;
}
