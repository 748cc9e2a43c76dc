import type { AlertRule } from '../alerts/alert-rules.js';
import { DEFAULT_PERIOD_SECONDS, multiWindowRules } from '../alerts/burn-rate-alerts.js';
import type { BudgetingMethod } from '../error-budget.js';
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
  /** For OpenSLO: a calendar month, in UTC, in place of the last `periodSeconds`. */
  calendarMonth?: boolean;
}

/** A definition with nothing left open. */
export type CompleteDefinition = Required<SloDefinition>;

/**
 * Fills in what a definition leaves open; the queries are those for OpenTelemetry's `http.server.request.duration` as
 * Prometheus stores it.
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-metrics/
 */
export function complete(definition: SloDefinition): CompleteDefinition {
  const { service, slo, objective, periodSeconds = DEFAULT_PERIOD_SECONDS } = definition;
  const requests = (status: string): string =>
    `sum(rate(http_server_request_duration_seconds_count{job=${promqlString(service)}${status}}[{{.window}}]))`;
  return {
    periodSeconds,
    description: `${service}: ${slo}`,
    errorQuery: requests(', http_response_status_code=~"5.."'),
    totalQuery: requests(''),
    rules: multiWindowRules(objective, periodSeconds),
    budgetingMethod: 'Occurrences',
    sliceTarget: objective,
    sliceSeconds: 300,
    calendarMonth: false,
    ...definition,
  };
}

/** Puts a window into a query at `{{.window}}`. */
export function withWindow(query: string, window: string): string {
  return query.replaceAll('{{.window}}', () => window);
}

/** A name for machines: lower-case letters, digits and dashes, two to 63 of them (RFC 1123, and Sloth's own rule). */
export function machineName(text: string, otherwise: string): string {
  const name =
    text
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join('-')
      .slice(0, 63) ?? otherwise;
  return name[1] ? name.replace(/-$/, '') : `${name}-${otherwise}`;
}
