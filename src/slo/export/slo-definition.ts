import { DATA_RULES, type AlertRule } from '../alerts/alert-rules.js';
import { multiWindowRules } from '../alerts/burn-rate-alerts.js';
import { DEFAULT_PERIOD_SECONDS } from '../alerts/burn-rate-windows.js';
import { isRatio } from '../budget.js';
import type { BudgetingMethod } from '../error-budget.js';
import { decimal } from '../numbers.js';
import { promqlString } from './promql.js';

/** A service level objective to be written as a file. Any string is safe in any field but the queries. */
export interface SloDefinition {
  service: string;
  /** The objective's name. */
  slo: string;
  /** Ratio; 0.999 for 99.9%. */
  objective: number;
  /** 30 days unless given. */
  periodSeconds?: number;
  description?: string;
  /** For a latency objective: the successful requests that take longer are the bad ones. Seconds, a bound of a bucket. */
  latencySeconds?: number;
  /** PromQL for the rate of bad events, with `{{.window}}` where the window goes. */
  errorQuery?: string;
  /** PromQL for the rate of all events, with `{{.window}}` where the window goes. */
  totalQuery?: string;
  /** PromQL selector of the series without which nothing can be said; needed only with queries of one's own. */
  presence?: string;
  /** The multi-window rules, and those for missing data, unless given. */
  rules?: readonly AlertRule[];
  /** For OpenSLO; Occurrences unless given. */
  budgetingMethod?: BudgetingMethod;
  /** The success ratio that makes a slice good, for Timeslices; the objective unless given. */
  sliceTarget?: number;
  /** The length of a slice, for Timeslices and RatioTimeslices; 5 minutes unless given. */
  sliceSeconds?: number;
  /** Whether the budget is that of a calendar month, in place of the last `periodSeconds`. */
  calendarMonth?: boolean;
  /** The IANA time zone in which a calendar month begins; UTC unless given. */
  timeZone?: string;
}

/** A definition with nothing left open; `presence` is empty where only the queries can tell. */
export type CompleteDefinition = Required<Omit<SloDefinition, 'latencySeconds'>>;

/**
 * Fills in what a definition leaves open; the queries are those for OpenTelemetry's `http.server.request.duration` as
 * Prometheus stores it.
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-metrics/
 */
export function complete(definition: SloDefinition): CompleteDefinition {
  const { service, slo, objective, periodSeconds = DEFAULT_PERIOD_SECONDS, latencySeconds } = definition;
  const queries = latencySeconds === undefined ? availabilityQueries(service) : latencyQueries(service, latencySeconds);
  const burnRateRules = multiWindowRules(objective, periodSeconds);
  const hasOwnQueries = definition.errorQuery !== undefined || definition.totalQuery !== undefined;
  return {
    periodSeconds,
    description: `${service}: ${slo}`,
    ...queries,
    ...(hasOwnQueries && { presence: '' }),
    rules: burnRateRules.length > 0 ? [...burnRateRules, ...DATA_RULES] : [],
    budgetingMethod: 'Occurrences',
    sliceTarget: objective,
    sliceSeconds: 300,
    calendarMonth: false,
    timeZone: 'UTC',
    ...definition,
  };
}

type Queries = Pick<CompleteDefinition, 'errorQuery' | 'totalQuery' | 'presence'>;

const DURATION = 'http_server_request_duration_seconds';
const FAILED = ', http_response_status_code=~"5.."';
const SUCCESSFUL = ', http_response_status_code!~"5.."';

function availabilityQueries(service: string): Queries {
  const series = (labels: string): string => `${DURATION}_count{job=${promqlString(service)}${labels}}`;
  return { errorQuery: rateOf(series(FAILED)), totalQuery: rateOf(series('')), presence: series('') };
}

/** Late are the successful requests that are in no bucket up to the threshold: a fast failure is not fast. */
function latencyQueries(service: string, latencySeconds: number): Queries {
  const job = `job=${promqlString(service)}`;
  const bound = decimal(latencySeconds);
  // Prometheus 3 writes whole bounds as 1.0, Prometheus 2 as the client did.
  const le = Number.isInteger(latencySeconds) ? `le=~"${bound}([.]0)?"` : `le="${bound}"`;
  const totalQuery = rateOf(`${DURATION}_count{${job}${SUCCESSFUL}}`);
  return {
    errorQuery: `${totalQuery} - ${rateOf(`${DURATION}_bucket{${job}${SUCCESSFUL}, ${le}}`)}`,
    totalQuery,
    presence: `${DURATION}_bucket{${job}, ${le}}`,
  };
}

function rateOf(series: string): string {
  return `sum(rate(${series}[{{.window}}]))`;
}

/** Why no rule can be written for a definition, in a sentence; empty where rules can be. */
export function whyNoRules(definition: SloDefinition): string {
  const { objective, periodSeconds = DEFAULT_PERIOD_SECONDS, latencySeconds = 1 } = definition;
  if (!isRatio(objective)) return 'There are no rules: an objective is from 0% to 100%.';
  if (objective === 1) return 'There are no rules: an objective of 100% has no error budget that could burn.';
  if (objective === 0) return 'There are no rules: at an objective of 0% every request may fail.';
  if (!(periodSeconds > 0 && periodSeconds < Infinity)) return 'There are no rules: a period is longer than nothing.';
  if (!(latencySeconds > 0 && latencySeconds < Infinity))
    return 'There are no rules: a latency is longer than nothing.';
  return '';
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
