import { ObsTraceViewer } from './trace-viewer.js';

ObsTraceViewer.define();
