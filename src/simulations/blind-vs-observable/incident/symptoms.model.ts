import { FAILURE_CAUSES } from '../../../shop/index.js';
import { RANGE_SECONDS, type Scene } from './evidence-store.model.js';
import {
  CARD_OUTCOMES,
  deployOf,
  graded,
  lostPackets,
  most,
  mostOfPool,
  readCard,
  readReason,
  readStatus,
  readTrace,
  REASON_OUTCOMES,
  recent,
  word,
  type Reading,
} from './symptom-readers.model.js';

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
      const shares = scene.usages('order-service', 'cpu').map(({ utilization }) => utilization);
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
      return graded(cpu?.utilization ?? 0, [BUSY, FULL], ['usual', 'busy', 'full']);
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
