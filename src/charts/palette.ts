import type { ChartLine } from './chart-data.js';

/** The colours of a chart as a canvas takes them: what the stylesheet says, resolved. */
export interface Palette {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly paper: string;
  readonly looks: readonly string[];
}

/** How many looks a line can have. */
export const LOOKS = 6;

const DASHES: readonly (readonly number[])[] = [[], [6, 3], [12, 3], [2, 3], [8, 3, 2, 3], [4, 1]];

/** The dashes of a line, in CSS pixels, so that none is told by its colour alone; the main one is whole, and thick. */
export function dashesOf({ look, isMain }: Pick<ChartLine, 'look' | 'isMain'>): readonly number[] {
  return isMain ? [] : (DASHES[look] ?? []);
}

/** Reads the colours that probes, elements of class `ink`, `look-0` and so on, have got from the stylesheet. */
export function readPalette(probes: ParentNode): Palette {
  const color = (name: string): string => {
    const probe = probes.querySelector(`.${name}`);
    return probe ? getComputedStyle(probe).color : '';
  };
  return {
    ink: color('probe-ink'),
    quiet: color('probe-quiet'),
    line: color('probe-line'),
    paper: color('probe-paper'),
    looks: Array.from({ length: LOOKS }, (_, look) => color(`look-${look}`)),
  };
}
