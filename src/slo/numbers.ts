/** The number a person meant: twelve significant digits, so that 14.4 * 0.001 is 0.0144. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** A number as a person writes it, for YAML and PromQL: no exponent, no binary dust, at most 20 decimals. */
export function decimal(value: number, significantDigits: number = 12): string {
  return Number(value.toPrecision(significantDigits)).toLocaleString('en', {
    maximumFractionDigits: 20,
    useGrouping: false,
  });
}
