import {
  REQUEST_DURATION,
  RESOURCE_METRICS,
  ServiceQueries,
  type QueryTime,
  type ResourceKind,
  type Shop,
} from '../../../shop/index.js';
import { prometheusName, type MetricOptions, type Scraper } from '../../../telemetry/index.js';

export type Signal = 'rate' | 'errors' | 'duration' | 'utilisation' | 'saturation' | 'failures';

/** What is asked of a service, and of a resource, in the order of the columns. */
export const RED: readonly Signal[] = ['rate', 'errors', 'duration'];
export const USE: readonly Signal[] = ['utilisation', 'saturation', 'failures'];

/** The resources there can be, in the order of the rows. */
export const KINDS: readonly ResourceKind[] = ['cpu', 'memory', 'disk', 'network', 'pool', 'workers'];

/** One small chart: a signal of a service, or of one of its resources. */
export interface Cell {
  /** `payment-service.duration`, `postgres.disk.utilisation`. */
  readonly key: string;
  readonly service: string;
  /** Undefined where the signal is the service's own. */
  readonly kind?: ResourceKind;
  readonly signal: Signal;
}

/** Every cell of a shop. A service without instrumentation has no requests to count, and what is endless is no resource. */
export function cellsOf(shop: Shop): Cell[] {
  return [...shop.services.values()].flatMap(({ spec }) => {
    const service = spec.name;
    const isMeasured = spec.protocol === 'http' && !spec.isOpaque;
    const own = isMeasured ? RED.map((signal) => ({ key: `${service}.${signal}`, service, signal })) : [];
    const resources = kindsOf(shop, service).flatMap((kind) =>
      USE.map((signal) => ({ key: `${service}.${kind}.${signal}`, service, kind, signal })),
    );
    return [...own, ...resources];
  });
}

/** The kinds of resources that a service has. */
export function kindsOf(shop: Shop, service: string): ResourceKind[] {
  const { spec } = shop.services.get(service) ?? {};
  const present = new Set(shop.usageSources.flatMap((source) => (source.service === service ? source.kind : [])));
  if (spec?.cores === Infinity) present.delete('cpu');
  if (spec?.workers === Infinity) present.delete('workers');
  return KINDS.filter((kind) => present.has(kind));
}

/** What a cell shows: its value, and for a duration the p50 beside the p99. */
export interface CellValue {
  readonly value: number;
  readonly beside: number;
}

/** Asks for the values of many cells at one time, each query once. */
export class CellReader {
  readonly #signals = new Map<string, ServiceQueries>();
  readonly #scraper: Scraper;

  constructor(scraper: Scraper) {
    this.#scraper = scraper;
  }

  read(cells: readonly Cell[], time: QueryTime): CellValue[] {
    const asked = new Map<string, readonly number[]>();
    return cells.map((cell) => {
      const query = `${cell.service}.${cell.kind ?? ''}`;
      const answer = asked.get(query) ?? this.#ask(cell, time);
      asked.set(query, answer);
      const column = (cell.kind ? USE : RED).indexOf(cell.signal);
      return { value: answer[column] ?? NaN, beside: cell.signal === 'duration' ? (answer[3] ?? NaN) : NaN };
    });
  }

  /** All columns of a row, and the p50. */
  #ask({ service, kind }: Cell, time: QueryTime): readonly number[] {
    const signals = this.#signals.get(service) ?? new ServiceQueries(this.#scraper, service);
    this.#signals.set(service, signals);
    if (kind) {
      const { utilization, saturation, errors } = signals.usage(kind, time);
      return [utilization, saturation, errors];
    }
    const rate = signals.traffic(time);
    const errors = signals.errorRatio(time);
    const [p50 = NaN, p99 = NaN] = signals.quantiles([0.5, 0.99], time);
    // No series of failures is no failures, where there are requests at all.
    return [rate, Number.isNaN(errors) && rate > 0 ? 0 : errors, p99, p50];
  }
}

const DURATION = prometheusName({ ...REQUEST_DURATION, type: 'histogram' });

/** The PromQL whose answer a cell shows. */
export function promqlOf({ service, kind, signal }: Cell, rangeSeconds: number): string {
  const range = `[${rangeSeconds}s]`;
  const of = (name: string, more = ''): string => `${name}{job="${service}"${more}}`;
  const requests = (more?: string): string => `sum(rate(${of(`${DURATION}_count`, more)}${range}))`;
  if (kind) return resourceQuery(RESOURCE_METRICS[kind], signal, of, range);
  switch (signal) {
    case 'rate':
      return requests();
    case 'errors':
      return `(${requests(',error_type!=""')} or vector(0)) / ${requests()}`;
    default:
      return `histogram_quantile(0.99, sum by (le) (rate(${of(`${DURATION}_bucket`)}${range})))`;
  }
}

function resourceQuery(
  { busy, capacity, level, waiting, errors }: (typeof RESOURCE_METRICS)[ResourceKind],
  signal: Signal,
  of: (name: string) => string,
  range: string,
): string {
  const gauge = (options: MetricOptions): string => of(prometheusName({ unit: '', ...options, type: 'gauge' }));
  const counted = (options: MetricOptions): string =>
    `rate(${of(`${prometheusName({ unit: '', ...options, type: 'counter' })}_total`)}${range})`;
  if (signal === 'saturation') return `${level ? 'avg' : 'sum'}(${gauge(waiting)})`;
  if (signal === 'failures') return `sum(${counted(errors)})`;
  if (level) return `avg(${gauge(level)})`;
  return busy && capacity ? `avg(${counted(busy)} / ${gauge(capacity)})` : '';
}
