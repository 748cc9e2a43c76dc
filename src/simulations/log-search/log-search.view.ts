import type { LogSearchText } from '../../i18n/en/log-search.js';
import type { FigureHost } from '../../ui/controls/fields.js';
import type { LogSession, Outcome } from './log-search.session.js';
import type { QuestionId } from './questions/questions.model.js';

/** The two ways to search. */
export type Side = 'text' | 'query';

/** Which rows of a side are listed. */
export type Shown = 'all' | 'right' | 'wrong' | 'missed';

/** What the parts of the figure are drawn from. */
export interface LogSearchView {
  readonly text: LogSearchText;
  readonly host: FigureHost;
  readonly session: LogSession;
  /** What is searched for, as it stands in the fields. */
  readonly asked: Readonly<Record<Side, string>>;
  /** None for the reader's own log and for a system's. */
  readonly question: QuestionId | undefined;
  /** What the reader's own log is called; undefined for the shop's. */
  readonly ownName: string | undefined;
  /** The system whose run wrote the log; empty for a log of its own. */
  readonly system: string;
  /** Whether anything on the page plays that system. */
  readonly isPlayed: boolean;
  /** Why the reader's file was not read; empty where it was. */
  readonly fileProblem: string;
}

/** Milliseconds with three digits that count. */
export function shortMs({ host }: LogSearchView, ms: number): string {
  const digits = ms >= 100 ? 0 : ms >= 10 ? 1 : ms >= 1 ? 2 : 3;
  return host.figureText.millisecond(host.format.number(ms, digits));
}

/** False hits and misses together. */
export function mistakes({ verdict }: Outcome): number {
  return verdict ? verdict.wrong.length + verdict.missed.length : 0;
}
