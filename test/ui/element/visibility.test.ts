import { expect } from '@open-wc/testing';
import { OnScreen } from '../../../src/ui/element/visibility.js';
import { nextTask, place } from '../../helpers.js';

/** Stands in for the browser's observer, which in a tab behind another says nothing. */
class Observer {
  static latest: Observer;
  readonly #tell: (entries: { isIntersecting: boolean }[]) => void;
  isConnected = true;
  constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
    this.#tell = tell;
    Observer.latest = this;
  }
  observe(): void {}
  disconnect(): void {
    this.isConnected = false;
  }
  say(...seen: boolean[]): void {
    this.#tell(seen.map((isIntersecting) => ({ isIntersecting })));
  }
}

describe('OnScreen', () => {
  const { IntersectionObserver: own } = globalThis;
  before(() => Reflect.set(globalThis, 'IntersectionObserver', Observer));
  after(() => Reflect.set(globalThis, 'IntersectionObserver', own));

  const { signal } = new AbortController();

  it('takes an element for visible until it hears otherwise', () => {
    expect(new OnScreen(place()).whenVisible(signal)).to.equal(undefined);
  });

  it('believes the last of what it hears at once', () => {
    const screen = new OnScreen(place());
    Observer.latest.say(true, false);
    expect(screen.whenVisible(signal)).to.be.a('promise');
    Observer.latest.say(false, true);
    expect(screen.whenVisible(signal)).to.equal(undefined);
  });

  it('waits while the element is off screen, and goes on when it is back', async () => {
    const screen = new OnScreen(place());
    Observer.latest.say(false);
    let isBack = false;
    void Promise.resolve(screen.whenVisible(signal)).then(() => (isBack = true));
    await nextTask();
    expect(isBack).to.equal(false);
    Observer.latest.say(true);
    await nextTask();
    expect(isBack).to.equal(true);
  });

  it('keeps nobody waiting who no longer cares', async () => {
    const stopping = new AbortController();
    const screen = new OnScreen(place());
    Observer.latest.say(false);
    const waiting = screen.whenVisible(stopping.signal);
    stopping.abort();
    await waiting;
    const forgotten = screen.whenVisible(signal);
    screen.forget();
    await forgotten;
    expect(Observer.latest.isConnected).to.equal(false);
  });
});
