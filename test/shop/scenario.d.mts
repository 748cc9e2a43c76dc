import type * as shop from '../../src/shop/index.js';

export const GOLDEN_SHOP_HASH: string;
export function shopLog(module: Pick<typeof shop, 'Shop'>): string;
