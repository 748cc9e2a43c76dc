import { ObsAlertEvent, ObsProgressEvent } from '../../../events.js';
import type { AlertInterval } from '../../../slo/index.js';
import type { Incident } from '../incident/incident.model.js';
import type { LiveDashboardModel } from '../live-dashboard.model.js';

/** What is new since the last time, as the page is told: of alerts, nothing where the run began again; and an incident's end. */
export class DashboardNews {
  #model: LiveDashboardModel | undefined;
  #until = 0;
  #endSeconds: number | undefined;

  of(model: LiveDashboardModel, incident: Incident | undefined): (ObsAlertEvent | ObsProgressEvent)[] {
    return [...this.#alerts(model), ...this.#end(incident)];
  }

  #alerts(model: LiveDashboardModel): ObsAlertEvent[] {
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

  #end(incident: Incident | undefined): ObsProgressEvent[] {
    const endSeconds = incident?.endSeconds;
    const isNew = endSeconds !== undefined && endSeconds !== this.#endSeconds && incident?.steps.length;
    this.#endSeconds = endSeconds;
    return isNew ? [new ObsProgressEvent('obs-complete', 1, 1)] : [];
  }
}

function hasResolved(alert: AlertInterval, model: LiveDashboardModel): boolean {
  return alert.state === 'firing' && !model.isOpen(alert);
}
