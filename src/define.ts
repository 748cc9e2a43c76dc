import './simulations/alert-comparison/alert-comparison.define.js';
import './simulations/budget-tracker/budget-tracker.define.js';
import './simulations/golden-signals/golden-signals.define.js';
import './simulations/live-dashboard/live-dashboard.define.js';
import './simulations/log-search/log-search.define.js';
import './simulations/red-use/red-use.define.js';
import './simulations/slo-calculator/slo-calculator.define.js';
import './simulations/trace-viewer/trace-viewer.define.js';
