import { ObsAlertEvent } from '../../../events.js';
import type { AlertInterval } from '../../../slo/index.js';
import type { LiveDashboardModel } from '../live-dashboard.model.js';

/** What is new about the alerts of a run since the last time, as the page is told; nothing where the run began again. */
export class AlertNews {
  #model: LiveDashboardModel | undefined;
  #until = 0;

  of(model: LiveDashboardModel): ObsAlertEvent[] {
    const from = this.#model === model ? this.#until : model.now;
    this.#model = model;
    this.#until = model.now;
    const isNew = (seconds: number): boolean => seconds > from && seconds <= model.now;
    const events = model.alerts.flatMap((alert) => [
      ...(isNew(alert.startSeconds) ? [new ObsAlertEvent(alert.rule, alert.state, alert.startSeconds)] : []),
      ...(hasResolved(alert, model) && isNew(alert.endSeconds)
        ? [new ObsAlertEvent(alert.rule, 'resolved', alert.endSeconds)]
        : []),
    ]);
    return events.sort((a, b) => a.seconds - b.seconds);
  }
}

function hasResolved(alert: AlertInterval, model: LiveDashboardModel): boolean {
  return alert.state === 'firing' && !model.isOpen(alert);
}
