import { parseLogQuery, type LogQuery } from '../../telemetry/logs/index.js';
import type { Corpus } from './corpus.model.js';
import { parseTextSearch } from './panes/text-lines.model.js';

/** The rows that a search found. */
export interface Found {
  readonly rows: number[];
  /** Lines that were looked at. */
  readonly scanned: number;
}

/** Searches the lines for a text or a pattern. */
export function* linesFound({ lines }: Corpus, text: string): Generator<undefined, Found> {
  const parsed = parseTextSearch(text);
  const rows = parsed.ok ? yield* lines.searching(parsed.search) : [];
  return { rows, scanned: lines.size };
}

/** The query is read each time: what it takes to understand it is a part of its time. */
export function* recordsFound({ store }: Corpus, text: string): Generator<undefined, Found> {
  const parsed = parseLogQuery(text);
  const query: LogQuery = parsed.ok ? parsed.query : { kind: 'or', terms: [] };
  return yield* store.searching(query);
}
