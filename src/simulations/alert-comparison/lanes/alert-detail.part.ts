import { html, svg, type TemplateResult } from 'lit';
import { richText } from '../../../ui/element/rich-text.js';
import type { Chosen, ComparisonView } from '../alert-comparison.view.js';
import { holdingAt, leavesOf, readingAt, type Leaf } from '../week/readings.model.js';
import { hurtBetween } from '../scores/score.model.js';

const HOUR = 3600;
const MOST_POINTS = 180;
/** An alert this long after an incident, in seconds, is late; beyond that, it is about something else. */
const LATE = 12 * HOUR;

/** The chosen alert: what was seen, what was true, what on-call did. */
export function detailPart(view: ComparisonView): TemplateResult {
  const { text, chosen, host } = view;
  if (!chosen) return html`<p class="quiet">${text.noAlertChosen}</p>`;
  const { rule, severity, firedAt, resolvedAt } = chosen.alert;
  const say = severity === 'page' ? text.paged : text.ticketed;
  const column = (title: string, message: string): TemplateResult =>
    html`<div>
      <p class="quiet">${title}</p>
      <p>${richText(message)}</p>
    </div>`;
  return html`<div class="detail" part="detail">
    <p>${richText(say(rule, view.time(firedAt), host.format.duration(resolvedAt - firedAt)))}</p>
    <div class="columns">
      <div>${column(text.seen, seen(view, chosen))} ${moment(view, chosen)}</div>
      ${column(text.wasTrue, whatWasTrue(view, chosen))} ${column(text.onCall, whatOnCallDid(view, chosen))}
    </div>
  </div>`;
}

function conditionOf({ lane, alert }: Chosen): Leaf[] {
  const rule = lane.strategy.rules.find(({ name }) => name === alert.rule);
  return rule ? leavesOf(rule.condition) : [];
}

function held(view: ComparisonView, chosen: Chosen): Leaf[] {
  const rule = chosen.lane.strategy.rules.find(({ name }) => name === chosen.alert.rule);
  const holding = rule ? holdingAt(rule.condition, view.series, chosen.alert.firedAt) : [];
  return holding.length > 0 ? holding : conditionOf(chosen).slice(0, 1);
}

function written(view: ComparisonView, leaf: Leaf, value: number): string {
  const { format } = view.host;
  if ('gauge' in leaf && !leaf.gauge.endsWith('ratio')) return format.number(value);
  // A number and its sign stay together.
  const digits = 'gauge' in leaf ? 1 : 2;
  // As many digits as tell a value from its threshold: 0.1% is not above 0.1%.
  const isNear = value !== leaf.threshold && Math.abs(value - leaf.threshold) < leaf.threshold / 100;
  return format.percent(value, isNear ? digits + 2 : digits).replace(' ', '\u00a0');
}

function metric({ text, host }: ComparisonView, leaf: Leaf): string {
  const metrics: Readonly<Record<string, string>> = text.metrics;
  const name = metrics['gauge' in leaf ? leaf.gauge : 'errors'] ?? '';
  return leaf.windowSeconds ? text.over(name, host.format.duration(leaf.windowSeconds)) : name;
}

function seen(view: ComparisonView, chosen: Chosen): string {
  const { text, host, series } = view;
  const { activeAt, firedAt } = chosen.alert;
  const readings = held(view, chosen).map((leaf) =>
    (leaf.op === '>=' ? text.readingAtLeast : text.reading)(
      metric(view, leaf),
      written(view, leaf, readingAt(leaf, series, firedAt)),
      written(view, leaf, leaf.threshold),
    ),
  );
  const seenNothing = readings.length === 0 ? text.noMetrics : '';
  return (
    seenNothing +
    readings.join(' ') +
    (firedAt > activeAt ? text.pendingFor(host.format.duration(firedAt - activeAt)) : '')
  );
}

