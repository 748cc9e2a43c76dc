import type { Attributes } from './telemetry-records.js';
import type { ServiceSpec } from '../system/topology.js';

/** OpenTelemetry's attributes of a client span: what is called, and by what protocol. */
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

/** And of a server's, or a consumer's. */
export function serverAttributes(spec: ServiceSpec, operation: string): Attributes {
  if (spec.protocol !== 'http') return {};
  const [method = '', route = ''] = operation.split(' ');
  return { 'http.request.method': method, 'http.route': route };
}

/** The low-cardinality name of a client span. */
export function clientSpanName(target: ServiceSpec, operation: string): string {
  return target.protocol === 'postgresql' ? summaryOf(operation) : operation;
}

/** The statement as it is written: how the database carries it out is not seen from outside. */
function summaryOf(operation: string): string {
  return operation === 'SCAN payments' || operation === 'READ payments' ? 'SELECT payments' : operation;
}
