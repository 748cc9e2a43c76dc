import type { LogSearchText } from '../../i18n/en/log-search.js';
import { parseLogQuery } from '../../telemetry/logs/index.js';
import { mistakes, shortMs, type LogSearchView, type Side } from './log-search.view.js';
import { parseTextSearch } from './panes/text-lines.model.js';

/** What is going on, in a sentence. */
export function sentenceOf(view: LogSearchView): string {
  const { text: t, session, ownName, host } = view;
  const { number, percent } = host.format;
  if (session.isStopped) return t.stopped;
  if (!session.corpus && view.system && !session.isBuilding)
    return view.isPlayed ? t.noLines : t.notPlayed(view.system);
  if (!session.corpus && view.system) return t.searching;
  if (!session.corpus) return (ownName === undefined ? t.building : t.readingFile)(percent(session.progress));
  if (session.corpus.store.size === 0) {
    const { length } = session.corpus.rejected;
    return length ? t.noRecords(number(length)) : t.emptyFile;
  }
  if (problemOf(t, 'text', view.asked.text) || problemOf(t, 'query', view.asked.query)) return t.cannotSearch;
  const { text: found, query: answered } = session;
  if (!found || !answered) return t.searching;
  if (found.isTooSlow || answered.isTooSlow) return t.tooSlowNote;
  const [textMs, queryMs] = [shortMs(view, found.ms), shortMs(view, answered.ms)];
  if (!found.verdict || !answered.verdict) {
    return t.found(textMs, number(found.rows.length), queryMs, number(answered.rows.length));
  }
  const [textWrong, queryWrong] = [mistakes(found), mistakes(answered)];
  if (textWrong && queryWrong) return t.bothWrong(textMs, number(textWrong), queryMs, number(queryWrong));
  if (queryWrong) return t.queryWrong(textMs, queryMs, number(queryWrong));
  return textWrong ? t.textWrong(textMs, number(textWrong), queryMs) : t.bothRight(textMs, queryMs);
}

/** Why what was typed cannot be searched for; empty where it can. */
export function problemOf(t: LogSearchText, side: Side, typed: string): string {
  if (side === 'text') {
    const parsed = parseTextSearch(typed);
    return parsed.ok ? '' : `${t.textProblem} ${parsed.message}`;
  }
  const parsed = parseLogQuery(typed);
  if (parsed.ok) return '';
  const expected = parsed.expected.map((word) => t.expectedWords[word] ?? word);
  const last = expected.pop();
  // What is no matter of a missing word, such as a regular expression that cannot be run, is said by the reader of queries.
  if (last === undefined || parsed.message.includes('regular expression'))
    return t.queryMessage(String(parsed.column), parsed.message);
  return t.queryProblem(String(parsed.column), expected.length ? t.orBetween(expected.join(', '), last) : last);
}
