import type { AllText } from '../en/index.js';
import { registerLanguage } from '../languages.js';
import { figure } from './figure.js';
import { goldenSignals } from './golden-signals.js';
import { liveDashboard } from './live-dashboard.js';
import { run } from './run.js';
import { sloCalculator } from './slo-calculator.js';

const german: AllText = { figure, run, goldenSignals, liveDashboard, sloCalculator };

registerLanguage('de', german);
