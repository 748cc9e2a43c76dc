import type { CallSpec, ServiceSpec, Topology } from './topology.js';

const MEBIBYTE = 1_048_576;

const memory = (base: number, limit: number): ServiceSpec['memory'] => ({
  base: base * MEBIBYTE,
  perRequest: MEBIBYTE / 4,
  limit: limit * MEBIBYTE,
});

const SCAN_WARNING = 'full table scan on payments, 2.1M rows, missing index on created_at';

// A statement that runs for 30 s is stopped by the database; every caller further out waits a little longer.
const query = (operation: string, pool: string): CallSpec => ({
  to: 'postgres',
  operation,
  pool,
  timeoutSeconds: 30,
  isCanceled: true,
});

const verify: CallSpec = { to: 'auth', operation: 'POST /verify', timeoutSeconds: 2, retries: 1, backoffSeconds: 0.05 };

const order = (operation: string): CallSpec => ({ to: 'order-service', operation, timeoutSeconds: 50 });

const inventory = (operation: string): CallSpec => ({
  to: 'inventory-service',
  operation,
  timeoutSeconds: 40,
  retries: 1,
  backoffSeconds: 0.05,
});

/** The checkout system, sized for 100 requests a second with room for half as many again. */
export const CHECKOUT_TOPOLOGY: Topology = {
  entry: 'api-gateway',
  patienceSeconds: 60,
  routes: [
    { name: 'POST /checkout', share: 0.2 },
    { name: 'GET /cart', share: 0.3 },
    { name: 'GET /product/{id}', share: 0.5 },
  ],
  services: [
    {
      name: 'api-gateway',
      protocol: 'http',
      instances: 2,
      workers: 1000,
      queueLimit: 1000,
      cores: 2,
      memory: memory(200, 1024),
      hopSeconds: 0,
      version: '5.2.0',
      operations: {
        'POST /checkout': { work: { median: 0.005, sigma: 0.4 }, steps: [verify, order('POST /orders')] },
        'GET /cart': { work: { median: 0.004, sigma: 0.4 }, steps: [verify, order('GET /cart')] },
        'GET /product/{id}': { work: { median: 0.003, sigma: 0.4 }, steps: [order('GET /product/{id}')] },
      },
    },
    {
      name: 'auth',
      protocol: 'http',
      instances: 2,
      workers: 50,
      queueLimit: 200,
      cores: 1,
      memory: memory(150, 512),
      hopSeconds: 0.0003,
      version: '1.9.2',
      operations: { 'POST /verify': { work: { median: 0.008, sigma: 0.4 } } },
    },
    {
      name: 'order-service',
      protocol: 'http',
      instances: 3,
      workers: 64,
      queueLimit: 200,
      cores: 1,
      memory: memory(300, 1024),
      hopSeconds: 0.0003,
      version: '3.4.1',
      operations: {
        'POST /orders': {
          work: { median: 0.02, sigma: 0.5 },
          steps: [
            inventory('POST /reservations'),
            { to: 'payment-service', operation: 'POST /charges', timeoutSeconds: 45, backoffSeconds: 0.1 },
            { to: 'email-service', operation: 'send confirmation', timeoutSeconds: 5, isQueued: true },
          ],
        },
        'GET /cart': { work: { median: 0.012, sigma: 0.5 }, steps: [inventory('GET /stock/{id}')] },
        'GET /product/{id}': { work: { median: 0.008, sigma: 0.5 }, steps: [inventory('GET /stock/{id}')] },
      },
    },
    {
      name: 'inventory-service',
      protocol: 'http',
      instances: 2,
      workers: 64,
      queueLimit: 200,
      cores: 1,
      memory: memory(250, 1024),
      pools: { inventory: { size: 20, timeoutSeconds: 5 } },
      hopSeconds: 0.0003,
      version: '2.8.0',
      operations: {
        'GET /stock/{id}': {
          work: { median: 0.005, sigma: 0.4 },
          steps: [
            {
              to: 'cache',
              operation: 'GET product',
              timeoutSeconds: 0.5,
              isOptional: true,
              onMiss: query('SELECT stock', 'inventory'),
            },
          ],
          denial: { status: 404, share: 0.005, event: 'product_not_found' },
        },
        'POST /reservations': {
          work: { median: 0.008, sigma: 0.4 },
          steps: [
            [
              { to: 'cache', operation: 'SET product', timeoutSeconds: 0.5, isOptional: true },
              query('UPDATE stock', 'inventory'),
            ],
          ],
        },
      },
    },
    {
      name: 'payment-service',
      protocol: 'http',
      instances: 2,
      workers: 250,
      queueLimit: 250,
      cores: 1,
      memory: memory(250, 1024),
      pools: { payments: { size: 20, timeoutSeconds: 5 } },
      hopSeconds: 0.0003,
      version: '2.3.0',
      operations: {
        'POST /charges': {
          work: { median: 0.02, sigma: 0.5 },
          steps: [
            query('SELECT payments', 'payments'),
            {
              to: 'card-processor',
              operation: 'POST /v1/charges',
              timeoutSeconds: 10,
              retries: 1,
              backoffSeconds: 0.2,
            },
            query('INSERT payments', 'payments'),
          ],
        },
      },
    },
    {
      name: 'email-service',
      protocol: 'messaging',
      instances: 1,
      workers: 8,
      queueLimit: 10_000,
      cores: 1,
      memory: memory(150, 512),
      hopSeconds: 0.002,
      version: '1.4.0',
      operations: { 'send confirmation': { work: { median: 0.015, sigma: 0.6 } } },
    },
    {
      name: 'cache',
      protocol: 'redis',
      isOpaque: true,
      instances: 1,
      workers: 1000,
      queueLimit: 1000,
      cores: 1,
      memory: memory(400, 2048),
      hopSeconds: 0.0002,
      version: '7.4.0',
      operations: {
        'GET product': { work: { median: 0.0003, sigma: 0.3 }, cache: 'get' },
        'SET product': { work: { median: 0.0004, sigma: 0.3 }, cache: 'put' },
      },
    },
    {
      name: 'postgres',
      protocol: 'postgresql',
      isOpaque: true,
      instances: 1,
      workers: 200,
      queueLimit: 0,
      cores: 4,
      disks: 4,
      memory: memory(3000, 16_384),
      hopSeconds: 0.0003,
      version: '17.2',
      operations: {
        'SELECT stock': { work: { median: 0.045, sigma: 0.5, disk: 0.3 } },
        // Cheap, and not meant to be asked for each item of an order.
        'SELECT item': { work: { median: 0.004, sigma: 0.4, disk: 0.2 } },
        'UPDATE stock': { work: { median: 0.006, sigma: 0.5, disk: 0.5 } },
        'SELECT payments': { work: { median: 0.003, sigma: 0.5, disk: 0.2 } },
        'INSERT payments': { work: { median: 0.004, sigma: 0.5, disk: 0.5 } },
        // The same question as 'SELECT payments', asked without an index.
        'SCAN payments': {
          work: { median: 2.8, sigma: 0.15, disk: 0.9 },
          warning: SCAN_WARNING,
        },
        // And where the table does not fit into memory.
        'READ payments': { work: { median: 1.8, sigma: 0.15, disk: 1.6 }, warning: SCAN_WARNING },
      },
    },
    {
      name: 'card-processor',
      protocol: 'http',
      isOpaque: true,
      instances: 1,
      workers: Infinity,
      queueLimit: 0,
      cores: Infinity,
      memory: memory(0, 1_048_576),
      rateLimit: 500,
      hopSeconds: 0.012,
      version: '',
      operations: {
        'POST /v1/charges': {
          work: { median: 0.12, sigma: 0.4 },
          denial: { status: 402, share: 0.02, event: 'card_declined' },
        },
      },
    },
  ],
};
