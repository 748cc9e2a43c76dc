import { isLogOf, RUN_EPOCH_UNIX_NANO, type ShopChange, type ShopLog, type ShopSpan } from '../../shop/index.js';
import { isoTime } from '../../telemetry/logs/iso-time.js';
import { valueText } from '../../telemetry/logs/log-record.js';
import type { Question } from './questions.model.js';

/** What a log search takes of a run: its newest lines, and those of the request that is followed. */
export function linesOf(newest: readonly ShopLog[], followed: readonly ShopLog[]): readonly ShopLog[] {
  const [first] = newest;
  return first ? [...followed.filter(({ seconds }) => seconds < first.seconds), ...newest] : [];
}

/** When a run begins, in milliseconds since 1970: on the day of all runs, at its time of day. */
export function startMsOf({ startSeconds }: { readonly startSeconds: number }): number {
  return Number(RUN_EPOCH_UNIX_NANO / 1_000_000n) + startSeconds * 1000;
}

/** The time of day of a second of the run, as it stands in the lines. */
export function timeOfDay(startMs: number, seconds: number): string {
  return isoTime(startMs + Math.floor(seconds * 1000)).slice(11, 19);
}

/** What one asks before one has asked anything: what went wrong, or what happened in the request that is followed. */
export function firstQuestion(traceId: string, lines: readonly ShopLog[]): Question {
  if (!traceId) return { text: 'ERROR', query: 'level>=ERROR' };
  const user = lines.find(({ attributes }) => attributes['user_id'] !== undefined)?.attributes['user_id'];
  return {
    text: user === undefined ? 'ERROR' : `user ${valueText(user)}`,
    query: `trace_id=${traceId}`,
  };
}

/** Which of a request's rows its chosen span wrote. */
export function rowsOfSpan(span: ShopSpan | undefined, logs: readonly ShopLog[], rows: readonly number[]): Set<number> {
  return new Set(rows.filter((row) => span && logs[row] && isLogOf(span, logs[row])));
}

/** The services that a line is about: who wrote it, and who called them or was called by them. */
export function servicesOf({ service, attributes }: ShopLog, span: ShopSpan | undefined): string[] {
  const peer = attributes['service.peer.name'];
  return [...new Set([service, span?.service, peer])].filter((name) => typeof name === 'string');
}

/** What was changed before a line: what made the version that wrote it, and the last change to each service it is about. */
export function changesBefore(changes: readonly ShopChange[], log: ShopLog, services: readonly string[]): ShopChange[] {
  const before = changes.filter(({ seconds }) => seconds <= log.seconds);
  const made = before.findLast(({ service, version }) => service === log.service && version === log.version);
  const last = services.map((name) => before.findLast(({ service }) => service === name));
  return [...new Set([made, ...last])].filter((change) => change !== undefined);
}
