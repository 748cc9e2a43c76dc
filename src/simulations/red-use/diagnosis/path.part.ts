import { html, type TemplateResult } from 'lit';
import type { ChartData, ChartFrame } from '../../../charts/chart-data.js';

import { richText } from '../../../ui/element/rich-text.js';
import { promqlOf, type Cell } from '../matrix/cells.model.js';
import { pathThrough, type Path, type ResourceNow } from './path.model.js';
import { RANGE_SECONDS, type RedUseModel } from '../red-use.model.js';
import { shownTime } from '../matrix/draw-matrix.js';
import { cellName, rowName, written, type RedUseView } from '../red-use.view.js';

/** A cell by itself: larger, what is usual, the query; and the path that leads through it. */
export function pathPart(
  view: RedUseView,
  cell: Cell,
  {
    frame,
    isHidden,
    close,
    show,
  }: { frame: ChartFrame; isHidden: boolean; close: () => void; show: (path: Path) => void },
): TemplateResult {
  const { text: t, model, evidence } = view;
  const { baseline } = model.track(cell);
  const path = pathThrough(model, evidence, cell);
  const usual = baseline
    ? t.baselineIs(written(view, cell, baseline.mean), written(view, cell, baseline.width))
    : t.baselineUnknown;
  return html`<section class="path" part="path" aria-label=${cellName(view, cell)}>
    <div class="close"><button @click=${close}>${t.close}</button></div>
    <div class="beside">
      <div>
        <obs-chart class="cell-chart" .frame=${frame}></obs-chart>
        <p class="quiet">${usual}</p>
      </div>
      <div>
        <p class="quiet">${t.query}</p>
        <pre part="query">${promqlOf(cell, RANGE_SECONDS)}</pre>
      </div>
    </div>
    ${isHidden ? html`<p class="quiet">${t.hidden}</p>` : steps(view, path, () => show(path))}
  </section>`;
}

/** The three steps: what is wrong, where, and why. */
export function steps(view: RedUseView, path: Path, show?: () => void): TemplateResult {
  const { text: t } = view;
  const step = (name: keyof typeof t.steps, lines: readonly string[]): TemplateResult =>
    html`<li class=${lines.length ? '' : 'blank'}>
      <p class="quiet">${t.steps[name]}</p>
      ${lines.map((line) => html`<p>${richText(line)}</p>`)}
    </li>`;
  return html`<ol class="steps" part="steps">
      ${step('red', redLines(view, path))} ${step('use', useLines(view, path.use))}
      ${step('logs', logLines(view, path))}
    </ol>
    ${show && path.logs?.traceId ? html`<button @click=${show}>${t.follow}</button>` : ''}`;
}

function redLines(view: RedUseView, { red }: Path): string[] {
  const { text: t, model } = view;
  if (!red) return [t.redCalm];
  const values = [written(view, red.cell, model.now(red.cell)), written(view, red.cell, red.usually)] as const;
  return [t.redStep(cellName(view, red.cell), ...values)];
}

function useLines(view: RedUseView, use: ResourceNow | undefined): string[] {
  const { text: t, clock } = view;
  if (!use) return [t.useUnknown];
  const { departure } = use;
  return [
    resourceLine(view, use),
    departure ? t.usePlace(t.place(String(departure.order)), clock(departure.seconds)) : t.useCalm,
  ];
}

/** A resource as an engineer would put it. */
export function resourceLine(view: RedUseView, use: ResourceNow): string {
  const { text: t, host } = view;
  const { percent, number } = host.format;
  const name = rowName(view, use.service, use.kind);
  const [used, usually] = [percent(use.utilisation || 0), percent(use.usually || 0)];
  switch (use.kind) {
    case 'memory':
      return t.useMemory(name, used, usually, percent(use.saturation || 0, 1));
    case 'network':
      return t.useNetwork(name, number(use.failures || 0, 1), number(use.saturation || 0));
    default:
      return t.useStep(name, used, usually, number(use.saturation || 0));
  }
}

function logLines(view: RedUseView, { use, logs, change }: Path): string[] {
  const { text: t, host, clock } = view;
  if (!use?.departure) return [];
  const line = logs
    ? t.logStep(logs.service, logs.message, host.format.number(logs.count), clock(Math.floor(logs.firstSeconds)))
    : t.logsSilent(use.service);
  const since = logs?.firstSeconds ?? use.departure.seconds;
  const cause = change
    ? t.changeStep(change.summary, clock(Math.floor(change.seconds)), host.format.duration(since - change.seconds))
    : t.changeNone;
  return [line, cause];
}

/** The followed cell as a chart of its own. */
export function cellChart(
  view: RedUseView,
  model: RedUseModel,
  cell: Cell,
  marks: NonNullable<ChartData['marks']>,
): ChartData {
  const { values, beside, baseline } = model.track(cell);
  const { text: t } = view;
  const main = {
    name: cell.signal === 'duration' ? 'p99' : (t.signals[cell.signal] ?? ''),
    look: 0,
    values,
    isMain: true,
  };
  const lines = cell.signal === 'duration' ? [main, { name: 'p50', look: 1, values: beside }] : [main];
  const limit = baseline && baseline.mean + baseline.width;
  return {
    seconds: model.scrapes,
    lines,
    ...shownTime(model),
    marks,
    thresholds: limit === undefined ? [] : [{ value: limit, label: t.cellCalm }],
  };
}
