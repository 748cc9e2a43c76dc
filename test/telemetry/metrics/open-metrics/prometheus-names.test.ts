import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { prometheusLabels, prometheusName, prometheusUnit } from '../../../../src/telemetry/index.js';
import { canonicalNumber } from '../../../../src/telemetry/metrics/open-metrics/open-metrics.js';
import { hostileString } from '../arbitraries.js';

const types = fc.constantFrom('counter', 'gauge', 'histogram');

describe('prometheusName', () => {
  for (const [name, unit, type, expected] of [
    ['http.server.request.duration', 's', 'histogram', 'http_server_request_duration_seconds'],
    ['http.server.active_requests', '{request}', 'gauge', 'http_server_active_requests'],
    ['process.cpu.time', 's', 'counter', 'process_cpu_time_seconds'],
    ['process.cpu.utilization', '1', 'gauge', 'process_cpu_utilization_ratio'],
    ['system.network.io', 'By', 'counter', 'system_network_io_bytes'],
    ['disk.throughput', 'By/s', 'gauge', 'disk_throughput_bytes_per_second'],
    ['requests.rate', '{request}/s', 'gauge', 'requests_rate_per_second'],
    ['orders.total', '{order}', 'counter', 'orders'],
    ['wait_seconds', 's', 'histogram', 'wait_seconds'],
    ['retries', '1', 'counter', 'retries'],
    ['2xx', '', 'counter', '_2xx'],
    ['seconds', 's', 'gauge', '_seconds'],
    ['größe', '', 'gauge', 'gr_e'],
  ] as const) {
    it(`makes ${expected} of ${name} in ${unit || 'no unit'}`, () => {
      expect(prometheusName({ name, unit, type })).to.equal(expected);
    });
  }

  it('is a valid name that ends in its unit, whatever it is made of', () => {
    fc.assert(
      fc.property(hostileString, hostileString, types, (name, unit, type) => {
        const textName = prometheusName({ name, unit, type });
        const textUnit = prometheusUnit(unit, type);
        expect(textName).to.match(/^[A-Za-z_:][A-Za-z0-9_:]*$/);
        if (textUnit) expect(textName.endsWith(`_${textUnit}`)).to.equal(true);
      }),
    );
  });
});

describe('prometheusLabels', () => {
  it('puts names in order, and in the words of Prometheus', () => {
    const labels = prometheusLabels({
      'http.route': '/cart',
      'error.type': 'timeout',
      'http.response.status_code': 504,
    });
    expect([...labels]).to.deep.equal([
      ['error_type', 'timeout'],
      ['http_response_status_code', '504'],
      ['http_route', '/cart'],
    ]);
  });

  it('joins the values of names that become one, and keeps reserved names free', () => {
    expect([...prometheusLabels({ 'a.b': 1, a_b: 2, le: '5', __name__: 'x', 9: 'y' })]).to.deep.equal([
      ['a_b', '1;2'],
      ['exported_le', '5'],
      ['key_9', 'y'],
      ['key_name__', 'x'],
    ]);
  });

  it('has valid names only', () => {
    fc.assert(
      fc.property(hostileString, (name) => {
        const [first] = prometheusLabels({ [name]: 'x' });
        expect(first?.[0]).to.match(/^[A-Za-z][A-Za-z0-9_]*$/);
      }),
    );
  });
});

describe('canonicalNumber', () => {
  it('writes the specification’s examples', () => {
    const examples =
      '0.0 0.001 0.002 0.01 0.1 0.9 0.95 0.99 0.999 1.0 1.7 10.0 1e-10 1e-09 1e-05 0.0001 100000.0 1e+06 1e+10';
    for (const text of examples.split(' ')) expect(canonicalNumber(Number(text))).to.equal(text);
    expect([Infinity, 1.55555555555552e6, 1e23].map(canonicalNumber)).to.deep.equal([
      '+Inf',
      '1.55555555555552e+06',
      '1e+23',
    ]);
  });

  it('is the number again', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) => Number(canonicalNumber(n)) === n),
    );
  });
});
