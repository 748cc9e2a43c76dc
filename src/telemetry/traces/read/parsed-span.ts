import type { SpanKind, SpanLink, SpanStatus } from '../trace.js';

/** A span as its file has it: absolute times, and whatever is missing still missing. */
export interface FoundSpan {
  traceId: string;
  spanId: string;
  parentSpanId: string | null;
  service: string;
  name: string;
  kind: SpanKind;
  startNano: bigint | null;
  endNano: bigint | null;
  /** In Zipkin, where a piece of a span may have its duration and not its start. */
  durationNano?: bigint | null;
  status: SpanStatus;
  attributes: Map<string, unknown>;
  resource: Map<string, unknown>;
  events: FoundEvent[];
  links: SpanLink[];
  flags?: number | undefined;
  /** Whether it stands for a trace of which only a part is in the file: a search result. */
  summary?: boolean;
  /** Whether attributes were too many or too deep to be kept whole. */
  cut: boolean;
}

export interface FoundEvent {
  name: string;
  timeNano: bigint | null;
  attributes: Map<string, unknown>;
}

/** What OpenTelemetry calls a service that has no name. */
export const UNKNOWN_SERVICE = 'unknown_service';

/** The most spans that are read from one file. */
export const SPAN_LIMIT = 200_000;

/** Takes spans until there are too many, and counts what it cannot take. */
export class SpanCollector {
  readonly spans: FoundSpan[] = [];
  /** Entries that are no spans: of the wrong type, or without ids. */
  rejected = 0;
  /** Spans beyond the limit. */
  dropped = 0;

  add(span: FoundSpan): void {
    if (span.traceId === '' || span.spanId === '') this.rejected++;
    else if (this.spans.length >= SPAN_LIMIT) this.dropped++;
    else this.spans.push(span);
  }
}
