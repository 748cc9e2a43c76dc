import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { readActions, Run, Shop, writeActions, type ShopAction } from '../../../src/shop/index.js';
import { disturbances, remedies } from '../../../src/simulations/golden-signals/golden-signals.actions.js';
import { actions } from '../actions.js';
import { record } from '../helpers.js';

/** Without what is not said. */
function said(list: readonly ShopAction[]): unknown {
  return JSON.parse(JSON.stringify(list)) as unknown;
}

const MOST: Readonly<Record<string, number>> = { factor: 10, bytesPerRequest: 1e8 };

/** Whatever a run may hold that a link may carry. */
function isWritable(list: readonly ShopAction[]): boolean {
  const spikes = list.filter(({ type }) => type === 'traffic-spike' || type === 'campaign');
  return (
    spikes.length <= 12 &&
    list.every((action) =>
      Object.entries(action).every(([name, value]) => typeof value !== 'number' || value <= (MOST[name] ?? 86_400)),
    )
  );
}

describe('readActions', () => {
  it('reads times, types and parameters', () => {
    expect(readActions(' 60 traffic-spike factor=3 seconds=120;120   scale-out service=auth ;')).to.deep.equal([
      { at: 60, type: 'traffic-spike', factor: 3, seconds: 120 },
      { at: 120, type: 'scale-out', service: 'auth' },
    ]);
  });

  it('reads switches as switches', () => {
    expect(readActions('1 open-breaker from=auth to=cache isOpen=false')).to.deep.equal([
      { at: 1, type: 'open-breaker', from: 'auth', to: 'cache', isOpen: false },
    ]);
    expect(readActions('1 open-breaker from=auth to=cache isOpen=1')).to.equal(undefined);
  });

  it('reads no actions from nothing', () => {
    for (const text of ['', ' ', ';', ' ; ;; ']) expect(readActions(text), text).to.deep.equal([]);
  });

  it('gives back what was written, whatever was done', () => {
    fc.assert(
      fc.property(actions(30), (list) => {
        fc.pre(isWritable(list));
        expect(said(readActions(writeActions(list)) ?? [])).to.deep.equal(said(list));
      }),
    );
  });

  it('gives back numbers to the last bit', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 86_400, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (at, share) => {
          const list = [{ at, type: 'bad-deploy', share }] as const;
          // -0 is 0 wherever it goes.
          expect(readActions(writeActions(list))).to.deep.equal([{ at: at + 0, type: 'bad-deploy', share: share + 0 }]);
        },
      ),
    );
  });

  it('reads everything that a button of the figure does', () => {
    for (const scenario of ['quiet', 'one-queue']) {
      const run = new Run(record({ scenario }));
      for (const service of run.shop.services.keys()) {
        const all = [...disturbances(run, service), ...remedies(run, service)];
        const list = all.map((what) => ({ ...what, at: 60 }));
        expect(said(readActions(writeActions(list)) ?? []), `${scenario}: ${writeActions(list)}`).to.deep.equal(
          said(list),
        );
      }
    }
  });

  const hostile: Readonly<Record<string, string>> = {
    'no type': '60',
    'no time': 'traffic-spike',
    'a time that is none': 'abc traffic-spike',
    'a negative time': '-1 traffic-spike',
    'a time after the last day': '86401 traffic-spike',
    'a time without end': '1e309 traffic-spike',
    'a huge exponent': '1e300 traffic-spike',
    Infinity: 'Infinity traffic-spike',
    NaN: 'NaN traffic-spike',
    'a hexadecimal time': '0x10 traffic-spike',
    'a huge spike': '60 traffic-spike factor=1000000',
    'a spike that is merely too high': '60 traffic-spike factor=11',
    'a huge number of machines': '60 scale-out service=auth instances=1000000',
    'more than all': '60 bad-deploy share=1.01',
    'a value that is empty': '60 traffic-spike factor=',
    'a value that is no number': '60 traffic-spike factor=three',
    'two values': '60 traffic-spike factor=3=4',
    'the same parameter twice': '60 traffic-spike factor=3 factor=4',
    'a second time': '60 traffic-spike at=70',
    'a second type': '60 traffic-spike type=bad-deploy',
    'an unknown parameter': '60 traffic-spike speed=3',
    '__proto__ as a parameter': '60 traffic-spike __proto__=3',
    'constructor as a parameter': '60 traffic-spike constructor=3',
    'toString as a parameter': '60 traffic-spike toString=3',
    'markup as a service': '60 restart service=<img/src=x>',
    'markup as a type': '60 <script>',
    'a type of capitals': '60 TRAFFIC',
    'one bad action among good ones': '60 traffic-spike; 70; 80 cache-failure',
    'too many actions': Array.from({ length: 61 }, (_, at) => `${at} cache-failure`).join(';'),
    'too many spikes': Array.from({ length: 13 }, (_, at) => `${at} traffic-spike`).join(';'),
    'too many campaigns and spikes': Array.from(
      { length: 13 },
      (_, at) => `${at} ${at % 2 ? 'campaign' : 'traffic-spike'}`,
    ).join(';'),
    'a type of 1e5 characters': `60 ${'a'.repeat(1e5)}`,
    'a service of 1e5 characters': `60 restart service=${'a'.repeat(1e5)}`,
    'a number of 1e5 digits': `60 traffic-spike factor=${'9'.repeat(1e5)}`,
    'a time of 1e5 digits': `${'1'.repeat(1e5)} traffic-spike`,
    '1e5 equals signs': `60 traffic-spike ${'='.repeat(1e5)}`,
    '1e5 semicolons with something in between': '1 a;'.repeat(25_000),
  };
  for (const [what, text] of Object.entries(hostile)) {
    it(`refuses ${what}`, () => {
      expect(readActions(text)).to.equal(undefined);
    });
  }

  it('takes as many actions and spikes as a run can bear', () => {
    expect(readActions(Array.from({ length: 60 }, (_, at) => `${at} cache-failure`).join(';'))).to.have.length(60);
    expect(readActions(Array.from({ length: 12 }, (_, at) => `${at} campaign`).join(';'))).to.have.length(12);
  });

  it('lets a dependency be slower than traffic may be high', () => {
    expect(readActions('60 slow-dependency factor=50')).to.have.length(1);
    expect(readActions('60 slow-dependency factor=51')).to.equal(undefined);
  });

  it('never throws, and what it reads never hangs a shop', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '60',
        '1e9',
        '-1',
        'traffic-spike',
        'restart',
        'service=auth',
        'factor=9',
        '=',
        ';',
        '__proto__=1',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const read = readActions(pieces.join(' ')) ?? [];
        for (const action of read) {
          expect(Object.getPrototypeOf(action) === Object.prototype).to.equal(true);
          expect(action.at).to.be.within(0, 86_400);
        }
      }),
    );
  });

  it('leaves it to the shop whether an action exists', () => {
    const list = readActions('1 constructor') ?? [];
    expect(list).to.have.length(1);
    expect(() => new Shop(record({ actions: list }))).to.throw(RangeError, 'constructor');
  });
});
