import { FamilyReader } from './open-metrics-family.js';
import { Malformed, parseMetadata, parseSample } from './open-metrics-line.js';
import type { OpenMetricsFamily } from './open-metrics.js';

export type OpenMetricsResult =
  { ok: true; families: OpenMetricsFamily[] } | { ok: false; line: number; message: string };

/**
 * Reads OpenMetrics 1.0 text, as strictly as it is defined; where it is wrong, the first line at which that shows (from
 * 1) and why. Never throws, and takes time in proportion to the text.
 * @see https://github.com/prometheus/OpenMetrics/blob/main/specification/OpenMetrics.md
 */
export function parseOpenMetrics(text: string): OpenMetricsResult {
  const parser = new Parser();
  try {
    for (let start = 0; start < text.length;) {
      const end = text.indexOf('\n', start);
      parser.read(text.slice(start, end < 0 ? text.length : end));
      start = end < 0 ? text.length : end + 1;
    }
    parser.end();
    return { ok: true, families: parser.families };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { ok: false, line: parser.line, message: error.message };
  }
}

class Parser {
  readonly families: OpenMetricsFamily[] = [];
  line = 0;
  #ended = false;
  #reader: FamilyReader | undefined;
  readonly #names = new Set<string>();

  read(line: string): void {
    this.line++;
    if (this.#ended) throw new Malformed('Nothing may follow # EOF.');
    if (line === '') throw new Malformed('Blank lines are not allowed.');
    if (line === '# EOF') {
      this.#close();
      this.#ended = true;
    } else if (line.startsWith('#')) {
      const metadata = parseMetadata(line);
      this.#readerFor(metadata.name, this.#reader?.name === metadata.name).describe(metadata);
    } else {
      const sample = parseSample(line);
      this.#readerFor(sample.name, this.#reader?.owns(sample.name) ?? false).add(sample);
    }
  }

  end(): void {
    this.line++;
    if (!this.#ended) throw new Malformed('The text does not end in # EOF.');
  }

  #readerFor(name: string, isCurrent: boolean): FamilyReader {
    if (this.#reader && isCurrent) return this.#reader;
    this.#close();
    this.#reader = new FamilyReader(name);
    return this.#reader;
  }

  #close(): void {
    if (!this.#reader) return;
    // What is wrong with a family as a whole is wrong up to the line before this one.
    this.line--;
    const { family, names } = this.#reader.close();
    const taken = names.find((name) => this.#names.has(name));
    if (taken !== undefined) throw new Malformed(`${taken} is the name of another metric, or of one in two pieces.`);
    for (const name of names) this.#names.add(name);
    this.families.push(family);
    this.line++;
  }
}
