import type { AllText } from '../en/index.js';
import { registerLanguage } from '../languages.js';
import { figure } from './figure.js';
import { sloCalculator } from './slo-calculator.js';
import { traceViewer } from './trace-viewer.js';

const german: AllText = { figure, sloCalculator, traceViewer };

registerLanguage('de', german);