function whatWasTrue(view: ComparisonView, { alert }: Chosen): string {
  const { text, host, week, incidents } = view;
  const { incident, minor, activeAt, firedAt } = alert;
  const { number, percent, duration } = host.format;
  if (incident && alert.isEarly) {
    const ahead = duration(incident.start - firedAt);
    return capital(
      text.earlyTrue(text.kinds[incident.kind], ahead, number(incident.hurt), percent(incident.budget, 1)),
    );
  }
  if (incident) {
    const began = duration(firedAt - incident.start);
    const cutShort = alert.isCutShort ? text.cutShort(duration(incident.end - alert.resolvedAt)) : '';
    return (
      capital(text.incidentTrue(text.kinds[incident.kind], began, number(incident.hurt), percent(incident.budget, 1))) +
      cutShort
    );
  }
  if (minor && minor.start > firedAt) {
    return capital(
      text.earlyTrue(
        text.kinds[minor.kind],
        duration(minor.start - firedAt),
        number(minor.hurt),
        percent(minor.budget, 2),
      ),
    );
  }
  if (minor) return capital(text.minorTrue(text.kinds[minor.kind], number(minor.hurt), percent(minor.budget, 2)));
  const later = incidents.find(
    ({ start, isSignificant }) => isSignificant && start > firedAt && start < firedAt + 6 * HOUR,
  );
  const after = later ? capital(text.laterTrue(text.kinds[later.kind], duration(later.start - firedAt))) : '';
  const earlier = incidents.findLast(({ end, isSignificant }) => isSignificant && end < firedAt);
  if (earlier && firedAt - earlier.end < LATE) {
    return capital(text.lateTrue(text.kinds[earlier.kind], duration(firedAt - earlier.end))) + after;
  }
  const cause = week.causes.findLast(({ start, end }) => start <= firedAt && end > activeAt - 60);
  return (cause ? capital(text.harmlessTrue(text.kinds[cause.kind])) : text.nothingTrue) + after;
}

function whatOnCallDid(view: ComparisonView, { alert }: Chosen): string {
  const { text, host, week } = view;
  const { incident, firedAt, severity, isAtNight } = alert;
  if (!incident) return severity === 'ticket' ? text.ticketInVain : isAtNight ? text.wokenInVain : text.calledInVain;
  if (alert.isEarly) return text.actedEarly;
  if (firedAt >= incident.end) return text.actedLate(host.format.duration(firedAt - incident.end));
  const before = hurtBetween(week, incident.start, firedAt);
  const share = 1 - before / incident.hurt;
  const left = before > 0 && share > 0.99 ? text.over99(host.format.percent(0.99)) : host.format.percent(share);
  return severity === 'ticket' ? text.readTicket(left) : text.actedInTime(host.format.number(before), left);
}

/** What the rule read, around the moment: the first of its comparisons that held, and its threshold. */
function moment(view: ComparisonView, chosen: Chosen): TemplateResult | string {
  const [leaf] = held(view, chosen);
  if (!leaf) return '';
  const { activeAt, firedAt, resolvedAt } = chosen.alert;
  const margin = Math.max(HOUR / 2, Math.min((resolvedAt - activeAt) / 3, 6 * HOUR));
  const from = Math.max(0, activeAt - margin);
  const to = Math.min(view.week.seconds, resolvedAt + margin);
  const { stepSeconds } = view.series;
  const step = Math.max(stepSeconds, Math.ceil((to - from) / MOST_POINTS / stepSeconds) * stepSeconds);
  const times = Array.from({ length: Math.floor((to - from) / step) }, (_, index) => from + (index + 1) * step);
  const values = times.map((second) => readingAt(leaf, view.series, second));
  const top = Math.max(leaf.threshold * 1.5, ...values.filter((value) => !Number.isNaN(value))) * 1.05;
  const x = (second: number): number => ((second - from) / (to - from)) * 100;
  const y = (value: number): number => 40 - (value / top) * 40;
  // A line is broken where nothing was measured.
  const line = times.map((second, index) => {
    const value = values[index] ?? NaN;
    if (Number.isNaN(value)) return '';
    const begins = index === 0 || Number.isNaN(values[index - 1] ?? NaN);
    return `${begins ? 'M' : 'L'}${x(second).toFixed(2)} ${y(value).toFixed(2)}`;
  });
  return html`<svg class="moment mirrored" viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
      <rect class="firing" x=${x(firedAt)} width=${Math.max(0.5, x(resolvedAt) - x(firedAt))} height="40" />
      <path class="limit" d="M0 ${y(leaf.threshold)}H100" />
      <path class="line" d=${line.join('')} />
      ${svg`<path class="fired" d="M${x(firedAt)} 0V40" />`}
    </svg>
    <p class="scale" aria-hidden="true"><span>${view.time(from)}</span><span>${view.time(to)}</span></p>`;
}

function capital(message: string): string {
  const first = message.search(/\S/);
  return message.slice(0, first + 1).toUpperCase() + message.slice(first + 1);
}
