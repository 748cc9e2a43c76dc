export { ChangeLog } from './change-log.js';
export type { HeaderLoss } from './exchange.js';
export { FAILURE_CAUSES, HTTP_STATUS, type FailureCause } from './failure.js';
export { RETRY_FLAG } from './faults.js';
export { durationOf, EXEMPLAR_SECONDS, KeptRequests, type KeptRequest } from './kept-requests.js';
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
export { readActions, writeActions } from './action-text.js';
export { RecentTelemetry, type RecentTelemetryOptions } from './recent-telemetry.js';
export { RESOURCE_METRICS, type ResourceMetrics } from './resource-metrics.js';
export { Run, STEP_SECONDS, type Watch, type Watcher } from './run.js';
export { REQUEST_DURATION, ShopMetrics, type ShopMetricsOptions } from './shop-metrics.js';
export { Signals, type Outcome, type QueryTime } from './signals.js';
export { isLogOf, peerOf } from './span-logs.js';
export { USUAL_TARGETS } from './usual-targets.js';
export { SCENARIOS, type Scenario } from './scenarios.js';
export { Shop } from './shop.js';
export { RUN_EPOCH_MILLISECONDS, RUN_EPOCH_UNIX_NANO, tracesOfSpans } from './trace-of-spans.js';
