import { html, svg, type TemplateResult } from 'lit';
import { valueAxis } from '../../../charts/axis.js';
import type { GoldenSignalsView } from '../golden-signals.view.js';
import { kneeSeconds, type Knee, type KneePoint } from './knee.model.js';

const WIDTH = 420;
const HEIGHT = 180;
const LEFT = 64;
const BOTTOM = 24;
/** Where the curve leaves the figure: at 1 it is without end. */
const LAST = 0.97;

/** Utilization against latency: what was measured over what theory says. */
export function kneePart(
  { host, text: t, model }: GoldenSignalsView,
  knee: Knee | undefined,
  points: readonly KneePoint[],
  moreTraffic: () => void,
): TemplateResult {
  const { format } = host;
  const legend = model.isOneQueue ? t.kneeLegend(format.number(model.servers.count)) : t.kneeQueues;
  const tops = points.map(({ mean }) => Math.min(mean, knee ? 6 * knee.baseSeconds : mean));
  const axis = valueAxis(knee ? [...tops, kneeSeconds(knee, 0.95)] : tops);
  const x = (utilization: number): number => LEFT + Math.min(utilization, 1) * (WIDTH - LEFT - 8);
  const y = (seconds: number): number => HEIGHT - BOTTOM - (seconds / axis.high) * (HEIGHT - BOTTOM - 8);
  const newest = points.at(-1);
  return html`<svg class="knee" part="knee" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${legend}>
      ${axis.ticks.map(
        (tick) =>
          svg`<line class="grid" x1=${LEFT} x2=${WIDTH - 8} y1=${y(tick)} y2=${y(tick)} />
            <text x=${LEFT - 6} y=${y(tick) + 4} text-anchor="end">${format.duration(tick)}</text>`,
      )}
      ${[0, 0.25, 0.5, 0.75, 1].map(
        (tick) => svg`<text x=${x(tick)} y=${HEIGHT - 6} text-anchor=${tick === 1 ? 'end' : 'middle'}>
          ${format.percent(tick)}</text>`,
      )}
      ${knee ? svg`<path class="curve" d=${curve(knee, x, y, axis.high)} />` : ''}
      ${points.map(
        ({ utilization, mean }) =>
          svg`<circle class="dot" cx=${x(utilization)} cy=${y(Math.min(mean, axis.high))} r="2.5" />`,
      )}
      ${newest ? svg`<circle class="newest" cx=${x(newest.utilization)} cy=${y(Math.min(newest.mean, axis.high))} r="5" />` : ''}
    </svg>
    <p class="quiet">${legend}</p>
    <button @click=${moreTraffic}>${t.moreTraffic}</button>`;
}

function curve(knee: Knee, x: (u: number) => number, y: (s: number) => number, top: number): string {
  const steps = Array.from({ length: 98 }, (_, index) => index / 100).filter(
    (utilization) => utilization <= LAST && kneeSeconds(knee, utilization) <= top,
  );
  return steps
    .map(
      (utilization, index) =>
        `${index ? 'L' : 'M'}${x(utilization).toFixed(1)} ${y(kneeSeconds(knee, utilization)).toFixed(1)}`,
    )
    .join('');
}
