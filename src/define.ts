import './simulations/slo-calculator/slo-calculator.define.js';
