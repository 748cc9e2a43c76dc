import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { ChartData } from '../../src/charts/chart-data.js';
import type { ChartFrame, ChartSelectEvent, ObsChart } from '../../src/charts/obs-chart.js';
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
  if (data) element.data = data;
  return element;
}

async function drawn(element: ObsChart): Promise<void> {
  await element.updateComplete;
  await nextTask();
}

function canvases(element: ObsChart): HTMLCanvasElement[] {
  return [...root(element).querySelectorAll('canvas')];
}

function pixels(element: ObsChart, canvas = 0): Uint8ClampedArray {
  const { width, height } = canvases(element)[canvas]!;
  return canvases(element)[canvas]!.getContext('2d')!.getImageData(0, 0, width, height).data;
}

/** The colour that the stylesheet gives to a class: red, green, blue. */
function colour(element: ObsChart, name: string): number[] {
  const written = getComputedStyle(root(element).querySelector(`.unseen .${name}`)!).color;
  return (written.match(/[\d.]+/g) ?? []).map(Number).slice(0, 3);
}

/** How many pixels of the lines' canvas have that colour, or nearly. */
function painted(element: ObsChart, name: string): number {
  const wanted = colour(element, name);
  const all = pixels(element);
  let count = 0;
  for (let i = 0; i < all.length; i += 4) {
    if (all[i + 3]! > 200 && wanted.every((part, index) => Math.abs(part - all[i + index]!) < 6)) count++;
  }
  return count;
}

/** A hash of what is on the canvas of the lines. */
function picture(element: ObsChart): number {
  let hash = 0;
  for (const value of pixels(element)) hash = Math.imul(hash ^ value, 0x01000193);
  return hash;
}

const plot = (element: ObsChart): HTMLElement => root(element).querySelector<HTMLElement>('.plot')!;
const title = (element: ObsChart): string => words(root(element).querySelector('.title')!.textContent);
const values = (element: ObsChart): string[] =>
  Array.from(root(element).querySelectorAll('.values b'), ({ textContent }) => words(textContent));
