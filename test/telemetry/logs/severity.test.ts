import { describe, it } from 'node:test';
import { expect } from 'chai';
import { SEVERITIES, severityName, severityNumber } from '../../../src/telemetry/logs/index.js';

describe('severityNumber', () => {
  it('gives each name the first of its four numbers', () => {
    expect(SEVERITIES.map((name) => severityNumber(name))).to.deep.equal([1, 5, 9, 13, 17, 21]);
    expect(['TRACE4', 'debug2', 'Error3', 'fatal4'].map(severityNumber)).to.deep.equal([4, 6, 19, 24]);
  });

  it('knows what other systems call them', () => {
    expect(['warning', 'err', 'notice', 'critical', 'emerg'].map(severityNumber)).to.deep.equal([13, 17, 10, 18, 21]);
  });

  it('takes nothing else for a severity', () => {
    for (const other of [
      '',
      'WARN5',
      'WARN0',
      'loud',
      'constructor',
      'INFO ',
      '13',
      0,
      25,
      1.5,
      NaN,
      null,
      {},
      undefined,
    ]) {
      expect(severityNumber(other), JSON.stringify(other)).to.equal(undefined);
    }
  });
});

describe('severityName', () => {
  it('names every number from 1 to 24, and no other', () => {
    expect([1, 4, 5, 9, 16, 17, 24].map(severityName)).to.deep.equal([
      'TRACE',
      'TRACE',
      'DEBUG',
      'INFO',
      'WARN',
      'ERROR',
      'FATAL',
    ]);
    expect([0, 25, -3, 1.5, NaN, Infinity].map(severityName)).to.deep.equal(Array.from({ length: 6 }, () => undefined));
  });
});
