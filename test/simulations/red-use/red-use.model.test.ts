import { describe, it } from 'node:test';
import { expect } from 'chai';
import { histogramQuantile } from '../../../src/telemetry/index.js';
import { baselineOf, distance, SPREADS } from '../../../src/simulations/red-use/matrix/baseline.model.js';
import { FAULTS, plan, PRESETS, surprise } from '../../../src/simulations/red-use/faults.model.js';
import { pathThrough } from '../../../src/simulations/red-use/diagnosis/path.model.js';
import { resourceRows, serviceRows } from '../../../src/simulations/red-use/matrix/rows.model.js';
import { judge } from '../../../src/simulations/red-use/diagnosis/verdict.model.js';
import { watched } from './watched.js';

const scan = watched('62 slow-query mode=disk share=0.15', 120);
const value = ({ model }: typeof scan, key: string): number => model.now(model.cell(key)!);
const left = ({ model }: typeof scan, key: string) => model.track(model.cell(key)!).departure;

describe('A baseline', () => {
  const cell = { key: 'x.rate', service: 'x', signal: 'rate' } as const;

  it('is the mean and the standard deviation of what was measured', () => {
    const { mean, spread, width } = baselineOf(cell, [2, 4, 4, 4, 5, 5, 7, 9, NaN])!;
    expect([mean, spread, width]).to.deep.equal([5, 2, 2 * SPREADS]);
  });

  it('is at least as wide as what would matter', () => {
    expect(baselineOf(cell, [100, 100])?.width).to.equal(25);
    const errors = baselineOf({ ...cell, signal: 'errors' }, [0, 0])!;
    expect(distance(0.02, errors)).to.equal(2);
    expect(Number.isNaN(distance(NaN, errors))).to.equal(true);
  });

  it('is unknown where nothing was measured', () => {
    expect(baselineOf(cell, [])).to.equal(undefined);
    expect(baselineOf(cell, [NaN])).to.equal(undefined);
  });
});

describe('The cells of a run', () => {
  it('are R, E, D of five services and U, S, E of each resource that has an end', () => {
    const keys = scan.model.cells.map(({ key }) => key);
    expect(new Set(keys).size).to.equal(keys.length);
    expect(serviceRows(scan.model).map(({ service }) => service)).to.deep.equal([
      'api-gateway',
      'auth',
      'order-service',
      'inventory-service',
      'payment-service',
    ]);
    expect(keys).to.include('postgres.disk.saturation').and.not.include('card-processor.cpu.utilisation');
    expect(keys).not.to.include('postgres.rate');
  });

  it('count as many requests as customers came, over the window', () => {
    const { run, model } = watched('', 100);
    const before = watched('', 85).run.shop.requests.total;
    const { total } = run.shop.requests;
    const gone = total.served + total.failed - before.served - before.failed;
    // 15 s of one scrape each 2 s are 7 steps of 2 s, and carried to the edges.
    expect(model.now(model.cell('api-gateway.rate')!)).to.be.within((0.93 * gone) / 15, (1.07 * gone) / 15);
  });

  it('show the disk of the database as busy as its own account says', () => {
    const { run, model } = watched('62 slow-query mode=disk share=0.15', 90);
    const disk = run.shop.usageSources.find(({ kind, service }) => kind === 'disk' && service === 'postgres')!;
    const before = disk.read();
    run.runUntil(104);
    const after = disk.read();
    const busy = (after.busySeconds - before.busySeconds) / (after.capacitySeconds - before.capacitySeconds);
    expect(model.now(model.cell('postgres.disk.utilisation')!)).to.be.closeTo(busy, 0.01);
    expect(model.now(model.cell('postgres.disk.saturation')!)).to.equal(after.saturation);
  });

  it('show a p99 that counting the buckets gives, too', () => {
    const { model } = scan;
    const buckets = new Map<number, number>();
    const name = 'http_server_request_duration_seconds_bucket';
    for (const { labels, points } of model.metrics.scraper.select(name, { job: 'auth' })) {
      const at = (second: number): number => [...points].find(([time]) => time === second)?.[1] ?? 0;
      const le = labels.get('le') === '+Inf' ? Infinity : Number(labels.get('le'));
      buckets.set(le, (buckets.get(le) ?? 0) + at(120) - at(106));
    }
    const counted = histogramQuantile(
      0.99,
      [...buckets].map(([le, count]) => ({ le, count })),
    );
    expect(value(scan, 'auth.duration')).to.be.closeTo(counted, counted * 0.01);
  });
});

