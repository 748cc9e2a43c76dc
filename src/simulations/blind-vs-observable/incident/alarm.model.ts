import type { Side } from '../probes/probes.model.js';
import type { Scene } from './evidence-store.model.js';

/** Above this share of payments in a minute the errors count as begun, and the observable side is paged. */
export const PAGE_ABOVE = 0.05;
/** Below this share of payments in a minute the incident is over. */
export const OVER_BELOW = 0.01;
/** The alert is evaluated every 15 s. On the blind side a job counts failed requests of the last five minutes, every five by the clock. */
const EVALUATED_EVERY = 15;
const COUNTED_EVERY = 300;
const MAIL_ABOVE = 100;

/** So long after the fault a customer calls, whatever the alarms say. */
const CALL_SECONDS = 1200;

/** Whether a side is told of an incident at this second: an alarm from before it began would be another incident's. */
export function isAlarmed(side: Side, scene: Scene, seconds: number, faultAt: number): boolean {
  if (seconds <= faultAt) return false;
  return seconds >= faultAt + CALL_SECONDS || (side === 'blind' ? isMailed : isPaged)(scene, seconds);
}

/** Whether the observable side is paged at this second. */
function isPaged(scene: Scene, seconds: number): boolean {
  return seconds % EVALUATED_EVERY === 0 && scene.failing() > PAGE_ABOVE;
}

/** Whether the blind side gets its mail at this second. */
function isMailed(scene: Scene, seconds: number): boolean {
  if ((scene.shop.settings.startSeconds + seconds) % COUNTED_EVERY !== 0) return false;
  return scene.hurtBy(seconds) - scene.hurtBy(seconds - COUNTED_EVERY) > MAIL_ABOVE;
}
