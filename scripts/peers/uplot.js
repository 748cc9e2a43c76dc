import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { html, render } from 'lit';
import { HOURS, LINES } from './data.js';

const place = document.body.appendChild(document.createElement('div'));
const series = [{}, ...Object.keys(LINES).map((label) => ({ label, stroke: 'black' }))];
const scales = { x: { time: false } };
render(html`<p>Latency</p>`, place);
new uPlot({ width: 600, height: 300, series, scales }, [HOURS, ...Object.values(LINES)], place);
