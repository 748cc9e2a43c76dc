import './simulations/golden-signals/golden-signals.define.js';
import './simulations/red-use/red-use.define.js';
import './simulations/slo-calculator/slo-calculator.define.js';
