import { ObsAlertComparison } from './alert-comparison.js';

ObsAlertComparison.define();