describe('The order of departure', () => {
  it('rises with time, and is shared within one scrape', () => {
    const { departures } = scan.model;
    expect(departures.length).to.be.above(4);
    departures.forEach(({ order, seconds }) => {
      expect(order).to.equal(1 + departures.filter((other) => other.seconds < seconds).length);
      expect(seconds).to.be.above(62);
    });
  });

  it('begins with the disk of the database in a full table scan from disk, and the customers feel it later', () => {
    expect(left(scan, 'postgres.disk.utilisation')?.order).to.equal(1);
    expect(left(scan, 'payment-service.duration')!.seconds).to.be.above(
      left(scan, 'postgres.disk.utilisation')!.seconds,
    );
  });

  it('is of three scrapes in a row outside the band, the first of which it names', () => {
    for (const { cell, seconds } of scan.model.departures) {
      const { values, baseline } = scan.model.track(cell);
      const from = scan.model.scrapes.indexOf(seconds);
      for (const one of values.slice(from, from + 3)) expect(distance(one, baseline!)).to.be.above(1);
    }
  });

  it('is the same in the same run', () => {
    const again = watched('62 slow-query mode=disk share=0.15', 120);
    expect(again.model.departures).to.deep.equal(scan.model.departures);
  });
});

describe('The rows of resources', () => {
  it('are of each kind the first to leave, or of the one service that is asked for', () => {
    const owners = resourceRows(scan.model, '').map(({ kind, service }) => `${kind} ${service}`);
    expect(owners).to.include.members(['disk postgres', 'pool payment-service']);
    expect(owners).to.have.length(6);
    const own = resourceRows(scan.model, 'auth').map(({ kind, service }) => `${kind} ${service}`);
    expect(own).to.deep.equal(['cpu auth', 'memory auth', 'network auth', 'workers auth']);
  });
});

describe('The path', () => {
  const path = pathThrough(scan.model, scan.evidence, scan.model.cell('payment-service.duration'));

  it('leads from a slow service over the saturated disk to the full table scan and its deploy', () => {
    expect(path.red?.cell.key).to.equal('payment-service.duration');
    expect(path.use).to.include({ service: 'postgres', kind: 'disk' });
    expect(path.use?.utilisation).to.equal(value(scan, 'postgres.disk.utilisation'));
    expect(path.logs?.message).to.match(/full table scan .* missing index/);
    expect(path.change).to.include({ kind: 'deploy', service: 'payment-service', seconds: 62 });
  });

  it('counts the log lines that the run wrote', () => {
    const { run } = watched('', 0);
    run.restart({ ...run.record, actions: scan.run.record.actions });
    const lines: number[] = [];
    run.shop.listen({ log: ({ event, seconds }) => void (event === 'slow_query' && lines.push(seconds)) });
    run.runUntil(120);
    expect([path.logs?.count, path.logs?.firstSeconds]).to.deep.equal([lines.length, lines[0]]);
  });

  it('finds the deploy of 01:45 among innocent changes in the night of the slow query', () => {
    const night = watched('', 420, { scenario: 'slow-query-night', seed: 65 });
    const { use, logs, change } = pathThrough(night.model, night.evidence, undefined);
    expect(use?.service).to.equal('postgres');
    expect(logs?.message).to.match(/missing index/);
    expect(change).to.include({ service: 'payment-service', kind: 'deploy', seconds: 300 });
    expect(night.evidence.changes.length).to.be.above(3);
  });

  it('says that logs are silent where they are', () => {
    const lossy = watched('62 noisy-neighbour threads=6', 90);
    const { logs, change, use } = pathThrough(lossy.model, lossy.evidence, undefined);
    expect(use).to.include({ service: 'inventory-service', kind: 'cpu' });
    expect([logs, change]).to.deep.equal([undefined, undefined]);
  });
});

