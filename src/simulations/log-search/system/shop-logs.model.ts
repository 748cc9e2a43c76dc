import { HTTP_STATUS, type FailureCause } from '../../../shop/system/failure.js';
import { badDeploy, slowQuery } from '../../../shop/actions/bad-releases.js';
import { campaign, flipFlag, ship } from '../../../shop/actions/changes.js';
import { DEFAULT_SETTINGS, type ShopAction, type ShopLog } from '../../../shop/index.js';
import { decideToRollBack } from '../../../shop/actions/mitigations.js';
import { SLOW_QUERY_NIGHT } from '../../../shop/run/scenarios.js';
import { BaseShop } from '../../../shop/run/base-shop.js';
import { isoTime } from '../../../telemetry/logs/iso-time.js';
import type { LogRecord } from '../../../telemetry/logs/index.js';
import { valueText } from '../../../telemetry/logs/log-record.js';

/** The night of the incident: it begins at 01:40 on 15 January 2024, in UTC. */
const MIDNIGHT_MS = 1_705_276_800_000;
/** The lesson's incident; besides, stock answers some requests with a 500 until that is rolled back as well. */
const SEED = 65;
const ACTIONS: readonly ShopAction[] = [
  { at: 440, type: 'bad-deploy', service: 'inventory-service', share: 0.004 },
  { at: 960, type: 'roll-back', service: 'payment-service' },
  { at: 1400, type: 'roll-back', service: 'inventory-service' },
];
/** All that is done that night: the rest of the shop's faults and remedies is not loaded for it. */
const KNOWN = {
  campaign,
  deploy: ship,
  'flip-flag': flipFlag,
  'slow-query': slowQuery,
  'bad-deploy': badDeploy,
  'roll-back': decideToRollBack,
};
/** About as many lines a second as 100 requests a second leave. */
const LINES_PER_SECOND = 400;
/** Payments fail in large numbers here: a short log is cut so that it holds this, in seconds of the run. */
const CLIMAX_SECONDS = 500;
const SHARE_BEFORE_CLIMAX = 0.6;
const STEP_SECONDS = 0.25;

/**
 * The shop's log of that night, record by record in the order of time, until there are so many. Pauses with the share that
 * is done. A short log begins shortly before the worst, a long one with the night.
 */
export function* shopLogs(lines: number, take: (record: LogRecord) => void): Generator<number, void> {
  const { actions, settings, topology } = SLOW_QUERY_NIGHT;
  const all = { ...DEFAULT_SETTINGS, ...settings };
  const shop = new BaseShop({
    seed: SEED,
    settings: all,
    topology: topology(all),
    agenda: [...actions, ...ACTIONS],
    actions: KNOWN,
  });
  const midnightMs = MIDNIGHT_MS + shop.settings.startSeconds * 1000;
  const startSeconds = Math.max(0, CLIMAX_SECONDS - (SHARE_BEFORE_CLIMAX * lines) / LINES_PER_SECOND);
  const endSeconds = startSeconds + lines / LINES_PER_SECOND;
  let seconds = 0;
  for (; seconds < startSeconds; seconds += STEP_SECONDS) {
    shop.runUntil(seconds);
    yield seconds / endSeconds;
  }
  let taken = 0;
  const stop = shop.listen({
    log(log) {
      if (taken++ < lines) take(recordOf(log, midnightMs));
    },
  });
  for (; taken < lines; seconds += STEP_SECONDS) {
    shop.runUntil(seconds);
    yield Math.min(1, seconds / endSeconds);
  }
  stop();
}

/** A record as a logger would write it, in a run in which second 0 is at `startMs`. */
export function recordOf(log: ShopLog, startMs: number): LogRecord {
  const { reason } = log.attributes;
  return {
    timestamp: isoTime(startMs + Math.floor(log.seconds * 1000)),
    level: log.severity,
    service: log.service,
    version: log.version,
    event: log.event,
    message: log.message,
    trace_id: log.traceId,
    span_id: log.spanId,
    ...log.attributes,
    // What the service answered with.
    ...(typeof reason === 'string' ? { status: HTTP_STATUS[reason as FailureCause] } : {}),
  };
}

/**
 * The record as the shop would print it if it wrote sentences. Nobody puts a trace id into one, and each sentence has its
 * own way with a price: dollars where it failed, cents where it was charged.
 */
export function proseLine(record: LogRecord): string {
  const { timestamp, level, service, message, operation, amount } = record;
  const head = `${valueText(timestamp).replace('T', ' ').replace('Z', '')} ${valueText(level)} ${valueText(service)}:`;
  const user = `for user ${valueText(record['user_id'])}`;
  const took = `${valueText(record['duration_ms'])} ms`;
  if (record['reason'] !== undefined) {
    const what = valueText(record['event']).replace('_', ' ');
    const price = typeof amount === 'number' ? `, amount=$${amount.toFixed(2)}` : '';
    const why = `status=${valueText(record['status'])}, reason=${valueText(record['reason'])}`;
    return `${head} ${what} ${user}${price}, ${why}: ${valueText(message)} (${took})`;
  }
  if (operation !== undefined) {
    const price = typeof amount === 'number' ? `, ${(amount * 100).toFixed(0)} cents` : '';
    return `${head} ${valueText(operation)} ${user}: ${valueText(record['status'])} in ${took}${price}`;
  }
  return record['duration_ms'] === undefined
    ? `${head} ${valueText(message)}`
    : `${head} ${valueText(message)} (${took})`;
}
