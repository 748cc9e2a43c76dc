import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { numberField } from '../../ui/controls/fields.js';
import { dataTable } from '../../ui/controls/table.js';
import { note, richText } from '../../ui/element/rich-text.js';
import type { RuleReading } from './slo-calculator.model.js';
import type { CalculatorView } from './slo-calculator.view.js';

function neverFires({ detectionSeconds }: RuleReading): boolean {
  return detectionSeconds === Infinity;
}

export function alertsSummary({ text, host, rules }: CalculatorView): string {
  return text.canFire(
    host.format.number(rules.filter((rule) => !neverFires(rule)).length),
    host.format.number(rules.length),
  );
}

/** The multi-window rules for this objective, on an axis of burn rates that ends where everything fails. */
export function alertsPart(view: CalculatorView): TemplateResult {
  const { text, host, rules, recentBurnRate, recentExhaustionSeconds } = view;
  const { number, percent, duration, times } = host.format;
  const dead = rules.find(neverFires);
  const lasts = host.figureText.hour(number(recentExhaustionSeconds / 3600, 1));
  return html`${burnRateAxis(view)}
    ${dataTable(
      text.alerts,
      rules.map((rule) => ({
        head: times(rule.burnRate),
        small: text.severities[rule.severity],
        cells: [
          `${duration(rule.longSeconds)}, ${duration(rule.shortSeconds)}`,
          percent(rule.threshold, 4),
          percent(rule.budget),
          neverFires(rule) ? text.never : duration(rule.detectionSeconds),
        ],
      })),
      text.alertColumns,
    )}
    ${dead ? note(text.neverFires(times(dead.burnRate), times(view.maximumBurnRate))) : ''}
    <div class="fields">
      ${numberField(host, 'recentMinutes', view.recentSeconds / 60, text.minutes)}
      ${recentBurnRate ? html`<p>${richText(text.recent(times(recentBurnRate), lasts))}</p>` : ''}
    </div>`;
}

/** A logarithmic axis with the rules, the last hour, and hatched what no outage can reach. */
function burnRateAxis({ host, rules, maximumBurnRate, recentBurnRate }: CalculatorView): TemplateResult {
  const decades = Math.log10(Math.max(20, maximumBurnRate)) + 0.5;
  const place = (burnRate: number): number => (Math.log10(Math.max(1, burnRate)) / decades) * 100;
  const mark = (burnRate: number, kind: string): SVGTemplateResult =>
    svg`<rect class=${kind} x="${place(burnRate)}%" y="22" width="2" height="26" />
      <text x="${place(burnRate)}%" y="16">${host.format.times(burnRate)}</text>`;
  const end = place(maximumBurnRate);
  return html`<svg class="axis" width="100%" height="60" aria-hidden="true">
    <rect class="rail" y="33" width="100%" height="4" />
    <rect fill="url(#stripes)" x="${end}%" y="27" width="${100 - end}%" height="16" />
    ${rules.map((rule) => mark(rule.burnRate, neverFires(rule) ? '' : 'fill'))} ${mark(maximumBurnRate, 'over')}
    ${recentBurnRate ? svg`<circle cx="${place(recentBurnRate)}%" cy="35" r="7" />` : ''}
  </svg>`;
}
