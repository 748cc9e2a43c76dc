/** The number a person meant: twelve significant digits, so that 14.4 * 0.001 is 0.0144. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** A number as a person writes it, for YAML and PromQL: no exponent, no binary dust, no trailing zeros. */
export function decimal(value: number, significantDigits: number = 12): string {
  if (!Number.isFinite(value) || value === 0) return String(value);
  const exponent = Number(value.toExponential().split('e')[1]);
  const decimals = Math.min(100, Math.max(0, significantDigits - 1 - exponent));
  const text = value.toFixed(decimals);
  return decimals > 0 ? text.replace(/\.?0+$/, '') : text;
}
