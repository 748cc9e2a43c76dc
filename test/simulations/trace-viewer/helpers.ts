import { expect } from '@open-wc/testing';
import type { Steps, Trace } from '../../../src/telemetry/traces/index.js';
import { analyse, type Analysis } from '../../../src/simulations/trace-viewer/analysis/analysis.model.js';
import { simulate, type Injection, type Run } from '../../../src/simulations/trace-viewer/trace-viewer.model.js';
import type { ObsTraceViewer } from '../../../src/index.js';
import { drawn, place, root } from '../../helpers.js';

export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export const analysisOf = (trace: Trace): Analysis => finish(analyse(trace));

const runs = new Map<Injection, Run>();

/** The run of the default seed; simulated once for all tests. */
export function runOf(injection: Injection): Run {
  const run = runs.get(injection) ?? finish(simulate({ seed: 7, injection, dependency: 'card-processor' }));
  runs.set(injection, run);
  return run;
}

/** The viewer in the page, with what it simulates; `markup` is what an author writes into its tag. */
export async function viewer(markup: string = ''): Promise<ObsTraceViewer> {
  expect(customElements.get('obs-trace-viewer'), 'is registered').to.be.a('function');
  const element = place(`<obs-trace-viewer ${markup}></obs-trace-viewer>`).querySelector('obs-trace-viewer')!;
  await drawn(element);
  return element;
}

/** Rows that are in the page, in the order in which they are seen. */
export function rows(element: Element): HTMLElement[] {
  return [...root(element).querySelectorAll<HTMLElement>('.body > .row')].sort((a, b) => rowIndex(a) - rowIndex(b));
}

export const rowIndex = (row: Element): number => Number(row.getAttribute('aria-rowindex'));
