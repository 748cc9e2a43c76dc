import { usage, type Meter, type MeterReading, type ResourceKind, type Shop } from '../../../shop/index.js';

/** How one resource was used between two scrapes: share in use, those who wait, failures a second. */
export interface ResourceUse {
  readonly kind: ResourceKind;
  readonly service: string;
  /** Empty for what is the service's as a whole. */
  readonly instance: string;
  readonly utilisation: number;
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
  readonly utilisation: number;
  readonly service: string;
}

/** Utilisation, saturation and errors of every resource, at every scrape of the last minutes. */
export class ResourceLog {
  /** How many instances each service began with. */
  readonly instances: ReadonlyMap<string, number>;
  readonly #shop: Shop;
  readonly #windowSeconds: number;
  readonly #readings = new Map<Meter, MeterReading>();
  #log: ResourcesAt[] = [];

  constructor(shop: Shop, windowSeconds: number) {
    this.#shop = shop;
    this.#windowSeconds = windowSeconds;
    this.instances = new Map([...shop.services].map(([name, { instances }]) => [name, instances.length]));
  }

  scrape(seconds: number): void {
    const uses: ResourceUse[] = [];
    const present = new Set<Meter>();
    for (const meter of this.#shop.meters) {
      present.add(meter);
      const before = this.#readings.get(meter);
      const reading = meter.read();
      const used = usage(reading, before);
      const elapsed = reading.seconds - (before?.seconds ?? 0);
      this.#readings.set(meter, reading);
      uses.push({
        kind: meter.kind,
        service: meter.service,
        instance: meter.instance,
        utilisation: used.utilisation,
        saturation: used.saturation,
        errorsPerSecond: elapsed > 0 ? used.errors / elapsed : 0,
      });
    }
    for (const meter of this.#readings.keys()) if (!present.has(meter)) this.#readings.delete(meter);
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
  let fullest: Fullest = { utilisation: NaN, service: '' };
  for (const use of uses) {
    if (use.kind !== kind || use.utilisation <= fullest.utilisation) continue;
    if (Number.isFinite(use.utilisation)) fullest = { utilisation: use.utilisation, service: use.service };
  }
  return fullest;
}
