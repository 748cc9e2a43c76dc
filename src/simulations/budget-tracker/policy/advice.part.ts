import { html, svg, type TemplateResult } from 'lit';
import { choiceField, numberField } from '../../../ui/controls/fields.js';
import { dataTable } from '../../../ui/controls/table.js';
import { richText } from '../../../ui/element/rich-text.js';
import { advise, type Advice } from './advice.model.js';
import type { Cost } from '../month/cost.model.js';
import type { TrackerView } from '../budget-tracker.view.js';
import { DAY, MONTH } from '../month/budget-ledger.model.js';
import { costOf } from '../month/work.model.js';
import { isDeploy } from '../month/work.part.js';

const HEIGHT = 56;

/** Should we? What it may cost, against what is left. */
export function advicePart(view: TrackerView): TemplateResult {
  const { text: t, host, record, considered, balance, month } = view;
  const canary = view.canary && isDeploy(considered);
  const cost = costOf({ work: considered, canary, minutes: 0 }, record);
  const advice = advise({ work: considered, canary }, cost, {
    left: balance.left,
    budget: month.ledger.budget,
    policy: record.policy,
  });
  const { duration } = host.format;
  const name = canary ? t.canaried(t.works[considered]) : t.works[considered];
  const choices = Object.fromEntries(Object.entries(t.works).filter(([work]) => work !== 'outage'));
  const row = (head: string, spent: number, left: number): { head: string; cells: string[] } => ({
    head,
    cells: [duration(spent), duration(left)],
  });
  return html`<section class="card" part="card" aria-label=${t.shouldWe(name)}>
    ${choiceField(host, 'consider', considered, choices)} ${costDrawing(view, cost)}
    ${dataTable(
      t.shouldWe(name),
      [row(t.expected, advice.expected, advice.expectedLeft), row(t.worst, advice.worst, advice.worstLeft)],
      [name, t.costs, t.leaves],
    )}
    <p class="verdict ${advice.verdict}"><b>${t.verdicts[advice.verdict]}</b> ${reason(view, advice)}</p>
    ${
      considered === 'migration'
        ? html`<div class="fields">
            ${numberField(host, 'riskMinutes', record.riskMinutes, t.minutes, 3)}
            ${numberField(host, 'riskPercent', Number((record.riskChance * 100).toFixed(9)), '%', 3)}
          </div>`
        : ''
    }
  </section>`;
}

/** How likely each minute of cost is, on an axis that holds both the worst case and what is left, which is marked. */
function costDrawing({ text: t, balance, considered, host }: TrackerView, cost: Cost): TemplateResult {
  const left = balance.left / 60;
  const end = Math.max(cost.worst, left, 1) * 1.05;
  const bins = 60;
  const width = end / bins;
  // A cost of exactly nothing belongs to the first bin, too.
  const edges = Array.from({ length: bins + 1 }, (_, bin) => (bin ? cost.above(bin * width) : 1));
  const chances = edges.slice(1).map((above, bin) => (edges[bin] ?? 0) - above);
  const most = Math.max(1e-9, ...chances);
  const x = (minutes: number): number => (Math.max(0, minutes) / end) * 100;
  return html`<svg
    class="costs ltr"
    width="100%"
    height=${HEIGHT + 18}
    role="img"
    aria-label=${t.costChart(t.works[considered])}
  >
    <rect class="beyond" fill="url(#stripes)" x="${x(left)}%" width="${100 - x(left)}%" height=${HEIGHT} />
    ${chances.map((chance, bin) => {
      const height = chance > 1e-6 ? Math.max(2, (chance / most) ** 0.5 * (HEIGHT - 6)) : 0;
      const isOver = (bin + 0.5) * width > left;
      return svg`<rect class=${isOver ? 'over' : 'within'} x="${(bin / bins) * 100}%" width="${100 / bins - 0.25}%" y=${HEIGHT - height} height=${height} />`;
    })}
    <rect class="rule" y=${HEIGHT} width="100%" height="1" />
    ${cost.mean ? svg`<text x="${x(cost.mean)}%" dx="5" y="9">${t.expected}</text>` : ''}
    <rect class="expected" x="${x(cost.mean)}%" width="2" height=${HEIGHT} />
    ${left > 0 ? svg`<rect class="left-mark" x="${x(left)}%" width="2" height=${HEIGHT + 4} />` : ''}
    <text x="0" y=${HEIGHT + 15}>0</text>
    ${left > 0 ? svg`<text x="${x(left)}%" y=${HEIGHT + 15} text-anchor=${x(left) > 70 ? 'end' : 'middle'}>${t.leftMark(host.format.number(left, 1))}</text>` : ''}
  </svg>`;
}

function reason(
  view: TrackerView,
  { reason: why, worst, worstLeft, worstBand, overspendChance }: Advice,
): TemplateResult {
  const { text: t, host, balance } = view;
  const { duration, percent } = host.format;
  const [left, chance] = [duration(Math.max(0, balance.left)), percent(overspendChance, 1)];
  const said = {
    free: t.reasons.free,
    stopped: () => t.reasons.stopped(t.bands[balance.band]),
    overspends: () => (balance.left > 0 ? t.reasons.overspends(duration(worst), left, chance) : t.nothingLeft),
    risky: () => t.reasons.risky(duration(worst), left, chance),
    demotes: () => t.reasons.demotes(duration(worstLeft), t.bands[worstBand]),
    fits: () => t.reasons.fits(duration(worstLeft)),
  }[why]();
  const isDeferred = why === 'stopped' || why === 'overspends';
  return html`${richText(said + (isDeferred ? whenAgain(view, worst) : ''))}`;
}

/** When there will be enough: on the first of the month, or when enough has rolled out if nothing more is spent. */
function whenAgain({ text: t, host, month, now, record }: TrackerView, worst: number): string {
  if (record.window === 'calendar') return t.resets(host.format.number(Math.ceil((MONTH - now) / DAY)));
  const enough = month.ledger.projection(now, now + MONTH, 0).find(([at, left]) => at > now && left >= worst);
  return enough ? t.fitsAfter(host.format.number(Math.floor(enough[0] / DAY) + 1)) : '';
}
