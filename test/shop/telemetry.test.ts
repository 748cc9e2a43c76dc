import { describe, it } from 'node:test';
import { expect } from 'chai';
import { Shop, type ShopAction, type ShopLog, type ShopSpan } from '../../src/shop/index.js';
import { record } from './helpers.js';

function traces(actions: ShopAction[] = [], seconds = 30) {
  const shop = new Shop(record({ actions }));
  const spans = new Map<string, ShopSpan[]>();
  const logs: ShopLog[] = [];
  shop.listen({
    span(span) {
      const trace = spans.get(span.traceId) ?? [];
      spans.set(span.traceId, [...trace, span]);
    },
    log: (log) => logs.push(log),
  });
  shop.runUntil(seconds);
  shop.act({ type: 'close-shop' });
  shop.runUntil(seconds + 120);
  return { traces: [...spans.values()], logs };
}

const checkoutOf = (all: ShopSpan[][]) =>
  all.filter((spans) => spans.some(({ parentSpanId, name }) => parentSpanId === '' && name === 'POST /checkout'));

describe('A trace', () => {
  const { traces: all, logs } = traces();

  it('has one root, the gateway, and every other span has its parent', () => {
    expect(all).to.have.length.above(2500);
    for (const spans of all) {
      const ids = new Set(spans.map(({ spanId }) => spanId));
      expect(ids.size).to.equal(spans.length);
      const roots = spans.filter(({ parentSpanId }) => parentSpanId === '');
      expect(roots.map(({ service }) => service)).to.deep.equal(['api-gateway']);
      expect(spans.every(({ parentSpanId }) => parentSpanId === '' || ids.has(parentSpanId))).to.equal(true);
    }
  });

  it('has ids of the sizes of W3C Trace Context, no two traces the same', () => {
    expect(new Set(all.map(([span]) => span?.traceId)).size).to.equal(all.length);
    for (const span of all.flat()) {
      expect(span.traceId).to.match(/^(?!0{32})[0-9a-f]{32}$/);
      expect(span.spanId).to.match(/^(?!0{16})[0-9a-f]{16}$/);
    }
  });

  it('has children within their parents, but for what goes through the queue', () => {
    for (const spans of all) {
      const byId = new Map(spans.map((span) => [span.spanId, span]));
      for (const span of spans) {
        const parent = byId.get(span.parentSpanId);
        if (parent === undefined || span.kind === 'consumer') continue;
        expect(span.startSeconds).to.be.at.least(parent.startSeconds);
        expect(span.endSeconds).to.be.at.most(parent.endSeconds);
      }
    }
  });

  it('of a checkout goes through every service of the shop', () => {
    const [spans = []] = checkoutOf(all);
    const services = new Set(spans.map(({ service }) => service));
    expect([...services]).to.have.members([
      'api-gateway',
      'auth',
      'order-service',
      'inventory-service',
      'payment-service',
      'email-service',
    ]);
    const peers = spans.map(({ attributes }) => attributes['service.peer.name']);
    expect(peers).to.include.members(['postgres', 'cache', 'card-processor', 'email-service']);
    expect(spans.map(({ kind }) => kind)).to.include.members(['server', 'client', 'producer', 'consumer']);
  });

  it('carries OpenTelemetry attributes', () => {
    const spans = all.flat();
    const charge = spans.find(({ kind, name }) => kind === 'server' && name === 'POST /charges');
    expect(charge?.attributes).to.deep.equal({
      'http.request.method': 'POST',
      'http.route': '/charges',
      'http.response.status_code': 200,
    });
    const query = spans.find(({ name }) => name === 'INSERT payments');
    expect(query?.attributes).to.deep.equal({
      'db.system.name': 'postgresql',
      'db.operation.name': 'INSERT',
      'db.collection.name': 'payments',
      'db.query.summary': 'INSERT payments',
      'server.address': 'postgres',
      'service.peer.name': 'postgres',
    });
  });

  it('calls a declined card an error of the client span, not of a server span', () => {
    const declined = all.flat().filter(({ attributes }) => attributes['http.response.status_code'] === 402);
    expect(declined.length).to.be.above(20);
    for (const { kind, isError } of declined) expect(isError).to.equal(kind === 'client');
    const { requests } = new Shop(record());
    expect(requests.total.failed).to.equal(0);
  });

  it('is found from every log line of a request, three to five of them', () => {
    const spans = new Map(all.flat().map((span) => [span.spanId, span]));
    const told = logs.filter(({ traceId }) => traceId !== '');
    expect(told.length / all.length).to.be.within(3, 5);
    const strays = told.filter(({ spanId, traceId }) => spans.has(spanId) && spans.get(spanId)?.traceId !== traceId);
    expect(strays).to.deep.equal([]);
  });

  it('writes nothing into the logs that must not be there', () => {
    const text = JSON.stringify(logs.map(({ message, attributes }) => [message, attributes]));
    expect(/@|password|token|\b\d{13,16}\b/i.exec(text)).to.equal(null);
  });
});

describe('A failed request', () => {
  it('is told with its cause, in spans and logs of every service it went through', () => {
    const { traces: all, logs } = traces([{ at: 5, type: 'dependency-outage' }], 15);
    const failed = checkoutOf(all).find((spans) => spans.some(({ kind, isError }) => kind === 'server' && isError))!;
    const servers = failed.filter(({ kind, isError }) => kind === 'server' && isError);
    expect(servers.map(({ service }) => service)).to.have.members(['api-gateway', 'order-service', 'payment-service']);
    for (const { attributes } of servers) {
      expect(attributes).to.include({ 'http.response.status_code': 502, 'error.type': '502' });
    }
    const lines = logs.filter(({ traceId }) => traceId === failed[0]?.traceId);
    expect(lines.find(({ event }) => event === 'payment_failed')).to.deep.include({
      severity: 'ERROR',
      message: 'card-processor refused the connection',
    });
  });

  it('shows each attempt of a call as a span of its own', () => {
    const { traces: all } = traces([{ at: 5, type: 'third-party-rate-limit' }], 20);
    const limited = checkoutOf(all).find((spans) =>
      spans.some(({ attributes }) => attributes['error.type'] === '429'),
    )!;
    const attempts = limited.filter(({ name }) => name === 'POST /v1/charges');
    expect(attempts).to.have.length(2);
    expect(attempts.map(({ attributes }) => attributes['http.request.resend_count'])).to.deep.equal([undefined, 1]);
    expect(attempts[1]!.startSeconds - attempts[0]!.endSeconds).to.be.within(0.1, 0.3);
  });

  it('keeps servers at work for callers who no longer wait', () => {
    const { traces: all } = traces([{ at: 5, type: 'retry-storm' }], 30);
    const late = all.some((spans) => {
      const calls = new Map(spans.filter(({ kind }) => kind === 'client').map((span) => [span.spanId, span]));
      return spans.some((span) => {
        const call = calls.get(span.parentSpanId);
        return call !== undefined && span.kind === 'server' && span.endSeconds > call.endSeconds;
      });
    });
    expect(late).to.equal(true);
  });
});
