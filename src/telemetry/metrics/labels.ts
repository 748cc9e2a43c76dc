/** The attributes that tell one series of a metric from another, by their OpenTelemetry names. */
export type Labels = Readonly<Record<string, string | number | boolean>>;

/** One observation kept as an example, with what leads to it: usually its trace id. */
export interface Exemplar {
  labels: Labels;
  value: number;
  /** When it was seen, in seconds. */
  seconds?: number;
}

/** What an instrument is told of an observation that may become an example. */
export type ExemplarSource = Omit<Exemplar, 'value'>;

/** The same text for the same labels, in whatever order they were written. */
export function labelKey(labels: Iterable<readonly [name: string, value: unknown]>): string {
  const entries = Array.from(labels, ([name, value]) => [name, String(value)] as const);
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
