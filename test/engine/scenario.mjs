// A run in which everything the engine has takes part, for the browsers and for Node: plain JavaScript, so that both can
// load it. A gateway with retries calls two services in parallel; workers restart; a circuit opens once.

export const GOLDEN_HASH = '1b0c8d5a';

export function eventLog({ Latch, Resource, Simulation }, seed, seconds, step = seconds) {
  const simulation = new Simulation({ seed });
  const gateway = new Resource(simulation, { capacity: 4, queueLimit: 6 });
  const services = [
    new Resource(simulation, { capacity: 2, queueLimit: 3 }),
    new Resource(simulation, { capacity: 1, queueLimit: Infinity }),
  ];
  const breaker = new Latch(simulation);
  const lines = [];
  const say = (...words) => lines.push([simulation.now, simulation.eventCount, ...words].join(' '));

  function* call(service, id) {
    const outcome = yield* services[service].acquire({ timeout: simulation.random('patience').exponential(2) });
    say('call', id, service, outcome);
    if (outcome !== 'acquired') return outcome;
    try {
      yield* simulation.delay(simulation.random(`service ${service}`).logNormal(0.4, 0.9));
      return simulation.random('errors').bernoulli(0.05) ? 'error' : 'ok';
    } finally {
      say('end', id, service);
      services[service].release();
    }
  }

  function* request(id) {
    if ((yield* gateway.acquire()) !== 'acquired') return say('rejected', id);
    try {
      for (let attempt = 1; attempt <= 3; attempt++) {
        const results = yield* within(simulation, 1.5, simulation.all([call(0, id), call(1, id)]));
        say('attempt', id, attempt, results);
        if (String(results) === 'ok,ok') break;
        if (attempt === 3 && !breaker.isOpen) breaker.open();
        yield* simulation.delay(simulation.random('backoff').uniform() * attempt);
      }
    } finally {
      gateway.release();
    }
  }

  function* traffic() {
    for (let id = 0; ;) {
      yield* simulation.delay(simulation.random('arrivals').exponential(0.8));
      for (let left = simulation.random('batch').poisson(1.1); left > 0; left--) simulation.start(request(id++));
    }
  }

  function* operator() {
    yield* breaker.wait();
    say('breaker', simulation.random('batch').poisson(1000));
    for (;;) {
      services[1].capacity = simulation.random('operator').integer(0, 3);
      say('capacity', services[1].capacity, services[1].busySeconds);
      yield* simulation.delay(10);
    }
  }

  simulation.start(traffic());
  simulation.start(operator());
  for (let time = step; time < seconds; time += step) simulation.runUntil(time);
  simulation.runUntil(seconds);
  say('end', gateway.busySeconds, services[0].busySeconds, services[1].busySeconds, gateway.waiting);
  return lines.join('\n');
}

/** Runs a process for a number of seconds at most, and then abandons it. A result at exactly that time is too late. */
export function* within(simulation, seconds, process) {
  const caller = simulation.process;
  let isLate = false;
  let timer = simulation.after(seconds, () => {
    isLate = true;
    process.return();
    timer = simulation.after(0, caller);
  });
  try {
    const result = yield* process;
    return isLate ? 'timeout' : result;
  } finally {
    simulation.cancel(timer);
  }
}

/** FNV-1a with 32 bits, over the UTF-16 units of texts that are added one after the other. */
export class Hash {
  #state = 0x811c9dc5;

  add(text) {
    let state = this.#state;
    for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
    this.#state = state;
  }

  /** Returns the hash of the texts so far, in 8 hexadecimal digits. */
  digest() {
    return (this.#state >>> 0).toString(16).padStart(8, '0');
  }
}

export function hash(text) {
  const hash = new Hash();
  hash.add(text);
  return hash.digest();
}
