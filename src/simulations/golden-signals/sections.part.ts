import { html, type TemplateResult } from 'lit';
import type { ChartFrame } from '../../charts/chart-data.js';
import { section } from '../../ui/controls/section.js';
import { averagePart, averageSummary } from './average.part.js';
import { estimateFromBuckets, movedBoundaries, type BucketEstimate } from './buckets/buckets.model.js';
import { bucketsPart } from './buckets/buckets.part.js';
import { historyTable } from './golden-signals.data.js';
import type { GoldenSignalsView } from './golden-signals.view.js';
import { kneeSeconds } from './knee/knee.model.js';
import { kneePart } from './knee/knee.part.js';
import { kneeOf, kneePoints } from './knee/knee.view.js';
import { scrapingPart } from './scraping.part.js';

/** The settings of the element that the parts show. */
export interface SectionSettings {
  readonly scrapeSeconds: string;
  readonly rangeSeconds: string;
  readonly open: string;
  readonly mean: boolean;
  readonly sessionRequests: number;
  /** Milliseconds. */
  readonly boundary: number;
}

/** What the reader can do to the shop in the parts. */
export interface SectionActs {
  readonly raiseTraffic: () => void;
  readonly restart: () => void;
}

/** The parts that open: the knee, the mean, the buckets, scraping, and the data; `now` is the second of the run. */
export function sectionsPart(
  view: GoldenSignalsView,
  settings: SectionSettings,
  now: number,
  frame: (title: string, format: (value: number) => string) => ChartFrame,
  acts: SectionActs,
): TemplateResult {
  const { text: t, host } = view;
  const { open, mean, sessionRequests, boundary } = settings;
  const parts = { open, toggled: (names: string) => void host.change('open', names) };
  const knee = kneeOf(view);
  const steepness = knee && host.format.times(kneeSeconds(knee, 0.9) / knee.baseSeconds);
  const kneeSummary = steepness ? t.kneeSummary(steepness) : t.kneeUnknown;
  const average = { isMeanShown: mean, requests: sessionRequests };
  const { number } = host.format;
  const counterFrames = [
    frame(t.counter, (value) => number(value)),
    frame(t.rateLine, (value) => t.perSecond(number(value, 1))),
  ] as const;
  return html`${section(parts, 'knee', t.knee, kneeSummary, () =>
    kneePart(view, knee, kneePoints(view), acts.raiseTraffic),
  )}
  ${section(parts, 'average', t.average, averageSummary(view, sessionRequests), () => averagePart(view, average))}
  ${section(parts, 'buckets', t.buckets, t.bucketsSummary, () => bucketsPart(view, bucketEstimate(view, now, boundary), boundary))}
  ${section(parts, 'scraping', t.scraping, t.scrapingSummary, () => scrapingPart(view, settings, counterFrames, acts.restart))}
  ${section(parts, 'data', t.data, t.dataSummary, () => historyTable(view))}`;
}

/** The p99 of the window as a histogram with one moved boundary would estimate it. `boundary` is in milliseconds. */
function bucketEstimate(
  { model, rangeSeconds }: GoldenSignalsView,
  now: number,
  boundary: number,
): BucketEstimate | undefined {
  const durations = model.recent.within(now, rangeSeconds).map(({ duration }) => duration);
  return estimateFromBuckets(durations, movedBoundaries(boundary / 1000), 0.99);
}
