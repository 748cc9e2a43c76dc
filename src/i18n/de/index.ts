import type { AllText } from '../en/index.js';
import { registerLanguage } from '../languages.js';
import { figure } from './figure.js';
import { logSearch } from './log-search.js';
import { sloCalculator } from './slo-calculator.js';

const german: AllText = { figure, logSearch, sloCalculator };

registerLanguage('de', german);
