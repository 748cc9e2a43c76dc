import { ObsLiveDashboard } from './live-dashboard.js';

ObsLiveDashboard.define();
