import { CHECKOUT, type RunRequest } from '../trace-viewer.model.js';

/** When it is decided what is kept: before anything is known, when all is known, or by a list of rules. */
export type Strategy = 'head' | 'tail' | 'priority';

export interface SamplingSettings {
  readonly strategy: Strategy;
  /** Of what nothing special is known, 0 to 1. */
  readonly rate: number;
  /** From here on a request counts as slow, in milliseconds. */
  readonly slowMs: number;
}

/** Of the route that matters, priority keeps one in ten. */
const CHECKOUT_RATE = 0.1;
const SECONDS_A_DAY = 86_400;
/** The slowest hundredth: what a p99 is about. */
const TAIL_SHARE = 0.01;

/** Whether a trace is kept. */
export function isKept(request: RunRequest, { strategy, rate, slowMs }: SamplingSettings): boolean {
  if (strategy === 'head') return isDrawn(request.traceId, rate);
  if (request.hasFailed || request.durationMs >= slowMs) return true;
  return (
    strategy === 'priority' &&
    isDrawn(request.traceId, request.route === CHECKOUT ? Math.max(rate, CHECKOUT_RATE) : rate)
  );
}

/**
 * Whether the random digits of a trace id are below the rate: every service decides alike, without asking anybody.
 * @see https://opentelemetry.io/docs/specs/otel/trace/tracestate-probability-sampling/
 */
export function isDrawn(traceId: string, rate: number): boolean {
  return parseInt(traceId.slice(-13), 16) / 0x10000000000000 < rate;
}

export interface Sample {
  readonly total: number;
  readonly kept: number;
  /** kept / total, measured. */
  readonly share: number;
  /** Of those that are slow, or failed. */
  readonly interesting: number;
  readonly interestingKept: number;
  /** The share that the settings promise for this mix of requests. */
  readonly expectedShare: number;
  /** Kept of the slowest hundredth, measured. */
  readonly tailShare: number;
}

/** The decisions, made for every request of a run. */
export function sampleOf(requests: readonly RunRequest[], settings: SamplingSettings): Sample {
  let kept = 0;
  let interesting = 0;
  let interestingKept = 0;
  let expected = 0;
  for (const request of requests) {
    const isInteresting = request.hasFailed || request.durationMs >= settings.slowMs;
    if (isKept(request, settings)) {
      kept++;
      if (isInteresting) interestingKept++;
    }
    if (isInteresting) interesting++;
    expected += chanceOf(request, isInteresting, settings);
  }
  const total = requests.length;
  const of = (count: number): number => (total > 0 ? count / total : 0);
  const tailShare = keptOfSlowest(requests, settings);
  return { total, kept, share: of(kept), interesting, interestingKept, expectedShare: of(expected), tailShare };
}

function keptOfSlowest(requests: readonly RunRequest[], settings: SamplingSettings): number {
  const count = Math.ceil(requests.length * TAIL_SHARE);
  const slowest = [...requests].sort((a, b) => b.durationMs - a.durationMs).slice(0, count);
  return count > 0 ? slowest.filter((request) => isKept(request, settings)).length / count : 0;
}

function chanceOf({ route }: RunRequest, isInteresting: boolean, { strategy, rate }: SamplingSettings): number {
  if (strategy === 'head') return rate;
  if (isInteresting) return 1;
  if (strategy === 'tail') return 0;
  return route === CHECKOUT ? Math.max(rate, CHECKOUT_RATE) : rate;
}

/** How much traffic there is to be sampled. */
export interface Volume {
  readonly requestsPerSecond: number;
  readonly spansPerTrace: number;
  readonly bytesPerSpan: number;
}

/** Traces a second that are kept. */
export function tracesPerSecond({ requestsPerSecond }: Volume, share: number): number {
  return requestsPerSecond * share;
}

/**
 * Of the slowest hundredth of all requests, a second: by the rate where it is decided at the start, and otherwise as
 * measured, for the slowest of a quiet day are not slow to a sampler.
 */
export function tailTracesPerSecond(
  { requestsPerSecond }: Volume,
  { strategy, rate }: SamplingSettings,
  tailShare: number = 1,
): number {
  return requestsPerSecond * TAIL_SHARE * (strategy === 'head' ? rate : tailShare);
}

export function bytesPerDay(volume: Volume, share: number): number {
  const { requestsPerSecond, spansPerTrace, bytesPerSpan } = volume;
  return requestsPerSecond * share * spansPerTrace * bytesPerSpan * SECONDS_A_DAY;
}

/** What has to be held in memory until it is decided: all traffic for so many seconds, unless it is decided at the start. */
export function bytesHeld(volume: Volume, { strategy }: SamplingSettings, seconds: number): number {
  return strategy === 'head' ? 0 : (bytesPerDay(volume, 1) / SECONDS_A_DAY) * seconds;
}
