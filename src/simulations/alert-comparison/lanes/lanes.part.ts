import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { DAY_NAMES } from '../alert-comparison.settings.js';
import { incidentsShown, type ComparisonView } from '../alert-comparison.view.js';
import { daysPart, hoursPart } from '../week/days.part.js';
import { alertMark, crossMark } from './marks.part.js';
import type { Alert, Lane } from '../scores/score.model.js';

const DAY = 86_400;
const HOUR = 3600;

/** One time axis, the truth on top, and below it a lane for each strategy. */
export function lanesPart(view: ComparisonView): TemplateResult {
  const { text } = view;
  const shown = incidentsShown(view);
  const counting = shown.filter(({ isSignificant }) => isSignificant).length;
  return html`<div class="lanes" part="lanes" role="group" aria-label=${text.lanes}>
    ${daysPart(view)}
    <div class="lane-name">
      <b>${text.truth}</b> <small>${text.truthSummary(counting, shown.length - counting)}</small>
    </div>
    <div class="lane-count"><b>${text.pages}</b></div>
    <div class="lane truth">${drawing(view, truthMarks(view))}</div>
    ${view.lanes.map((lane) => lanePart(view, lane))} ${hoursPart(view)}
  </div>`;
}

function lanePart(view: ComparisonView, lane: Lane): TemplateResult {
  const { text, chosen, host } = view;
  const { name } = lane.strategy;
  const { number } = host.format;
  const isChosen = chosen?.lane === lane;
  const count = lane.alerts.length;
  const told = (index: number, alert: Alert): string =>
    text.alertOf(
      number(index + 1),
      number(count),
      `${alert.rule}, ${view.time(alert.firedAt)}, ${meaning(view, alert)}`,
    );
  const choose = (index: number): void => {
    const alert = lane.alerts[index];
    if (!alert) return;
    // By arrow key one may leave the day that is shown: then the picture follows.
    const day = DAY_NAMES[Math.min(Math.floor(alert.firedAt / DAY), 6)];
    if (alert.firedAt < view.from || alert.firedAt > view.to) void host.change('day', day);
    void host.change('alert', `${name}.${index + 1}`);
  };
  const click = (event: MouseEvent): void => choose(nearest(view, lane, event));
  const press = (event: KeyboardEvent): void => {
    const { key, target } = event;
    const forward = target instanceof Element && target.matches(':dir(rtl)') ? -1 : 1;
    const at = isChosen ? chosen.index : -1;
    const places: Readonly<Record<string, number>> = {
      ArrowRight: at + forward,
      ArrowUp: at + 1,
      ArrowLeft: at - forward,
      ArrowDown: at - 1,
      Home: 0,
      End: count - 1,
    };
    const place = places[key];
    if (place === undefined) return;
    event.preventDefault();
    choose(Math.min(Math.max(place, 0), count - 1));
  };
  const summary = text.laneSummary(lane.score.pages, lane.score.tickets);
  return html`<div class="lane-name ${name}">
      <b>${text.strategies[name].name}</b> <small>${name === 'own' ? view.rule : text.strategies[name].rule}</small>
    </div>
    <div class="lane-count">
      <b>${number(lane.score.pages)}</b>
      <small
        >${[
          lane.score.tickets ? text.tickets(lane.score.tickets) : '',
          lane.score.falseAlerts ? text.inVain(lane.score.falseAlerts) : '',
        ]
          .filter(Boolean)
          .join(', ')}</small
      >
    </div>
    ${
      view.isStill
        ? html`<div class="lane" role="img" aria-label="${view.strategyName(name)}: ${summary}">
            ${drawing(view, laneMarks(view, lane))}
          </div>`
        : html`<div
            class="lane"
            role="slider"
            tabindex="0"
            aria-label=${view.strategyName(name)}
            aria-orientation="horizontal"
            aria-valuemin="0"
            aria-valuemax=${count}
            aria-valuenow=${isChosen ? chosen.index + 1 : 0}
            aria-valuetext=${isChosen ? told(chosen.index, chosen.alert) : summary}
            @click=${click}
            @keydown=${press}
          >
            ${drawing(view, laneMarks(view, lane))}
          </div>`
    }`;
}

export function meaning({ text }: ComparisonView, alert: Alert): string {
  if (!alert.incident) return text.legend.false;
  if (alert.isEarly) return text.legend.early;
  return alert.severity === 'page' ? text.legend.page : text.legend.ticket;
}

