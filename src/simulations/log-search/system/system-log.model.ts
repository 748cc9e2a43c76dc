import { RUN_EPOCH_MILLISECONDS, type ShopLog } from '../../../shop/index.js';
import { isoTime } from '../../../telemetry/logs/iso-time.js';
import { valueText } from '../../../telemetry/logs/log-record.js';
import type { Question } from '../questions/questions.model.js';
import type { RequestLine } from './request.model.js';

/** What a log search takes of a run: its newest lines, and those of the request that is followed. */
export function linesOf(newest: readonly ShopLog[], followed: readonly ShopLog[]): readonly ShopLog[] {
  const from = newest[0]?.seconds ?? 0;
  return [...followed.filter(({ seconds }) => seconds < from), ...newest];
}

/** When a run begins, in milliseconds since 1970: on the day of all runs, at its time of day. */
export function startMsOf({ startSeconds }: { readonly startSeconds: number }): number {
  return RUN_EPOCH_MILLISECONDS + startSeconds * 1000;
}

/** The time of day of a second of the run, as it stands in the lines. */
export function timeOfDay(startMs: number, seconds: number): string {
  return isoTime(startMs + Math.floor(seconds * 1000)).slice(11, 19);
}

/** What one asks before one has asked anything: what went wrong, or what happened in the request that is followed. */
export function firstQuestion(traceId: string, lines: readonly RequestLine[]): Question {
  if (!traceId) return { text: 'ERROR', query: 'level>=ERROR' };
  const user = lines.map(({ record }) => record['user_id']).find((id) => id !== undefined);
  return {
    text: user === undefined ? 'ERROR' : `user ${valueText(user)}`,
    query: `trace_id=${traceId}`,
  };
}
