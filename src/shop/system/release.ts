/** What is wrong with a version, if anything. */
export type Defect =
  | { readonly kind: 'throws'; readonly share: number }
  | { readonly kind: 'scans'; readonly call: string; readonly operation: string; readonly share: number }
  /** Before the call, asks for each of so many items on its own: N + 1 calls where one would do. */
  | { readonly kind: 'asks-for-each'; readonly call: string; readonly operation: string; readonly times: number }
  | { readonly kind: 'leaks-memory'; readonly bytesPerRequest: number }
  | { readonly kind: 'leaks-connections'; readonly share: number };

/** One version of a service, as it is rolled out to its instances. */
export interface Release {
  readonly version: string;
  readonly defect?: Defect;
}

/** The version after this one: 2.3.0, 2.3.1, 2.3.2 … */
export function nextVersion(version: string): string {
  const parts = version.split('.');
  const last = parts.pop() ?? '0';
  return [...parts, String(Number(last) + 1)].join('.');
}
