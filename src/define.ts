import './simulations/log-search/log-search.define.js';
import './simulations/slo-calculator/slo-calculator.define.js';
