import type { ObsGoldenSignals } from '../../../src/simulations/golden-signals/golden-signals.js';
import type { SignalsAt } from '../../../src/simulations/golden-signals/golden-signals.model.js';
import { drawn, figures, root, words } from '../../helpers.js';

/** The figure in the page, drawn, its run at the time that it shows first; `markup` stands between tag and `>`. */
export async function goldenSignals(markup: string = ''): Promise<ObsGoldenSignals> {
  const [element] = await figures(`<obs-golden-signals ${markup}></obs-golden-signals>`);
  await settled(element as ObsGoldenSignals);
  return element as ObsGoldenSignals;
}

/** Resolves when the run is where the figure says it is, and that is on the screen. */
export async function settled(element: ObsGoldenSignals): Promise<void> {
  await drawn(element);
  await element.playback.settled;
  await drawn(element);
}

export function button(element: Element, label: string): HTMLButtonElement {
  const buttons = [...root(element).querySelectorAll('button')];
  return buttons.find(({ textContent }) => words(textContent) === label)!;
}

export function chartOf(element: Element, name: string): Element {
  return root(element).querySelector(`obs-chart.${name}`)!;
}

/** What stands over a chart: its title, and its lines with their values. */
export function headOf(element: Element, name: string): string {
  return words(root(chartOf(element, name)).querySelector('.head')!.textContent);
}

/** One line's value as it stands over a chart. */
export function valueOf(element: Element, chart: string, line: string): string {
  const found = [...root(chartOf(element, chart)).querySelectorAll('.values > span')].find((span) =>
    words(span.textContent).startsWith(line),
  );
  return words(found?.querySelector('b')?.textContent ?? '');
}

/** The CSV's rows, by their seconds. */
export function csvRows(csv: string): Map<number, Record<string, number>> {
  const [head = [], ...rows] = csv
    .trimEnd()
    .split('\n')
    .map((row) => row.split(','));
  return new Map(
    rows.map((cells) => {
      const row = Object.fromEntries(cells.map((cell, index) => [head[index] ?? '', cell === '' ? NaN : Number(cell)]));
      return [row['seconds'] ?? NaN, row];
    }),
  );
}

/** A healthy moment, and what is different about this one. */
export function moment(over: Partial<SignalsAt> = {}): SignalsAt {
  const usage = (utilization: number) => ({ utilization, saturation: 0, errors: 0 });
  return {
    seconds: 60,
    p50: 0.02,
    p95: 0.08,
    p99: 0.12,
    mean: 0.03,
    traffic: 100,
    errorRatio: 0,
    causes: { timeout: 0, rejected: 0, dependency: 0, exception: 0, rate_limited: 0 },
    usages: { cpu: usage(0.45), workers: usage(0.05), pool: usage(NaN), memory: usage(0.3) },
    queues: { cpu: 0.5, workers: 0, pool: NaN, memory: NaN },
    queueShare: 0,
    waiting: 1,
    served: { p50: 0.02, p99: over.p99 ?? 0.12 },
    failedP50: NaN,
    recent: { seconds: 4, servedP99: over.p99 ?? 0.12, errorRatio: over.errorRatio ?? 0, traffic: over.traffic ?? 100 },
    isScraped: !Number.isNaN(over.traffic),
    before: { usages: {}, queues: {}, queueShare: 0 },
    calls: [{ to: 'payment-service', p99: 0.1, failed: 0.01 }],
    ...over,
  };
}
