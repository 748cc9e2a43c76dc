import { expect } from '@open-wc/testing';
import { cleanSeries } from '../../../src/charts/clean-series.js';
import type { ObsChart } from '../../../src/charts/obs-chart.js';
import { chartRanges } from '../../../src/charts/ranges.js';
import type { ObsGoldenSignals, ObsLiveDashboard, ObsLogSearch, ObsTraceViewer } from '../../../src/index.js';
import { writeActions } from '../../../src/shop/index.js';
import { faultOf, type FaultType } from '../../../src/simulations/live-dashboard/incident/incident.model.js';
import { drawn, figures, focused, nextTask, press, root, words } from '../../helpers.js';
import { button, here, settled as dashboardSettled } from '../live-dashboard/dashboard.js';
import { FAULT_AT } from '../live-dashboard/nights.js';

/** An article with four elements of one system. */
export interface Page {
  readonly dashboard: ObsLiveDashboard;
  readonly signals: ObsGoldenSignals;
  readonly viewer: ObsTraceViewer;
  readonly logs: ObsLogSearch;
}

const TAGS = {
  dashboard: 'obs-live-dashboard',
  signals: 'obs-golden-signals',
  viewer: 'obs-trace-viewer',
  logs: 'obs-log-search',
} as const;

let pages = 0;

/** The page, drawn; `dashboard` says which run it is, to whichever element begins it. `order` is that of the elements, and `more` what an author gives the log search. */
export async function page(
  dashboard: string,
  more: string = '',
  order: readonly (keyof typeof TAGS)[] = ['dashboard', 'signals', 'viewer', 'logs'],
): Promise<Page> {
  const system = `article-${++pages}`;
  const attributes = { dashboard, signals: `service="api-gateway" ${dashboard}`, viewer: '', logs: more };
  // One over the other, so that all are on screen.
  const markup = order.map(
    (name) =>
      `<${TAGS[name]} style="position:absolute;inset:0 0 auto" system="${system}" ${attributes[name]}></${TAGS[name]}>`,
  );
  const elements = await figures(markup.join('\n'));
  const found = Object.fromEntries(
    Object.entries(TAGS).map(([name, tag]) => [name, elements.find(({ localName }) => localName === tag)]),
  );
  // Each is what its tag says.
  const made = found as unknown as Page;
  await settled(made);
  return made;
}

/** Resolves when all four show what there is to show. */
export async function settled({ dashboard, signals, viewer, logs }: Page): Promise<void> {
  await dashboardSettled(dashboard);
  for (let round = 0; round < 3; round++) {
    await drawn(signals);
    await drawn(viewer);
    await logs.ready;
    await drawn(logs);
    await nextTask();
  }
}

/** The way on in the dashboard: presses the button that bears these words. */
export async function go(all: Page, label: string | RegExp): Promise<string> {
  button(all.dashboard, label).click();
  await settled(all);
  return here(all.dashboard);
}

export function chart({ signals }: Page, signal: string): ObsChart {
  return root(signals).querySelector<ObsChart>(`obs-chart.${signal}`)!;
}

export function plot(of: ObsChart): HTMLElement {
  return root(of).querySelector<HTMLElement>('.plot')!;
}

/** Clicks the newest ring of a chart; what request it stands for. */
export async function clickRing(all: Page, signal: string): Promise<string> {
  const element = chart(all, signal);
  const point = element.data.points?.at(-1);
  expect(point !== undefined, `a ring on ${signal}`).to.equal(true);
  const { left, top, width, height } = root(element).querySelector('.u-over')!.getBoundingClientRect();
  const { from, to, axis } = chartRanges(element.data, cleanSeries(element.data, width));
  const at = {
    clientX: left + (width * (point!.seconds - from)) / (to - from),
    clientY: top + height * (1 - (point!.value - axis.low) / (axis.high - axis.low)),
  };
  plot(element).dispatchEvent(new MouseEvent('click', at));
  await settled(all);
  return point!.key;
}

/** The rows of the trace viewer's waterfall. */
export function spanRows({ viewer }: Page): HTMLElement[] {
  return [...root(viewer).querySelectorAll<HTMLElement>('.waterfall [role=row][aria-level]')];
}

/** The lines of the request that is followed in the log search, and those among them that are marked. */
export function requestLines({ logs }: Page, onlyMarked: boolean = false): HTMLButtonElement[] {
  return [...root(logs).querySelectorAll<HTMLButtonElement>(`table.request ${onlyMarked ? '.current ' : ''}button`)];
}

/** The buttons of the chosen record that lead to what was changed before it. */
export function changeButtons({ logs }: Page): HTMLButtonElement[] {
  return [...root(logs).querySelectorAll<HTMLButtonElement>('.record .counts button')];
}

export function textOf(element: Element | null | undefined): string {
  return words(element?.textContent ?? '');
}

/** Rings are picked every so many seconds. */
const RINGS_SECONDS = 20;

/** A night that goes on until somebody is paged, and the rings of that time are there. */
export async function paged(type: FaultType): Promise<Page> {
  const all = await page(`scenario="quiet" at="0" actions="${writeActions([{ ...faultOf(type), at: FAULT_AT }])}"`);
  await all.dashboard.step(FAULT_AT + RINGS_SECONDS);
  while (all.dashboard.currentTime < 400 && !maybe(all.dashboard, '.row.firing.page')) {
    await all.dashboard.step(RINGS_SECONDS);
    await drawn(all.dashboard);
  }
  await settled(all);
  return all;
}

function maybe(element: Element, selector: string): HTMLElement | null {
  return root(element).querySelector<HTMLElement>(selector);
}

/** Presses Tab until the focus is on what is looked for. */
export async function tabTo(isIt: (control: Element) => boolean): Promise<void> {
  for (let i = 0; i < 500; i++) {
    const control = focused();
    if (control && isIt(control)) return;
    await press('Tab');
  }
  throw new Error('the focus never came there');
}
