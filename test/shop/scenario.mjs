// A run of the shop in which much happens, for the browsers and for Node: plain JavaScript, so that all can load it.

export const GOLDEN_SHOP_HASH = '20ae1e4d';

/** Everything that leaves a run, one line each. */
export function shopLog({ Shop }) {
  const shop = new Shop({
    scenario: 'slow-query-night',
    seed: 65,
    settings: { rate: 30 },
    actions: [
      { at: 5, type: 'slow-query', share: 0.2 },
      { at: 20, type: 'traffic-spike', factor: 2, seconds: 30 },
      { at: 30, type: 'packet-loss', share: 0.1, seconds: 20 },
      { at: 35, type: 'retry-storm', seconds: 10 },
      { at: 45, type: 'scale-out', service: 'order-service' },
      { at: 60, type: 'roll-back', service: 'payment-service' },
      { at: 70, type: 'lost-capacity' },
    ],
  });
  const lines = [];
  const keep = (kind) => (event) => lines.push(`${kind} ${JSON.stringify(event)}`);
  shop.listen({ span: keep('span'), log: keep('log'), change: keep('change'), result: keep('result') });
  shop.runUntil(90);
  return lines.join('\n');
}
