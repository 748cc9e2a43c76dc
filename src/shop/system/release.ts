/** A defect of a version. */
export type Defect =
  | { readonly kind: 'throws'; readonly share: number }
  | { readonly kind: 'scans'; readonly call: string; readonly operation: string; readonly share: number }
  /** Calls `operation` `times` times before the call: N + 1 calls instead of one. */
  | { readonly kind: 'asks-for-each'; readonly call: string; readonly operation: string; readonly times: number }
  | { readonly kind: 'leaks-memory'; readonly bytesPerRequest: number }
  | { readonly kind: 'leaks-connections'; readonly share: number };

/** A version of a service, with its defect if it has one. */
export interface Release {
  readonly version: string;
  readonly defect?: Defect;
}

/** Returns the next patch version, such as 2.3.1 after 2.3.0. */
export function nextVersion(version: string): string {
  const parts = version.split('.');
  const last = parts.pop() ?? '0';
  return [...parts, String(Number(last) + 1)].join('.');
}
