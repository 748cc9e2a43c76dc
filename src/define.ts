import './simulations/blind-vs-observable/blind-vs-observable.define.js';
import './simulations/golden-signals/golden-signals.define.js';
import './simulations/slo-calculator/slo-calculator.define.js';
