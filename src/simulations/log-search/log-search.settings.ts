/** How many lines the shop's log may have. */
export const LINE_COUNTS = ['10000', '100000', '1000000'] as const;

export type LineCount = (typeof LINE_COUNTS)[number];

/** A larger file is refused: it would fill the memory of a phone. */
export const MOST_BYTES: number = 32 * 1024 * 1024;
