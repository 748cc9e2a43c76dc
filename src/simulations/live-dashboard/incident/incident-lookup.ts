import type { Run } from '../../../shop/index.js';
import type { LiveDashboardModel } from '../live-dashboard.model.js';
import { incidentOf, type Incident } from './incident.model.js';

/** The incident of a run, looked up once for each second and each number of actions. */
export class IncidentLookup {
  #known: { model: LiveDashboardModel; seconds: number; actions: number; incident: Incident | undefined } | undefined;

  of({ record, now }: Run, model: LiveDashboardModel): Incident | undefined {
    const actions = record.actions.length;
    const { model: knownModel, seconds, actions: knownActions } = this.#known ?? {};
    if (knownModel !== model || seconds !== now || knownActions !== actions) {
      this.#known = { model, seconds: now, actions, incident: incidentOf(record, model.level, model.monitor) };
    }
    return this.#known?.incident;
  }
}
