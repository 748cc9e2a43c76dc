import type { Histogram } from '../../telemetry/index.js';

/** How long the shop was healthy before a run begins: thirty days, the usual period of an objective. */
export const PAST_SECONDS: number = 30 * 86_400;

/** Latency of a route on a healthy day, as the entry service measures it. */
interface HealthyLatency {
  readonly meanSeconds: number;
  /** Share of the requests that take at most so many seconds, rising. Between two of them it is a straight line. */
  readonly shares: readonly (readonly [seconds: number, share: number])[];
}

/**
 * Healthy latencies by route of the checkout system at 100 requests a second: 50 minutes of the scenario `quiet`, ten of
 * each of the seeds 1 to 5, in which no request failed.
 */
const HEALTHY: Readonly<Record<string, HealthyLatency>> = {
  'POST /checkout': {
    meanSeconds: 0.25614,
    shares: [
      [0.1, 0],
      [0.125, 0.00013],
      [0.15, 0.00623],
      [0.175, 0.04802],
      [0.2, 0.16095],
      [0.225, 0.33671],
      [0.25, 0.52187],
      [0.275, 0.68194],
      [0.3, 0.80063],
      [0.35, 0.92772],
      [0.4, 0.97405],
      [0.45, 0.99109],
      [0.5, 0.99675],
      [0.6, 0.99951],
      [0.75, 0.99993],
      [1, 1],
    ],
  },
  'GET /cart': {
    meanSeconds: 0.03866,
    shares: [
      [0.015, 0],
      [0.02, 0.00537],
      [0.025, 0.07014],
      [0.03, 0.24577],
      [0.035, 0.4746],
      [0.04, 0.6666],
      [0.05, 0.86035],
      [0.06, 0.93511],
      [0.075, 0.97625],
      [0.1, 0.99376],
      [0.125, 0.99781],
      [0.15, 0.99901],
      [0.2, 0.99983],
      [0.3, 1],
    ],
  },
  'GET /product/{id}': {
    meanSeconds: 0.02262,
    shares: [
      [0.0075, 0],
      [0.01, 0.00249],
      [0.0125, 0.03264],
      [0.015, 0.13568],
      [0.02, 0.47377],
      [0.025, 0.73406],
      [0.03, 0.86423],
      [0.035, 0.92551],
      [0.04, 0.95468],
      [0.05, 0.97996],
      [0.06, 0.99009],
      [0.075, 0.99521],
      [0.1, 0.99815],
      [0.125, 0.99921],
      [0.15, 0.99967],
      [0.2, 0.99994],
      [0.35, 1],
    ],
  },
};

/** Whether it is known how a route behaves on a healthy day. */
export function hasHealthyPast(route: string): boolean {
  return Object.hasOwn(HEALTHY, route);
}

/** Sets a histogram to what it had counted after so many healthy seconds, at a constant rate of requests a second. */
export function fillHealthy(histogram: Histogram, route: string, rate: number, seconds: number): void {
  const { meanSeconds, shares } = HEALTHY[route] ?? { meanSeconds: 0, shares: [] };
  const count = rate * seconds;
  // Whole requests, rounded as running totals, so that no bucket ever falls.
  const upTo = [...histogram.boundaries.map((bound) => shareWithin(bound, shares)), 1].map((share) =>
    Math.round(count * share),
  );
  histogram.fill(
    upTo.map((total, index) => total - (upTo[index - 1] ?? 0)),
    count * meanSeconds,
  );
}

function shareWithin(seconds: number, shares: HealthyLatency['shares']): number {
  const next = shares.findIndex(([bound]) => bound >= seconds);
  if (next < 0) return 1;
  const [high, highShare] = shares[next] ?? [1, 1];
  const [low, lowShare] = shares[next - 1] ?? [0, 0];
  return lowShare + ((highShare - lowShare) * (seconds - low)) / (high - low);
}

/** Of a sample's age, the share by which the next older one may be older. */
const SPACING = 0.01;

/**
 * Times of the samples that are kept of the past, oldest first, in seconds before 0: every scrape at first, then further
 * and further apart, so that a window of any length is known to a hundredth.
 */
export function pastTimes(scrapeSeconds: number): number[] {
  const ages: number[] = [];
  for (
    let age = scrapeSeconds;
    age < PAST_SECONDS;
    age += scrapeSeconds * Math.max(1, Math.round((age * SPACING) / scrapeSeconds))
  ) {
    ages.push(age);
  }
  // The oldest lies within a window of thirty days at the first scrape of the run.
  return ages.map((age) => -age).toReversed();
}
