export { ChangeLog } from './observation/change-log.js';
export type { HeaderLoss } from './system/rpc.js';
export { FAILURE_CAUSES, HTTP_STATUS, type FailureCause } from './system/failure.js';
export { RETRY_FLAG } from './actions/faults.js';
export { durationOf, EXEMPLAR_SECONDS, TailSampler, type SampledRequest } from './observation/tail-sampler.js';
export type { OutcomeCounts, RequestCounts } from './traffic/request-counts.js';
export type {
  Attributes,
  AttributeValue,
  ShopChange,
  TelemetryListener,
  ShopLog,
  ShopResult,
  ShopSpan,
} from './observation/telemetry-records.js';
export {
  usage,
  type UsageSource,
  type UsageReading,
  type ResourceKind,
  type Usage,
} from './system/resources/resource-usage.js';
export { MITIGATION_SECONDS } from './actions/mitigations.js';
export {
  DEFAULT_SETTINGS,
  type Change,
  type Fault,
  type Mitigation,
  type RunRecord,
  type ShopAction,
  type ShopSettings,
} from './run/run-record.js';
export { readActions, writeActions } from './actions/action-text.js';
export { RecentTelemetry, type RecentTelemetryOptions } from './observation/recent-telemetry.js';
export { RESOURCE_METRICS, type ResourceMetrics } from './observation/resource-metrics.js';
export { Run, STEP_SECONDS, type Watch, type Watcher } from './run/run.js';
export { REQUEST_DURATION, ShopMetrics, type ShopMetricsOptions } from './observation/shop-metrics.js';
export { ServiceQueries, type Outcome, type QueryTime } from './observation/service-queries.js';
export { PAST_SECONDS } from './observation/healthy-past.js';
export { isLogOf, peerOf } from './observation/span-logs.js';
export { DEFAULT_TARGETS } from './actions/default-targets.js';
export { SCENARIOS, type Scenario } from './run/scenarios.js';
export { Shop } from './run/shop.js';
export { RUN_EPOCH_MILLISECONDS, RUN_EPOCH_UNIX_NANO, tracesOfSpans } from './observation/trace-of-spans.js';
