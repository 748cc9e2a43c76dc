/** Why a request failed, as the service where it failed sees it. Each cause needs a different mitigation. */
export type FailureCause = 'timeout' | 'rejected' | 'dependency' | 'exception' | 'rate_limited';

export const FAILURE_CAUSES: readonly FailureCause[] = [
  'timeout',
  'rejected',
  'dependency',
  'exception',
  'rate_limited',
];

/** The HTTP status of an answer that failed, by cause. */
export const HTTP_STATUS: Readonly<Record<FailureCause, number>> = {
  timeout: 504,
  rejected: 503,
  dependency: 502,
  exception: 500,
  rate_limited: 429,
};

/** How a request failed: the cause that the answering service saw, and the root cause further down. */
export interface Failure {
  readonly cause: FailureCause;
  /** The value of `error.type`: a status code, or a short name if there was no answer. */
  readonly errorType: string;
  readonly message: string;
  readonly rootCause: FailureCause;
  /** The service that failed first; for a timeout, the one that did not answer. */
  readonly rootService: string;
}

/** Returns a failure whose root cause is in this service. */
export function failure(cause: FailureCause, service: string, message: string, errorType?: string): Failure {
  return {
    cause,
    errorType: errorType ?? String(HTTP_STATUS[cause]),
    message,
    rootCause: cause,
    rootService: service,
  };
}

/** Returns the failure of a service whose call failed: a timeout stays one, anything else is a failed dependency. */
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

/** Returns counts of 0 for every cause. */
export function noFailures(): FailureCounts {
  return { timeout: 0, rejected: 0, dependency: 0, exception: 0, rate_limited: 0 };
}
