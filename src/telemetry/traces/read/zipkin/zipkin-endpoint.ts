import { asText, own } from '../../json/untrusted-json.js';

const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;
const IPV6 = /^[0-9a-f:.]*:[0-9a-f:.]*$/i;

/** Which attributes an endpoint's fields are. */
export interface EndpointKeys {
  address: string;
  port: string;
}

export const LOCAL: EndpointKeys = { address: 'host.ip', port: 'server.port' };
export const REMOTE: EndpointKeys = { address: 'network.peer.address', port: 'network.peer.port' };

export function readEndpoint(endpoint: unknown, keys: EndpointKeys): Map<string, unknown> {
  const attributes = new Map<string, unknown>();
  const address = asText(own(endpoint, 'ipv4')) || asText(own(endpoint, 'ipv6'));
  const port = own(endpoint, 'port');
  if (address !== '') attributes.set(keys.address, address);
  if (typeof port === 'number' && port > 0) attributes.set(keys.port, port);
  return attributes;
}

/** An endpoint of Zipkin, strictly, and the keys that it could take up; undefined where it would be empty. */
export function writeEndpoint(
  serviceName: string | undefined,
  attributes: ReadonlyMap<string, unknown>,
  keys: EndpointKeys,
): { endpoint: object | undefined; used: Set<string> } {
  const address = attributes.get(keys.address);
  const port = attributes.get(keys.port);
  const used = new Set<string>();
  const endpoint: { serviceName?: string; ipv4?: string; ipv6?: string; port?: number } = {};
  if (serviceName) endpoint.serviceName = serviceName;
  if (typeof address === 'string' && (IPV4.test(address) || IPV6.test(address))) {
    endpoint[IPV4.test(address) ? 'ipv4' : 'ipv6'] = address;
    used.add(keys.address);
  }
  if (typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65536) {
    endpoint.port = port;
    used.add(keys.port);
  }
  return { endpoint: Object.keys(endpoint).length > 0 ? endpoint : undefined, used };
}
