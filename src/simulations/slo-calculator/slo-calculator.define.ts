import { ObsSloCalculator } from './slo-calculator.js';

ObsSloCalculator.define();
