/**
 * A string literal of PromQL for any text. Half characters become U+FFFD, which PromQL only takes escaped, and opening
 * template braces are written so that Sloth, which reads queries as templates, passes them on.
 * @see https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals
 */
export function promqlString(text: string): string {
  return JSON.stringify(text.replace(/\p{Cs}/gu, '\ufffd'))
    .replaceAll('\ufffd', '\\ufffd')
    .replaceAll('{{', '\\u007b\\u007b');
}

/** A duration as Prometheus writes it, 5400 seconds as 1h30m; undefined below a millisecond or without end. */
export function promqlDuration(seconds: number): string | undefined {
  let milliseconds = Math.round(seconds * 1000);
  if (!(milliseconds > 0 && milliseconds <= Number.MAX_SAFE_INTEGER)) return undefined;
  let text = '';
  for (const [unit, size] of UNITS) {
    const count = Math.floor(milliseconds / size);
    if (count > 0) text += `${count}${unit}`;
    milliseconds -= count * size;
  }
  return text;
}

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

/** Puts a window into a query at `{{.window}}`. */
export function withWindow(query: string, window: string): string {
  return query.replace(/\{\{-?\s*\.window\s*-?\}\}/g, () => window);
}

/** Text that Prometheus' templates in labels and annotations print as it is. */
export function templateText(text: string): string {
  return text.replaceAll('{{', '{{"{{"}}');
}
