import type { GoldenSignalsText } from '../../../i18n/en/golden-signals.js';
import type { Format } from '../../../i18n/format.js';
import { FAILURE_CAUSES } from '../../../shop/index.js';
import { DURATION_BOUNDARIES } from '../../../telemetry/index.js';
import type { SignalsAt } from '../golden-signals.model.js';
import { FULL, verdictOf, WATCH_FROM, type Measuring, type Objectives, type Verdict } from './verdict.model.js';

interface Words {
  readonly text: GoldenSignalsText;
  readonly format: Format;
}

/** What an engineer would say is going on: the symptom, then each cause that the evidence names, and no other. */
export function sentenceOf(
  now: SignalsAt | undefined,
  objectives: Objectives,
  measuring: Measuring,
  words: Words,
): string {
  const { text: t, format } = words;
  const verdict = verdictOf(now, objectives, measuring);
  const { situation, fullest } = verdict;
  if (situation === 'blind') return t.blind(format.duration(measuring.rangeSeconds));
  if (now === undefined || situation === 'begin') return t.begin;
  if (situation === 'noData')
    return t.noData(format.duration(now.isScraped ? measuring.rangeSeconds : 2 * now.recent.seconds));
  if (situation === 'idle') return t.idle(format.duration(measuring.rangeSeconds));
  const p99 = quantileText(now.served.p99, objectives.latencyObjective, words);
  const objective = format.duration(objectives.latencyObjective);
  if (situation === 'recovering') {
    const recentP99 = quantileText(now.recent.servedP99, objectives.latencyObjective, words);
    const [past, recent] = [now.errorRatio, now.recent.errorRatio].map((ratio) => format.percent(ratio, 1));
    const windows = [format.duration(now.recent.seconds), format.duration(measuring.rangeSeconds)] as const;
    return t.recovering(windows[0], recentP99, recent ?? '', windows[1], p99, past ?? '');
  }
  const stale = verdict.isStale ? ` ${t.stale}` : '';
  if (situation === 'healthy') {
    const kept = Number.isNaN(now.served.p99) ? t.unmeasured : t.healthy(p99, objective);
    if (!fullest) return kept + stale;
    return `${kept} ${t.busiest(t.resources[fullest.kind] ?? fullest.kind, format.percent(fullest.utilization))}${stale}`;
  }
  if (situation === 'saturated') return t.saturated(causesOf(verdict, words).join(t.and), p99) + stale;
  return `${symptomOf(now, verdict, objectives, words)}: ${causesOf(verdict, words).join(t.and)}.${
    verdict.isFailingFast ? ` ${t.failingFast(format.duration(bucketOf(now.failedP50).upper))}` : ''
  }${stale}`;
}

/** What users notice, latency told of those who were served. */
function symptomOf(now: SignalsAt, verdict: Verdict, objectives: Objectives, words: Words): string {
  const { text: t, format } = words;
  const p99 = quantileText(now.served.p99, objectives.latencyObjective, words);
  const times = timesText(now.served.p99, objectives.latencyObjective, words);
  const failed = format.percent(now.errorRatio, 1);
  const worst = [...FAILURE_CAUSES].sort((a, b) => now.causes[b] - now.causes[a])[0] ?? 'exception';
  if (!verdict.isFailing) return now.errorRatio > 0 ? t.slowServed(p99, times) : t.slow(p99, times);
  if (Number.isNaN(now.served.p99)) return t.failing(failed, t.causes[worst]);
  return verdict.isSlow
    ? t.failingSlow(failed, t.causes[worst], p99, times)
    : t.failingOnly(failed, t.causes[worst], p99);
}

/** Each cause that the evidence names. Where it names none, that is said. */
function causesOf(verdict: Verdict, { text: t, format }: Words): string[] {
  const { full, fullest, wereFull, slowCalls, failingCalls, isFailing, isSlow, situation } = verdict;
  const resources = full.map(({ kind, utilization, waiting }) =>
    utilization >= FULL
      ? t.fullWith(t.full[kind] ?? kind, format.number(waiting))
      : t.queued(format.number(waiting), t.resources[kind] ?? kind),
  );
  if (situation === 'saturated') {
    if (resources.length > 0 || !fullest) return resources;
    return [t.inUse(t.resources[fullest.kind] ?? fullest.kind, format.percent(fullest.utilization))];
  }
  const slow = isSlow
    ? slowCalls.map(({ to, p99 }) => t.slowCalls(to, format.duration(Number(p99.toPrecision(2)))))
    : [];
  const failing = isFailing ? failingCalls.map(({ to, failed }) => t.failingCalls(to, format.percent(failed))) : [];
  const throws = verdict.isThrowing ? [t.throws] : [];
  const past = full.length > 0 ? [] : wereFull.slice(0, 1).map(({ kind }) => t.wasFull(t.resources[kind] ?? kind));
  const found = [...resources, ...slow, ...failing, ...throws, ...past];
  if (found.length > 0) return found;
  if (!fullest) return [t.fullnessUnknown];
  if (fullest.utilization < WATCH_FROM) return [t.noneFound];
  return [t.inUse(t.resources[fullest.kind] ?? fullest.kind, format.percent(fullest.utilization))];
}

const LAST_BOUNDARY = DURATION_BOUNDARIES.at(-1) ?? Infinity;

/** The bucket in which a quantile lies, in seconds. */
function bucketOf(value: number): { readonly lower: number; readonly upper: number } {
  return {
    lower: DURATION_BOUNDARIES.findLast((bound) => bound < value) ?? 0,
    upper: DURATION_BOUNDARIES.find((bound) => bound >= value) ?? LAST_BOUNDARY,
  };
}

/**
 * A quantile of a histogram, in seconds, rounded to no more digits than its bucket allows, for it lies somewhere in that
 * bucket; to a digit more where rounding would move it across the objective.
 */
export function roundedQuantile(value: number, objective: number): number {
  const { lower, upper } = bucketOf(value);
  const side = Math.sign(value - objective);
  for (let step = 10 ** Math.floor(Math.log10(upper - lower)); step > 1e-4; step /= 10) {
    const rounded = Number((Math.round(value / step) * step).toPrecision(6));
    if (rounded > 0 && Math.sign(rounded - objective) === side) return rounded;
  }
  return value;
}

/** The same as text: "≥ 10 s" above the last boundary, where a histogram knows no more. */
export function quantileText(value: number, objective: number, { text: t, format }: Words): string {
  if (Number.isNaN(value)) return t.none;
  if (value >= LAST_BOUNDARY) return t.atLeast(format.duration(LAST_BOUNDARY));
  return format.duration(roundedQuantile(value, objective));
}

/** How many times the objective the quantile is that is shown. */
function timesText(value: number, objective: number, { text: t, format }: Words): string {
  if (value >= LAST_BOUNDARY) return t.atLeast(format.times(LAST_BOUNDARY / objective));
  return format.times(Number((roundedQuantile(value, objective) / objective).toPrecision(2)));
}
