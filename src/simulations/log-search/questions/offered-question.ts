import type { LogSession } from '../log-search.session.js';
import { firstQuestion } from '../system/system-log.model.js';
import { questionOf, type Question, type QuestionId } from './questions.model.js';

/** What both sides search for until the reader writes something else. `trace` is the request that the reader follows. */
export function offeredQuestion(session: LogSession, question: QuestionId, trace: string): Question {
  const { logs, known } = session.corpus ?? {};
  if (logs) return firstQuestion(trace, session.request(trace));
  return known ? questionOf(question, known.example) : { text: '', query: '' };
}
