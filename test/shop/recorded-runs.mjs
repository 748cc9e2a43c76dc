// Five runs of the shop that together contain every fault, mitigation and change, for the browsers and for Node: plain
// JavaScript, so that all can load it. A change that only moves or renames code must not change the hashes.
import { Hash } from '../engine/scenario.mjs';

/** Run records by name, the second to which each runs, and the hash of the telemetry that it produces. */
export const RECORDED_RUNS = {
  'a provider that hangs, and the storm after it': {
    hash: '0b0cf3c9',
    until: 420,
    record: {
      scenario: 'quiet',
      seed: 7,
      settings: { rate: 30, hasBreakers: true },
      actions: [
        { at: 15, type: 'deploy', service: 'auth' },
        { at: 30, type: 'dependency-outage', mode: 'hangs', seconds: 80 },
        { at: 75, type: 'open-breaker', from: 'payment-service', to: 'card-processor' },
        { at: 130, type: 'open-breaker', from: 'payment-service', to: 'card-processor', isOpen: false },
        { at: 150, type: 'campaign', share: 0.5, seconds: 120 },
        { at: 160, type: 'retry-storm', retries: 3, timeoutSeconds: 0.2, slowness: 14, seconds: 40 },
        { at: 200, type: 'shed-load', share: 0.4 },
        { at: 225, type: 'disable-flag', flag: 'eager-retries' },
        { at: 250, type: 'shed-load', share: 0 },
        { at: 270, type: 'traffic-spike', factor: 4, seconds: 60 },
        { at: 280, type: 'scale-out', service: 'order-service', instances: 2 },
        { at: 350, type: 'dependency-outage', service: 'inventory-service', seconds: 20 },
        { at: 385, type: 'fail-over', service: 'inventory-service' },
      ],
    },
  },

  'an evening of leaks': {
    hash: 'ad972025',
    until: 480,
    record: {
      scenario: 'quiet',
      seed: 'leaks',
      settings: { rate: 22, shape: 'day', startSeconds: 64_800, retries: 2 },
      actions: [
        { at: 20, type: 'connection-leak', share: 0.4, isSecret: true },
        { at: 70, type: 'raise-pool', service: 'payment-service', size: 35 },
        { at: 120, type: 'roll-back', service: 'payment-service' },
        { at: 150, type: 'memory-leak', bytesPerRequest: 4_000_000 },
        { at: 200, type: 'lost-header', mode: 'drops', seconds: 40 },
        { at: 240, type: 'restart', service: 'order-service' },
        { at: 260, type: 'roll-back', service: 'order-service' },
        { at: 270, type: 'lost-header', service: 'inventory-service', seconds: 60 },
        { at: 300, type: 'n-plus-one', queries: 40 },
        { at: 340, type: 'reports', service: 'postgres', share: 0.8, seconds: 60 },
        { at: 350, type: 'batch-job', service: 'auth', threads: 2, seconds: 50 },
        { at: 420, type: 'roll-back', service: 'inventory-service' },
      ],
    },
  },

  'a slow query, and much besides': {
    hash: '4a92d9b0',
    until: 510,
    record: {
      scenario: 'slow-query-night',
      seed: 65,
      settings: { rate: 35 },
      actions: [
        { at: 10, type: 'cache-failure' },
        { at: 60, type: 'restart', service: 'cache' },
        { at: 90, type: 'packet-loss', share: 0.15, seconds: 40 },
        { at: 140, type: 'noisy-neighbour', threads: 20, seconds: 50 },
        { at: 180, type: 'configure', service: 'inventory-service', workers: 40, timeoutSeconds: 3, retries: 2 },
        { at: 230, type: 'lost-capacity' },
        { at: 270, type: 'restart', service: 'order-service' },
        { at: 390, type: 'raise-pool', service: 'payment-service' },
        { at: 440, type: 'roll-back', service: 'payment-service' },
      ],
    },
  },

  'a spike at the provider, by way of the disks': {
    hash: 'bdff4637',
    until: 450,
    record: {
      scenario: 'slow-query-night',
      seed: 20_260_801,
      settings: { rate: 25, shape: 'spike', spikeAtSeconds: 60, spikeSeconds: 50, spikeFactor: 2.5 },
      actions: [
        { at: 50, type: 'third-party-rate-limit', perSecond: 4, seconds: 70 },
        { at: 130, type: 'slow-dependency', factor: 25 },
        { at: 160, type: 'fail-over', service: 'card-processor' },
        { at: 200, type: 'slow-query', share: 0.3, mode: 'disk' },
        { at: 250, type: 'bad-deploy', share: 0.5 },
        { at: 280, type: 'roll-back', service: 'order-service' },
        { at: 310, type: 'flip-flag', flag: 'gift-wrapping' },
        { at: 320, type: 'disable-flag', flag: 'gift-wrapping' },
        { at: 410, type: 'close-shop' },
      ],
    },
  },

  'one queue': {
    hash: 'eefa7814',
    until: 600,
    record: {
      scenario: 'one-queue',
      seed: 4,
      settings: { rate: 25, workers: 3, workSeconds: 0.09 },
      actions: [
        { at: 60, type: 'traffic-spike', factor: 1.6, seconds: 90 },
        { at: 100, type: 'configure', service: 'service', workers: 6 },
        { at: 180, type: 'slow-dependency', service: 'service', factor: 3, seconds: 40 },
        { at: 250, type: 'bad-deploy', service: 'service', share: 0.25 },
        { at: 300, type: 'scale-out', service: 'service' },
        { at: 330, type: 'roll-back', service: 'service' },
        { at: 400, type: 'lost-capacity', service: 'service', share: 1 },
        { at: 410, type: 'fail-over', service: 'service' },
        { at: 460, type: 'shed-load', service: 'service', share: 0.3 },
        { at: 530, type: 'packet-loss', service: 'service', share: 0.05 },
      ],
    },
  },
};

/** Returns the hash of every span, log record, change and result of a run, in the order in which listeners receive them. */
export function hashOfRun({ Shop }, { record, until }) {
  const shop = new Shop(structuredClone(record));
  const hash = new Hash();
  const add = (kind) => (event) => hash.add(`${kind} ${JSON.stringify(event)}\n`);
  shop.listen({ span: add('span'), log: add('log'), change: add('change'), result: add('result') });
  shop.runUntil(until);
  return hash.digest();
}
