import type { AllText } from '../en/index.js';
import { registerLanguage } from '../languages.js';
import { alertComparison } from './alert-comparison.js';
import { figure } from './figure.js';
import { sloCalculator } from './slo-calculator.js';

const german: AllText = { figure, alertComparison, sloCalculator };

registerLanguage('de', german);
