import { FAILURE_CAUSES, HTTP_STATUS, type FailureCause, type ShopChange } from '../../shop/index.js';
import { RANGE_SECONDS, type CardCall, type Scene } from './scene.model.js';

/** What one sign says: one of its few outcomes, and the number or the words that it was read from. */
export interface Reading {
  readonly outcome: string;
  readonly value: number | string;
}

/** One thing that can be seen of an incident. `read` takes the scene as it is now; `since` is when the errors began. */
export interface Sign {
  readonly id: string;
  /** All that `read` can return, the usual one first. */
  readonly outcomes: readonly string[];
  /** How the number is written. */
  readonly unit: 'share' | 'seconds' | 'times' | 'count' | 'word' | 'time';
  readonly read: (scene: Scene, since: number) => Reading;
}

const FULL = 0.95;
const BUSY = 0.7;
/** What fits on a screen after a grep. */
const GREPPED_LINES = 20;

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
const REASON_OUTCOMES = ['none', ...REASONS.map(([reason]) => reason), 'other'];

/** The reason that stands in a message. */
export function reasonOf(message: string): string {
  return REASONS.find(([, pattern]) => pattern.test(message))?.[0] ?? 'other';
}

const CARD_OUTCOMES = ['usual', 'slow', 'silent', 'refused', 'limit'];

export const SIGNS: readonly Sign[] = [
  {
    id: 'failures',
    outcomes: ['some', 'few', 'many'],
    unit: 'share',
    read: (scene) => graded(scene.failing(), [0.03, 0.2], ['few', 'some', 'many']),
  },
  {
    id: 'traffic',
    outcomes: ['usual', 'less', 'more'],
    unit: 'times',
    read: (scene) => graded(scene.traffic(), [0.75, 1.35], ['less', 'usual', 'more']),
  },
  {
    id: 'routes',
    outcomes: ['payments', 'signed-in', 'all'],
    unit: 'word',
    read(scene) {
      const cart = scene.failingOn('GET /cart');
      const product = scene.failingOn('GET /product/{id}');
      return word(product > 0.005 ? 'all' : cart > 0.005 ? 'signed-in' : 'payments');
    },
  },
  {
    id: 'latency',
    outcomes: ['usual', 'slow', 'very-slow'],
    unit: 'seconds',
    read(scene) {
      const p99 = scene.p99() || 0;
      const outcome = p99 > 5 ? 'very-slow' : p99 > 2 * scene.usualP99 ? 'slow' : 'usual';
      return { outcome, value: p99 };
    },
  },
  { id: 'trace', outcomes: REASON_OUTCOMES, unit: 'word', read: readTrace },
  {
    id: 'database-cpu',
    outcomes: ['usual', 'busy', 'full'],
    unit: 'share',
    read: (scene) => graded(most(scene, 'postgres', 'cpu'), [BUSY, FULL], ['usual', 'busy', 'full']),
  },
  {
    id: 'payments-pool',
    outcomes: ['free', 'busy', 'full'],
    unit: 'share',
    read: (scene) => graded(mostOfPool(scene, 'payment-service', 'payments'), [0.4, 0.8], ['free', 'busy', 'full']),
  },
  {
    id: 'stock-pool',
    outcomes: ['free', 'busy', 'full'],
    unit: 'share',
    read: (scene) => graded(mostOfPool(scene, 'inventory-service', 'inventory'), [0.4, 0.8], ['free', 'busy', 'full']),
  },
  {
    id: 'order-cpu',
    outcomes: ['usual', 'busy', 'full', 'one-full'],
    unit: 'share',
    read(scene) {
      const shares = scene.usages('order-service', 'cpu').map(({ utilisation }) => utilisation);
      const value = Math.max(...shares);
      const isOne = value > FULL && Math.min(...shares) < 0.75 * value;
      return isOne ? { outcome: 'one-full', value } : graded(value, [BUSY, FULL], ['usual', 'busy', 'full']);
    },
  },
  {
    id: 'order-instances',
    outcomes: ['all', 'fewer'],
    unit: 'count',
    read(scene) {
      const { running, all } = scene.instances('order-service');
      return { outcome: running < all ? 'fewer' : 'all', value: running };
    },
  },
  {
    id: 'order-memory',
    outcomes: ['usual', 'filling'],
    unit: 'share',
    read: (scene) => graded(most(scene, 'order-service', 'memory'), [0.55], ['usual', 'filling']),
  },
  {
    id: 'auth-cpu',
    outcomes: ['usual', 'busy', 'full'],
    unit: 'share',
    read: (scene) => graded(most(scene, 'auth', 'cpu'), [BUSY, FULL], ['usual', 'busy', 'full']),
  },
  { id: 'deploy-payment', outcomes: ['none', 'close', 'earlier'], unit: 'time', read: deployOf('payment-service') },
  { id: 'deploy-order', outcomes: ['none', 'close', 'earlier'], unit: 'time', read: deployOf('order-service') },
  {
    id: 'flag',
    outcomes: ['none', 'retries'],
    unit: 'word',
    read: ({ changeLog }) =>
      word(changeLog.changes.some(({ summary }) => summary.includes('eager-retries on')) ? 'retries' : 'none'),
  },
  {
    id: 'card',
    outcomes: CARD_OUTCOMES,
    unit: 'word',
    read: (scene) =>
      readCard(
        scene.cardCalls.filter(({ seconds }) => seconds > scene.now - RANGE_SECONDS),
        0.02,
      ),
  },
  {
    id: 'cache',
    outcomes: ['answers', 'gone'],
    unit: 'share',
    read: (scene) => graded(scene.cacheAnswers(), [0.5], ['gone', 'answers']),
  },
  {
    id: 'attempts',
    outcomes: ['usual', 'many'],
    unit: 'times',
    read: (scene) => graded(scene.attemptsPerRequest(), [1.3], ['usual', 'many']),
  },
  {
    id: 'network',
    outcomes: ['usual', 'lost'],
    unit: 'count',
    read: (scene) => graded(lostPackets(scene), [10], ['usual', 'lost']),
  },
  { id: 'log-reason', outcomes: REASON_OUTCOMES, unit: 'word', read: (scene) => readReason(scene, 'api-gateway') },
  {
    id: 'slow-queries',
    outcomes: ['none', 'many'],
    unit: 'count',
    read: (scene) => graded(recent(scene.slowQueries, scene.now), [5], ['none', 'many']),
  },
  {
    id: 'out-of-memory',
    outcomes: ['none', 'kills'],
    unit: 'count',
    read: (scene) => graded(recent(scene.kills, scene.now), [1], ['none', 'kills']),
  },
  { id: 'status', outcomes: ['none', ...FAILURE_CAUSES], unit: 'word', read: readStatus },
  {
    id: 'grep-order',
    outcomes: REASON_OUTCOMES,
    unit: 'word',
    read: (scene) => readReason(scene, 'order-service', GREPPED_LINES),
  },
  {
    id: 'grep-payment',
    outcomes: REASON_OUTCOMES,
    unit: 'word',
    read: (scene) => readReason(scene, 'payment-service', GREPPED_LINES),
  },
  {
    id: 'order-host',
    outcomes: ['usual', 'busy', 'full', 'gone'],
    unit: 'share',
    read(scene) {
      const [first] = scene.shop.services.get('order-service')?.instances ?? [];
      const [cpu] = scene.usages('order-service', 'cpu');
      if (!first?.isRunning) return { outcome: 'gone', value: 0 };
      return graded(cpu?.utilisation ?? 0, [BUSY, FULL], ['usual', 'busy', 'full']);
    },
  },
  // By hand one makes ten calls.
  { id: 'curl-card', outcomes: CARD_OUTCOMES, unit: 'word', read: (scene) => readCard(scene.cardCalls.slice(-10), 0) },
  {
    id: 'colleague',
    outcomes: ['none', 'payment', 'order', 'other'],
    unit: 'word',
    // People remember the last thing.
    read({ changeLog }, since) {
      const last = changeLog.changes.findLast(({ kind, seconds }) => kind === 'deploy' && seconds < since);
      const outcome = { 'payment-service': 'payment', 'order-service': 'order' }[last?.service ?? ''];
      return { outcome: last === undefined ? 'none' : (outcome ?? 'other'), value: last?.summary ?? '' };
    },
  },
  {
    id: 'restart',
    outcomes: ['no', 'helped'],
    unit: 'share',
    read: (scene) => graded(scene.failing(0, 45), [0.01], ['helped', 'no']),
  },
];

