import { parseTraceparent, parseTracestate, type TraceContext } from '../../../telemetry/traces/index.js';

/** A rule of W3C Trace Context that a header breaks. */
export type HeaderFault =
  | 'empty'
  | 'parts'
  | 'version'
  | 'version-ff'
  | 'version-length'
  | 'trace-id'
  | 'trace-id-zero'
  | 'upper-case'
  | 'parent-id'
  | 'parent-id-zero'
  | 'flags';

export type TraceparentReading =
  { readonly ok: true; readonly context: TraceContext } | { readonly ok: false; readonly fault: HeaderFault };

/**
 * A `traceparent` with the first rule that it breaks. Whether it breaks any is what `parseTraceparent` says.
 * @see https://www.w3.org/TR/trace-context/#traceparent-header
 */
export function readTraceparent(header: string): TraceparentReading {
  const context = parseTraceparent(header);
  return context ? { ok: true, context } : { ok: false, fault: faultOf(header.replace(/^[ \t]+|[ \t]+$/g, '')) };
}

function faultOf(header: string): HeaderFault {
  if (header === '') return 'empty';
  if (/[A-F]/.test(header) && parseTraceparent(header.toLowerCase())) return 'upper-case';
  const [version = '', traceId = '', parentId, flags, ...rest] = header.split('-');
  if (parentId === undefined || flags === undefined) return 'parts';
  if (!/^[0-9a-f]{2}$/.test(version)) return 'version';
  if (version === 'ff') return 'version-ff';
  if (/^0{32}$/.test(traceId)) return 'trace-id-zero';
  if (!/^[0-9a-f]{32}$/.test(traceId)) return 'trace-id';
  if (/^0{16}$/.test(parentId)) return 'parent-id-zero';
  if (!/^[0-9a-f]{16}$/.test(parentId)) return 'parent-id';
  if (version === '00' && rest.length > 0) return 'version-length';
  return 'flags';
}

export type TracestateFault = 'members' | 'no-equals' | 'key' | 'value';

export type TracestateReading =
  | { readonly ok: true; readonly entries: readonly { readonly key: string; readonly value: string }[] }
  | { readonly ok: false; readonly fault: TracestateFault; readonly member: string };

const MEMBER_LIMIT = 32;

/** A `tracestate` with the first entry that spoils it; the whole header is then ignored, and `traceparent` stays. */
export function readTracestate(header: string): TracestateReading {
  const entries = parseTracestate(header);
  if (entries) return { ok: true, entries };
  const members = header.split(',').map((member) => member.replace(/^[ \t]+|[ \t]+$/g, ''));
  const spoiler = members.find((member) => parseTracestate(member) === null);
  if (spoiler === undefined) return { ok: false, fault: 'members', member: String(MEMBER_LIMIT) };
  if (!spoiler.includes('=')) return { ok: false, fault: 'no-equals', member: spoiler };
  const key = spoiler.slice(0, spoiler.indexOf('='));
  const fault = parseTracestate(`${key}=1`) === null ? 'key' : 'value';
  return { ok: false, fault, member: spoiler };
}
