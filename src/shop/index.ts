export type { HeaderLoss } from './exchange.js';
export { FAILURE_CAUSES, type FailureCause } from './failure.js';
export { RETRY_FLAG } from './faults.js';
export type { Ledger, Tally } from './ledger.js';
export type {
  Attributes,
  AttributeValue,
  ShopChange,
  ShopListener,
  ShopLog,
  ShopResult,
  ShopSpan,
} from './listener.js';
export { usage, type Meter, type MeterReading, type ResourceKind, type Usage } from './meter.js';
export { MITIGATION_SECONDS } from './mitigations.js';
export {
  DEFAULT_SETTINGS,
  type Change,
  type Fault,
  type Mitigation,
  type RunRecord,
  type ShopAction,
  type ShopSettings,
} from './run-record.js';
export { SCENARIOS, type Scenario } from './scenarios.js';
export { Shop } from './shop.js';
export { RUN_EPOCH_UNIX_NANO, tracesOfSpans } from './trace-of-spans.js';
