import type { AlertRule } from './alert-rules.js';
import { DEFAULT_PERIOD_SECONDS } from './burn-rate-alerts.js';
import type { BudgetingMethod } from './error-budget.js';
import { promqlString } from './promql.js';

/** A service level objective to be written as a file. Any string is safe in any field but the queries. */
export interface SloDefinition {
  service: string;
  /** The objective's name. */
  slo: string;
  /** Ratio; 0.999 for 99.9 %. */
  objective: number;
  /** 30 days unless given. */
  periodSeconds?: number;
  description?: string;
  /** PromQL for the rate of bad events, with `{{.window}}` where the window goes. */
  errorQuery?: string;
  /** PromQL for the rate of all events, with `{{.window}}` where the window goes. */
  totalQuery?: string;
  /** The multi-window rules unless given. */
  rules?: readonly AlertRule[];
  /** For OpenSLO; Occurrences unless given. */
  budgetingMethod?: BudgetingMethod;
  /** The success ratio that makes a slice good, for Timeslices; the objective unless given. */
  sliceTarget?: number;
  /** The length of a slice, for Timeslices and RatioTimeslices; 5 minutes unless given. */
  sliceSeconds?: number;
  /** For OpenSLO: a calendar period in place of the last `periodSeconds`. */
  calendar?: 'month' | 'quarter' | 'year';
  /** The calendar's time zone, an IANA name; UTC unless given. */
  timeZone?: string;
}

const REQUESTS = 'http_server_request_duration_seconds_count';

/** The period in seconds, or 30 days where it is missing or no period. */
export function periodOf({ periodSeconds = NaN }: SloDefinition): number {
  return isWritable(periodSeconds) ? periodSeconds : DEFAULT_PERIOD_SECONDS;
}

/** The length of a slice in seconds, or 5 minutes where it is missing or no length. */
export function sliceOf({ sliceSeconds = NaN }: SloDefinition): number {
  return isWritable(sliceSeconds) ? sliceSeconds : 300;
}

// From a second to three thousand years: every format can write that, and nobody means more.
function isWritable(seconds: number): boolean {
  return seconds >= 1 && seconds <= 1e11;
}

/**
 * The definition's queries, or those for OpenTelemetry's `http.server.request.duration` as Prometheus stores it.
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-metrics/
 */
export function queriesOf({ service, errorQuery, totalQuery }: SloDefinition): { error: string; total: string } {
  return {
    error: errorQuery || `sum(rate(${requestSelector(service, '=~"5.."')}[{{.window}}]))`,
    total: totalQuery || `sum(rate(${requestSelector(service)}[{{.window}}]))`,
  };
}

/** The counter of a service's requests, of all or of those whose status code matches. */
export function requestSelector(service: string, status: '' | '=~"5.."' | '!~"5.."' = ''): string {
  return `${REQUESTS}{job=${promqlString(service)}${status && `, http_response_status_code${status}`}}`;
}
