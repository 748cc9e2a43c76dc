import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Simulation, type Process } from '../../src/engine/index.js';
import { CircuitBreaker } from '../../src/shop/system/circuit-breaker.js';
import { CHECKOUT_TOPOLOGY } from '../../src/shop/system/checkout-topology.js';
import { MITIGATION_SECONDS, Shop, usage } from '../../src/shop/index.js';
import { Memory } from '../../src/shop/system/resources/memory.js';
import { MeasuredResource } from '../../src/shop/system/resources/resource-usage.js';
import { Cpu } from '../../src/shop/system/resources/cpu.js';
import { nextVersion } from '../../src/shop/system/release.js';
import { TokenBucket } from '../../src/shop/system/resources/token-bucket.js';
import { record } from './helpers.js';

const cores = (simulation: Simulation, capacity: number) =>
  new MeasuredResource(simulation, { kind: 'cpu', service: 's', instance: 's-1' }, { capacity });

describe('CircuitBreaker', () => {
  it('opens when half of twenty calls failed, and lets one through every ten seconds to see', () => {
    const breaker = new CircuitBreaker(true);
    for (let i = 0; i < 20; i++) breaker.record(i % 2 === 0, 1);
    expect([breaker.allows(2), breaker.allows(11), breaker.allows(12)]).to.deep.equal([false, true, false]);
    breaker.record(false, 12);
    expect(breaker.allows(13)).to.equal(true);
  });

  it('stays closed below that', () => {
    const breaker = new CircuitBreaker(true);
    for (let i = 0; i < 200; i++) breaker.record(i % 3 === 0, 1);
    expect(breaker.isOpen).to.equal(false);
  });

  it('opens only by hand where it is not automatic', () => {
    const breaker = new CircuitBreaker(false);
    for (let i = 0; i < 100; i++) breaker.record(true, 1);
    expect(breaker.allows(1)).to.equal(true);
    breaker.hold(true);
    expect(breaker.allows(1000)).to.equal(false);
    breaker.hold(false);
    expect(breaker.allows(1001)).to.equal(true);
  });
});

describe('TokenBucket', () => {
  it("lets one second's worth through at once, and its rate for ever after", () => {
    const simulation = new Simulation();
    const bucket = new TokenBucket(simulation, 5);
    let passed = 0;
    for (let i = 0; i <= 1000; i++) {
      simulation.runUntil(i / 100);
      if (bucket.take()) passed++;
    }
    expect(passed).to.be.within(54, 55);
  });
});

describe('Cpu', () => {
  it('is busy for as long as work occupies it', () => {
    const simulation = new Simulation();
    const cpu = new Cpu(simulation, cores(simulation, 2));
    simulation.start(cpu.work(1.5));
    simulation.start(cpu.work(0.5));
    simulation.runUntil(4);
    const { utilization } = usage(cpu.cores.read());
    expect(utilization).to.be.closeTo(2 / 8, 1e-9);
  });

  it('lets short work on beside long work', () => {
    const simulation = new Simulation();
    const cpu = new Cpu(simulation, cores(simulation, 1));
    let done = Infinity;
    function* short(): Process<void> {
      yield* cpu.work(0.05);
      done = simulation.now;
    }
    simulation.start(cpu.work(30));
    simulation.start(short());
    simulation.runUntil(1);
    expect(done).to.be.closeTo(0.11, 0.011);
  });
});

describe('A usage source', () => {
  it('keeps account of a capacity that changes', () => {
    const simulation = new Simulation();
    const source = cores(simulation, 1);
    simulation.start(source.acquire());
    simulation.runUntil(10);
    const before = source.read();
    expect(usage(before).utilization).to.equal(1);
    source.resize(4);
    simulation.runUntil(20);
    expect(usage(source.read()).utilization).to.be.closeTo(20 / 50, 1e-12);
    expect(usage(source.read(), before).utilization).to.be.closeTo(1 / 4, 1e-12);
  });

  it('is there for every resource of every instance', () => {
    const shop = new Shop(record());
    const of = (service: string) =>
      shop.usageSources.filter((source) => source.service === service).map(({ kind }) => kind);
    expect(of('postgres')).to.deep.equal(['cpu', 'memory', 'disk', 'workers', 'network']);
    expect(of('payment-service').filter((kind) => kind === 'pool')).to.have.length(2);
  });
});

describe('Memory', () => {
  it('makes all work longer as it fills', () => {
    const spec = CHECKOUT_TOPOLOGY.services.find(({ name }) => name === 'order-service')!;
    const memory = new Memory(new Simulation(), spec, 'order-service-1');
    const stretches = [0, 0.25, 0.5, 0.75, 1].map((share) => {
      memory.leaked = share * (spec.memory.limit - spec.memory.base);
      return memory.stretch;
    });
    expect(stretches).to.deep.equal([...stretches].sort((a, b) => a - b));
    expect(stretches[0]).to.be.below(1.02);
    expect(stretches[4]).to.be.closeTo(3, 0.1);
    expect(memory.isFull).to.equal(true);
  });
});

describe('A release', () => {
  it('counts on', () => {
    expect(nextVersion('2.3.9')).to.equal('2.3.10');
  });

  it('is rolled out one instance after the other, and loses nobody', () => {
    const shop = new Shop(record({ actions: [{ at: 5, type: 'deploy', service: 'order-service' }] }));
    shop.runUntil(15);
    const versions = () => shop.services.get('order-service')?.instances.map(({ version }) => version);
    expect(versions()).to.deep.equal(['3.4.2', '3.4.1', '3.4.1']);
    shop.runUntil(60);
    expect(versions()).to.deep.equal(['3.4.2', '3.4.2', '3.4.2']);
    expect(shop.requests.total.failed).to.equal(0);
  });

  it('that follows a bad one keeps its defect, and two steps back are needed then', () => {
    const actions = [
      { at: 5, type: 'bad-deploy' } as const,
      { at: 30, type: 'deploy', service: 'order-service' } as const,
      { at: 60, type: 'roll-back', service: 'order-service' } as const,
    ];
    const shop = new Shop(record({ actions }));
    shop.runUntil(110);
    const { failed } = shop.requests.total;
    shop.runUntil(115);
    expect(shop.requests.total.failed).to.be.above(failed + 50);
    shop.mitigate({ type: 'roll-back', service: 'order-service' });
    shop.runUntil(170);
    expect(shop.services.get('order-service')?.release.version).to.equal('3.4.1');
  });
});

describe('An instance', () => {
  it('that is killed while it comes up has to come up again from the beginning', () => {
    const shop = new Shop(record());
    shop.mitigate({ type: 'restart', service: 'payment-service' });
    shop.runUntil(10);
    shop.mitigate({ type: 'restart', service: 'payment-service' });
    const [instance] = shop.services.get('payment-service')?.instances ?? [];
    const isRunning = [14, 22, 29, 31].map((seconds) => {
      shop.runUntil(seconds);
      return instance?.isRunning;
    });
    expect(isRunning).to.deep.equal([false, false, false, true]);
  });
});

describe('A mitigation', () => {
  it('takes its time', () => {
    const shop = new Shop(record());
    shop.mitigate({ type: 'scale-out', service: 'auth', instances: 3 });
    const count = () => shop.services.get('auth')?.instances.length;
    shop.runUntil(MITIGATION_SECONDS['scale-out'] - 0.1);
    expect(count()).to.equal(2);
    shop.runUntil(MITIGATION_SECONDS['scale-out']);
    expect(count()).to.equal(5);
  });
});
