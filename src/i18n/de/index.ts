import type { AllText } from '../en/index.js';
import { registerLanguage } from '../languages.js';
import { blindVsObservable } from './blind-vs-observable.js';
import { figure } from './figure.js';
import { goldenSignals } from './golden-signals.js';
import { run } from './run.js';
import { sloCalculator } from './slo-calculator.js';

const german: AllText = { figure, run, blindVsObservable, goldenSignals, sloCalculator };

registerLanguage('de', german);
