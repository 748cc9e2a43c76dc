import { Shop, type RunRecord } from '../../../shop/index.js';
import { incidentOf, type Incident } from '../incident/incident.model.js';
import { AlertMonitor } from '../alerts/alert-monitor.model.js';
import { ServiceLevel, type Objectives } from '../alerts/service-level.model.js';

/** A run and how far it went. */
export interface Future {
  readonly record: RunRecord;
  readonly untilSeconds: number;
}

/** What became of a future, by running it again: pieces of work, between which one may do other things. */
export function* replay(
  { record, untilSeconds }: Future,
  objectives: Objectives,
): Generator<void, Incident | undefined> {
  const shop = new Shop(record);
  const level = new ServiceLevel(shop, objectives);
  const monitor = new AlertMonitor(shop, objectives);
  for (let seconds = 1; seconds <= untilSeconds; seconds++) {
    // A second of a crowded shop is long: it is done in parts, which make no difference to what happens.
    for (let part = 1; part <= 4; part++) {
      shop.runUntil(seconds - 1 + part / 4);
      yield;
    }
    level.tick(seconds);
    monitor.tick(seconds);
  }
  return incidentOf(record, level, monitor);
}
