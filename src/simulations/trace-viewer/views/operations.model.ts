import type { Span } from '../../../telemetry/traces/index.js';
import type { Analysis } from '../analysis/analysis.model.js';

/** All calls of one operation of one service, of one kind: what a caller and its callee do is not added up. */
export interface Operation {
  readonly service: string;
  readonly name: string;
  readonly kind: Span['kind'];
  calls: number;
  errors: number;
  longestMs: number;
  selfMs: number;
  pathMs: number;
}

/** The one with most time on the critical path first; then the one with most time of its own. */
export function operationsOf(spans: readonly Span[], analysis: Analysis | undefined): Operation[] {
  const operations = new Map<string, Operation>();
  spans.forEach(({ service, name, kind, status, durationMs }, i) => {
    const key = JSON.stringify([service, name, kind]);
    const operation = operations.get(key) ?? {
      service,
      name,
      kind,
      calls: 0,
      errors: 0,
      longestMs: 0,
      selfMs: 0,
      pathMs: 0,
    };
    operations.set(key, operation);
    operation.calls++;
    if (status === 'error') operation.errors++;
    operation.longestMs = Math.max(operation.longestMs, durationMs);
    operation.selfMs += analysis?.selfMs[i] ?? 0;
    operation.pathMs += analysis?.pathMs[i] ?? 0;
  });
  return [...operations.values()].sort((a, b) => b.pathMs - a.pathMs || b.selfMs - a.selfMs);
}
