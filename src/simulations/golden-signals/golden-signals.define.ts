import { ObsGoldenSignals } from './golden-signals.js';

ObsGoldenSignals.define();
