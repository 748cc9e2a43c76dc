import type { Selection } from '../../events.js';
import type { LiveDashboardText } from '../../i18n/en/live-dashboard.js';
import type { RunText } from '../../i18n/en/run.js';
import type { FigureHost } from '../../ui/controls/fields.js';
import type { Incident } from './incident/incident.model.js';
import type { DashboardAt, LiveDashboardModel } from './live-dashboard.model.js';
import type { Objectives } from './alerts/service-level.model.js';
import type { Trail } from './drill-down/drill-down.model.js';

/** What the parts of the dashboard are drawn from. */
export interface LiveDashboardView {
  readonly model: LiveDashboardModel;
  readonly newest: DashboardAt | undefined;
  readonly objectives: Objectives;
  readonly incident: Incident | undefined;
  /** Whether what broke may be named. */
  readonly isRevealed: boolean;
  readonly trail: Trail | undefined;
  /** What was selected last on the page, here or elsewhere. */
  readonly selection: Selection | undefined;
  readonly text: LiveDashboardText;
  readonly runText: RunText;
  readonly host: FigureHost;
  readonly clock: (seconds: number) => string;
  /** Writes a quantile that was estimated from the buckets. */
  readonly quantile: (seconds: number) => string;
}
