import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { HOURS, LINES } from './data.js';

// What a line chart needs, and no more: `echarts` alone would bring every kind of chart.
use([CanvasRenderer, GridComponent, LegendComponent, LineChart, TooltipComponent]);

const place = document.body.appendChild(document.createElement('div'));
place.style.height = '300px';
init(place).setOption({
  legend: {},
  tooltip: { trigger: 'axis' },
  xAxis: { type: 'category', data: HOURS },
  yAxis: { type: 'value' },
  series: Object.entries(LINES).map(([name, data]) => ({ type: 'line', name, data })),
});
