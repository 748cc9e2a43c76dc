import { Run } from '../../../shop/index.js';
import { isAlarmed } from '../incident/alarm.model.js';
import type { Incident } from '../incident/incident.model.js';
import { RESTARTED } from '../probes/probes.model.js';
import { Scene } from '../incident/evidence-store.model.js';
import { SIGNS } from '../incident/symptoms.model.js';

/** The sign that is had only by doing something: all others are seen without touching the shop. */
const RESTART = 'restart';

/** What can be seen of one incident if nobody does anything about it. */
export interface Survey {
  /** Seconds after the fault at which the observable side is paged, and the blind one gets its mail. */
  readonly pagedAfter: number;
  readonly mailedAfter: number;
  /** Minutes after the page at which was looked, the outcome of every sign then, and customers hurt until then. */
  readonly moments: readonly {
    readonly minutes: number;
    readonly outcomes: readonly string[];
    readonly hurt: number;
  }[];
}

/** Runs an incident and looks at all its signs some minutes after the page. */
export function survey(incident: Incident, minutes: readonly number[], withRestart: boolean): Survey {
  const run = new Run(incident.record);
  const scene = run.watch((shop) => new Scene(shop));
  let [paged, mailed] = [0, 0];
  const moments: { minutes: number; outcomes: string[]; hurt: number }[] = [];
  while (moments.length < minutes.length || mailed === 0) {
    const now = run.now + 1;
    run.runUntil(now);
    if (paged === 0 && isAlarmed('observable', scene.current, now, incident.faultAt)) {
      paged = now;
      scene.current.attend();
    }
    if (mailed === 0 && isAlarmed('blind', scene.current, now, incident.faultAt)) mailed = now;
    const due = minutes[moments.length];
    if (paged === 0 || due === undefined || now < paged + due * 60) continue;
    const outcomes = SIGNS.map((sign) => (sign.id === RESTART ? '' : sign.read(scene.current, paged).outcome));
    moments.push({ minutes: due, outcomes, hurt: scene.current.hurtBy(now) });
  }
  if (withRestart) {
    const restarted = restartOutcome(incident, paged);
    const at = SIGNS.findIndex(({ id }) => id === RESTART);
    for (const { outcomes } of moments) outcomes[at] = restarted;
  }
  return { pagedAfter: paged - incident.faultAt, mailedAfter: mailed - incident.faultAt, moments };
}

/** When, after the page, somebody restarts the payment service, and how long one waits to see whether it helped. */
const RESTARTED_AFTER = 90;
const WATCHED_FOR = 180;

/** The same incident again, and this time somebody restarts the payment service. */
function restartOutcome(incident: Incident, paged: number): string {
  const run = new Run(incident.record);
  const scene = run.watch((shop) => new Scene(shop));
  run.runUntil(paged + RESTARTED_AFTER);
  run.shop.act({ type: 'restart', service: RESTARTED });
  run.runUntil(run.now + WATCHED_FOR);
  return SIGNS.find(({ id }) => id === RESTART)?.read(scene.current, paged).outcome ?? '';
}
