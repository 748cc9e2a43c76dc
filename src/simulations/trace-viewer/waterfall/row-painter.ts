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

/** Puts a value into the page, unless it is there already: what is written again is laid out again. */
type Write<T> = (value: T) => void;

/** The places of a row that change with its span. */
interface RowParts {
  readonly id: Write<string>;
  readonly rowIndex: Write<string>;
  readonly level: Write<string>;
  readonly selected: Write<string>;
  readonly expanded: Write<string | undefined>;
  readonly className: Write<string>;
  readonly indent: Write<string>;
  readonly service: Write<string>;
  readonly serviceClass: Write<string>;
  readonly operation: Write<string>;
  readonly badges: Write<string>;
  readonly times: Write<string>;
  readonly grid: Write<string>;
  readonly ghost: Write<string>;
  readonly bar: Write<string>;
  readonly barClass: Write<string>;
  readonly path: Write<string>;
  readonly pathClass: Write<string>;
  readonly label: Write<string>;
  readonly labelX: Write<string>;
  readonly labelY: Write<string>;
  readonly labelAnchor: Write<string>;
  readonly labelClass: Write<string>;
  readonly self: Write<string>;
  readonly onPath: Write<string>;
}

const partsOf = new WeakMap<HTMLElement, RowParts>();

/** An empty row of the waterfall: a row of a treegrid with a name, a bar and two numbers. */
export function createRow(): HTMLElement {
  const row = element('div', 'row', 'row');
  const name = element('div', 'name', 'rowheader');
  const service = element('b', '');
  const badges = element('span', 'badges');
  const operation = document.createTextNode('');
  const label = element('span', 'label');
  label.append(service, ' ', operation);
  name.append(element('span', 'twist'), label, badges);
  const time = element('div', 'time', 'gridcell');
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('aria-hidden', 'true');
  const [grid, ghost, bar, path] = [
    shape('path', 'grid'),
    shape('path', 'ghost'),
    shape('path', 'bar'),
    shape('path', 'path'),
  ];
  const words = shape('text', '');
  picture.append(grid, ghost, bar, path, words);
  time.append(picture);
  const self = element('div', 'number', 'gridcell');
  const onPath = element('div', 'number', 'gridcell');
  for (const cell of [name, time, self, onPath]) cell.tabIndex = -1;
  row.append(name, time, self, onPath);
  partsOf.set(row, {
    id: attribute(row, 'id'),
    rowIndex: attribute(row, 'aria-rowindex'),
    level: attribute(row, 'aria-level'),
    selected: attribute(row, 'aria-selected'),
    expanded: attribute(row, 'aria-expanded'),
    className: attribute(row, 'class'),
    indent: changed((value) => (name.style.paddingInlineStart = value)),
    service: text(service),
    serviceClass: attribute(service, 'class'),
    operation: changed((value) => (operation.data = value)),
    badges: text(badges),
    times: attribute(time, 'aria-label'),
    grid: attribute(grid, 'd'),
    ghost: attribute(ghost, 'd'),
    bar: attribute(bar, 'd'),
    barClass: attribute(bar, 'class'),
    path: attribute(path, 'd'),
    pathClass: attribute(path, 'class'),
    label: text(words),
    labelX: attribute(words, 'x'),
    labelY: attribute(words, 'y'),
    labelAnchor: attribute(words, 'text-anchor'),
    labelClass: attribute(words, 'class'),
    self: text(self),
    onPath: text(onPath),
  });
  return row;
}

function changed<T>(write: Write<T>): Write<T> {
  let shown: T | undefined;
  return (value) => {
    if (value === shown) return;
    shown = value;
    write(value);
  };
}

function attribute(target: Element, name: string): Write<string | undefined> {
  return changed((value) => {
    if (value === undefined) target.removeAttribute(name);
    else target.setAttribute(name, value);
  });
}

/** One text node for good, but none where there is nothing to say: a badge without text is not drawn. */
function text(target: Element): Write<string> {
  const node = document.createTextNode('');
  return changed((value) => {
    node.data = value;
    if (value === '') node.remove();
    else if (!node.parentNode) target.append(node);
  });
}

/** Makes a row that of the span at a place. */
export function fillRow(row: HTMLElement, place: number, scene: RowScene): void {
  const parts = partsOf.get(row);
  const index = scene.rows[place] ?? -1;
  const span = scene.trace.spans[index];
  if (!parts || !span) return;
  const { outline, collapsed, analysis, words, selected, matching, colours } = scene;
  const depth = outline.depths[index] ?? 0;
  parts.id(`row-${place}`);
  parts.rowIndex(String(place + 2));
  parts.level(String(depth + 1));
  parts.selected(String(index === selected));
  parts.expanded(hasChildren(outline, index) ? String(!collapsed.has(index)) : undefined);
  const dimmed = matching && !matching.has(index) ? ' dim' : '';
  parts.className(`row${span.status === 'error' ? ' error' : ''}${dimmed}`);
  // On each of the three and not on the row, whose cells would all have to be styled anew.
  const colour = `s${colours.get(span.service) ?? 0}`;
  parts.serviceClass(colour);
  parts.barClass(`bar ${colour}`);
  parts.pathClass(`path ${colour}`);
  parts.indent(`${Math.min(depth, MOST_INDENT) * 0.85}em`);
  parts.service(span.service);
  parts.operation(span.name);
  parts.badges(badgesOf(span, scene, index).join(' '));
  parts.times(`${words.duration(span.startMs)}, ${words.duration(span.durationMs)}`);
  parts.self(analysis ? words.duration(analysis.selfMs[index] ?? 0) : '');
  const onPath = analysis?.pathMs[index] ?? 0;
  parts.onPath(onPath > 0 ? words.duration(onPath) : '–');
  drawBar(parts, span, index, scene);
}

/** Makes one cell of a row a stop of the Tab key, -1 the row itself, or none; writes nothing where it is so already. */
export function setTabStop(row: HTMLElement, stop: number | undefined): void {
  for (let i = -1; i < row.children.length; i++) {
    const part = i < 0 ? row : row.children[i];
    const tabIndex = i === stop ? 0 : -1;
    if (part instanceof HTMLElement && part.getAttribute('tabindex') !== String(tabIndex)) part.tabIndex = tabIndex;
  }
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
  parts.grid(gridOf(scene));
  parts.bar(bar ? box(bar.x, top, bar.width, thickness) : '');
  const sections = analysis?.sections.get(index) ?? [];
  parts.path(sections.map(({ startMs, endMs }) => line(startMs, endMs, top, thickness)).join(''));
  const before = counterpart(scene, index);
  parts.ghost(before ? line(before.startMs, before.startMs + before.durationMs, top - 3, thickness + 6) : '');
  drawLabel(parts, bar, labelOf(span, before, words, scene.trace.durationMs / 100), width, height);
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
  parts: RowParts,
  bar: { x: number; width: number } | undefined,
  label: string,
  width: number,
  height: number,
): void {
  parts.label(bar ? label : '');
  if (!bar) return;
  // Behind the bar where there is room, else before it, else in it.
  const needed = label.length * 7 + 8;
  const end = bar.x + bar.width;
  const isBehind = end + needed <= width;
  const isBefore = !isBehind && bar.x >= needed;
  parts.labelX(String(Math.round(isBehind ? end + 6 : isBefore ? bar.x - 6 : end - 6)));
  parts.labelY(String(Math.round(height * 0.65)));
  parts.labelAnchor(isBehind ? 'start' : 'end');
  parts.labelClass(isBehind || isBefore ? '' : 'within');
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
