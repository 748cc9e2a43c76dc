import { ObsLogSearch } from './log-search.js';

ObsLogSearch.define();
