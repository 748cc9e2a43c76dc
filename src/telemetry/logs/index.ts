export { formatLine } from './format-line.js';
export type { LogCondition, LogOperator, LogQuery, LogQueryResult, LogValue } from './log-query.js';
export { fieldValue, type LogRecord } from './log-record.js';
export { matchesLog } from './match-log.js';
export { parseLogQuery } from './parse-log-query.js';
export { readLogs, type ReadLogs } from './read-logs.js';
export { SEVERITIES, severityName, severityNumber, type Severity } from './severity.js';
export { LogStore, type FieldCount, type ValueCount } from './log-store.js';
