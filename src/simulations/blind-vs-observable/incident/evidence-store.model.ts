import {
  ChangeLog,
  usage,
  type UsageSource,
  type UsageReading,
  type ResourceKind,
  type Shop,
  type ShopLog,
  type ShopResult,
  type ShopSpan,
  type Usage,
} from '../../../shop/index.js';

/** Seconds over which the shares and rates of a look are taken, and between two readings of the resources. */
export const RANGE_SECONDS = 60;
const READING_SECONDS = 15;
/** Before anything broke: what is taken as usual. */
const USUAL_FROM = 30;
const USUAL_UNTIL = 90;
const CHECKOUT = 'POST /checkout';
/** Failed requests whose traces are kept. */
const MOST_TRACES = 60;

/** An ended call to the card processor. */
export interface CardCall {
  readonly seconds: number;
  readonly duration: number;
  /** As in `error.type`; empty where it went well. A declined card went well. */
  readonly errorType: string;
}

interface Trace {
  readonly seconds: number;
  readonly duration: number;
  readonly spans: readonly ShopSpan[];
}

/** How many requests ended in each second of the run, and how many of them failed. */
class Outcomes {
  readonly all: number[] = [];
  readonly failed: number[] = [];

  add(seconds: number, isFailed: boolean): void {
    const at = Math.floor(seconds);
    this.all[at] = (this.all[at] ?? 0) + 1;
    if (isFailed) this.failed[at] = (this.failed[at] ?? 0) + 1;
  }

  /** Share that failed in [from, to); 0 where nobody came. */
  share(from: number, to: number): number {
    const all = sum(this.all, from, to);
    return all > 0 ? sum(this.failed, from, to) / all : 0;
  }
}

/**
 * Everything that somebody could find out about one run of the shop: what its resources, requests, logs, spans and
 * changes tell of the last minute, and of a minute before anything was wrong. What each side may ask of it differs.
 */
export class Scene {
  readonly shop: Shop;
  readonly changeLog: ChangeLog;
  readonly routes: Map<string, Outcomes> = new Map();
  /** Customers whose request failed, by the second of the run. */
  readonly hurt: number[] = [];
  cardCalls: CardCall[] = [];
  failures: ShopLog[] = [];
  slowQueries: number[] = [];
  kills: number[] = [];
  readonly traces: Trace[] = [];
  readonly #open = new Map<string, ShopSpan[]>();
  #durations: { seconds: number; duration: number }[] = [];
  /** The p99 of all requests in the usual minute, in seconds. */
  usualP99: number = NaN;
  readonly #arrived: number[] = [];
  readonly #cache: { answered: number[]; failed: number[] } = { answered: [], failed: [] };
  readonly #verify: { all: number[]; again: number[] } = { all: [], again: [] };
  #isAttending = false;
  readonly #readings: ReadonlyMap<UsageSource, UsageReading>[] = [];

