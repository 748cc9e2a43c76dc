import { peerOf, type SampledRequest, type ResourceKind, type ShopChange, type ShopSpan } from '../../../shop/index.js';
import type { ResourcesAt, ResourceUse } from './resource-log.model.js';

/** What did it, as far as the telemetry can tell. */
export type Cause =
  | { readonly kind: 'change'; readonly service: string; readonly change: ShopChange }
  | { readonly kind: 'instances'; readonly service: string; readonly up: number; readonly of: number }
  | { readonly kind: 'dependency'; readonly service: string; readonly how: 'refuses' | 'limits' | 'slow' }
  | { readonly kind: 'traffic'; readonly service: string; readonly times: number }
  | { readonly kind: 'resource'; readonly service: string; readonly instance: string; readonly resource: ResourceKind };

/** What is looked at to name it; nothing here knows what was broken. */
export interface Evidence {
  readonly request: SampledRequest;
  readonly span: ShopSpan;
  readonly changes: readonly ShopChange[];
  /** As they were about when the span ended. */
  readonly resources: readonly ResourcesAt[];
  /** How many instances each service should have. */
  readonly instances: ReadonlyMap<string, number>;
  /** Whose answers each service waits for. */
  readonly calls: ReadonlyMap<string, ReadonlySet<string>>;
  /** The traffic about then, as a multiple of the usual. */
  readonly trafficTimes: number;
  /** Those that somebody else runs: of them no metrics are seen. */
  readonly thirdParties: ReadonlySet<string>;
}

/** More than that is not the usual coming and going. */
const MUCH_TRAFFIC = 1.4;
const FULL = 0.9;
const DROPS_PER_SECOND = 1;
/** Longer than that nobody has to wait for an answer of somebody else's on a usual night. */
const SLOW_SECONDS = 1;

/**
 * The cause that the evidence at a span speaks for, the strongest kind first: who changed what is slow or fails here; what
 * is gone; who says no; how many come; what is full; and who is slow although nothing of ours is.
 */
export function causeOf(evidence: Evidence): Cause | undefined {
  return (
    changed(evidence) ??
    gone(evidence) ??
    limited(evidence) ??
    crowded(evidence) ??
    full(evidence) ??
    slowDependency(evidence)
  );
}

/**
 * The services that a span is about: whose it is, and whom it called. Where all workers of one are busy, they wait: for
 * those it calls that have no worker left either, or no instance.
 */
function concerned(evidence: Evidence): Set<string> {
  const { span, calls } = evidence;
  const services = new Set([peerOf(span), span.service].filter(Boolean));
  for (const service of services) {
    if (!isBusy(evidence, service)) continue;
    for (const callee of calls.get(service) ?? []) {
      if (isBusy(evidence, callee) || fewest(evidence, callee) === 0) services.add(callee);
    }
  }
  return services;
}

function isBusy({ resources }: Evidence, name: string): boolean {
  const isFull = ({ kind, service, utilization }: ResourceUse): boolean =>
    service === name && kind === 'workers' && utilization >= FULL;
  return resources.some(({ uses }) => uses.some(isFull));
}

/** How many instances of a service were up when there were fewest. */
function fewest({ resources }: Evidence, service: string): number {
  return Math.min(...resources.map(({ up }) => up.get(service) ?? Infinity));
}

function changed(evidence: Evidence): Cause | undefined {
  const { span, changes } = evidence;
  const services = concerned(evidence);
  const isCode = ({ kind }: ShopChange): boolean => kind === 'deploy' || kind === 'flag';
  const rolledBack = new Set(
    changes.flatMap(({ kind, service, seconds }) =>
      kind === 'roll-back' && seconds < span.startSeconds ? service : [],
    ),
  );
  const change = changes.findLast(
    (made) =>
      isCode(made) && made.seconds <= span.endSeconds && services.has(made.service) && !rolledBack.has(made.service),
  );
  return change && { kind: 'change', service: change.service, change };
}

function gone(evidence: Evidence): Cause | undefined {
  const { request, instances, thirdParties } = evidence;
  const refused = request.spans.filter(({ attributes }) => attributes['error.type'] === 'refused').map(peerOf);
  for (const service of new Set([...refused, ...concerned(evidence)])) {
    if (thirdParties.has(service)) {
      if (refused.includes(service)) return { kind: 'dependency', service, how: 'refuses' };
      continue;
    }
    const of = instances.get(service) ?? 0;
    const up = fewest(evidence, service);
    if (up < of) return { kind: 'instances', service, up, of };
  }
  return undefined;
}

function limited({ request }: Evidence): Cause | undefined {
  const span = request.spans.find(({ attributes, kind }) => kind === 'client' && attributes['error.type'] === '429');
  return span && { kind: 'dependency', service: peerOf(span), how: 'limits' };
}

function crowded({ trafficTimes, span }: Evidence): Cause | undefined {
  return trafficTimes >= MUCH_TRAFFIC ? { kind: 'traffic', service: span.service, times: trafficTimes } : undefined;
}

function full(evidence: Evidence): Cause | undefined {
  const { span, resources } = evidence;
  const services = concerned(evidence);
  const uses = resources.flatMap((at) => at.uses).filter(({ service }) => services.has(service));
  const isFull = ({ kind, utilization, errorsPerSecond }: ResourceUse): boolean =>
    kind === 'network' ? errorsPerSecond >= DROPS_PER_SECOND : utilization >= FULL;
  const isOwn = ({ instance }: ResourceUse): boolean => instance === span.instance;
  const all = uses.filter(isFull);
  // Workers are busy because of something else, if that is known.
  const others = all.filter(({ kind }) => kind !== 'workers');
  const found = others.length > 0 ? others : all;
  const most = found.find(isOwn) ?? found.toSorted((a, b) => b.utilization - a.utilization)[0];
  if (!most) return undefined;
  const { service, instance, kind } = most;
  return { kind: 'resource', service, instance, resource: kind };
}

function slowDependency({ span, thirdParties, request }: Evidence): Cause | undefined {
  const service = peerOf(span);
  const seconds = span.endSeconds - span.startSeconds;
  const isMost = seconds > SLOW_SECONDS && seconds > (request.endSeconds - request.startSeconds) / 2;
  return thirdParties.has(service) && isMost ? { kind: 'dependency', service, how: 'slow' } : undefined;
}
