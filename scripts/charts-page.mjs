// What scripts/bench/charts.mjs runs in a page: four charts of each kind, and `play`, which updates those of one kind.
import uPlot from 'uplot';
import css from 'uplot/dist/uPlot.min.css?inline';
import { ObsChart } from '../src/charts/obs-chart.ts';

ObsChart.define();
const CHARTS = 4;
const POINTS = 150;
const WIDTH = 400;
const HEIGHT = 116;
const COLORS = ['#0072b2', '#9a6400', '#a63b00'];

const style = new CSSStyleSheet();
style.replaceSync(css);
document.adoptedStyleSheets = [style];

/** Three lines that move on by a step with each frame. */
function data(frame, chart) {
  const seconds = Array.from({ length: POINTS }, (_, index) => 2 * (frame + index));
  const lines = COLORS.map((_, line) =>
    seconds.map((second) => 1 + line + 0.5 * Math.sin(second / 20 + chart + line) + 0.1 * Math.sin(second * 7)),
  );
  return { seconds, lines };
}

function place() {
  const host = document.createElement('div');
  host.style.cssText = 'inline-size: ' + WIDTH + 'px; float: left; margin: 4px';
  document.body.append(host);
  return host;
}

const ours = Array.from({ length: CHARTS }, () => {
  const chart = document.createElement('obs-chart');
  chart.frame = {
    title: 'Latency',
    summary: '',
    format: (value) => value.toFixed(2) + ' s',
    time: (seconds) => Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0'),
    describe: () => '',
    cursorGroup: 'bench',
    height: HEIGHT,
  };
  place().append(chart);
  return chart;
});

const theirs = Array.from({ length: CHARTS }, () => {
  const series = [
    {},
    ...COLORS.map((stroke, line) => ({ label: 'p' + line, stroke, width: 2, points: { show: false } })),
  ];
  return new uPlot({ width: WIDTH, height: HEIGHT, series, scales: { x: { time: false } } }, [[], [], [], []], place());
});

const bare = Array.from({ length: CHARTS }, () => {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * devicePixelRatio;
  canvas.height = HEIGHT * devicePixelRatio;
  canvas.style.cssText = 'inline-size: 100%';
  place().append(canvas);
  return canvas.getContext('2d');
});

function drawBare(context, { seconds, lines }) {
  const from = seconds[0];
  const span = seconds.at(-1) - from;
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.lineWidth = 2;
  lines.forEach((values, line) => {
    context.beginPath();
    values.forEach((value, index) =>
      context.lineTo(((seconds[index] - from) / span) * context.canvas.width, (1 - value / 4) * context.canvas.height),
    );
    context.strokeStyle = COLORS[line];
    context.stroke();
  });
}

const draw = {
  idle: () => {},
  ours: (chart, { seconds, lines }) => {
    ours[chart].data = { seconds, lines: lines.map((values, look) => ({ name: 'p' + look, look, values })) };
  },
  uplot: (chart, { seconds, lines }) => {
    theirs[chart].setData([seconds, ...lines]);
    // Its legend shows the newest values, as ours does.
    theirs[chart].setLegend({ idx: POINTS - 1 });
  },
  bare: (chart, given) => drawBare(bare[chart], given),
};

globalThis.play = (kind, seconds) =>
  new Promise((resolve) => {
    let frame = 0;
    const timer = setInterval(() => {
      for (let chart = 0; chart < CHARTS; chart++) draw[kind](chart, data(frame, chart));
      if (++frame < 10 * seconds) return;
      clearInterval(timer);
      setTimeout(resolve, 100);
    }, 100);
  });
