import { ObsBudgetTracker } from './budget-tracker.js';

ObsBudgetTracker.define();
