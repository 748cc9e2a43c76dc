import type { AllText } from '../en/index.js';
import { registerLanguage } from '../languages.js';
import { figure } from './figure.js';
import { sloCalculator } from './slo-calculator.js';

const german: AllText = { figure, sloCalculator };

registerLanguage('de', german);
