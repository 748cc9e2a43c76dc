import {
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { HOURS, LINES } from './data.js';

// What a line chart needs, and no more: `chart.js/auto` would bring every kind of chart.
Chart.register(CategoryScale, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip);

const canvas = document.body.appendChild(document.createElement('canvas'));
new Chart(canvas, {
  type: 'line',
  data: { labels: HOURS, datasets: Object.entries(LINES).map(([label, data]) => ({ label, data })) },
});
