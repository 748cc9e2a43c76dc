/** Why a request failed, seen from where it failed; kept apart because each asks for another remedy. */
export type FailureCause = 'timeout' | 'rejected' | 'dependency' | 'exception' | 'rate_limited';

export const FAILURE_CAUSES: readonly FailureCause[] = [
  'timeout',
  'rejected',
  'dependency',
  'exception',
  'rate_limited',
];

/** The HTTP status with which a service answers when it fails for that cause. */
export const HTTP_STATUS: Readonly<Record<FailureCause, number>> = {
  timeout: 504,
  rejected: 503,
  dependency: 502,
  exception: 500,
  rate_limited: 429,
};

/** A failed request: what the service that gave up saw, and what began it further down. */
export interface Failure {
  readonly cause: FailureCause;
  /** The value of `error.type`: a status code, or a short name where there was no answer. */
  readonly errorType: string;
  readonly message: string;
  readonly rootCause: FailureCause;
  /** Who failed first; for a timeout, who did not answer. */
  readonly rootService: string;
}

/** A failure that begins here. */
export function failure(cause: FailureCause, service: string, message: string, errorType?: string): Failure {
  return {
    cause,
    errorType: errorType ?? String(HTTP_STATUS[cause]),
    message,
    rootCause: cause,
    rootService: service,
  };
}

/** What a service answers whose call failed: its own timeout is its own, all else is a failed dependency. */
export function failureOfCall(of: Failure): Failure {
  const cause = of.errorType === 'timeout' ? 'timeout' : 'dependency';
  return {
    cause,
    errorType: String(HTTP_STATUS[cause]),
    message: of.message,
    rootCause: of.rootCause,
    rootService: of.rootService,
  };
}

export type FailureCounts = Record<FailureCause, number>;

export function noFailures(): FailureCounts {
  return { timeout: 0, rejected: 0, dependency: 0, exception: 0, rate_limited: 0 };
}
