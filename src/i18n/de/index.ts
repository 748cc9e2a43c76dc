import { registerLanguage } from '../languages.js';
import { figure } from './figure.js';
import { sloCalculator } from './slo-calculator.js';

registerLanguage('de', { figure, sloCalculator });
