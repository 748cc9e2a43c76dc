import { FAILURE_CAUSES, HTTP_STATUS, type FailureCause, type ShopChange } from '../../../shop/index.js';
import { RANGE_SECONDS, type CardCall, type Scene } from './evidence-store.model.js';

/** What one sign says: one of its few outcomes, and the number or the words that it was read from. */
export interface Reading {
  readonly outcome: string;
  readonly value: number | string;
}

/** Where a failed request says it failed, in the order in which messages are tried. */
const REASONS: readonly [reason: string, pattern: RegExp][] = [
  ['pool', /^no connection within/],
  ['query', /^no answer from postgres/],
  ['card-silent', /^no answer from card-processor/],
  ['card-refused', /^card-processor refused/],
  ['card-limit', /^card-processor allows/],
  ['exception', /Exception/],
  ['queue', /^the queue of order-service/],
  ['killed', /closed the connection/],
  ['auth', /auth/],
  ['order', /order-service/],
];
export const REASON_OUTCOMES: readonly string[] = ['none', ...REASONS.map(([reason]) => reason), 'other'];

/** The reason that stands in a message. */
export function reasonOf(message: string): string {
  return REASONS.find(([, pattern]) => pattern.test(message))?.[0] ?? 'other';
}

export const CARD_OUTCOMES: readonly string[] = ['usual', 'slow', 'silent', 'refused', 'limit'];

/** The outcome whose bounds a number lies between: below the first bound the first, and so on. */
export function graded(value: number, bounds: readonly number[], outcomes: readonly string[]): Reading {
  return { outcome: outcomes[bounds.filter((bound) => value >= bound).length] ?? '', value };
}

export function word(outcome: string): Reading {
  return { outcome, value: outcome };
}

export function most(scene: Scene, service: string, kind: 'cpu' | 'memory'): number {
  return Math.max(0, ...scene.usages(service, kind).map(({ utilization }) => utilization));
}

export function mostOfPool(scene: Scene, service: string, pool: string): number {
  return Math.max(0, ...scene.usages(service, 'pool', pool).map(({ utilization }) => utilization));
}

export function lostPackets(scene: Scene): number {
  let lost = 0;
  for (const service of scene.shop.services.keys()) {
    for (const { errors } of scene.usages(service, 'network')) lost += errors;
  }
  return lost;
}

export function recent(times: readonly number[], now: number): number {
  return times.filter((seconds) => seconds > now - RANGE_SECONDS).length;
}

/** The most frequent reason in a service's lines of severity ERROR: of the last minute, or of its last so many lines. */
export function readReason(scene: Scene, service: string, lines?: number): Reading {
  const found = scene.failures.filter((log) => log.service === service && log.seconds > scene.now - RANGE_SECONDS);
  const messages = (lines === undefined ? found : found.slice(-lines)).map(({ message }) => message);
  const top = mostFrequent(messages.map(reasonOf));
  return { outcome: top ?? 'none', value: messages.findLast((message) => reasonOf(message) === top) ?? '' };
}

/** An access log has the status with which a request ended, and no reason. */
export function readStatus(scene: Scene): Reading {
  const failed = scene.failures.filter(
    (log) => log.service === 'api-gateway' && log.seconds > scene.now - RANGE_SECONDS,
  );
  const top = mostFrequent(failed.map(({ attributes }) => String(attributes.reason)));
  const cause = FAILURE_CAUSES.find((one): one is FailureCause => one === top);
  return cause === undefined ? { outcome: 'none', value: '' } : { outcome: cause, value: String(HTTP_STATUS[cause]) };
}

/** Where the slowest failed payment of the last minute failed: at the deepest span with an error. */
export function readTrace(scene: Scene): Reading {
  const recently = scene.traces.filter(({ seconds }) => seconds > scene.now - RANGE_SECONDS);
  const [slowest] = recently.toSorted((a, b) => b.duration - a.duration);
  const wrong = (slowest?.spans ?? []).filter(
    ({ isError, attributes }) => isError && attributes['error.type'] !== '402',
  );
  const parents = new Set(wrong.map(({ parentSpanId }) => parentSpanId));
  const [deepest] = wrong.filter(({ spanId }) => !parents.has(spanId)).toSorted(byDuration);
  if (deepest === undefined) return { outcome: 'none', value: '' };
  const seconds = deepest.endSeconds - deepest.startSeconds;
  const type = String(deepest.attributes['error.type'] ?? '');
  const to = String(deepest.attributes['server.address'] ?? '');
  const outcome = traceReason(deepest.service, to, type, seconds);
  return { outcome, value: `${deepest.service} ${deepest.name} ${seconds.toFixed(1)} s` };
}

function byDuration(a: { startSeconds: number; endSeconds: number }, b: typeof a): number {
  return b.endSeconds - b.startSeconds - (a.endSeconds - a.startSeconds);
}

function traceReason(service: string, to: string, type: string, seconds: number): string {
  if (to === 'postgres') return seconds > 20 ? 'query' : 'pool';
  if (to === 'card-processor')
    return { timeout: 'card-silent', refused: 'card-refused', 429: 'card-limit' }[type] ?? 'other';
  if (type === 'reset') return 'killed';
  if (to === 'auth' || service === 'auth') return 'auth';
  if (type === '500') return 'exception';
  if (type === '503' && (to === 'order-service' || service === 'order-service')) return 'queue';
  return to === 'order-service' || service === 'order-service' ? 'order' : 'other';
}

/** What most of the failed calls to the card processor met, where more than that share of all failed. */
export function readCard(calls: readonly CardCall[], tolerated: number): Reading {
  const failed = calls.filter(({ errorType }) => errorType !== '');
  const isFailing = failed.length > tolerated * calls.length;
  const type = isFailing ? mostFrequent(failed.map(({ errorType }) => errorType)) : undefined;
  const times = calls.map(({ duration }) => duration).sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  const outcomes: Readonly<Record<string, string>> = { timeout: 'silent', refused: 'refused', 429: 'limit' };
  const slow = median > 1 ? 'slow' : 'usual';
  const outcome = type === undefined ? slow : (outcomes[type] ?? slow);
  return { outcome, value: failed.length / Math.max(1, calls.length) };
}

/** Seconds before the first errors within which a deploy is suspicious. */
const CLOSE_SECONDS = 150;

/** Whether a service was deployed before the errors began, and how long before. */
export function deployOf(service: string): (scene: Scene, since: number) => Reading {
  return ({ changeLog }, since) => {
    const isDeploy = ({ kind, service: of, seconds }: ShopChange): boolean =>
      kind === 'deploy' && of === service && seconds < since;
    const last = changeLog.changes.findLast(isDeploy);
    if (last === undefined) return word('none');
    return { outcome: since - last.seconds <= CLOSE_SECONDS ? 'close' : 'earlier', value: last.seconds };
  };
}

function mostFrequent(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const one of words) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
