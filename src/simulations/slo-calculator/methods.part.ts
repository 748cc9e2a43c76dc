import { html, svg, type TemplateResult } from 'lit/html.js';
import { budgetBar } from '../../ui/budget-bar.js';
import { numberField } from '../../ui/fields.js';
import { spentByMethod, TRAFFIC_BY_HOUR, type Outage } from './slo-calculator.model.js';
import type { CalculatorView } from './slo-calculator.view.js';

/** One outage, over the traffic of a day, counted by OpenSLO's three methods. */
export function methodsPart({ text, format, settings, host }: CalculatorView, outage: Outage): TemplateResult {
  const counted = spentByMethod(settings, outage);
  const scale = Math.max(...counted.map(({ spentShare }) => spentShare));
  const described = text.outage(
    format.duration(outage.seconds),
    format.number(outage.hour),
    format.percent(outage.failing),
  );
  return html`<svg class="day mirrored" viewBox="0 0 240 40" preserveAspectRatio="none" aria-hidden="true">
      ${TRAFFIC_BY_HOUR.map((traffic, hour) => svg`<rect x=${hour * 10} y=${40 - traffic * 20} width="9" height="40" />`)}
      <rect class="outage" x=${outage.hour * 10} width=${Math.max(1.5, outage.seconds / 360)} height="40" />
    </svg>
    <input
      type="range"
      name="outageHour"
      max="23"
      aria-label=${host.label('outageHour')}
      aria-valuetext=${described}
      .value=${String(outage.hour)}
      @input=${host.changeField}
    />
    <div class="fields">
      ${numberField(host, 'outageFailing', format.number(outage.failing * 100, 2), '%', 4)}
      <p>${described}</p>
    </div>
    ${counted.map(
      ({ method, spentShare }) =>
        html`<p class="line"><span>${text.methodNames[method]}</span> <b>${format.percent(spentShare, 1)}</b></p>
          ${budgetBar(spentShare, undefined, scale)}`,
    )}`;
}
