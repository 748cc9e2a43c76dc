import { html, type TemplateResult } from 'lit';
import type { ChartLine } from './chart-data.js';

/** The colors and the font of a chart as a canvas takes them: the stylesheet's values, resolved. */
export interface Palette {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly paper: string;
  readonly looks: readonly string[];
  /** Font of the labels, as in CSS; whole pixels, because uPlot reads no others. */
  readonly font: string;
}

/** Number of looks that a line can have. */
const LOOKS = 6;
const PROBES = ['ink', 'quiet', 'line', 'paper'] as const;

const DASHES: readonly (readonly number[])[] = [[], [6, 3], [12, 3], [2, 3], [8, 3, 2, 3], [4, 1]];

/** Returns the dash pattern of a line in CSS pixels. Each look has its own, so that no line is told by color alone; the main line is solid. */
export function dashesOf({ look, isMain }: Pick<ChartLine, 'look' | 'isMain'>): readonly number[] {
  return isMain ? [] : (DASHES[look] ?? []);
}

/**
 * Hidden elements that take the colors from the stylesheet. Each has a transition, so that `changed` is called whenever
 * a color changes, whatever the cause: the theme, the page's own properties, the reader's settings.
 */
export function colorProbes(changed: () => void): TemplateResult {
  return html`<div class="unseen probes" aria-hidden="true" @transitionrun=${changed}>
    ${PROBES.map((name) => html`<i class="probe-${name}"></i>`)}
    ${Array.from({ length: LOOKS }, (_, look) => html`<i class="look-${look}"></i>`)}
  </div>`;
}

/** Reads the palette from the probes within `root`. */
export function readPalette(root: ParentNode): Palette {
  const styleOf = (name: string): CSSStyleDeclaration | undefined => {
    const probe = root.querySelector(`.probes .${name}`);
    return probe ? getComputedStyle(probe) : undefined;
  };
  const color = (name: string): string => styleOf(name)?.color ?? '';
  const { fontSize = '11px', fontFamily = 'sans-serif' } = styleOf('probe-quiet') ?? {};
  return {
    ink: color('probe-ink'),
    quiet: color('probe-quiet'),
    line: color('probe-line'),
    paper: color('probe-paper'),
    looks: Array.from({ length: LOOKS }, (_, look) => color(`look-${look}`)),
    font: `${Math.round(Number.parseFloat(fontSize))}px ${fontFamily}`,
  };
}

/** Returns the color of a line; that of the text for a look that doesn't exist. */
export function colorOf({ looks, ink }: Palette, look: number): string {
  return looks[look] ?? ink;
}
