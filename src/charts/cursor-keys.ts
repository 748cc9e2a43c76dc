/**
 * Returns the index to which a key moves the cursor among `count` rows, or undefined for any other key. Without a cursor
 * (`null`), it comes in from the newest end.
 */
export function indexAfter(key: string, index: number | null, count: number): number | undefined {
  const last = count - 1;
  const from = index ?? count;
  const page = Math.max(1, Math.round(count / 10));
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: from - 1,
    ArrowRight: from + 1,
    PageUp: from - page,
    PageDown: from + page,
    Home: 0,
    End: last,
  };
  const to = moves[key];
  return to === undefined || count === 0 ? undefined : Math.min(Math.max(0, to), last);
}
