import type { Change, Fault, Mitigation, Run } from '../../shop/index.js';

/** What the reader can do to the service, or for it; those that its scenario does not have are left out. */
export interface Choices {
  readonly faults: readonly Fault[];
  readonly help: readonly (Mitigation | Change)[];
}

/** Seconds for which a disturbance from outside lasts. */
const SPIKE_SECONDS = 120;

/** The ways to disturb one service of a run. */
export function disturbances({ shop }: Run, service: string): Fault[] {
  const called = calleeOf(shop.services.get(service)?.spec.operations ?? {});
  const elsewhere: Fault[] = called
    ? [
        { type: 'slow-dependency', service: called, factor: 20, seconds: SPIKE_SECONDS },
        { type: 'dependency-outage', service: called, seconds: SPIKE_SECONDS },
      ]
    : [];
  return [
    { type: 'traffic-spike', factor: 3, seconds: SPIKE_SECONDS },
    ...elsewhere,
    { type: 'bad-deploy', service },
    { type: 'lost-capacity', service },
  ];
}

/** The ways to help it. */
export function remedies({ shop }: Run, service: string): (Mitigation | Change)[] {
  const entry = shop.services.keys().next().value ?? service;
  const called = calleeOf(shop.services.get(service)?.spec.operations ?? {});
  const calls: Change[] = called
    ? [
        { type: 'configure', service: called, timeoutSeconds: 1 },
        { type: 'configure', service: called, retries: 2 },
        { type: 'configure', service: called, retries: 0 },
      ]
    : [];
  return [
    { type: 'scale-out', service },
    { type: 'shed-load', service: entry, share: 0.5 },
    { type: 'roll-back', service },
    { type: 'restart', service },
    ...calls,
  ];
}

/** Whether something that was done is the last word on it: of two settings of the same thing, the later one counts. */
export function isStill(done: readonly (Fault | Mitigation | Change)[], what: Fault | Mitigation | Change): boolean {
  const subjectOf = ({ type, ...parameters }: Fault | Mitigation | Change): string =>
    type === 'configure'
      ? `${type} ${Object.keys(parameters)
          .filter((name) => name !== 'at')
          .sort()
          .join(' ')}`
      : type;
  const last = done.findLast((other) => subjectOf(other) === subjectOf(what));
  if (last === undefined) return false;
  return what.type !== 'configure' || Object.entries(what).every(([name, value]) => Reflect.get(last, name) === value);
}

/** The service whose calls can be given a shorter timeout or more retries. */
export function calleeOf(
  operations: Readonly<Record<string, { readonly steps?: readonly unknown[] }>>,
): string | undefined {
  const calls = Object.values(operations).flatMap(({ steps = [] }) => steps.flat());
  const names = calls.flatMap((call) => (isCall(call) ? call.to : []));
  return names.includes('payment-service') ? 'payment-service' : names[0];
}

function isCall(step: unknown): step is { readonly to: string } {
  return typeof step === 'object' && step !== null && 'to' in step && typeof step.to === 'string';
}
