/** The service that each action applies to if it names none. */
export const DEFAULT_TARGETS = {
  'bad-deploy': 'order-service',
  'cache-failure': 'cache',
  'connection-leak': 'payment-service',
  'dependency-outage': 'card-processor',
  'lost-capacity': 'order-service',
  'lost-header': 'payment-service',
  'memory-leak': 'order-service',
  'n-plus-one': 'inventory-service',
  'noisy-neighbour': 'inventory-service',
  'packet-loss': 'inventory-service',
  'retry-storm': 'auth',
  'shed-load': 'api-gateway',
  'slow-dependency': 'card-processor',
  'slow-query': 'payment-service',
  'third-party-rate-limit': 'card-processor',
} as const;
