import type { SpanKind, SpanStatus } from '../trace.js';

// Position in the list is the number in the protocol.

/** SpanKind; 0 is unspecified, which counts as internal. */
export const KINDS: readonly SpanKind[] = ['internal', 'internal', 'server', 'client', 'producer', 'consumer'];

/** Status.StatusCode. */
export const STATUSES: readonly SpanStatus[] = ['unset', 'ok', 'error'];

// Where OpenTelemetry keeps in attributes what only OTLP has fields for.
export const STATUS_DESCRIPTION = 'otel.status_description';
export const STATUS_CODE = 'otel.status_code';
export const SCOPE_NAME = 'otel.scope.name';
export const SCOPE_VERSION = 'otel.scope.version';
/** Jaeger's name for the `tracestate` of a span. */
export const TRACE_STATE = 'w3c.tracestate';