  constructor(shop: Shop) {
    this.shop = shop;
    this.changeLog = new ChangeLog(shop);
    shop.listen({ result: (result) => this.#hearResult(result) });
    this.#read();
  }

  /** Begins to collect spans and logs, of which a run makes a great many: nobody asks for those of a quiet hour. */
  attend(): void {
    if (this.#isAttending) return;
    this.#isAttending = true;
    this.shop.listen({ span: (span) => this.#hearSpan(span), log: (log) => this.#hearLog(log) });
  }

  get now(): number {
    return Math.floor(this.shop.simulation.now);
  }

  tick(seconds: number): void {
    this.#arrived[seconds] = this.shop.requests.total.arrived;
    if (seconds === USUAL_UNTIL) this.usualP99 = this.p99();
    if (seconds % READING_SECONDS !== 0) return;
    this.#read();
    const isFresh = (at: number): boolean => at > seconds - 2 * RANGE_SECONDS;
    this.cardCalls = this.cardCalls.filter((call) => isFresh(call.seconds));
    this.failures = this.failures.filter((failure) => isFresh(failure.seconds));
    this.#durations = this.#durations.filter((one) => isFresh(one.seconds));
    // Work that goes on for a request that has ended begins its trace again: it is not waited for.
    for (const [traceId, [span]] of this.#open) if (span && !isFresh(span.endSeconds)) this.#open.delete(traceId);
  }

  /** Share of the payments that failed in the last minute, or so many seconds before. */
  failing(secondsAgo: number = 0, range: number = RANGE_SECONDS): number {
    const to = this.now - secondsAgo;
    return this.routes.get(CHECKOUT)?.share(to - range, to) ?? 0;
  }

  /** Share of a route's requests that failed in the last minute. */
  failingOn(route: string): number {
    return this.routes.get(route)?.share(this.now - RANGE_SECONDS, this.now) ?? 0;
  }

  /** Customers hurt up to a second of the run. */
  hurtBy(seconds: number): number {
    return sum(this.hurt, 0, seconds);
  }

  /** Requests that came in the last minute, as a multiple of what came in the usual minute. */
  traffic(): number {
    const came = (from: number, to: number): number => (this.#arrived[to] ?? 0) - (this.#arrived[from] ?? 0);
    return came(this.now - RANGE_SECONDS, this.now) / Math.max(1, came(USUAL_FROM, USUAL_UNTIL));
  }

  /** The p99 of the requests that ended in the last minute, in seconds. */
  p99(): number {
    const times = this.#durations
      .filter(({ seconds }) => seconds > this.now - RANGE_SECONDS)
      .map(({ duration }) => duration)
      .sort((a, b) => a - b);
    return times[Math.min(times.length - 1, Math.floor(0.99 * times.length))] ?? NaN;
  }

  /** Each instance's resource of a kind, over the last minute. */
  usages(service: string, kind: ResourceKind, name: string = kind): Usage[] {
    const before = this.#readings[0];
    return this.shop.usageSources
      .filter((source) => source.service === service && source.kind === kind && source.name === name)
      .map((source) => usage(source.read(), before?.get(source)));
  }

  /** The instances that are there, and how many there should be. */
  instances(service: string): { readonly running: number; readonly all: number } {
    const { instances = [], spec } = this.shop.services.get(service) ?? {};
    return { running: instances.filter(({ isRunning }) => isRunning).length, all: spec?.instances ?? 0 };
  }

  /** Share of the questions to the cache that it answered in the last minute. */
  cacheAnswers(): number {
    const [answered, failed] = [this.#last(this.#cache.answered), this.#last(this.#cache.failed)];
    return answered + failed > 0 ? answered / (answered + failed) : 1;
  }

  /** How often a request asks the service `auth`, in the last minute: once, where nobody tries again. */
  attemptsPerRequest(): number {
    const [all, again] = [this.#last(this.#verify.all), this.#last(this.#verify.again)];
    return all > again ? all / (all - again) : 1;
  }

  #last(counts: readonly number[]): number {
    return sum(counts, this.now - RANGE_SECONDS, this.now);
  }

  #read(): void {
    this.#readings.push(new Map(this.shop.usageSources.map((source) => [source, source.read()])));
    if (this.#readings.length > RANGE_SECONDS / READING_SECONDS + 1) this.#readings.shift();
  }

  #hearResult({ route, startSeconds, endSeconds, cause, traceId }: ShopResult): void {
    const isFailed = cause !== undefined;
    let outcomes = this.routes.get(route);
    if (outcomes === undefined) this.routes.set(route, (outcomes = new Outcomes()));
    outcomes.add(endSeconds, isFailed);
    if (isFailed) count(this.hurt, endSeconds);
    const duration = endSeconds - startSeconds;
    this.#durations.push({ seconds: endSeconds, duration });
    const spans = this.#open.get(traceId);
    this.#open.delete(traceId);
    // Kept by tail sampling: the failed payments, for those are what everybody asks about.
    if (isFailed && route === CHECKOUT && spans) this.traces.push({ seconds: endSeconds, duration, spans });
    if (this.traces.length > MOST_TRACES) this.traces.shift();
  }

  #hearSpan(span: ShopSpan): void {
    const spans = this.#open.get(span.traceId);
    if (spans) spans.push(span);
    else this.#open.set(span.traceId, [span]);
    if (span.kind !== 'client') return;
    const { attributes, endSeconds } = span;
    const errorType = String(attributes['error.type'] ?? '');
    switch (attributes['server.address']) {
      case 'card-processor': {
        const duration = endSeconds - span.startSeconds;
        this.cardCalls.push({ seconds: endSeconds, duration, errorType: errorType === '402' ? '' : errorType });
        break;
      }
      case 'cache':
        if (span.name === 'GET product') count(errorType ? this.#cache.failed : this.#cache.answered, endSeconds);
        break;
      case 'auth':
        count(this.#verify.all, endSeconds);
        if (Number(attributes['http.request.resend_count'] ?? 0) > 0) count(this.#verify.again, endSeconds);
    }
  }

  #hearLog(log: ShopLog): void {
    if (log.event === 'slow_query') this.slowQueries.push(log.seconds);
    else if (log.event === 'oom_killed') this.kills.push(log.seconds);
    else if (log.severity === 'ERROR') this.failures.push(log);
  }
}

function count(counts: number[], seconds: number): void {
  const at = Math.floor(seconds);
  counts[at] = (counts[at] ?? 0) + 1;
}

/** Of what was counted in [from, to). */
function sum(counts: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let at = Math.max(0, from); at < to; at++) total += counts[at] ?? 0;
  return total;
}
