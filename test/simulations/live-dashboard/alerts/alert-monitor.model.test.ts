import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { ShopAction } from '../../../../src/shop/index.js';
import { increase, parseOpenMetrics, writeOpenMetrics } from '../../../../src/telemetry/index.js';
import { night, record } from '../nights.js';

const DAY = 86_400;

/** When each rule first fired, in seconds. */
function firstFired(actions: readonly ShopAction[], seconds: number, seed: number = 1): Record<string, number> {
  const { model } = night(record(actions, seed), seconds);
  const firing = model.alerts.filter(({ state }) => state === 'firing').toReversed();
  return Object.fromEntries(firing.map(({ rule, startSeconds }) => [rule, startSeconds]));
}

describe('The monitor of the dashboard', () => {
  it('begins after thirty healthy days, so that every window is full at once', () => {
    const { model } = night(record([]), 60);
    const { monitor } = model;
    for (const days of [1 / 24, 1, 3, 30]) {
      expect(monitor.burn('failed', 60, days * DAY), String(days)).to.equal(0);
      expect(monitor.burn('slow', 60, days * DAY), String(days)).to.be.within(0.4, 0.6);
    }
    const { total } = monitor.indicators.counts('failed', 60 - 30 * DAY, 60);
    expect(total).to.be.closeTo(100 * 30 * DAY, 0.01 * 100 * 30 * DAY);
  });

  it('pages when a Prometheus with a month of history does, and not as if the run were all there is', () => {
    const bad = firstFired([{ type: 'bad-deploy', share: 0.3, at: 0.001 }], 300);
    // 30 % of the requests: 14.4 times a thousandth, over an hour, is reached in about three minutes.
    expect(bad.ErrorBudgetBurn1h).to.be.within(180, 210);
    expect(bad.ErrorBudgetBurn6h).to.equal(undefined);
    const outage = firstFired([{ type: 'dependency-outage', at: 0.001 }], 300);
    // A fifth of the requests.
    expect(outage.ErrorBudgetBurn1h).to.be.within(255, 285);
  });

  it('is paged sooner by the failures of one route than by the budget of all', () => {
    for (const seed of [1, 2, 3]) {
      const fired = firstFired([{ type: 'dependency-outage', at: 0.001 }], 285, seed);
      expect(fired.RouteErrors, String(seed)).to.be.within(60, 90);
      expect(fired.RouteErrors).to.be.below(fired.ErrorBudgetBurn1h!);
    }
  });

  it('pages nobody on a quiet night', () => {
    for (const seed of [1, 2, 3]) expect(firstFired([], 300, seed), String(seed)).to.deep.equal({});
  });

  it('pages for missing requests when the service that counts them is gone, and computes nothing from nothing', () => {
    for (const at of [60, 100]) {
      const { model } = night(record([{ type: 'dependency-outage', service: 'api-gateway', at }]), at + 120);
      const firing = model.active.filter(({ state }) => state === 'firing');
      expect(firing.map(({ rule }) => rule)).to.deep.equal(['RequestsAbsent']);
      // A rate needs two scrapes in its minute, so the last one before the outage does not count.
      expect(firing[0]!.startSeconds).to.be.within(at + 45, at + 75);
      expect(model.newest!.errorRatio).to.deep.equal(NaN);
      expect(model.newest!.routes.size).to.equal(0);
    }
  });

  it('resolves its alerts', () => {
    const { model } = night(
      record([
        { type: 'bad-deploy', at: 10, seconds: 200 } as ShopAction,
        { type: 'roll-back', service: 'order-service', at: 210 },
      ]),
      700,
    );
    const routes = model.alerts.find(({ rule, state }) => rule === 'RouteErrors' && state === 'firing')!;
    expect(routes.endSeconds).to.be.within(210, 450);
    expect(model.active.filter(({ rule }) => rule === 'RouteErrors')).to.deep.equal([]);
  });

  it('has in its export all that it computes from', () => {
    const { model } = night(record([{ type: 'bad-deploy', at: 100 }]), 300);
    const parsed = parseOpenMetrics(writeOpenMetrics(model.metrics.scraper.history()));
    if (!parsed.ok) throw new Error(parsed.message);
    const name = 'http_server_request_duration_seconds';
    const samples = parsed.families.flatMap((family) => family.samples);
    const of = (suffix: string, keeps: (labels: ReadonlyMap<string, string>) => boolean): number => {
      const series = new Map<string, [number, number][]>();
      for (const sample of samples) {
        if (sample.name !== `${name}_${suffix}` || sample.labels.get('job') !== 'api-gateway' || !keeps(sample.labels))
          continue;
        const key = JSON.stringify([...sample.labels]);
        const points = series.get(key) ?? [];
        points.push([sample.timestamp!, sample.value]);
        series.set(key, points);
      }
      return [...series.values()].reduce((sum, points) => sum + (increase(points, { at: 300, range: 3600 }) ?? 0), 0);
    };
    const failed = of('count', (labels) => labels.has('error_type'));
    const all = of('count', () => true);
    expect(failed).to.be.above(1000);
    expect(model.monitor.burn('failed', 300, 3600)).to.be.closeTo(failed / all / 0.001, 1e-9);
    const served = of('count', (labels) => !labels.has('error_type'));
    const prompt = of('bucket', (labels) => !labels.has('error_type') && labels.get('le') === '0.4');
    expect(model.monitor.burn('slow', 300, 3600)).to.be.closeTo((1 - prompt / served) / 0.01, 1e-9);
  });
});
