import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { stepName, type BlindVsObservableView } from './blind-vs-observable.view.js';
import type { Block, Investigation } from './probes/investigation.model.js';

/** Heights in CSS pixels, which text does not scale with. */
const LANE = 84;
const CURVE = 34;
const BAR = 22;
const AXIS = 22;
/** What is seen at least, in seconds after the first errors. */
const LEAST = 15 * 60;
const BEFORE = 150;

/** One clock for both sides: what each one did when, and the users that were hurt meanwhile. */
export function lanesPart(view: BlindVsObservableView): TemplateResult {
  const { sides, text: t, clock } = view;
  const from = Math.min(...sides.map((one) => one.erroredAt ?? one.incident.faultAt)) - BEFORE;
  const to = Math.max(from + BEFORE + LEAST, ...sides.map(({ run }) => run.now + 150));
  const x = (seconds: number): string => `${(((seconds - from) / (to - from)) * 100).toFixed(2)}%`;
  const most = Math.max(1, ...sides.map((side) => side.outcome.hurt));
  const height = sides.length * LANE + AXIS;
  const summary = sides.map((side) => summaryOf(view, side)).join('; ');
  return html`<svg class="lanes" part="timeline" height=${height} role="img" aria-label="${t.timeline} ${summary}">
    ${ticks(from, to).map(
      (tick) =>
        svg`<line class="grid" x1=${x(tick)} x2=${x(tick)} y1="0" y2=${height - AXIS} />
          <text x=${x(tick)} y=${height - 6} text-anchor="middle">${clock(tick)}</text>`,
    )}
    ${sides.map((side, i) => lane(view, side, i * LANE, { from, to, x, most }))}
  </svg>`;
}

interface Scale {
  readonly from: number;
  readonly to: number;
  readonly x: (seconds: number) => string;
  readonly most: number;
}

function lane(view: BlindVsObservableView, side: Investigation, top: number, scale: Scale): SVGTemplateResult {
  const { x, from, to, most } = scale;
  const floor = top + LANE - BAR - 6;
  const { alarmedAt, overAt } = side;
  const { text: t, host } = view;
  const told = side.side === 'blind' ? t.mail : t.page;
  const hurt = t.hurtSoFar(host.format.number(side.outcome.hurt));
  const end = overAt ?? side.run.now;
  return svg`<svg class="curve ${side.side}" x="0" width="100%" y=${floor - CURVE} height=${CURVE}
      viewBox="0 0 ${to - from} ${most}" preserveAspectRatio="none"><path d=${hurtPath(side, from, most)} /></svg>
    <text class="name" x="0" y=${top + 14}>${t.side[side.side]}</text>
    <line class="floor" x1="0" x2="100%" y1=${floor} y2=${floor} />
    ${
      alarmedAt === undefined
        ? ''
        : svg`<rect class="alarm" x=${x(alarmedAt)} y=${floor - 8} width="2" height=${BAR + 10} />
          <text class="told" x=${x(alarmedAt)} y=${floor + BAR - 5} text-anchor="end" dx="-6">${told}</text>`
    }
    ${end > from ? hurtText(x(end), (end - from) / (to - from), top, hurt) : ''}
    ${side.blocks.map((block, i) => blockOf(block, i + 1, floor + 2, x, scale))}
    ${overAt === undefined ? '' : svg`<circle class="over" cx=${x(overAt)} cy=${floor} r="5" />`}`;
}

/** At the end of the curve: behind it while there is room, and over it when there is none. */
function hurtText(x: string, share: number, top: number, hurt: string): SVGTemplateResult {
  const isAtEnd = share > 0.55;
  return svg`<text class="hurt" x=${x} dx=${isAtEnd ? 0 : 6} y=${top + (isAtEnd ? 12 : LANE - BAR - 14)}
    text-anchor=${isAtEnd ? 'end' : 'start'}>${hurt}</text>`;
}

function blockOf({ from, to, helped }: Block, n: number, y: number, x: Scale['x'], scale: Scale): SVGTemplateResult {
  const width = ((to - from) / (scale.to - scale.from)) * 100;
  const kind = helped === undefined ? 'look' : helped ? 'right' : 'wrong';
  const sign = helped === undefined ? '' : helped ? '✓' : '✗';
  return svg`<rect class=${kind} x=${x(from)} width="${width.toFixed(2)}%" y=${y} height=${BAR} rx="3" />
    <text class="number ${kind}" x=${x((from + to) / 2)} y=${y + BAR - 7} text-anchor="middle">${n}${sign}</text>`;
}

/** The users hurt so far, as a growing area. */
function hurtPath(side: Investigation, from: number, most: number): string {
  const end = side.overAt ?? side.run.now;
  const points: string[] = [];
  let hurt = side.scene.hurtBy(from);
  for (let seconds = from; seconds <= end; seconds += 5) {
    points.push(`${seconds - from} ${most - hurt}`);
    for (let at = seconds; at < seconds + 5; at++) hurt += side.scene.hurt[at] ?? 0;
  }
  return points.length > 0 ? `M0 ${most}L${points.join('L')}V${most}Z` : '';
}

function ticks(from: number, to: number): number[] {
  const step = to - from > 45 * 60 ? 600 : 300;
  const found: number[] = [];
  for (let tick = Math.ceil((from + 20) / step) * step; tick < to - 20; tick += step) found.push(tick);
  return found;
}

function summaryOf({ text: t, clock }: BlindVsObservableView, side: Investigation): string {
  const said = side.blocks.map(({ step, from }) => `${clock(from)} ${stepName(t, step)}`);
  return `${t.side[side.side]}: ${said.join(', ') || t.notTold}`;
}
