import { exemplarFault, formatNumber, type OpenMetricsFamily, type OpenMetricsSample } from './open-metrics.js';

/** The media type of what `writeOpenMetrics` writes. */
export const OPEN_METRICS_TYPE = 'application/openmetrics-text; version=1.0.0; charset=utf-8';

/**
 * Families as OpenMetrics 1.0 text, ending in `# EOF`. Samples keep their order, timestamps stand where samples have
 * them. An exemplar that may not stand where it does (labels above 128 characters, a value above its bucket, a sample
 * that is neither bucket nor total) is left out; names are written as they are.
 * @see https://github.com/prometheus/OpenMetrics/blob/main/specification/OpenMetrics.md
 */
export function writeOpenMetrics(families: Iterable<OpenMetricsFamily>): string {
  const lines: string[] = [];
  for (const family of families) {
    const { name, type, unit, help } = family;
    lines.push(`# TYPE ${name} ${type}`);
    if (unit) lines.push(`# UNIT ${name} ${unit}`);
    if (help) lines.push(`# HELP ${name} ${escapeText(help)}`);
    for (const sample of family.samples) lines.push(writeSample(sample, family));
  }
  return [...lines, '# EOF\n'].join('\n');
}

function writeSample(sample: OpenMetricsSample, family: OpenMetricsFamily): string {
  const { name, labels, value, timestamp, exemplar } = sample;
  const line = `${name}${labels.size > 0 ? writeLabels(labels) : ''} ${formatNumber(value)}${writeTime(timestamp)}`;
  if (!exemplar || exemplarFault(sample, exemplar, family)) return line;
  const example = `${writeLabels(exemplar.labels)} ${formatNumber(exemplar.value)}${writeTime(exemplar.timestamp)}`;
  return `${line} # ${example}`;
}

function writeLabels(labels: ReadonlyMap<string, string>): string {
  return `{${Array.from(labels, ([name, value]) => `${name}="${escapeText(value)}"`).join(',')}}`;
}

function writeTime(timestamp: number | undefined): string {
  return timestamp !== undefined && Number.isFinite(timestamp) ? ` ${formatNumber(timestamp)}` : '';
}

function escapeText(text: string): string {
  return text.replace(/[\\"\n]/g, (character) => (character === '\n' ? '\\n' : `\\${character}`));
}
