import type { Attributes } from './telemetry-records.js';
import { HTTP_STATUS } from '../system/failure.js';
import type { ServiceSpec } from '../system/topology.js';

/** Returns the attributes of a client span, by OpenTelemetry's semantic conventions. */
export function clientAttributes(target: ServiceSpec, operation: string): Attributes {
  const [verb = '', object = ''] = operation.split(' ');
  const server: Attributes = { 'server.address': target.name, 'service.peer.name': target.name };
  switch (target.protocol) {
    case 'http':
      return { 'http.request.method': verb, 'url.template': object, ...server };
    case 'postgresql':
    case 'redis': {
      const summary = summaryOf(operation);
      return {
        'db.system.name': target.protocol,
        'db.operation.name': summary.split(' ')[0] ?? '',
        'db.collection.name': object,
        'db.query.summary': summary,
        ...server,
      };
    }
    case 'messaging':
      return server;
  }
}

/** Returns the attributes of a server or consumer span, by OpenTelemetry's semantic conventions. */
export function serverAttributes(spec: ServiceSpec, operation: string): Attributes {
  if (spec.protocol !== 'http') return {};
  const [method = '', route = ''] = operation.split(' ');
  return { 'http.request.method': method, 'http.route': route };
}

/** Returns the attributes of the server spans that an HTTP operation may end with: success, and each failure of its own. */
export function answersOf(spec: ServiceSpec, operation: string): Attributes[] {
  const request = serverAttributes(spec, operation);
  const failures = [...new Set(Object.values(HTTP_STATUS))].filter((status) => status >= 500);
  return [
    { ...request, 'http.response.status_code': 200 },
    ...failures.map((status) => ({
      ...request,
      'http.response.status_code': status,
      'error.type': String(status),
    })),
  ];
}

/** Returns the low-cardinality name of a client span. */
export function clientSpanName(target: ServiceSpec, operation: string): string {
  return target.protocol === 'postgresql' ? summaryOf(operation) : operation;
}

/** Returns the statement as it is written. How the database executes it is not visible from outside. */
function summaryOf(operation: string): string {
  return operation === 'SCAN payments' || operation === 'READ payments' ? 'SELECT payments' : operation;
}