const hasCursor = (element: ObsChart): boolean => pixels(element, 1).some((value) => value > 0);

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
      expect(canvases(bare as ObsChart).length).to.equal(0);
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
        bare.data = { ...DATA, ...more };
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
      const [canvas] = canvases(element);
      expect(canvas!.width).to.equal(Math.round(plot(element).clientWidth * devicePixelRatio));
    });

    it('anew when its place changes', async () => {
      const element = await chart(DATA);
      const { width } = canvases(element)[0]!;
      element.parentElement!.style.width = '200px';
      // A tab that is not in front observes no sizes: what the figure renders next takes the new one.
      element.frame = FRAME;
      await drawn(element);
      expect(canvases(element)[0]!.width).to.be.below(width);
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
        element.data = data;
        const fresh = await chart(data);
        expect(picture(element)).to.equal(picture(fresh));
        element.data = DATA;
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
      fc.assert(
        fc.property(anyData, anyData, (before, data) => {
          used.data = before;
          used.data = data;
          fresh.data = empty;
          fresh.data = data;
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
      fc.assert(
        fc.property(column, column, (seconds, list) => {
          element.data = { seconds, lines: [line(list)] };
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
      element.data = { seconds: noise.map((_, index) => index), lines: [line(noise)] };
      expect(painted(element, 'look-0')).to.be.above(1000);
      element.data = { seconds: noise, lines: [line(noise)] };
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
      expect([title(element), hasCursor(element)]).to.deep.equal(['Latency', false]);
    });

    it('that stays at its second while the lines move on', async () => {
      const element = await focusedChart();
      await press('Home', 'ArrowRight');
      expect(title(element)).to.equal('Latency 0:10');
      element.data = { seconds: [10, 20, 30, 40], lines: [line([2, 3, 4, 5])] };
      expect([title(element), ...values(element)]).to.deep.equal(['Latency 0:10', '2 s']);
      expect(hasCursor(element)).to.equal(true);
      element.data = { seconds: [], lines: [line([])] };
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
      const move = (x: number): void => {
        const box = plot(element).getBoundingClientRect();
        plot(element).dispatchEvent(new PointerEvent('pointermove', { clientX: box.left + x, clientY: box.top + 50 }));
      };
      move(width - 10);
      expect(title(element)).to.equal('Latency 0:30');
      move(52);
      expect(title(element)).to.equal('Latency 0:00');
      plot(element).dispatchEvent(new PointerEvent('pointerleave'));
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
      const box = plot(element).getBoundingClientRect();
      // As the plot has it: 48 px for the axis, 6 beside it, and 16 above, 20 below; values from 0 to 4.
      const x = box.left + 48 + ((box.width - 54) * 15) / 30;
      const y = box.top + 16 + (116 - 36) * (1 - 3.5 / 4);
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

    it('takes the colours of its page, and new ones when its figure is drawn anew', async () => {
      const element = await chart(DATA);
      element.parentElement!.style.colorScheme = 'light';
      element.frame = FRAME;
      await drawn(element);
      const light = colour(element, 'look-0');
      element.parentElement!.style.colorScheme = 'dark';
      element.frame = FRAME;
      await drawn(element);
      expect(colour(element, 'look-0')).not.to.deep.equal(light);
      expect(painted(element, 'look-0')).to.be.above(50);
    });

    it('follows the reader who turns the light off', async () => {
      // A tab that is not in front is told of no change: here the lists themselves are.
      const lists: MediaQueryList[] = [];
      const real = globalThis.matchMedia.bind(globalThis);
      globalThis.matchMedia = (query) => {
        lists.push(real(query));
        return lists.at(-1)!;
      };
      document.documentElement.style.colorScheme = 'light dark';
      const element = await chart(DATA);
      globalThis.matchMedia = real;
      await emulate({ 'prefers-color-scheme': 'dark' });
      for (const list of lists) list.dispatchEvent(new Event('change'));
      expect(painted(element, 'look-0')).to.be.above(50);
      document.documentElement.style.removeProperty('color-scheme');
    });

    it('draws in forced colours with the ink that the reader chose, and tells lines apart by their dashes', async () => {
      await emulate({ 'forced-colors': 'active' });
      const element = await chart(DATA);
      expect(colour(element, 'look-0')).to.deep.equal(colour(element, 'probe-ink'));
      expect(painted(element, 'probe-ink')).to.be.above(100);
      const looks = [0, 1, 2, 3, 4, 5];
      element.data = { seconds: [0, 1], lines: looks.map((look) => line([1, 2], look)) };
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
      expect([picture(element), title(element), canvases(element).length]).to.deep.equal([before, 'Latency', 2]);
    });

    it('follows the pointer once, however often it was put back', async () => {
      const element = await chart(DATA);
      const host = element.parentElement!;
      for (let i = 0; i < 3; i++) {
        element.remove();
        host.append(element);
        await drawn(element);
      }
      const context = canvases(element)[1]!.getContext('2d')!;
      let cleared = 0;
      const clearRect = context.clearRect.bind(context);
      context.clearRect = (...box) => {
        cleared++;
        clearRect(...box);
      };
      plot(element).dispatchEvent(new PointerEvent('pointermove', { clientX: 200, clientY: 50 }));
      expect(cleared).to.equal(1);
    });

    it('draws nothing on a place of no width, and what is new when it has one', async () => {
      const element = await chart(DATA);
      element.parentElement!.style.display = 'none';
      element.frame = FRAME;
      await drawn(element);
      element.data = { seconds: [0, 1], lines: [line([9, 9])] };
      element.parentElement!.style.display = '';
      const fresh = await chart({ seconds: [0, 1], lines: [line([9, 9])] });
      element.data = { seconds: [0, 1], lines: [line([9, 9])] };
      expect(picture(element)).to.equal(picture(fresh));
    });
  });
});
