import { firstValue } from './add-attribute.js';
import { asText } from '../json/untrusted-json.js';
import { KINDS, STATUS_CODE, STATUS_DESCRIPTION, STATUSES } from './otlp-enums.js';
import { readEnum } from './otlp-values.js';
import type { Span, SpanKind, SpanStatus } from '../trace.js';

// Jaeger and Zipkin say kind and status in tags. What a tag says is taken out of the attributes: it has its own field.

/** Takes `span.kind` out of the tags. */
export function takeKind(tags: Map<string, unknown>): SpanKind {
  const said = firstValue(tags.get('span.kind'));
  const kind = readEnum(said, KINDS, 'internal');
  if (kind === asText(said).toLowerCase()) tags.delete('span.kind');
  return kind;
}

/** Takes `otel.status_code` and `error` out of the tags; an error that says more than "true" is the description. */
export function takeStatus(tags: Map<string, unknown>): SpanStatus {
  const code = firstValue(tags.get(STATUS_CODE));
  const error = firstValue(tags.get('error'));
  const says = typeof error === 'string' && error !== 'false';
  if (code === undefined && error !== true && !says) return 'unset';
  const status = code === undefined ? 'error' : readEnum(code, STATUSES, 'unset');
  tags.delete(STATUS_CODE);
  if (status !== 'error') return status;
  if (error === true || says) tags.delete('error');
  if (says && error !== 'true' && error !== '' && !tags.has(STATUS_DESCRIPTION)) tags.set(STATUS_DESCRIPTION, error);
  return status;
}

/** The tags that say a span's status. */
export function statusTags(span: Span): [string, string | boolean][] {
  if (span.status === 'error') {
    return [
      [STATUS_CODE, 'ERROR'],
      ['error', true],
    ];
  }
  // Without a code, an attribute named error would be taken for the status.
  return span.status === 'ok' || span.attributes.has('error') ? [[STATUS_CODE, span.status.toUpperCase()]] : [];
}
