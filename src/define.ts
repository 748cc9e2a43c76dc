import './simulations/slo-calculator/slo-calculator.define.js';
import './simulations/trace-viewer/trace-viewer.define.js';
