import { aTimeout, expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { ChartData, ChartFrame } from '../../src/charts/chart-data.js';
import type { ChartSelectEvent, ObsChart } from '../../src/charts/obs-chart.js';
import { announcer } from '../../src/ui/element/announcer.js';
import { emulate, nextTask, place, press, root, violations, words } from '../helpers.js';
import { anyData } from './arbitraries.js';

const FRAME: ChartFrame = {
  title: 'Latency',
  summary: 'p99 is 2 s.',
  format: (value) => `${Math.round(value * 100) / 100} s`,
  time: (seconds) => `0:${String(Math.round(seconds)).padStart(2, '0')}`,
  describe: (time, values) => `At ${time}: ${values.join(', ')}`,
  cursorGroup: 'test',
};

const line = (values: ArrayLike<number>, look = 0) => ({ name: `p${look}`, look, values });
const DATA: ChartData = { seconds: [0, 10, 20, 30], lines: [line([1, 2, 3, 4]), line([4, 3, 2, 1], 2)] };

async function chart(data?: ChartData, frame: Partial<ChartFrame> = {}): Promise<ObsChart> {
  const host = place('<div style="width: 400px"><obs-chart></obs-chart></div>');
  const element = host.querySelector<ObsChart>('obs-chart')!;
  element.frame = { ...FRAME, ...frame };
  await drawn(element);
  if (data) await give(element, data);
  return element;
}

async function give(element: ObsChart, data: ChartData): Promise<void> {
  element.data = data;
  await element.updateComplete;
}

async function drawn(element: ObsChart): Promise<void> {
  await element.updateComplete;
  await nextTask();
}

function canvasOf(element: ObsChart): HTMLCanvasElement {
  return root(element).querySelector('canvas')!;
}

function pixels(element: ObsChart): Uint8ClampedArray {
  const { width, height } = canvasOf(element);
  return canvasOf(element).getContext('2d')!.getImageData(0, 0, width, height).data;
}

/** The colour that the stylesheet gives to a class: red, green, blue. */
function colour(element: ObsChart, name: string): number[] {
  const written = getComputedStyle(root(element).querySelector(`.unseen .${name}`)!).color;
  return (written.match(/[\d.]+/g) ?? []).map(Number).slice(0, 3);
}

/** How many pixels of the canvas have that colour, or nearly. */
function painted(element: ObsChart, name: string): number {
  const wanted = colour(element, name);
  const all = pixels(element);
  let count = 0;
  for (let i = 0; i < all.length; i += 4) {
    if (all[i + 3]! > 100 && wanted.every((part, index) => Math.abs(part - all[i + index]!) < 6)) count++;
  }
  return count;
}

/** A hash of what is on the canvas. */
function picture(element: ObsChart): number {
  let hash = 0;
  for (const value of pixels(element)) hash = Math.imul(hash ^ value, 0x01000193);
  return hash;
}

const plot = (element: ObsChart): HTMLElement => root(element).querySelector<HTMLElement>('.plot')!;
const title = (element: ObsChart): string => words(root(element).querySelector('.title')!.textContent);
const values = (element: ObsChart): string[] =>
  Array.from(root(element).querySelectorAll('.values b'), ({ textContent }) => words(textContent));
const hasCursor = (element: ObsChart): boolean => root(element).querySelector('.u-cursor-x:not(.u-off)') !== null;

describe('<obs-chart>', () => {
  afterEach(() => emulate());

  describe('draws', () => {
    it('its lines, each in its colour, and their newest values', async () => {
      const element = await chart(DATA);
      expect(painted(element, 'look-0')).to.be.above(50);
      expect(painted(element, 'look-2')).to.be.above(50);
      expect(painted(element, 'look-4')).to.equal(0);
      expect([title(element), ...values(element)]).to.deep.equal(['Latency', '4 s', '1 s']);
    });

    it('before it has data, and without a frame, nothing', async () => {
      const element = await chart();
      expect(painted(element, 'look-0')).to.equal(0);
      const [bare] = place('<obs-chart></obs-chart>').children;
      (bare as ObsChart).data = DATA;
      await drawn(bare as ObsChart);
      expect(canvasOf(bare as ObsChart)).to.equal(null);
    });

    it('a single point, and two within a pixel', async () => {
      for (const seconds of [[5], [5, 5.0001]]) {
        const element = await chart({ seconds, lines: [line([3, 3])], from: 0, to: 300 });
        expect(painted(element, 'look-0'), String(seconds)).to.be.above(5);
      }
    });

    it('a point between two gaps', async () => {
      const element = await chart({ seconds: [0, 10, 20], lines: [line([NaN, 3, Infinity])] });
      expect(painted(element, 'look-0')).to.be.above(5);
      expect(values(element)).to.deep.equal(['–']);
    });

    it('no line through a gap', async () => {
      const whole = await chart({ seconds: [0, 10, 20, 30], lines: [line([1, 1, 1, 1])] });
      const broken = await chart({ seconds: [0, 10, 20, 30], lines: [line([1, NaN, NaN, 1])] });
      expect(painted(broken, 'look-0')).to.be.below(painted(whole, 'look-0') / 4);
    });

    it('thresholds, marks and points', async () => {
      const bare = await chart(DATA);
      const before = picture(bare);
      for (const more of [
        { thresholds: [{ value: 2, label: 'objective' }] },
        { marks: [{ seconds: 15, label: 'deploy' }] },
        { points: [{ seconds: 15, value: 2, key: 'a' }] },
      ]) {
        await give(bare, { ...DATA, ...more });
        expect(picture(bare), JSON.stringify(more)).not.to.equal(before);
      }
    });

    it('its main line whole, and thicker than the others', async () => {
      const data = (isMain: boolean): ChartData => ({ seconds: [0, 30], lines: [{ ...line([1, 1], 2), isMain }] });
      const [main, other] = [await chart(data(true)), await chart(data(false))];
      expect(painted(main, 'look-2')).to.be.above(1.3 * painted(other, 'look-2'));
    });

    it('as sharp as the screen is', async () => {
      const element = await chart(DATA);
      expect(canvasOf(element).width).to.equal(Math.round(plot(element).clientWidth * devicePixelRatio));
    });

    it('what fits on a place that is hardly there', async () => {
      for (const width of [1, 20, 48, 54, 60, 100]) {
        const host = place(`<div style="width: ${width}px"><obs-chart></obs-chart></div>`);
        const element = host.querySelector<ObsChart>('obs-chart')!;
        element.frame = FRAME;
        await give(element, {
          ...DATA,
          marks: [{ seconds: 10, label: 'deploy' }],
          thresholds: [{ value: 2, label: 'a' }],
        });
        expect(canvasOf(element).width, String(width)).to.equal(Math.round(width * devicePixelRatio));
      }
    });

    it('anew when its place changes', async () => {
      // A tab that is not in front observes no sizes: here the observer is told by hand.
      const told: ResizeObserverCallback[] = [];
      const real = globalThis.ResizeObserver;
      globalThis.ResizeObserver = class extends real {
        constructor(callback: ResizeObserverCallback) {
          super(() => {});
          told.push(callback);
        }
      };
      const element = await chart(DATA);
      globalThis.ResizeObserver = real;
      const { width } = canvasOf(element);
      element.parentElement!.style.width = '200px';
      const entry = { contentRect: plot(element).getBoundingClientRect() } as ResizeObserverEntry;
      for (const tell of told) tell([entry], new real(() => {}));
      await aTimeout(0);
      await drawn(element);
      expect(canvasOf(element).width).to.be.below(width);
    });

    it('without asking for layout or colors while only its data change', async () => {
      const element = await chart(DATA);
      let asked = 0;
      const real = globalThis.getComputedStyle.bind(globalThis);
      globalThis.getComputedStyle = (...given) => {
        asked++;
        return real(...given);
      };
      const width = Object.getOwnPropertyDescriptor(Element.prototype, 'clientWidth')!;
      Object.defineProperty(Element.prototype, 'clientWidth', {
        ...width,
        get(this: Element): number {
          asked++;
          return width.get!.call(this) as number;
        },
      });
      try {
        for (let at = 1; at < 5; at++) {
          await give(element, { seconds: [at, at + 10], lines: [line([at, 2])] });
          element.frame = { ...FRAME, format: (value) => FRAME.format(value) };
          await drawn(element);
        }
      } finally {
        globalThis.getComputedStyle = real;
        Object.defineProperty(Element.prototype, 'clientWidth', width);
      }
      expect(asked).to.equal(0);
    });

    it('with one frame while frames that say the same are given', async () => {
      const element = await chart(DATA);
      element.frame = { ...FRAME, format: (value) => FRAME.format(value) };
      expect(element.isUpdatePending).to.equal(false);
      element.frame = { ...FRAME, format: (value) => `${value} ms` };
      await drawn(element);
      expect(values(element)).to.deep.equal(['4 ms', '1 ms']);
    });

    it('anew when its lines are others', async () => {
      const element = await chart(DATA);
      await give(element, { seconds: [0, 30], lines: [line([1, 2], 4)] });
      expect(painted(element, 'look-4')).to.be.above(50);
      expect(painted(element, 'look-0')).to.equal(0);
      expect(picture(element)).to.equal(picture(await chart({ seconds: [0, 30], lines: [line([1, 2], 4)] })));
    });
  });

  describe('of hostile data', () => {
    const hostile: Readonly<Record<string, ChartData>> = {
      'NaN everywhere': { seconds: [1, 2, 3], lines: [line([NaN, NaN, NaN])] },
      infinities: { seconds: [1, 2, 3], lines: [line([Infinity, 2, -Infinity])] },
      'infinite times': { seconds: [-Infinity, 2, Infinity], lines: [line([1, 2, 3])] },
      '[1, 1 - 1e-9]': { seconds: [1, 2], lines: [line([1, 1 - 1e-9])] },
      'values that differ in their last bit': { seconds: [1, 2], lines: [line([0.1 + 0.2, 0.3])] },
      'times that differ in their last bit': { seconds: [1, 1 + 2 ** -52], lines: [line([1, 2])] },
      'very great values': { seconds: [1, 2, 3], lines: [line([1e308, -1e308, 5])] },
      'very great values alone': { seconds: [1, 2], lines: [line([1e308, 1e308])] },
      'very small values': { seconds: [1, 2], lines: [line([5e-324, 1e-320])] },
      'unsorted times': { seconds: [3, 1, 2], lines: [line([1, 2, 3])] },
      'duplicate times': { seconds: [1, 1, 1, 1], lines: [line([NaN, 2, 3, NaN])] },
      'nothing at all': { seconds: [], lines: [] },
      'lines without times': { seconds: [], lines: [line([1, 2, 3])] },
      'times without lines': { seconds: [1, 2, 3], lines: [] },
      'a line that is too short': { seconds: [1, 2, 3], lines: [line([1])] },
      'a line that is too long': { seconds: [1], lines: [line([1, 2, 3])] },
      'a look that there is not': { seconds: [1, 2], lines: [line([1, 2], 99), line([1, 2], -1)] },
      'a range from behind to before': { seconds: [1, 2], lines: [line([1, 2])], from: 10, to: 0 },
      'a range without end': { seconds: [1, 2], lines: [line([1, 2])], from: -Infinity, to: NaN },
      'a hundred marks at one time': {
        seconds: [1, 2],
        lines: [line([1, 2])],
        marks: Array.from({ length: 100 }, () => ({ seconds: 1, label: 'x'.repeat(1000) })),
      },
      'negative values': { seconds: [1, 2], lines: [line([-5, -1])] },
    };
    for (const [name, data] of Object.entries(hostile)) {
      it(`does not throw, keeps no stale pixel, and recovers: ${name}`, async () => {
        const element = await chart(DATA);
        const good = picture(element);
        await give(element, data);
        const fresh = await chart(data);
        expect(picture(element)).to.equal(picture(fresh));
        await give(element, DATA);
        expect(picture(element)).to.equal(good);
        expect(values(element).join()).not.to.match(/NaN|Infinity|undefined/);
      });
    }

    for (const name of ['infinities', '[1, 1 - 1e-9]', 'unsorted times', 'duplicate times', 'infinite times']) {
      it(`is not blank: ${name}`, async () => {
        expect(painted(await chart(hostile[name]), 'look-0')).to.be.above(5);
      });
    }

    it('shows the same as a chart that never had anything else, whatever comes', async () => {
      const [used, fresh] = [await chart(), await chart()];
      const empty = { seconds: [], lines: [] };
      await fc.assert(
        fc.asyncProperty(anyData, anyData, async (before, data) => {
          await give(used, before);
          await give(used, data);
          await give(fresh, empty);
          await give(fresh, data);
          expect(picture(used)).to.equal(picture(fresh));
          const shown = words(root(used).querySelector('.head')!.textContent);
          expect(/NaN|Infinity|undefined/.test(shown), shown).to.equal(false);
        }),
        { numRuns: 60 },
      );
    });

    it('is never blank where it has a finite point', async () => {
      const element = await chart();
      const value = fc.oneof(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.constantFrom(NaN, Infinity, -Infinity, 1e308, 0, 1, 1 - 1e-9),
      );
      const column = fc.array(value, { minLength: 1, maxLength: 20 });
      await fc.assert(
        fc.asyncProperty(column, column, async (seconds, list) => {
          await give(element, { seconds, lines: [line(list)] });
          const isFinite = (one: number | undefined): boolean => one !== undefined && Math.abs(one) < 1e100;
          const isAnything = seconds.some((time, row) => isFinite(time) && isFinite(list[row]));
          expect(painted(element, 'look-0') > 0, JSON.stringify([seconds, list])).to.equal(isAnything);
        }),
        { numRuns: 60 },
      );
    });

    it('bears a million points, sorted or not', async () => {
      const length = 1e6;
      const element = await chart();
      const noise = Float64Array.from({ length }, (_, index) => ((index * 7919) % 1000) / 1000);
      await give(element, { seconds: noise.map((_, index) => index), lines: [line(noise)] });
      expect(painted(element, 'look-0')).to.be.above(1000);
      await give(element, { seconds: noise, lines: [line(noise)] });
      expect(painted(element, 'look-0')).to.be.above(50);
    });
  });

  describe('has a cursor', () => {
    async function focusedChart(data: ChartData = DATA): Promise<ObsChart> {
      const element = await chart(data);
      plot(element).focus();
      return element;
    }

    it('that the arrow keys move, from the newest on', async () => {
      const element = await focusedChart();
      expect(hasCursor(element)).to.equal(false);
      await press('ArrowLeft');
      expect([title(element), ...values(element)]).to.deep.equal(['Latency 0:30', '4 s', '1 s']);
      expect(hasCursor(element)).to.equal(true);
      await press('ArrowLeft');
      expect([title(element), ...values(element)]).to.deep.equal(['Latency 0:20', '3 s', '2 s']);
      await press('ArrowRight', 'ArrowRight', 'ArrowRight');
      expect(title(element)).to.equal('Latency 0:30');
    });

    it('that goes to both ends, and further by pages', async () => {
      const seconds = Array.from({ length: 50 }, (_, index) => index);
      const element = await focusedChart({ seconds, lines: [line(seconds)] });
      await press('Home');
      expect(title(element)).to.equal('Latency 0:00');
      await press('ArrowLeft');
      expect(title(element)).to.equal('Latency 0:00');
      await press('PageDown');
      expect(title(element)).to.equal('Latency 0:05');
      await press('End');
      expect(title(element)).to.equal('Latency 0:49');
      await press('PageUp');
      expect(title(element)).to.equal('Latency 0:44');
    });

    it('that reaches every row of duplicate and unsorted times', async () => {
      const element = await focusedChart({ seconds: [30, 10, 10, 20, 20], lines: [line([3, 1, 1.5, 2, NaN])] });
      const seen: string[] = [];
      await press('Home');
      for (let i = 0; i < 4; i++) {
        seen.push(`${title(element)} ${values(element).join()}`);
        await press('ArrowRight');
      }
      expect(seen).to.deep.equal(['Latency 0:10 1.5 s', 'Latency 0:20 2 s', 'Latency 0:30 3 s', 'Latency 0:30 3 s']);
    });

    it('that goes away on Escape, and when the focus leaves', async () => {
      const element = await focusedChart();
      await press('ArrowLeft', 'Escape');
      expect([title(element), hasCursor(element)]).to.deep.equal(['Latency', false]);
      await press('ArrowLeft');
      expect(hasCursor(element)).to.equal(true);
      plot(element).blur();
      await drawn(element);
      expect([title(element), hasCursor(element)]).to.deep.equal(['Latency', false]);
    });

    it('that stays at its second while the lines move on', async () => {
      const element = await focusedChart();
      await press('Home', 'ArrowRight');
      expect(title(element)).to.equal('Latency 0:10');
      await give(element, { seconds: [10, 20, 30, 40], lines: [line([2, 3, 4, 5])] });
      expect([title(element), ...values(element)]).to.deep.equal(['Latency 0:10', '2 s']);
      expect(hasCursor(element)).to.equal(true);
      await give(element, { seconds: [], lines: [line([])] });
      expect([title(element), hasCursor(element)]).to.deep.equal(['Latency', false]);
    });

    it('that leaves the keys of the browser to the browser', async () => {
      const element = await focusedChart();
      for (const modifier of ['altKey', 'ctrlKey', 'metaKey']) {
        const event = new KeyboardEvent('keydown', { key: 'ArrowLeft', [modifier]: true, cancelable: true });
        plot(element).dispatchEvent(event);
        expect([event.defaultPrevented, title(element)], modifier).to.deep.equal([false, 'Latency']);
      }
      const tab = new KeyboardEvent('keydown', { key: 'Tab', cancelable: true });
      plot(element).dispatchEvent(tab);
      expect(tab.defaultPrevented).to.equal(false);
    });

    it('that does nothing where there is nothing', async () => {
      const element = await focusedChart({ seconds: [], lines: [] });
      await press('ArrowLeft', 'Home', 'End', 'Enter', 'PageUp');
      expect([title(element), hasCursor(element)]).to.deep.equal(['Latency', false]);
    });

    it('that follows the pointer', async () => {
      const element = await chart(DATA);
      const { width } = plot(element).getBoundingClientRect();
      const move = async (x: number): Promise<void> => {
        const box = plot(element).getBoundingClientRect();
        plot(element).dispatchEvent(new PointerEvent('pointermove', { clientX: box.left + x, clientY: box.top + 50 }));
        await drawn(element);
      };
      await move(width - 10);
      expect(title(element)).to.equal('Latency 0:30');
      await move(52);
      expect(title(element)).to.equal('Latency 0:00');
      plot(element).dispatchEvent(new PointerEvent('pointerleave'));
      await drawn(element);
      expect([title(element), hasCursor(element)]).to.deep.equal(['Latency', false]);
    });

    it('that it shares with the charts of its group, and no others', async () => {
      const [first, second, other] = [
        await chart(DATA),
        await chart(DATA),
        await chart(DATA, { cursorGroup: 'other' }),
      ];
      plot(first).focus();
      await press('Home', 'ArrowRight');
      expect([first, second, other].map(title)).to.deep.equal(['Latency 0:10', 'Latency 0:10', 'Latency']);
      await press('Escape');
      expect([hasCursor(first), hasCursor(second)]).to.deep.equal([false, false]);
    });

    it('that it shares at the nearest row where rows differ', async () => {
      const first = await chart(DATA);
      const second = await chart({ seconds: [0, 12, 26], lines: [line([7, 8, 9])] });
      plot(first).focus();
      await press('End');
      expect(values(second)).to.deep.equal(['9 s']);
      await press('ArrowLeft', 'ArrowLeft');
      expect(values(second)).to.deep.equal(['8 s']);
    });

    it('that speaks', async () => {
      const said: [string, number | undefined][] = [];
      announcer.say = (_region, text, priority) => void said.push([text, priority]);
      try {
        await focusedChart();
        await press('End');
      } finally {
        Reflect.deleteProperty(announcer, 'say');
      }
      expect(said).to.deep.equal([['At 0:30: p0 4 s, p2 1 s', 1]]);
    });
  });

  describe('tells what is selected', () => {
    const points = [
      { seconds: 5, value: 3, key: 'early' },
      { seconds: 15, value: 3.5, key: 'middle' },
      { seconds: 25, value: 1, key: 'late' },
    ];

    function selections(element: ObsChart): (readonly [number, string | undefined])[] {
      const heard: (readonly [number, string | undefined])[] = [];
      element.addEventListener('chart-select', (event) => {
        const { seconds, point } = event as ChartSelectEvent;
        heard.push([seconds, point?.key]);
      });
      return heard;
    }

    it('by Enter: the point that was seen last', async () => {
      const element = await chart({ ...DATA, points });
      const heard = selections(element);
      plot(element).focus();
      await press('Enter', 'End', 'Enter', 'ArrowLeft', 'Enter', 'Home', 'Enter');
      expect(heard).to.deep.equal([
        [25, 'late'],
        [15, 'middle'],
        [0, undefined],
      ]);
    });

    it('by a click near a point, and not by one beside it', async () => {
      const element = await chart({ ...DATA, points, from: 0, to: 30 });
      const heard = selections(element);
      const box = root(element).querySelector('.u-over')!.getBoundingClientRect();
      const x = box.left + (box.width * 15) / 30;
      const y = box.top + box.height * (1 - 3.5 / 4);
      const click = (dx: number, dy: number): boolean =>
        plot(element).dispatchEvent(new MouseEvent('click', { clientX: x + dx, clientY: y + dy }));
      click(0, 0);
      click(8, -8);
      click(40, 20);
      expect(heard).to.deep.equal([
        [15, 'middle'],
        [15, 'middle'],
      ]);
    });
  });

  describe('for everyone', () => {
    it('is a figure with a name and a sentence', async () => {
      const element = await chart(DATA);
      expect(plot(element).getAttribute('role')).to.equal('figure');
      expect(plot(element).getAttribute('aria-label')).to.equal('Latency. p99 is 2 s.');
      expect(plot(element).tabIndex).to.equal(0);
    });

    for (const scheme of ['light', 'dark']) {
      it(`gives axe nothing to find, ${scheme}`, async () => {
        const element = await chart({ ...DATA, thresholds: [{ value: 2, label: 'objective' }] });
        const host = element.parentElement!;
        host.style.colorScheme = scheme;
        host.style.background = scheme === 'dark' ? '#14171a' : '#fff';
        expect(await violations(host)).to.deep.equal([]);
      });
    }

    it('takes the colors of its page, and new ones when those change', async () => {
      const element = await chart(DATA);
      for (const scheme of ['light', 'dark']) {
        const before = colour(element, 'look-0');
        element.parentElement!.style.colorScheme = scheme;
        // A tab that is not in front runs no transitions: here their event is dispatched by hand.
        root(element)
          .querySelector('.probes i')!
          .dispatchEvent(new TransitionEvent('transitionrun', { bubbles: true }));
        await drawn(element);
        if (scheme === 'dark') expect(colour(element, 'look-0')).not.to.deep.equal(before);
        expect(painted(element, 'look-0'), scheme).to.be.above(50);
      }
    });

    it('has a transition on each color, so that it is told of every change', async () => {
      const element = await chart(DATA);
      const probes = [...root(element).querySelectorAll('.probes i')];
      expect(probes.length).to.equal(10);
      for (const probe of probes) {
        const { transitionProperty, transitionDuration } = getComputedStyle(probe);
        expect([transitionProperty, transitionDuration]).to.deep.equal(['color', '0.001s']);
      }
    });

    it('is drawn for paper when the page is printed', async () => {
      const lists: MediaQueryList[] = [];
      const real = globalThis.matchMedia.bind(globalThis);
      globalThis.matchMedia = (query) => {
        const list = real(query);
        if (query === 'print') lists.push(list);
        return list;
      };
      const element = await chart(DATA);
      globalThis.matchMedia = real;
      element.parentElement!.style.colorScheme = 'dark';
      for (const list of lists) list.dispatchEvent(new Event('change'));
      await drawn(element);
      expect(lists.length).to.equal(1);
      expect(painted(element, 'look-0')).to.be.above(50);
    });

    it('draws in forced colours with the ink that the reader chose, and tells lines apart by their dashes', async () => {
      await emulate({ 'forced-colors': 'active' });
      const element = await chart(DATA);
      expect(colour(element, 'look-0')).to.deep.equal(colour(element, 'probe-ink'));
      expect(painted(element, 'probe-ink')).to.be.above(100);
      const looks = [0, 1, 2, 3, 4, 5];
      await give(element, { seconds: [0, 1], lines: looks.map((look) => line([1, 2], look)) });
      const paths = [...root(element).querySelectorAll('.values path')];
      expect(new Set(paths.map((path) => path.getAttribute('stroke-dasharray'))).size).to.equal(looks.length);
    });
  });

  describe('in the page', () => {
    it('draws again when it is removed and put back, and forgets its cursor', async () => {
      const element = await chart(DATA);
      const before = picture(element);
      const host = element.parentElement!;
      plot(element).focus();
      await press('Home');
      element.remove();
      element.data = { ...DATA };
      host.append(element);
      await drawn(element);
      expect([picture(element), title(element)]).to.deep.equal([before, 'Latency']);
      expect(root(element).querySelectorAll('canvas').length).to.equal(1);
    });

    it('follows the pointer once, however often it was put back', async () => {
      const element = await chart(DATA);
      const host = element.parentElement!;
      for (let i = 0; i < 3; i++) {
        element.remove();
        host.append(element);
        await drawn(element);
      }
      expect(root(element).querySelectorAll('.uplot').length).to.equal(1);
      let told = 0;
      element.requestUpdate = () => void told++;
      plot(element).dispatchEvent(new PointerEvent('pointermove', { clientX: 200, clientY: 50 }));
      Reflect.deleteProperty(element, 'requestUpdate');
      expect(told).to.equal(1);
    });

    it('keeps its styles and its chart in another document', async () => {
      const element = await chart(DATA);
      const frame = document.createElement('iframe');
      element.parentElement!.append(frame);
      frame.contentDocument!.body.append(element);
      await drawn(element);
      expect(root(element).adoptedStyleSheets.length).to.equal(3);
      const view = frame.contentWindow!;
      expect(view.getComputedStyle(plot(element)).height).to.equal('116px');
      expect(painted(element, 'look-0')).to.be.above(50);
    });

    it('reserves the place of its plot before uPlot has arrived', async () => {
      const host = place('<div style="width: 400px"><obs-chart></obs-chart></div>');
      const element = host.querySelector<ObsChart>('obs-chart')!;
      const { height } = element.getBoundingClientRect();
      element.frame = FRAME;
      element.data = DATA;
      await drawn(element);
      expect(height).to.equal(0);
      expect(element.getBoundingClientRect().height).to.be.above(116);
    });

    it('draws nothing on a place of no width, and what is new when it has one', async () => {
      const element = await chart(DATA);
      element.parentElement!.style.display = 'none';
      await drawn(element);
      await give(element, { seconds: [0, 1], lines: [line([9, 9])] });
      element.parentElement!.style.display = '';
      const fresh = await chart({ seconds: [0, 1], lines: [line([9, 9])] });
      await give(element, { seconds: [0, 1], lines: [line([9, 9])] });
      expect(picture(element)).to.equal(picture(fresh));
    });
  });
});