describe('A verdict', () => {
  it('gives a point for the service and one for the resource, by the mechanism', () => {
    const { actions } = scan.run.record;
    const score = (service: string, kind: 'disk' | 'pool') => judge(scan.model, actions, { service, kind })?.score;
    expect(score('postgres', 'disk')).to.equal(2);
    expect(score('payment-service', 'disk')).to.equal(1);
    expect(score('payment-service', 'pool')).to.equal(0);
  });

  it('is not given where nothing was made scarce', () => {
    expect(judge(scan.model, [], { service: 'postgres', kind: 'disk' })).to.equal(undefined);
    const deploy = [{ at: 62, type: 'deploy', service: 'auth' }] as const;
    expect(judge(scan.model, deploy, { service: 'postgres', kind: 'disk' })).to.equal(undefined);
  });

  it('knows that a spike takes what was fullest before', () => {
    const spike = [{ at: 62, ...FAULTS['traffic-spike'] }];
    expect(judge(scan.model, spike, { service: 'order-service', kind: 'cpu' })?.score).to.equal(2);
  });
});

describe('A plan', () => {
  it('replaces what was planned before, and keeps what the reader did', () => {
    const before = '90 slow-query mode=disk share=0.1';
    const done = `${before}; 100 restart service=auth`;
    expect(plan(done, before, '90 packet-loss share=0.1')).to.equal(
      '90 packet-loss share=0.1; 100 restart service=auth',
    );
    expect(plan(done, '', before)).to.equal(done);
    expect(plan(done, before, '')).to.equal('100 restart service=auth');
  });

  it('hides the same fault behind the same seed, and every fault behind some', () => {
    const names = new Set(Array.from({ length: 60 }, (_, seed) => surprise(String(seed))));
    expect(names.size).to.equal(Object.keys(FAULTS).length);
    expect(surprise('7')).to.equal(surprise('7'));
  });
});

describe('The cases that teach', () => {
  it('fill a processor without saturating it: nobody waits, nobody is slower', () => {
    const busy = watched(PRESETS.busy.actions, 150);
    expect(value(busy, 'postgres.cpu.utilisation')).to.be.above(0.97);
    expect(left(busy, 'postgres.cpu.utilisation')?.order).to.equal(1);
    expect(busy.model.departures).to.have.length(1);
    const { values } = busy.model.track(busy.model.cell('postgres.cpu.saturation')!);
    expect(values.reduce((sum, one) => sum + one, 0) / values.length).to.be.below(0.5);
  });

  it('saturate a processor that is 80 % busy on average, by bursts', () => {
    const bursts = watched(PRESETS.bursts.actions, 200);
    const { values } = bursts.model.track(bursts.model.cell('order-service.cpu.utilisation')!);
    const settled = values.slice(-30);
    expect(settled.reduce((sum, one) => sum + one, 0) / settled.length).to.be.within(0.72, 0.9);
    expect(Math.max(...settled)).to.be.below(0.97);
    expect(left(bursts, 'order-service.cpu.saturation')?.order).to.equal(1);
    expect(value(bursts, 'order-service.duration')).to.be.above(1.5);
  });

  it('keep RED healthy over a database at 95 %, until more visitors come', () => {
    const quiet = watched(PRESETS.quiet.actions, 178);
    const { values } = quiet.model.track(quiet.model.cell('postgres.cpu.utilisation')!);
    const settled = values.slice(-30);
    expect(settled.reduce((sum, one) => sum + one, 0) / settled.length).to.be.within(0.92, 0.98);
    expect(quiet.model.departures.filter(({ cell }) => !cell.kind)).to.deep.equal([]);
    quiet.run.runUntil(260);
    expect(left(quiet, 'inventory-service.duration')?.seconds).to.be.above(180);
    // The same visitors without the reports: the database has room, and nobody is slower for its sake.
    const roomy = watched('180 campaign share=0.8 seconds=600', 260);
    expect(value(roomy, 'postgres.cpu.utilisation')).to.be.below(0.3);
    expect(left(roomy, 'inventory-service.duration')).to.equal(undefined);
  });
});
