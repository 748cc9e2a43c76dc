import './simulations/golden-signals/golden-signals.define.js';
import './simulations/live-dashboard/live-dashboard.define.js';
import './simulations/slo-calculator/slo-calculator.define.js';