export const SIGN_BY_ID: ReadonlyMap<string, Sign> = new Map(SIGNS.map((sign) => [sign.id, sign]));

/** The outcome whose bounds a number lies between: below the first bound the first, and so on. */
function graded(value: number, bounds: readonly number[], outcomes: readonly string[]): Reading {
  return { outcome: outcomes[bounds.filter((bound) => value >= bound).length] ?? '', value };
}

function word(outcome: string): Reading {
  return { outcome, value: outcome };
}

function most(scene: Scene, service: string, kind: 'cpu' | 'memory'): number {
  return Math.max(0, ...scene.usages(service, kind).map(({ utilisation }) => utilisation));
}

function mostOfPool(scene: Scene, service: string, pool: string): number {
  return Math.max(0, ...scene.usages(service, 'pool', pool).map(({ utilisation }) => utilisation));
}

function lostPackets(scene: Scene): number {
  let lost = 0;
  for (const service of scene.shop.services.keys()) {
    for (const { errors } of scene.usages(service, 'network')) lost += errors;
  }
  return lost;
}

function recent(times: readonly number[], now: number): number {
  return times.filter((seconds) => seconds > now - RANGE_SECONDS).length;
}

/** The most frequent reason in a service's lines of severity ERROR: of the last minute, or of its last so many lines. */
function readReason(scene: Scene, service: string, lines?: number): Reading {
  const found = scene.failures.filter((log) => log.service === service && log.seconds > scene.now - RANGE_SECONDS);
  const messages = (lines === undefined ? found : found.slice(-lines)).map(({ message }) => message);
  const top = mostFrequent(messages.map(reasonOf));
  return { outcome: top ?? 'none', value: messages.findLast((message) => reasonOf(message) === top) ?? '' };
}

/** An access log has the status with which a request ended, and no reason. */
function readStatus(scene: Scene): Reading {
  const failed = scene.failures.filter(
    (log) => log.service === 'api-gateway' && log.seconds > scene.now - RANGE_SECONDS,
  );
  const top = mostFrequent(failed.map(({ attributes }) => String(attributes.reason)));
  const cause = FAILURE_CAUSES.find((one): one is FailureCause => one === top);
  return cause === undefined ? { outcome: 'none', value: '' } : { outcome: cause, value: String(HTTP_STATUS[cause]) };
}

/** Where the slowest failed payment of the last minute failed: at the deepest span with an error. */
function readTrace(scene: Scene): Reading {
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
function readCard(calls: readonly CardCall[], tolerated: number): Reading {
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
function deployOf(service: string): Sign['read'] {
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
