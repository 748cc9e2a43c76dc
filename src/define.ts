import './simulations/budget-tracker/budget-tracker.define.js';
import './simulations/slo-calculator/slo-calculator.define.js';
