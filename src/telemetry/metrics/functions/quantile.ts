/**
 * The exact quantile of values: the one at rank `q * (n - 1)` from the lowest, weighed linearly between neighbours.
 *
 * In the values' unit and without a bucket's error: the truth beside `histogramQuantile`. `NaN`s sort first, as in
 * Prometheus. `-Infinity` for q below 0, `Infinity` above 1; `NaN` for a q of `NaN` and for no values.
 * @see https://github.com/prometheus/prometheus/blob/main/promql/quantile.go (quantile)
 */
export function quantile(q: number, values: ArrayLike<number>): number {
  if (values.length === 0 || Number.isNaN(q)) return NaN;
  if (q < 0) return -Infinity;
  if (q > 1) return Infinity;
  const sorted = Float64Array.from(values).sort();
  const firstNaN = sorted.findIndex(Number.isNaN);
  const missing = firstNaN < 0 ? 0 : sorted.length - firstNaN;
  const at = (index: number) => sorted[index - missing] ?? NaN;

  const rank = q * (sorted.length - 1);
  const lower = Math.floor(rank);
  const weight = rank - lower;
  return at(lower) * (1 - weight) + at(Math.min(sorted.length - 1, lower + 1)) * weight;
}
