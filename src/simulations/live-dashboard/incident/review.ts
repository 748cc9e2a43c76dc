import type { AlertInterval } from '../../../slo/index.js';
import { pagesOf } from '../alerts/alert-rules.model.js';
import type { Incident } from './incident.model.js';
import { nameOf, stepText } from './incident.text.js';
import type { LiveDashboardView } from '../live-dashboard.view.js';

/** Something that stands in the timeline of an incident. */
export interface Moment {
  readonly seconds: number;
  readonly what: string;
}

/** Minutes before an incident of which the changes belong into its timeline. */
const BEFORE_SECONDS = 600;

/** What happened, in order: changes, pages, deeds, and how the customers fared. */
export function timelineOf(view: LiveDashboardView, incident: Incident): Moment[] {
  const { model, text: t } = view;
  const events = t.markdown.events;
  const { startSeconds, harmSeconds, endSeconds = model.now, fault, steps } = incident;
  const isWithin = (seconds: number): boolean => seconds >= startSeconds - BEFORE_SECONDS && seconds <= endSeconds;
  const pages = pagesOf(model.alerts).filter((page) => page.startSeconds > startSeconds && isWithin(page.startSeconds));
  const name = (alert: AlertInterval): string => t.rules[alert.rule] ?? alert.rule;
  const moments: Moment[] = [
    { seconds: startSeconds, what: view.isRevealed ? events.broke(nameOf(view, fault)) : events.secret },
    ...model.changes.changes
      .filter(({ seconds, kind }) => isWithin(seconds) && kind !== 'operation')
      .map(({ seconds, summary }) => ({ seconds, what: events.change(summary) })),
    ...(harmSeconds === undefined ? [] : [{ seconds: harmSeconds, what: events.firstHarm }]),
    ...pages.map((page) => ({ seconds: page.startSeconds, what: events.page(name(page)) })),
    ...pages
      .filter((page) => !model.isOpen(page))
      .map((page) => ({ seconds: page.endSeconds, what: events.resolved(name(page)) })),
    ...steps.map((step) => ({ seconds: step.at, what: events.step(stepText(view, step), '') })),
    ...(incident.endSeconds === undefined ? [] : [{ seconds: incident.endSeconds, what: events.over }]),
  ];
  return moments.sort((a, b) => a.seconds - b.seconds);
}

/** A post-mortem as far as the run can write it, in Markdown. */
export function reviewOf(view: LiveDashboardView, incident: Incident): string {
  const { text: t, host, clock } = view;
  const m = t.markdown;
  const { duration, number, percent } = host.format;
  const { startSeconds, pageSeconds, endSeconds, failed, slow, fault, steps } = incident;
  const span = (from: number, to: number): string => duration(Math.round(to - from));
  const what = view.isRevealed ? nameOf(view, fault) : t.card;
  const budgets = [percent(incident.failedBudget, 2), percent(incident.slowBudget, 2)] as const;
  const until = endSeconds ?? view.model.now;
  const well = [pageSeconds === undefined ? m.undetected : m.detectedIn(span(startSeconds, pageSeconds))];
  if (pageSeconds !== undefined && endSeconds !== undefined) well.push(m.mitigatedIn(span(pageSeconds, endSeconds)));
  const vain = steps.length > 1 ? [m.vainSteps(number(steps.length - 1))] : [];
  const paragraphs = [
    m.title(what, clock(startSeconds)),
    m.blameless,
    `## ${m.impact}`,
    m.impactText(span(startSeconds, until), number(failed), number(slow), ...budgets),
    ...(endSeconds === undefined ? [m.impactOpen] : []),
    `## ${m.timeline}`,
    timelineOf(view, incident)
      .map((moment) => m.line(clock(Math.floor(moment.seconds)), moment.what))
      .join('\n'),
    `## ${m.cause}`,
    view.isRevealed ? m.causeText(nameOf(view, fault)) : m.causeUnknown,
    `## ${m.wentWell}`,
    [...well, m.more].join('\n'),
    `## ${m.wentBadly}`,
    [...vain, m.more].join('\n'),
    `## ${m.actions}`,
    [m.action, m.action].join('\n'),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}
