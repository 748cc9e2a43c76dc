/** What a key does in the waterfall. */
export type GridCommand =
  | 'down'
  | 'up'
  | 'right'
  | 'left'
  | 'first'
  | 'last'
  | 'row-start'
  | 'row-end'
  | 'page-down'
  | 'page-up'
  | 'select'
  | 'next-match'
  | 'previous-match'
  | 'pan-left'
  | 'pan-right'
  | 'zoom-in'
  | 'zoom-out'
  | 'zoom-span'
  | 'zoom-all'
  | 'collapse-all'
  | 'expand-all'
  | 'collapse-level'
  | 'expand-level';

/**
 * The keys of a treegrid, as the ARIA Authoring Practices have them; then those of Jaeger, where they are free. A key
 * with Control is written with a caret.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/treegrid/#keyboardinteraction
 * @see https://github.com/jaegertracing/jaeger-ui/blob/main/packages/jaeger-ui/src/components/TracePage/keyboard-mappings.ts
 */
export const GRID_KEYS: ReadonlyMap<string, GridCommand> = new Map([
  ['ArrowDown', 'down'],
  ['ArrowUp', 'up'],
  ['ArrowRight', 'right'],
  ['ArrowLeft', 'left'],
  ['Home', 'row-start'],
  ['End', 'row-end'],
  ['^Home', 'first'],
  ['^End', 'last'],
  ['PageDown', 'page-down'],
  ['PageUp', 'page-up'],
  ['Enter', 'select'],
  [' ', 'select'],
  ['s', 'page-down'],
  ['w', 'page-up'],
  ['f', 'next-match'],
  ['b', 'previous-match'],
  ['a', 'pan-left'],
  ['d', 'pan-right'],
  ['+', 'zoom-in'],
  ['-', 'zoom-out'],
  ['z', 'zoom-span'],
  ['0', 'zoom-all'],
  [']', 'collapse-all'],
  ['[', 'expand-all'],
  ['p', 'collapse-level'],
  ['o', 'expand-level'],
] as const);

/** The command of a key that was pressed; undefined for those that are the page's. */
export function commandOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): GridCommand | undefined {
  if (altKey || metaKey) return undefined;
  const name = ctrlKey ? `^${key}` : key;
  return GRID_KEYS.get(name);
}

/** The keys of each command, as they are shown. */
export function keysByCommand(): Map<GridCommand, string[]> {
  const keys = new Map<GridCommand, string[]>();
  for (const [key, command] of GRID_KEYS) {
    const shown = key.replace('Arrow', '').replace('^', 'Ctrl+').replace(/^ $/, 'Space');
    keys.set(command, [...(keys.get(command) ?? []), shown]);
  }
  return keys;
}
