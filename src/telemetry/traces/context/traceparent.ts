/** What a `traceparent` header says. */
export interface TraceContext {
  version: number;
  traceId: string;
  parentId: string;
  flags: number;
  sampled: boolean;
}

const SAMPLED = 1;
const RANDOM = 2;
const HEADER = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/s;
const TRACE_ID = /^(?!0{32})[0-9a-f]{32}$/;
const PARENT_ID = /^(?!0{16})[0-9a-f]{16}$/;

/**
 * The header by W3C's rules, or null where a receiver must start a new trace. Later versions may add fields.
 * @see https://www.w3.org/TR/trace-context/#traceparent-header
 */
export function parseTraceparent(header: string): TraceContext | null {
  if (typeof header !== 'string') return null;
  const parts = HEADER.exec(header.replace(/^[ \t]+|[ \t]+$/g, ''));
  if (!parts) return null;
  const [, versionHex = '', traceId = '', parentId = '', flagsHex = '', rest] = parts;
  const version = parseInt(versionHex, 16);
  if (version === 255 || (version === 0 && rest !== undefined)) return null;
  if (!TRACE_ID.test(traceId) || !PARENT_ID.test(parentId)) return null;
  const flags = parseInt(flagsHex, 16);
  return { version, traceId, parentId, flags, sampled: (flags & SAMPLED) === SAMPLED };
}

/** The header to send, always of version 00 and with known flags only; empty where an id is not one. */
export function formatTraceparent(context: {
  traceId: string;
  parentId: string;
  flags?: number;
  sampled?: boolean;
}): string {
  if (!TRACE_ID.test(context.traceId) || !PARENT_ID.test(context.parentId)) return '';
  const flags = context.flags ?? 0;
  const sampled = context.sampled ?? (flags & SAMPLED) === SAMPLED;
  const known = (flags & RANDOM) | (sampled ? SAMPLED : 0);
  return `00-${context.traceId}-${context.parentId}-0${known}`;
}
