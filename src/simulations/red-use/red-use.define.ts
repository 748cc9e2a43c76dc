import { ObsRedUse } from './red-use.js';

ObsRedUse.define();
