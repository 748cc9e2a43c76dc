import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit/html.js';
import { numberField } from '../../ui/fields.js';
import { dataTable } from '../../ui/table.js';
import { note, richText } from '../../ui/text.js';
import type { CalculatorView } from './slo-calculator.view.js';

export function alertsSummary({ text, format, reading: { rules } }: CalculatorView): string {
  return text.canFire(format.number(rules.filter((rule) => rule.canFire).length), format.number(rules.length));
}

/** The multi-window rules for this objective, on an axis of burn rates that ends where everything fails. */
export function alertsPart(view: CalculatorView): TemplateResult {
  const { text, format, settings, reading, host } = view;
  const dead = reading.rules.find((rule) => !rule.canFire);
  const lasts = format.number(reading.recentExhaustionSeconds / 3600, 1);
  return html`${burnRateAxis(view)}
    ${dataTable(
      text.alerts,
      reading.rules.map((rule) => ({
        head: format.times(rule.burnRate),
        small: text[rule.rule.severity],
        cells: [
          `${format.duration(rule.longSeconds)}, ${format.duration(rule.shortSeconds)}`,
          format.percent(rule.threshold, 4),
          format.percent(rule.budgetSpent, 1),
          rule.canFire ? format.duration(rule.detectionSeconds) : text.never,
        ],
      })),
      [text.burnRate, text.windows, text.threshold, text.spends, text.detects],
    )}
    ${dead ? note(text.neverFires(format.times(dead.burnRate), format.times(reading.maximumBurnRate))) : ''}
    <div class="fields">
      ${numberField(host, 'recentMinutes', format.number(settings.recentSeconds / 60, 2), text.minutes)}
      <p>
        ${reading.recentBurnRate ? richText(text.recent(format.times(reading.recentBurnRate), host.figureText.hour(lasts))) : ''}
      </p>
    </div>`;
}

/** A logarithmic axis with the rules, the last hour, and hatched what no outage can reach. */
function burnRateAxis({ format, reading }: CalculatorView): TemplateResult {
  const { maximumBurnRate, recentBurnRate, rules } = reading;
  const decades = Math.ceil(Math.log10(Math.max(20, maximumBurnRate)) + 0.2);
  const place = (burnRate: number): number => (Math.log10(Math.max(1, burnRate)) / decades) * 100;
  const mark = (burnRate: number, kind: string, y: number): SVGTemplateResult =>
    svg`<rect class=${kind} x="${place(burnRate)}%" y="22" width="2" height="26" />
      <text x="${place(burnRate)}%" y=${y}>${format.times(burnRate)}</text>`;
  return html`<svg class="axis" width="100%" height="70" aria-hidden="true">
    <rect class="rail" y="33" width="100%" height="4" />
    <rect
      fill="url(#stripes)"
      x="${place(maximumBurnRate)}%"
      y="27"
      width="${100 - place(maximumBurnRate)}%"
      height="16"
    />
    ${mark(maximumBurnRate, 'stop', 64)}
    ${rules.map(({ burnRate, canFire }) => mark(burnRate, canFire ? 'fill' : 'tick', 16))}
    ${recentBurnRate ? svg`<circle class="recent" cx="${place(recentBurnRate)}%" cy="35" r="7" />` : ''}
  </svg>`;
}
