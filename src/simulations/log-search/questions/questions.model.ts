import { valueText } from '../../../telemetry/logs/log-record.js';
import type { LogRecord } from '../../../telemetry/logs/index.js';

/** What somebody may want to know of the shop's log; the lesson's question first. */
export const QUESTIONS = ['payments', 'five-hundred', 'slow', 'user', 'request', 'warnings'] as const;

export type QuestionId = (typeof QUESTIONS)[number];

/** The failed payment that two of the questions are about. */
export interface Example {
  readonly traceId: string;
  readonly userId: string;
}

export interface Question {
  /** What one would look for in lines of text; a regular expression between slashes. */
  readonly text: string;
  /** What one asks records. */
  readonly query: string;
}

/** How each question is asked. */
export function questionOf(id: QuestionId, { traceId, userId }: Example): Question {
  const questions: Readonly<Record<QuestionId, Question>> = {
    payments: { text: 'payment failed', query: 'level=ERROR AND event=payment_failed AND amount>100' },
    'five-hundred': { text: '500', query: 'status=500' },
    slow: { text: '/payment-service.*[5-9]\\d{3} ms/', query: 'service=payment-service AND duration_ms>5000' },
    user: { text: userId, query: `user_id=${userId}` },
    request: { text: `user ${userId}`, query: `trace_id=${traceId}` },
    warnings: { text: 'ERROR', query: 'level>=WARN' },
  };
  return questions[id];
}

/**
 * The right answers, from what is known of each record when it is made. Written without the query language: they are what
 * the queries are measured by.
 */
const ANSWERS: Readonly<Record<QuestionId, (record: LogRecord, example: Example) => boolean>> = {
  payments: ({ level, event, amount }) => level === 'ERROR' && event === 'payment_failed' && isAbove(amount, 100),
  'five-hundred': ({ status }) => status === 500,
  slow: ({ service, duration_ms: duration }) => service === 'payment-service' && isAbove(duration, 5000),
  user: ({ user_id: id }, { userId }) => valueText(id) === userId,
  request: ({ trace_id: id }, { traceId }) => id === traceId,
  warnings: ({ level }) => level === 'WARN' || level === 'ERROR',
};

export function isAnswer(id: QuestionId, record: LogRecord, example: Example): boolean {
  return ANSWERS[id](record, example);
}

/** Whether a record may serve as the example: a payment over $100 that failed. */
export function isExample(record: LogRecord): boolean {
  return isAnswer('payments', record, { traceId: '', userId: '' });
}

function isAbove(value: unknown, limit: number): boolean {
  return typeof value === 'number' && value > limit;
}

/** What a search found, measured by the truth: rows in order, each in one of the three. */
export interface Verdict {
  readonly right: readonly number[];
  /** Found and wrong. */
  readonly wrong: readonly number[];
  /** Right and not found. */
  readonly missed: readonly number[];
}

/** Compares two lists of rows, both in order. */
export function judge(found: ArrayLike<number>, truth: ArrayLike<number>): Verdict {
  const right: number[] = [];
  const wrong: number[] = [];
  const missed: number[] = [];
  let at = 0;
  for (let index = 0; index < found.length; index++) {
    const row = found[index] ?? 0;
    for (; at < truth.length && (truth[at] ?? 0) < row; at++) missed.push(truth[at] ?? 0);
    if (truth[at] === row) {
      right.push(row);
      at++;
    } else wrong.push(row);
  }
  for (; at < truth.length; at++) missed.push(truth[at] ?? 0);
  return { right, wrong, missed };
}
