import type { Span, WarningKind } from '../../../telemetry/traces/index.js';
import { box, stretch } from './bar-shape.js';
import { hasChildren } from './rows.model.js';
import type { ShortDuration } from '../short-duration.js';
import type { TraceView } from '../trace-viewer.view.js';
import type { ShownTrace } from '../source/shown-trace.js';

const SVG = 'http://www.w3.org/2000/svg';
/** Further in, a name has no room. */
const MOST_INDENT = 16;

/** What a row says, in the reader's language. */
export interface RowWords {
  readonly badges: Readonly<Record<WarningKind, string>>;
  readonly error: string;
  readonly added: string;
  readonly duration: ShortDuration;
  /** `+12 ms`, against the other trace. */
  readonly difference: (duration: string) => string;
}

/** The words of a view that rows need. */
export function rowWords({ text, duration }: Pick<TraceView, 'text' | 'duration'>): RowWords {
  const { badges, error, added, difference } = text;
  return { badges, error, added, difference, duration };
}

/** What rows are drawn from. */
export interface RowScene extends ShownTrace {
  readonly rows: Int32Array;
  readonly collapsed: ReadonlySet<number>;
  readonly words: RowWords;
  /** Pixels of the cell of the bars; and of its height. */
  readonly width: number;
  readonly height: number;
  readonly ticks: readonly number[];
  /** Those that match the query. */
  readonly matching: ReadonlySet<number> | undefined;
}

interface RowParts {
  readonly name: HTMLElement;
  readonly twist: HTMLElement;
  readonly service: HTMLElement;
  readonly operation: Text;
  readonly badges: HTMLElement;
  readonly time: HTMLElement;
  readonly grid: SVGElement;
  readonly ghost: SVGElement;
  readonly bar: SVGElement;
  readonly path: SVGElement;
  readonly label: SVGElement;
  readonly self: HTMLElement;
  readonly onPath: HTMLElement;
}

const partsOf = new WeakMap<HTMLElement, RowParts>();

/** An empty row of the waterfall: a row of a treegrid with a name, a bar and two numbers. */
export function createRow(): HTMLElement {
  const row = element('div', 'row', 'row');
  const name = element('div', 'name', 'rowheader');
  const twist = element('span', 'twist');
  const service = element('b', '');
  const operation = document.createTextNode('');
  const badges = element('span', 'badges');
  const label = element('span', 'label');
  label.append(service, ' ', operation);
  name.append(twist, label, badges);
  const time = element('div', 'time', 'gridcell');
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('aria-hidden', 'true');
  const shapes = ['grid', 'ghost', 'bar', 'path'].map((kind) => shape('path', kind));
  const [grid, ghost, bar, path] = shapes as [SVGElement, SVGElement, SVGElement, SVGElement];
  const words = shape('text', '');
  picture.append(...shapes, words);
  time.append(picture);
  const self = element('div', 'number', 'gridcell');
  const onPath = element('div', 'number', 'gridcell');
  for (const cell of [name, time, self, onPath]) cell.tabIndex = -1;
  row.append(name, time, self, onPath);
  partsOf.set(row, {
    name,
    twist,
    service,
    operation,
    badges,
    time,
    grid,
    ghost,
    bar,
    path,
    label: words,
    self,
    onPath,
  });
  return row;
}

/** Makes a row that of the span at a place. */
export function fillRow(row: HTMLElement, place: number, scene: RowScene): void {
  const parts = partsOf.get(row);
  const index = scene.rows[place] ?? -1;
  const span = scene.trace.spans[index];
  if (!parts || !span) return;
  const { outline, collapsed, analysis, words, selected, matching, colours } = scene;
  const depth = outline.depths[index] ?? 0;
  row.id = `row-${place}`;
  row.setAttribute('aria-rowindex', String(place + 2));
  row.setAttribute('aria-level', String(depth + 1));
  row.setAttribute('aria-selected', String(index === selected));
  if (hasChildren(outline, index)) row.setAttribute('aria-expanded', String(!collapsed.has(index)));
  else row.removeAttribute('aria-expanded');
  const dimmed = matching && !matching.has(index) ? ' dim' : '';
  row.className = `row s${colours.get(span.service) ?? 0}${span.status === 'error' ? ' error' : ''}${dimmed}`;
  parts.name.style.paddingInlineStart = `${Math.min(depth, MOST_INDENT) * 0.85}em`;
  parts.service.textContent = span.service;
  parts.operation.data = span.name;
  parts.badges.textContent = badgesOf(span, scene, index).join(' ');
  parts.time.setAttribute('aria-label', `${words.duration(span.startMs)}, ${words.duration(span.durationMs)}`);
  parts.self.textContent = analysis ? words.duration(analysis.selfMs[index] ?? 0) : '';
  const onPath = analysis?.pathMs[index] ?? 0;
  parts.onPath.textContent = onPath > 0 ? words.duration(onPath) : '–';
  drawBar(parts, span, index, scene);
}

