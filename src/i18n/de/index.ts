import type { AllText } from '../en/index.js';
import { registerLanguage } from '../languages.js';
import { budgetTracker } from './budget-tracker.js';
import { figure } from './figure.js';
import { sloCalculator } from './slo-calculator.js';

const german: AllText = { figure, budgetTracker, sloCalculator };

registerLanguage('de', german);
