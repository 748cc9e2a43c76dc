import type { AlertAbout } from '../alerts/alert-rules.model.js';
import { aboutOf } from '../alerts/alert-rules.model.js';
import type { Cause } from './cause.model.js';
import type { SampledRequest } from '../../../shop/index.js';
import { suspectOf } from './suspect-span.model.js';
import type { AlertInterval } from '../../../slo/index.js';

/** The way from an alert to what did it, step by step. */
export const STEPS = ['alert', 'chart', 'request', 'span', 'cause'] as const;
export type Step = (typeof STEPS)[number];

/** The charts that have exemplars. */
export type TrailChart = 'latency' | 'errors' | 'saturation';

/** How far somebody came, and what they chose on the way; empty where nothing was. */
export interface Trail {
  readonly step: Step;
  readonly rule: string;
  readonly chart: TrailChart | '';
  readonly traceId: string;
  readonly spanId: string;
}

export const NOWHERE: Trail = { step: 'alert', rule: '', chart: '', traceId: '', spanId: '' };

const CHARTS: Readonly<Record<AlertAbout, TrailChart>> = {
  failures: 'errors',
  latency: 'latency',
  resources: 'saturation',
  routes: 'errors',
  data: 'errors',
};

/** What a trail asks of the run. */
export interface Field {
  readonly now: number;
  readonly alerts: readonly AlertInterval[];
  request(traceId: string): SampledRequest | undefined;
  /** Those that ended in (from, to], the slowest first. */
  slowest(kind: 'failed' | 'served', from: number, to: number): SampledRequest[];
  causeAt(traceId: string, spanId: string): Cause | undefined;
}

/** Where a trail begins that an alert begins. */
export function fromAlert(rule: string): Trail {
  return { ...NOWHERE, rule };
}

/** And one that begins at a request. */
export function fromRequest(traceId: string, spanId: string = ''): Trail {
  return { ...NOWHERE, step: spanId ? 'span' : 'request', traceId, spanId };
}

/** Seconds before an alert in which what made it fire has happened. */
const BEFORE_SECONDS = 300;

/** So many are looked at before one is believed. */
const COMPARED = 5;

/**
 * The request that an alert's chart is an example of. Of the slowest few, that failed or were served, the slowest of
 * those whose story most of them tell: a single one may have been slow by chance.
 */
export function exemplarOf(field: Field, { rule, chart }: Pick<Trail, 'rule' | 'chart'>): SampledRequest | undefined {
  const alert = field.alerts.findLast((interval) => interval.rule === rule);
  const [from, to] = [
    (alert?.startSeconds ?? field.now) - BEFORE_SECONDS,
    Math.min(alert?.endSeconds ?? field.now, field.now),
  ];
  const kinds = chart === 'errors' ? (['failed', 'served'] as const) : (['served', 'failed'] as const);
  const few = kinds.map((kind) => field.slowest(kind, from, to).slice(0, COMPARED)).find(({ length }) => length > 0);
  const stories = new Map<string, SampledRequest[]>();
  for (const request of few ?? []) {
    const service = suspectOf(request)?.service ?? '';
    stories.set(service, [...(stories.get(service) ?? []), request]);
  }
  return [...stories.values()].toSorted((a, b) => b.length - a.length)[0]?.[0];
}

/** One step further, to what speaks loudest there; undefined where there is nothing further to go to. */
export function nextOf(field: Field, trail: Trail): Trail | undefined {
  switch (trail.step) {
    case 'alert':
      return trail.rule ? { ...trail, step: 'chart', chart: CHARTS[aboutOf(trail.rule)] } : undefined;
    case 'chart': {
      const request = exemplarOf(field, trail);
      return request && { ...trail, step: 'request', traceId: request.traceId };
    }
    case 'request': {
      const request = field.request(trail.traceId);
      const span = request && suspectOf(request);
      return span && { ...trail, step: 'span', spanId: span.spanId };
    }
    case 'span':
      return field.causeAt(trail.traceId, trail.spanId) && { ...trail, step: 'cause' };
    case 'cause':
      return undefined;
  }
}

/** One step back; undefined at the first. What was chosen stays, so that one can go on again. */
export function backOf(trail: Trail): Trail | undefined {
  const before = STEPS[STEPS.indexOf(trail.step) - 1];
  return before && canGo(trail, before) ? { ...trail, step: before } : undefined;
}

/** Whether somebody has been at a step of this trail, or is. */
export function canGo(trail: Trail, step: Step): boolean {
  const reached: Readonly<Record<Step, boolean>> = {
    alert: trail.rule !== '',
    chart: trail.chart !== '',
    request: trail.traceId !== '',
    span: trail.spanId !== '',
    cause: trail.step === 'cause',
  };
  return reached[step];
}