function badgesOf(span: Span, { words, other }: RowScene, index: number): string[] {
  const badges = span.warnings.map(({ kind }) => words.badges[kind]);
  if (span.status === 'error') badges.unshift(words.error);
  if (other && other.comparison.counterparts[index] === -1) badges.push(words.added);
  return [...new Set(badges)];
}

function drawBar(parts: RowParts, span: Span, index: number, scene: RowScene): void {
  const { analysis, range, width, height, words } = scene;
  const top = Math.round(height * 0.25);
  const thickness = height - 2 * top;
  const line = (startMs: number, endMs: number, y: number, tall: number): string => {
    const place = stretch(startMs, endMs, range, width);
    return place ? box(place.x, y, place.width, tall) : '';
  };
  const bar = stretch(span.startMs, span.startMs + span.durationMs, range, width);
  parts.grid.setAttribute('d', gridOf(scene));
  parts.bar.setAttribute('d', bar ? box(bar.x, top, bar.width, thickness) : '');
  const sections = analysis?.sections.get(index) ?? [];
  parts.path.setAttribute('d', sections.map(({ startMs, endMs }) => line(startMs, endMs, top, thickness)).join(''));
  const before = counterpart(scene, index);
  parts.ghost.setAttribute(
    'd',
    before ? line(before.startMs, before.startMs + before.durationMs, top - 3, thickness + 6) : '',
  );
  drawLabel(parts.label, bar, labelOf(span, before, words, scene.trace.durationMs / 100), width, height);
}

function labelOf(span: Span, before: Span | undefined, { duration, difference }: RowWords, noticeable: number): string {
  const own = duration(span.durationMs);
  if (!before) return own;
  const change = span.durationMs - before.durationMs;
  // What nobody would notice is not said.
  if (Math.abs(change) < noticeable) return own;
  return `${own} ${difference(change < 0 ? duration(change) : `+${duration(change)}`)}`;
}

function counterpart({ other }: RowScene, index: number): Span | undefined {
  return other?.trace.spans[other.comparison.counterparts[index] ?? -1];
}

function drawLabel(
  label: SVGElement,
  bar: { x: number; width: number } | undefined,
  text: string,
  width: number,
  height: number,
): void {
  label.textContent = bar ? text : '';
  if (!bar) return;
  // Behind the bar where there is room, else before it, else in it.
  const needed = text.length * 7 + 8;
  const end = bar.x + bar.width;
  const isBehind = end + needed <= width;
  const isBefore = !isBehind && bar.x >= needed;
  label.setAttribute('x', String(Math.round(isBehind ? end + 6 : isBefore ? bar.x - 6 : end - 6)));
  label.setAttribute('y', String(Math.round(height * 0.65)));
  label.setAttribute('text-anchor', isBehind ? 'start' : 'end');
  label.setAttribute('class', isBehind || isBefore ? '' : 'within');
}

const grids = new WeakMap<readonly number[], { key: string; path: string }>();

/** The lines of the axis through a row; the same for all, and made once. */
function gridOf({ ticks, range, width, height }: RowScene): string {
  const key = `${width} ${height} ${range.fromMs} ${range.toMs}`;
  const known = grids.get(ticks);
  if (known?.key === key) return known.path;
  const scale = width / (range.toMs - range.fromMs || 1);
  const path = ticks.map((tick) => `M${Math.round((tick - range.fromMs) * scale) + 0.5} 0v${height}`).join('');
  grids.set(ticks, { key, path });
  return path;
}

function element(tag: string, className: string, role: string = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (role) made.setAttribute('role', role);
  return made;
}

function shape(tag: string, kind: string): SVGElement {
  const made = document.createElementNS(SVG, tag);
  if (kind) made.setAttribute('class', kind);
  return made;
}