/** The alert nearest to a click, of those that can be seen. */
function nearest({ from, to }: ComparisonView, { alerts }: Lane, event: MouseEvent): number {
  if (!(event.currentTarget instanceof Element)) return -1;
  const { left, width } = event.currentTarget.getBoundingClientRect();
  const share = (event.clientX - left) / width;
  const second = from + (event.currentTarget.matches(':dir(rtl)') ? 1 - share : share) * (to - from);
  let best = -1;
  let least = Infinity;
  alerts.forEach(({ firedAt, resolvedAt }, index) => {
    if (resolvedAt < from || firedAt > to) return;
    // Its mark stands at its beginning: of two that both fire here, the one that began nearer.
    const distance = Math.abs(second - firedAt) - (second > firedAt && second < resolvedAt ? to - from : 0);
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

function drawing(view: ComparisonView, marks: readonly unknown[]): TemplateResult {
  return html`<svg class="mirrored" width="100%" height="100%" aria-hidden="true">${backdrop(view)} ${marks}</svg>`;
}

/** The nights, the midnights, the incidents that count, and where nothing was seen: behind every lane, so that eyes can follow them. */
function backdrop(view: ComparisonView): SVGTemplateResult[] {
  const first = Math.floor(view.from / DAY);
  const days = Array.from({ length: Math.ceil((view.to - view.from) / DAY) + 2 }, (_, index) => first - 1 + index);
  return [
    ...days.map((day) => band(view, day * DAY + 22 * HOUR, (day + 1) * DAY + 7 * HOUR, 'night')),
    ...days.map((day) => band(view, day * DAY, day * DAY + (view.to - view.from) / 900, 'midnight')),
    ...view.incidents
      .filter(({ isSignificant }) => isSignificant)
      .map(({ start, end }) => band(view, start, Math.max(end, start + (view.to - view.from) / 250), 'harm')),
    ...view.week.causes.filter(({ unseen }) => unseen).map(({ start, end }) => band(view, start, end, 'blind')),
  ];
}

/** A stretch of time, so many px high about the middle, or over all of it; nothing where it is out of sight. */
function band(view: ComparisonView, start: number, end: number, kind: string, height?: number): SVGTemplateResult {
  const place = (second: number): number => (Math.min(Math.max(second, view.from), view.to) - view.from) / span(view);
  const [x, width] = [place(start) * 100, (place(end) - place(start)) * 100];
  if (width <= 0) return svg``;
  return height === undefined
    ? svg`<rect class=${kind} x="${x}%" width="${width}%" height="100%" />`
    : svg`<svg y="50%"><rect class=${kind} x="${x}%" width="${width}%" y=${-height / 2} height=${height} /></svg>`;
}

function span({ from, to }: ComparisonView): number {
  return to - from;
}

function at(view: ComparisonView, second: number, mark: SVGTemplateResult): SVGTemplateResult {
  if (second < view.from || second > view.to) return svg``;
  return svg`<svg class="mark" x="${((second - view.from) / span(view)) * 100}%" y="50%">${mark}</svg>`;
}

function truthMarks(view: ComparisonView): SVGTemplateResult[] {
  const harmless = view.week.causes.filter(
    ({ kind, unseen }) => !unseen && view.incidents.every((incident) => incident.kind !== kind),
  );
  const least = span(view) / 200;
  return [
    ...harmless.map(({ start, end }) => band(view, start, Math.max(end, start + least), 'harmless', 4)),
    ...view.incidents.map(({ start, end, isSignificant }) =>
      band(view, start, Math.max(end, start + least), isSignificant ? 'incident' : 'minor', isSignificant ? 18 : 8),
    ),
  ];
}

function laneMarks(view: ComparisonView, lane: Lane): SVGTemplateResult[] {
  const { alerts, pendings } = lane;
  const missed = view.incidents.filter(
    (incident) => incident.isSignificant && alerts.every((alert) => alert.incident !== incident),
  );
  const isChosen = (alert: Alert): boolean => view.chosen?.lane === lane && view.chosen.alert === alert;
  return [
    ...pendings.map(({ start, end }) => band(view, start, end, 'pending', 4)),
    ...alerts.map((alert) => band(view, alert.firedAt, alert.resolvedAt, alert.incident ? 'firing' : 'vain', 10)),
    ...missed.map(({ start, end }) => at(view, (start + Math.min(end, view.to)) / 2, crossMark())),
    ...alerts.map((alert) => at(view, alert.firedAt, alertMark(alert, isChosen(alert)))),
  ];
}
