import type { ResourceKind, ShopChange, ShopSpan } from '../../shop/index.js';
import type { KeptRequest } from './kept-requests.model.js';
import type { ResourcesAt, ResourceUse } from './resource-log.model.js';
import { peerOf } from './suspect-span.model.js';

/** What did it, as far as the telemetry can tell. */
export type Cause =
  | { readonly kind: 'change'; readonly service: string; readonly change: ShopChange }
  | { readonly kind: 'instances'; readonly service: string; readonly up: number; readonly of: number }
  | { readonly kind: 'dependency'; readonly service: string; readonly how: 'refuses' | 'limits' | 'slow' }
  | { readonly kind: 'traffic'; readonly service: string; readonly times: number }
  | { readonly kind: 'resource'; readonly service: string; readonly instance: string; readonly resource: ResourceKind };

/** What is looked at to name it; nothing here knows what was broken. */
export interface Evidence {
  readonly request: KeptRequest;
  readonly span: ShopSpan;
  readonly changes: readonly ShopChange[];
  /** As they were when the span ended. */
  readonly resources: ResourcesAt | undefined;
  /** How many instances each service should have. */
  readonly instances: ReadonlyMap<string, number>;
  /** The traffic then, as a multiple of the usual. */
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

/** The services that a span is about: whose it is, and whom it called. */
function concerned({ span }: Evidence): string[] {
  return [span.service, peerOf(span)].filter(Boolean);
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
      isCode(made) &&
      made.seconds <= span.endSeconds &&
      services.includes(made.service) &&
      !rolledBack.has(made.service),
  );
  return change && { kind: 'change', service: change.service, change };
}

function gone({ request, span, resources, instances, thirdParties }: Evidence): Cause | undefined {
  const refused = request.spans.filter(({ attributes }) => attributes['error.type'] === 'refused').map(peerOf);
  const candidates = new Set([...refused, peerOf(span), span.service].filter(Boolean));
  for (const service of candidates) {
    if (thirdParties.has(service)) {
      if (refused.includes(service)) return { kind: 'dependency', service, how: 'refuses' };
      continue;
    }
    const of = instances.get(service) ?? 0;
    const up = resources?.up.get(service) ?? of;
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
  const uses = (resources?.uses ?? []).filter(({ service }) => services.includes(service));
  const isFull = ({ kind, utilisation, errorsPerSecond }: ResourceUse): boolean =>
    kind === 'network' ? errorsPerSecond >= DROPS_PER_SECOND : utilisation >= FULL;
  const isOwn = ({ instance }: ResourceUse): boolean => instance === span.instance;
  const found = uses.filter(isFull);
  const most = found.find(isOwn) ?? found.toSorted((a, b) => b.utilisation - a.utilisation)[0];
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
