import type { Row } from './rows.model.js';

/**
 * Where a key leads from a cell: the two grids lie side by side, and an arrow at the edge of one leads into the other.
 * Undefined for keys that lead nowhere.
 */
export function neighbour(
  grids: readonly [services: readonly Row[], resources: readonly Row[]],
  key: string,
  press: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
): string | undefined {
  const side = grids[1].some((row) => row.cells.some((cell) => cell.key === key)) ? 1 : 0;
  const rows = grids[side];
  const row = rows.findIndex(({ cells }) => cells.some((cell) => cell.key === key));
  const cells = rows[row]?.cells ?? [];
  const column = cells.findIndex((cell) => cell.key === key);
  const at = (one: readonly Row[], y: number, x: number): string | undefined =>
    one[Math.min(Math.max(0, y), one.length - 1)]?.cells.at(x)?.key;
  switch (press.key) {
    case 'ArrowUp':
      return at(rows, row - 1, column);
    case 'ArrowDown':
      return at(rows, row + 1, column);
    case 'ArrowLeft':
      return column > 0 ? cells[column - 1]?.key : side === 1 ? at(grids[0], row, -1) : undefined;
    case 'ArrowRight':
      return column < cells.length - 1 ? cells[column + 1]?.key : side === 0 ? at(grids[1], row, 0) : undefined;
    case 'Home':
      return press.ctrlKey ? at(grids[side], 0, 0) : cells[0]?.key;
    case 'End':
      return press.ctrlKey ? at(grids[side], rows.length - 1, -1) : cells.at(-1)?.key;
    default:
      return undefined;
  }
}
