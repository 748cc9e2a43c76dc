import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  CARDINALITY_LIMIT,
  Counter,
  DURATION_BOUNDARIES,
  Gauge,
  Histogram,
  MetricRegistry,
} from '../../../src/telemetry/index.js';
import { anyNumber } from './arbitraries.js';

describe('Counter', () => {
  it('only grows', () => {
    fc.assert(
      fc.property(fc.array(anyNumber), (amounts) => {
        const counter = new Counter();
        for (const amount of amounts) {
          const before = counter.value;
          counter.add(amount);
          expect(counter.value).to.be.at.least(before);
        }
      }),
    );
  });

  it('keeps the newest exemplar, and forgets it with its value when its process restarts', () => {
    const counter = new Counter();
    counter.add(1, { labels: { trace_id: 'a' } });
    counter.add(2, { labels: { trace_id: 'b' }, seconds: 5 });
    counter.add();
    expect(counter.value).to.equal(4);
    expect(counter.exemplar).to.deep.equal({ labels: { trace_id: 'b' }, seconds: 5, value: 2 });
    counter.reset(60);
    expect([counter.value, counter.exemplar, counter.createdSeconds]).to.deep.equal([0, undefined, 60]);
  });
});

describe('Gauge', () => {
  it('goes up and down', () => {
    const gauge = new Gauge();
    gauge.set(5);
    gauge.add(-7);
    expect(gauge.value).to.equal(-2);
    gauge.reset();
    expect(gauge.value).to.equal(0);
  });
});

describe('Histogram', () => {
  it('has the boundaries of the semantic conventions unless told otherwise', () => {
    expect(new Histogram().boundaries).to.deep.equal(DURATION_BOUNDARIES);
  });

  it('puts boundaries in order, each once', () => {
    expect(new Histogram([1, 0.5, NaN, Infinity, 1, -1]).boundaries).to.deep.equal([-1, 0.5, 1]);
  });

  it('counts what is at most the bound', () => {
    const histogram = new Histogram([1, 2]);
    for (const value of [0.5, 1, 1.5, 2, 2.5, -3, Infinity, NaN]) histogram.observe(value);
    expect(histogram.buckets()).to.deep.equal([
      { le: 1, count: 3 },
      { le: 2, count: 5 },
      { le: Infinity, count: 7 },
    ]);
    expect([0, 1, 2].map((index) => histogram.cumulativeCount(index))).to.deep.equal([3, 5, 7]);
    expect(histogram.count).to.equal(7);
  });

  it('loses no observation', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true })), fc.array(anyNumber), (values, boundaries) => {
        const histogram = new Histogram(boundaries);
        for (const value of values) histogram.observe(value);
        for (const { le, count } of histogram.buckets()) {
          expect(count).to.equal(values.filter((value) => value <= le).length);
        }
      }),
    );
  });

  it('keeps the newest exemplar of each bucket', () => {
    const histogram = new Histogram([1, 2]);
    histogram.observe(0.5, { labels: { trace_id: 'a' }, seconds: 1 });
    histogram.observe(0.7, { labels: { trace_id: 'b' }, seconds: 2 });
    histogram.observe(9, { labels: { trace_id: 'c' } });
    histogram.observe(0.9);
    expect(histogram.exemplars).to.deep.equal([
      { labels: { trace_id: 'b' }, seconds: 2, value: 0.7 },
      undefined,
      { labels: { trace_id: 'c' }, value: 9 },
    ]);
  });
});

describe('MetricRegistry', () => {
  it('gives the same instrument for the same labels in any order', () => {
    const requests = new MetricRegistry().counter({ name: 'http.server.requests' });
    const one = requests.with({ 'http.route': '/cart', 'http.response.status_code': 200 });
    expect(requests.with({ 'http.response.status_code': 200, 'http.route': '/cart' })).to.equal(one);
    expect(requests.with({ 'http.route': '/cart' })).not.to.equal(one);
  });

  it('does not take the labels of one for those of another', () => {
    const family = new MetricRegistry().counter({ name: 'a' });
    expect(family.with({ a: '1","b":"2' })).not.to.equal(family.with({ a: '1', b: '2' }));
    expect(family.with({ ['__proto__']: 'x' })).not.to.equal(family.with({}));
  });

  it('gives the same family for the same name, and refuses another type or a name that clashes', () => {
    const registry = new MetricRegistry();
    const requests = registry.counter({ name: 'requests' });
    expect(registry.counter({ name: 'requests' })).to.equal(requests);
    expect(() => registry.gauge({ name: 'requests' })).to.throw(TypeError);
    expect(() => registry.gauge({ name: 'requests.created' })).to.throw(TypeError);
    expect([...registry]).to.have.length(1);
  });

  it('lets label sets beyond the limit share one series', () => {
    const family = new MetricRegistry().counter({ name: 'requests' });
    for (let user = 0; user < CARDINALITY_LIMIT + 500; user++) family.with({ user }).add();
    const all = [...family];
    expect(all).to.have.length(CARDINALITY_LIMIT + 1);
    expect(all.at(-1)![0]).to.deep.equal({ 'otel.metric.overflow': true });
    expect(all.at(-1)![1].value).to.equal(500);
  });

  it('begins again at zero when its process restarts', () => {
    const registry = new MetricRegistry();
    const counter = registry.counter({ name: 'a' }).with();
    const histogram = registry.histogram({ name: 'b', boundaries: [1] }).with();
    const gauge = registry.gauge({ name: 'c' }).with();
    counter.add();
    histogram.observe(3, { labels: { trace_id: 'x' } });
    gauge.set(4);
    registry.restart(30);
    expect([counter.value, histogram.count, histogram.sum, gauge.value]).to.deep.equal([0, 0, 0, 0]);
    expect(histogram.exemplars).to.deep.equal([undefined, undefined]);
    expect([counter.createdSeconds, histogram.createdSeconds]).to.deep.equal([30, 30]);
    expect(registry.counter({ name: 'a' }).with({ later: true }).createdSeconds).to.equal(30);
  });
});
