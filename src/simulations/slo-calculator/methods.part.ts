import { html, svg, type TemplateResult } from 'lit';
import { budgetBar } from '../../ui/controls/budget-bar.js';
import { numberField } from '../../ui/controls/fields.js';
import { spentByMethod, trafficAt, type Outage } from './slo-calculator.model.js';
import type { CalculatorView } from './slo-calculator.view.js';

const HOURS: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour);

/** One outage, over the traffic of a day, counted by OpenSLO's three methods. */
export function methodsPart(view: CalculatorView, outage: Outage): TemplateResult {
  const { text, host } = view;
  const { hour, seconds, failing } = outage;
  const counted = spentByMethod(view, outage);
  const scale = Math.max(...counted.map(({ spentShare }) => spentShare));
  const described = text.outage(host.format.duration(seconds), host.format.number(hour));
  return html`<svg class="day mirrored" viewBox="0 0 24 2" preserveAspectRatio="none" aria-hidden="true">
      ${HOURS.map((at) => svg`<rect x=${at} y=${2 - trafficAt(at)} width="0.9" height=${trafficAt(at)} />`)}
      <rect class="outage" x=${hour} width=${Math.min(Math.max(0.2, seconds / 3600), 24 - hour)} height="2" />
    </svg>
    <input
      type="range"
      name="outageHour"
      max="23"
      aria-label=${host.label('outageHour')}
      aria-valuetext=${described}
      .value=${String(hour)}
      @input=${host.changeField}
    />
    <div class="fields">
      <span>${described}</span>
      ${numberField(host, 'outageFailing', failing * 100, '%')}
    </div>
    ${counted.map(
      ({ method, spentShare }) =>
        html`<p class="line"><span>${method}</span> <b>${host.format.percent(spentShare, 1)}</b></p>
          ${budgetBar(spentShare, undefined, scale)}`,
    )}`;
}
