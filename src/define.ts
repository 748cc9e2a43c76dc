import './simulations/alert-comparison/alert-comparison.define.js';
import './simulations/slo-calculator/slo-calculator.define.js';
