import { asList, asText, isObject, own } from '../../json/untrusted-json.js';
import { readMicros } from '../../unix-time.js';

type Side = 'CLIENT' | 'SERVER' | 'PRODUCER' | 'CONSUMER';

interface Annotation {
  value: string;
  micros: number | undefined;
  endpoint: unknown;
}

/** The annotations that begin and end each side's half of a span. */
const SIDES: readonly { side: Side; begin: string; end: string; peer: string }[] = [
  { side: 'CLIENT', begin: 'cs', end: 'cr', peer: 'sa' },
  { side: 'SERVER', begin: 'sr', end: 'ss', peer: 'ca' },
  { side: 'PRODUCER', begin: 'ms', end: 'ws', peer: 'ma' },
  { side: 'CONSUMER', begin: 'wr', end: 'mr', peer: 'ma' },
];
const PEERS: ReadonlySet<string> = new Set(SIDES.map(({ peer }) => peer));

/** Whether a span is of Zipkin's version 1, in which the endpoint stands in each annotation. */
export function isZipkinV1(span: object): boolean {
  return (
    Array.isArray(own(span, 'binaryAnnotations')) ||
    asList(own(span, 'annotations')).some((annotation) => own(annotation, 'endpoint') !== undefined)
  );
}

/**
 * A span of version 1 as spans of version 2, one for each side that has annotations in it: both sides of a call may have
 * written into one.
 * @see https://github.com/openzipkin/zipkin-api/blob/master/zipkin-api.yaml
 */
export function fromZipkinV1(span: object): object[] {
  const annotations = asList(own(span, 'annotations')).map(readAnnotation);
  const binary = asList(own(span, 'binaryAnnotations')).filter(isObject);
  const sides = SIDES.filter(({ begin, end }) => annotations.some(({ value }) => value === begin || value === end));
  const addressed = SIDES.find(({ peer }) => binary.some((item) => isPeer(item, peer)));
  const found = sides.length > 0 ? sides : addressed ? [addressed] : [undefined];
  const halves = found.map((half) => sideOf(span, half, annotations, binary, found.length > 1));
  addTags(halves, binary);
  return halves.map(({ endpoint, ...rest }) => ({
    ...rest,
    ...(endpoint !== undefined && { localEndpoint: endpoint }),
  }));
}

interface Half {
  endpoint: unknown;
  tags: Record<string, string>;
}

function sideOf(
  span: object,
  half: (typeof SIDES)[number] | undefined,
  annotations: readonly Annotation[],
  binary: readonly object[],
  isOneOfTwo: boolean,
): Half & Record<string, unknown> {
  const at = (value: string | undefined): Annotation | undefined => annotations.find((each) => each.value === value);
  const begin = at(half?.begin);
  const end = at(half?.end);
  const first = binary.find((item) => isObject(own(item, 'endpoint')) && !PEERS.has(asText(own(item, 'key'))));
  const told = begin ?? end ?? (isOneOfTwo ? undefined : annotations[0]);
  const endpoint = told?.endpoint ?? (isOneOfTwo ? undefined : own(first, 'endpoint'));
  const isServer = half?.side === 'SERVER';
  // The span's own times are those of who began it; a server that joined it has only its annotations.
  const keepsTimes = !(isOneOfTwo && isServer);
  // Most consumers say only when they had the message.
  const received = half?.side === 'CONSUMER' ? end?.micros : undefined;
  const timestamp = (keepsTimes ? microsOf(own(span, 'timestamp')) : undefined) ?? begin?.micros ?? received;
  const measured = begin?.micros !== undefined && end?.micros !== undefined ? end.micros - begin.micros : undefined;
  const duration = (keepsTimes ? microsOf(own(span, 'duration')) : undefined) ?? measured;
  const others = annotations.filter(
    ({ value, endpoint: where }) =>
      !SIDES.some((side) => side.begin === value || side.end === value) &&
      (!isOneOfTwo || serviceOf(where) === serviceOf(endpoint)),
  );
  const remote = binary.find((item) => half && isPeer(item, half.peer));
  const isShared = isServer && (isOneOfTwo || microsOf(own(span, 'timestamp')) === undefined);
  return {
    traceId: own(span, 'traceId'),
    id: own(span, 'id'),
    parentId: own(span, 'parentId'),
    name: own(span, 'name'),
    ...(half && { kind: half.side }),
    timestamp,
    duration,
    ...(isShared && { shared: true }),
    ...(remote && { remoteEndpoint: own(remote, 'endpoint') }),
    annotations: others.map(({ value, micros }) => ({ value, timestamp: micros })),
    endpoint,
    tags: {},
  };
}

/** Tags go to the half whose service wrote them; to the first where none did. */
function addTags(halves: Half[], binary: readonly object[]): void {
  for (const item of binary) {
    const key = asText(own(item, 'key'));
    const value = own(item, 'value');
    if (key === '' || PEERS.has(key) || (key === 'lc' && asText(value) === '')) continue;
    const service = serviceOf(own(item, 'endpoint'));
    const half = halves.find(({ endpoint }) => serviceOf(endpoint) === service) ?? halves[0];
    // A key named __proto__ is one like any other.
    if (half) Object.defineProperty(half.tags, key, { value: asText(value), enumerable: true, configurable: true });
  }
}

/** An address is a flag with an endpoint: `{ key: 'sa', value: true, endpoint }`. */
function isPeer(item: object, peer: string): boolean {
  return own(item, 'key') === peer && isObject(own(item, 'endpoint'));
}

function readAnnotation(annotation: unknown): Annotation {
  return {
    value: asText(own(annotation, 'value')),
    micros: microsOf(own(annotation, 'timestamp')),
    endpoint: own(annotation, 'endpoint'),
  };
}

function microsOf(value: unknown): number | undefined {
  const nanos = readMicros(value);
  return nanos ? Number(nanos / 1000n) : undefined;
}

function serviceOf(endpoint: unknown): string {
  return asText(own(endpoint, 'serviceName'));
}
