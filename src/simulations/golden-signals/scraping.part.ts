import { html, type TemplateResult } from 'lit';
import type { ChartData, ChartFrame } from '../../charts/chart-data.js';

import { choiceField } from '../../ui/controls/fields.js';
import { rate, type TimeSeries } from '../../telemetry/index.js';
import type { GoldenSignalsView } from './golden-signals.view.js';

/** Seconds that can be chosen between two scrapes, and for the window of rates. */
export const SCRAPE_CHOICES: readonly string[] = ['1', '2', '5', '15', '30'];
export const RANGE_CHOICES: readonly string[] = ['10', '15', '30', '60', '120'];

/** The interval of scrapes, the window of rates, and a counter that a restart sets back. */
export function scrapingPart(
  { host, text: t }: GoldenSignalsView,
  { scrapeSeconds, rangeSeconds }: { scrapeSeconds: string; rangeSeconds: string },
  [counter, rates]: readonly [counter: ChartFrame, rates: ChartFrame],
  restart: () => void,
): TemplateResult {
  const seconds = (choices: readonly string[]): Record<string, string> =>
    Object.fromEntries(choices.map((choice) => [choice, host.figureText.second(choice)]));
  return html`<div class="fields">
      ${choiceField(host, 'scrapeSeconds', scrapeSeconds, seconds(SCRAPE_CHOICES))}
      ${choiceField(host, 'rangeSeconds', rangeSeconds, seconds(RANGE_CHOICES))}
      <button @click=${restart}>${t.restart}</button>
    </div>
    <div class="charts">
      <obs-chart class="counter" .frame=${counter}></obs-chart>
      <obs-chart class="counter-rate" .frame=${rates}></obs-chart>
    </div>`;
}

/** The counter of one instance as it was scraped, and its rate. */
export function counterCharts(
  points: TimeSeries | undefined,
  { rangeSeconds, from, to }: { rangeSeconds: number; from: number; to: number },
  names: { counter: string; rate: string },
): { counter: ChartData; rate: ChartData } {
  const samples = points ? [...points].filter(([seconds]) => seconds >= from) : [];
  const seconds = samples.map(([time]) => time);
  const rates = seconds.map((at) => (points ? (rate(points, { at, range: rangeSeconds }) ?? NaN) : NaN));
  const line = (name: string, look: number, values: readonly number[]) => ({ name, look, values, isMain: true });
  return {
    counter: {
      seconds,
      from,
      to,
      lines: [
        line(
          names.counter,
          4,
          samples.map(([, value]) => value),
        ),
      ],
    },
    rate: { seconds, from, to, lines: [line(names.rate, 0, rates)] },
  };
}
