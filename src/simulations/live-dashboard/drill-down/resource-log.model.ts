import { usage, type UsageSource, type UsageReading, type ResourceKind, type Shop } from '../../../shop/index.js';

/** How one resource was used between two scrapes: share in use, those who wait, failures a second. */
export interface ResourceUse {
  readonly kind: ResourceKind;
  readonly service: string;
  /** Empty for what is the service's as a whole. */
  readonly instance: string;
  readonly utilization: number;
  readonly saturation: number;
  readonly errorsPerSecond: number;
}

/** All resources at one scrape, and how many instances of each service were up. */
export interface ResourcesAt {
  readonly seconds: number;
  readonly uses: readonly ResourceUse[];
  readonly up: ReadonlyMap<string, number>;
}

/** The fullest of a kind, and whose it is. */
export interface Fullest {
  readonly utilization: number;
  readonly service: string;
}

/** Utilization, saturation and errors of every resource, at every scrape of the last minutes. */
export class ResourceLog {
  /** How many instances each service began with. */
  readonly instances: ReadonlyMap<string, number>;
  readonly #shop: Shop;
  readonly #windowSeconds: number;
  readonly #readings = new Map<UsageSource, UsageReading>();
  #log: ResourcesAt[] = [];

  constructor(shop: Shop, windowSeconds: number) {
    this.#shop = shop;
    this.#windowSeconds = windowSeconds;
    this.instances = new Map([...shop.services].map(([name, { instances }]) => [name, instances.length]));
  }

  scrape(seconds: number): void {
    const uses: ResourceUse[] = [];
    const present = new Set<UsageSource>();
    for (const source of this.#shop.usageSources) {
      present.add(source);
      const before = this.#readings.get(source);
      const reading = source.read();
      const used = usage(reading, before);
      const elapsed = reading.seconds - (before?.seconds ?? 0);
      this.#readings.set(source, reading);
      uses.push({
        kind: source.kind,
        service: source.service,
        instance: source.instance,
        utilization: used.utilization,
        saturation: used.saturation,
        errorsPerSecond: elapsed > 0 ? used.errors / elapsed : 0,
      });
    }
    for (const source of this.#readings.keys()) if (!present.has(source)) this.#readings.delete(source);
    const up = new Map(
      [...this.#shop.services].map(([name, { instances }]) => [
        name,
        instances.filter(({ isRunning }) => isRunning).length,
      ]),
    );
    this.#log.push({ seconds, uses, up });
    const first = this.#log.findIndex((at) => at.seconds >= seconds - this.#windowSeconds);
    if (first > 60) this.#log = this.#log.slice(first);
  }

  /** The scrapes in [from, to]. */
  between(from: number, to: number): ResourcesAt[] {
    return this.#log.filter(({ seconds }) => seconds >= from && seconds <= to);
  }

  get newest(): ResourcesAt | undefined {
    return this.#log.at(-1);
  }
}

/** The fullest resource of a kind in the whole shop. */
export function fullestOf({ uses }: ResourcesAt, kind: ResourceKind): Fullest {
  let fullest: Fullest = { utilization: NaN, service: '' };
  for (const use of uses) {
    if (use.kind !== kind || use.utilization <= fullest.utilization) continue;
    if (Number.isFinite(use.utilization)) fullest = { utilization: use.utilization, service: use.service };
  }
  return fullest;
}
