import { ObsBlindVsObservable } from './blind-vs-observable.js';

ObsBlindVsObservable.define();
