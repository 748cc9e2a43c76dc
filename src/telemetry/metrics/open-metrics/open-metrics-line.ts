import { isMetricType, parseNumber, type MetricType, type OpenMetricsSample } from './open-metrics.js';

/** Says why a line is not OpenMetrics text. */
export class Malformed extends Error {}

const METRIC_NAME = /^[A-Za-z_:][A-Za-z0-9_:]*$/;
const LABEL_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** What a line that begins with `#` says about a family. */
export type Metadata = { name: string } & (
  { keyword: 'TYPE'; type: MetricType } | { keyword: 'UNIT'; unit: string } | { keyword: 'HELP'; help: string }
);

/** Reads `# TYPE name type`, `# UNIT name unit` or `# HELP name help`. */
export function parseMetadata(line: string): Metadata {
  const keywordEnd = line.indexOf(' ', 2);
  const nameEnd = line.indexOf(' ', keywordEnd + 1);
  if (!line.startsWith('# ') || keywordEnd < 0 || nameEnd < 0) {
    throw new Malformed('A line with # is # TYPE, # UNIT or # HELP, a name and a text, or it is # EOF.');
  }
  const keyword = line.slice(2, keywordEnd);
  const name = line.slice(keywordEnd + 1, nameEnd);
  const text = line.slice(nameEnd + 1);
  if (!METRIC_NAME.test(name)) throw new Malformed(`${quote(name)} is not the name of a metric.`);
  if (keyword === 'HELP') return { name, keyword, help: unescapeText(text) };
  if (keyword === 'TYPE' && isMetricType(text)) return { name, keyword, type: text };
  if (keyword === 'UNIT' && /^[A-Za-z0-9_:]*$/.test(text)) return { name, keyword, unit: text };
  throw new Malformed(`${quote(text)} cannot follow # and ${quote(keyword)}.`);
}

/** Reads `name{label="value"} value timestamp # {label="value"} value timestamp`; labels, times, exemplar as they come. */
export function parseSample(line: string): OpenMetricsSample {
  const scanner = new Scanner(line);
  const name = scanner.until(' {');
  if (!METRIC_NAME.test(name)) throw new Malformed(`${quote(name)} is not the name of a metric.`);
  const labels = scanner.next === '{' ? scanner.labels() : new Map<string, string>();
  const sample: OpenMetricsSample = { name, labels, value: scanner.number() };
  if (!scanner.done && !scanner.startsWith(' #')) sample.timestamp = scanner.time();
  if (scanner.done) return sample;
  scanner.expect(' # ');
  const exemplar = { labels: scanner.labels(), value: scanner.number() };
  sample.exemplar = scanner.done ? exemplar : { ...exemplar, timestamp: scanner.time() };
  if (!scanner.done) throw new Malformed(`Nothing may follow the exemplar, but ${quote(scanner.rest)} does.`);
  return sample;
}

/** A place in a line that only moves forward, so that a line of any length takes time in proportion to it. */
class Scanner {
  readonly #line: string;
  #at = 0;

  constructor(line: string) {
    this.#line = line;
  }

  get done(): boolean {
    return this.#at >= this.#line.length;
  }

  get next(): string {
    return this.#line.charAt(this.#at);
  }

  get rest(): string {
    return this.#line.slice(this.#at);
  }

  startsWith(text: string): boolean {
    return this.#line.startsWith(text, this.#at);
  }

  expect(text: string): void {
    if (!this.startsWith(text)) throw new Malformed(`Expected ${quote(text)} before ${quote(this.rest)}.`);
    this.#at += text.length;
  }

  /** What stands before the nearest of some characters, or before the end. */
  until(characters: string): string {
    const start = this.#at;
    while (!this.done && !characters.includes(this.next)) this.#at++;
    return this.#line.slice(start, this.#at);
  }

  number(): number {
    this.expect(' ');
    const text = this.until(' ');
    const value = parseNumber(text);
    if (value === undefined) throw new Malformed(`${quote(text)} is not a number.`);
    return value;
  }

  time(): number {
    const seconds = this.number();
    if (!Number.isFinite(seconds)) throw new Malformed('A timestamp is finite.');
    return seconds;
  }

  labels(): Map<string, string> {
    const labels = new Map<string, string>();
    this.expect('{');
    if (this.next !== '}') this.#label(labels);
    while (this.next === ',') {
      this.expect(',');
      this.#label(labels);
    }
    this.expect('}');
    return labels;
  }

  #label(labels: Map<string, string>): void {
    const name = this.until('=,"} ');
    if (!LABEL_NAME.test(name) || name === '__name__')
      throw new Malformed(`${quote(name)} is not the name of a label.`);
    if (labels.has(name)) throw new Malformed(`The label ${quote(name)} is there twice.`);
    this.expect('="');
    const start = this.#at;
    while (!this.done && this.next !== '"') this.#at += this.next === '\\' ? 2 : 1;
    labels.set(name, unescapeText(this.#line.slice(start, this.#at)));
    this.expect('"');
  }
}

/** `\\`, `\"` and `\n` stand for a character; any other backslash for itself. */
function unescapeText(text: string): string {
  return text.includes('\\')
    ? text.replace(/\\([\\"n])/g, (_, character) => (character === 'n' ? '\n' : character))
    : text;
}

/** A piece of a foreign line, short enough to be shown. */
function quote(text: string): string {
  return text.length > 60 ? `“${text.slice(0, 60)}…”` : `“${text}”`;
}
