import type { LogRecord } from '../../telemetry/logs/index.js';

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
  switch (id) {
    case 'payments':
      return { text: 'payment failed', query: 'level=ERROR AND event=payment_failed AND amount>100' };
    case 'five-hundred':
      return { text: '500', query: 'status=500' };
    case 'slow':
      return { text: '/payment-service.*[5-9]\\d{3} ms/', query: 'service=payment-service AND duration_ms>5000' };
    case 'user':
      return { text: userId, query: `user_id=${userId}` };
    case 'request':
      return { text: `user ${userId}`, query: `trace_id=${traceId}` };
    case 'warnings':
      return { text: 'ERROR', query: 'level>=WARN' };
  }
}

/**
 * The right answer, from what is known of each record when it is made. Written without the query language: it is what the
 * queries are measured by.
 */
export function isAnswer(id: QuestionId, record: LogRecord, { traceId, userId }: Example): boolean {
  const { level, event, amount, service } = record;
  switch (id) {
    case 'payments':
      return level === 'ERROR' && event === 'payment_failed' && isAbove(amount, 100);
    case 'five-hundred':
      return record['status'] === 500;
    case 'slow':
      return service === 'payment-service' && isAbove(record['duration_ms'], 5000);
    case 'user':
      return String(record['user_id']) === userId;
    case 'request':
      return record['trace_id'] === traceId;
    case 'warnings':
      return level === 'WARN' || level === 'ERROR';
  }
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
