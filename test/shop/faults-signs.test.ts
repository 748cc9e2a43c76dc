import { describe, it } from 'node:test';
import { expect } from 'chai';
import { seeds } from '../seeds.js';
import { Shop, type Fault, type ShopSettings } from '../../src/shop/index.js';
import { record, watch, type Stretch } from './helpers.js';
const FAULT_AT = 4;

/** A fault on a seed at little traffic, and the same customers without it; watched for some seconds. */
function pair(
  fault: Fault,
  seed: number,
  seconds: number,
  settings: Partial<ShopSettings>,
): [ill: Stretch, well: Stretch] {
  const from = FAULT_AT + 1;
  const run = (actions: Parameters<typeof record>[0]): Stretch =>
    watch(new Shop(record({ seed, settings, ...actions })), from, from + seconds);
  return [run({ actions: [{ ...fault, at: FAULT_AT }] }), run({})];
}

/** Each fault's sign on every seed; the others stand with red-use, whose first cell they are. */
function holds(
  name: string,
  fault: Fault,
  sign: (ill: Stretch, well: Stretch) => boolean,
  { seconds = 12, rate = 12 }: { seconds?: number; rate?: number } = {},
): void {
  it(name, () => {
    const wrong = seeds(3, 100).filter((seed) => !sign(...pair(fault, seed, seconds, { rate })));
    expect(wrong, `${fault.type} shows no sign on these seeds`).to.deep.equal([]);
  });
}

describe('On every seed', () => {
  holds(
    'a bad deploy throws',
    { type: 'bad-deploy' },
    (ill, well) => ill.share('exception') > 0.03 && well.failed() === 0,
    {
      seconds: 16,
    },
  );

  holds(
    'a dependency that is out fails checkouts, and nothing else',
    { type: 'dependency-outage' },
    (ill, well) => ill.share('dependency') > 0.02 && ill.failed('GET /cart') === 0 && well.failed() === 0,
  );

  holds(
    'a third party that limits its rate turns charges away',
    { type: 'third-party-rate-limit', perSecond: 0.5 },
    (ill, well) => ill.share('rate_limited') > 0.02 && well.failed() === 0,
  );

  holds(
    'a slow dependency makes checkouts slow',
    { type: 'slow-dependency' },
    (ill, well) => ill.quantile(0.5, 'POST /checkout') > 3 * well.quantile(0.5, 'POST /checkout'),
  );

  holds(
    'a cache that fails sends its readers to the database',
    { type: 'cache-failure' },
    (ill, well) => ill.most('postgres', 'cpu').utilization > 2 * well.most('postgres', 'cpu').utilization,
  );

  holds(
    'a storm of retries keeps auth busier than its customers do',
    { type: 'retry-storm' },
    (ill, well) => ill.most('auth', 'cpu').utilization > 3 * well.most('auth', 'cpu').utilization,
  );

  holds(
    'lost capacity leaves its work to the machines that remain',
    { type: 'lost-capacity' },
    (ill, well) => ill.most('order-service', 'cpu').utilization > 1.8 * well.most('order-service', 'cpu').utilization,
  );
});
