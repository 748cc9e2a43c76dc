import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Run, ShopMetrics, ServiceQueries, type ShopResult } from '../../../src/shop/index.js';
import { drawIncident } from '../../../src/simulations/blind-vs-observable/incident/incident.model.js';
import { Scene } from '../../../src/simulations/blind-vs-observable/incident/evidence-store.model.js';
import { reasonOf } from '../../../src/simulations/blind-vs-observable/incident/symptom-readers.model.js';
import { SIGN_BY_ID, SIGNS } from '../../../src/simulations/blind-vs-observable/incident/symptoms.model.js';
import { SUSPECTS } from '../../../src/simulations/blind-vs-observable/diagnosis/suspects.model.js';

/** A look at an incident some seconds after its fault, and two other accounts of the same run: metrics, and results. */
function look(kind: string, seconds: number) {
  const incident = drawIncident(kind, 11);
  const run = new Run(incident.record);
  const scene = run.watch((shop) => new Scene(shop));
  const metrics = run.watch((shop) => new ShopMetrics(shop, { scrapeSeconds: 5 }));
  const results: ShopResult[] = [];
  run.shop.listen({ result: (result) => results.push(result) });
  scene.current.attend();
  const at = Math.ceil((incident.faultAt + seconds) / 15) * 15;
  run.runUntil(at);
  return { scene: scene.current, metrics: metrics.current, results, at };
}

describe('The signs', () => {
  const { scene, metrics, results, at } = look('third-party-rate-limit', 120);
  const recent = results.filter(({ endSeconds }) => endSeconds >= at - 60 && endSeconds < at);
  const signal = (service: string) => new ServiceQueries(metrics.scraper, service);
  const time = { at, range: 60 };

  it('are read into one of their outcomes, whatever the incident', () => {
    for (const sign of SIGNS) expect(sign.outcomes, sign.id).to.include(sign.read(scene, at).outcome);
    expect(new Set(SIGNS.map(({ id }) => id)).size).to.equal(SIGNS.length);
  });

  it('agree with a count of the payments that failed', () => {
    const payments = recent.filter(({ route }) => route === 'POST /checkout');
    const failed = payments.filter(({ cause }) => cause !== undefined);
    expect(scene.failing()).to.be.closeTo(failed.length / payments.length, 1e-12);
    expect(scene.hurtBy(at)).to.equal(results.filter(({ cause, endSeconds }) => cause && endSeconds < at).length);
    expect(scene.hurtBy(at)).to.equal(scene.shop.requests.total.failed);
  });

  it('agree with what PromQL would answer for the same minute', () => {
    expect(scene.failing()).to.be.closeTo(
      signal('api-gateway').errorRatio(time) *
        (recent.length / recent.filter((r) => r.route === 'POST /checkout').length),
      0.02,
    );
    const cpu = Math.max(...scene.usages('postgres', 'cpu').map(({ utilization }) => utilization));
    expect(cpu).to.be.closeTo(signal('postgres').usage('cpu', time).utilization, 0.02);
    // A histogram knows a quantile no better than its bucket.
    const [p99 = NaN] = signal('api-gateway').quantiles([0.99], time);
    expect(scene.p99() / p99).to.be.within(0.5, 2);
  });

  it('find the answer 429 in dependencies, trace, logs and by hand', () => {
    const read = (id: string) => SIGN_BY_ID.get(id)!.read(scene, at).outcome;
    expect(read('card')).to.equal('limit');
    expect(read('trace')).to.equal('card-limit');
    expect(read('log-reason')).to.equal('card-limit');
    expect(read('routes')).to.equal('payments');
    expect(read('traffic')).to.equal('usual');
    expect(read('status')).to.equal('dependency');
  });

  it('name the reason in a message', () => {
    expect(reasonOf('no connection within 5 s')).to.equal('pool');
    expect(reasonOf('no answer from postgres within 30 s')).to.equal('query');
    expect(reasonOf('card-processor allows 5 requests/s')).to.equal('card-limit');
    expect(reasonOf('NullPointerException: discount is null')).to.equal('exception');
    expect(reasonOf('something never seen')).to.equal('other');
  });

  it('are the usual ones where nothing is wrong', () => {
    const incident = drawIncident('bad-deploy', 11);
    const run = new Run({ ...incident.record, actions: [] });
    const watch = run.watch((shop) => new Scene(shop));
    watch.current.attend();
    run.runUntil(180);
    for (const id of ['traffic', 'latency', 'database-cpu', 'payments-pool', 'order-cpu', 'cache', 'network', 'card']) {
      const sign = SIGN_BY_ID.get(id)!;
      expect(sign.read(watch.current, 180).outcome, id).to.equal(sign.outcomes[0]);
    }
    expect(watch.current.failing()).to.equal(0);
  });

  it('are of thirteen suspects', () => {
    expect(SUSPECTS).to.have.length(13);
  });
});
