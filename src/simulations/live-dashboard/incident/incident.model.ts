import { SCENARIOS, type Fault, type RunRecord, type ShopAction } from '../../../shop/index.js';
import type { AlertInterval } from '../../../slo/index.js';
import type { AlertMonitor } from '../alerts/alert-monitor.model.js';
import { pagesOf } from '../alerts/alert-rules.model.js';
import type { ServiceLevel } from '../alerts/service-level.model.js';

/** What breaks in ways that page somebody; a lost header or a chatty query shows in traces alone. */
export type FaultType = Exclude<Fault['type'], 'lost-header' | 'n-plus-one'>;

/** All that can break here. */
export const FAULT_TYPES: readonly FaultType[] = [
  'slow-query',
  'bad-deploy',
  'connection-leak',
  'memory-leak',
  'retry-storm',
  'traffic-spike',
  'lost-capacity',
  'cache-failure',
  'dependency-outage',
  'slow-dependency',
  'third-party-rate-limit',
  'noisy-neighbour',
  'packet-loss',
];

/**
 * A fault as the dashboard injects it: with its usual parameters, but for the traffic. At three times the usual, nothing
 * that can be done in one step keeps the promises; a bit more than twice is what more instances can bear.
 */
export function faultOf(type: FaultType): Fault {
  return type === 'traffic-spike' ? { type, factor: 2.3 } : { type };
}

/** Seconds for which both promises must be kept before an incident counts as over. */
export const CALM_SECONDS = 120;

/** One incident, from what broke to the moment from which all was well again. Times in seconds of the run. */
export interface Incident {
  /** What broke, as it stands in the record. */
  readonly fault: ShopAction;
  readonly startSeconds: number;
  /** The first customer who was failed or kept waiting too long to be usual; undefined while there is none. */
  readonly harmSeconds: number | undefined;
  /** The first page. */
  readonly pageSeconds: number | undefined;
  /** From here on the promises were kept; undefined while it goes on. */
  readonly endSeconds: number | undefined;
  readonly pages: readonly AlertInterval[];
  /**
   * Customers' requests from the start until the incident was known to be over, `CALM_SECONDS` after its end, or until
   * now: so these counts never fall.
   */
  readonly failed: number;
  readonly slow: number;
  /** Shares of thirty days' budgets that were spent in the same time, as measured: two budgets, never one. */
  readonly failedBudget: number;
  readonly slowBudget: number;
  /** What the one on call did. */
  readonly steps: readonly ShopAction[];
}

/** What a run has done by itself and by its reader until a time, in order. */
export function doneUntil({ scenario, actions }: RunRecord, seconds: number): ShopAction[] {
  const planned = SCENARIOS[scenario]?.actions ?? [];
  return [...planned, ...actions].filter(({ at }) => at <= seconds).sort((a, b) => a.at - b.at);
}

function isFault({ type }: { readonly type: string }): boolean {
  return FAULT_TYPES.some((fault) => fault === type);
}

/** What breaks in a run, in order, the scenario's own faults included. */
export function faultsOf(record: RunRecord): FaultType[] {
  const done = doneUntil(record, Infinity);
  return done.flatMap(({ type }) => FAULT_TYPES.filter((fault) => fault === type));
}

const STEPS: ReadonlySet<string> = new Set([
  'roll-back',
  'scale-out',
  'fail-over',
  'restart',
  'shed-load',
  'disable-flag',
  'open-breaker',
  'raise-pool',
  'configure',
]);

/** The newest incident of a run; undefined while nothing broke. What breaks while one goes on belongs to it. */
export function incidentOf(record: RunRecord, level: ServiceLevel, monitor: AlertMonitor): Incident | undefined {
  const done = doneUntil(record, level.seconds);
  let newest: Incident | undefined;
  for (const fault of done.filter(isFault)) {
    if (newest && (newest.endSeconds ?? Infinity) > fault.at) continue;
    newest = incidentFrom(fault, level, monitor);
  }
  if (!newest) return undefined;
  const { startSeconds, endSeconds = Infinity } = newest;
  const steps = done.filter(({ at, type }) => STEPS.has(type) && at >= startSeconds && at < endSeconds);
  return { ...newest, steps };
}

function incidentFrom(fault: ShopAction, level: ServiceLevel, monitor: AlertMonitor): Incident {
  const startSeconds = fault.at;
  const harmSeconds = firstHarm(level, startSeconds);
  const endSeconds = harmSeconds === undefined ? undefined : firstCalm(level, harmSeconds);
  const until = endSeconds ?? level.seconds;
  const isOwn = (page: AlertInterval): boolean => page.startSeconds > startSeconds && page.startSeconds <= until;
  const pages = pagesOf(monitor.alerts).filter(isOwn);
  const knownUntil = endSeconds === undefined ? level.seconds : endSeconds + CALM_SECONDS;
  const { failed, slow } = level.served(startSeconds, knownUntil);
  return {
    fault,
    startSeconds,
    harmSeconds,
    pageSeconds: pages[0]?.startSeconds,
    endSeconds,
    pages,
    failed,
    slow,
    failedBudget: monitor.spent('failed', startSeconds, knownUntil),
    slowBudget: monitor.spent('slow', startSeconds, knownUntil),
    steps: [],
  };
}

/** Over so many seconds a promise must be broken for it to be harm and not chance. */
const HARM_SECONDS = 10;

function firstHarm(level: ServiceLevel, from: number): number | undefined {
  for (let at = Math.ceil(from); at + HARM_SECONDS <= level.seconds; at++) {
    const { total, failed, slow } = level.served(at, at + HARM_SECONDS);
    // A usual night has two or three late answers in a thousand, and never one in thirty.
    if (failed > 0 || slow > total / 30) return firstHurtSecond(level, at);
  }
  return undefined;
}

function firstHurtSecond(level: ServiceLevel, from: number): number {
  let at = from;
  while (at < level.seconds) {
    const { failed, slow } = level.served(at, at + 1);
    if (failed > 0 || slow > 0) break;
    at++;
  }
  return at;
}

function firstCalm(level: ServiceLevel, from: number): number | undefined {
  for (let at = Math.ceil(from) + 1; at + CALM_SECONDS <= level.seconds; at++) {
    if (level.isMet(at, at + CALM_SECONDS)) return at;
  }
  return undefined;
}
