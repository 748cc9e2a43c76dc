import type { ShopChange } from './telemetry-records.js';
import type { Shop } from '../run/shop.js';

/** Number of changes to keep, the latest ones. */
const MOST = 500;

/** The latest changes to a shop, oldest first. */
export class ChangeLog {
  readonly changes: ShopChange[] = [];

  constructor(shop: Shop) {
    shop.listen({
      change: (change) => {
        this.changes.push(change);
        if (this.changes.length > MOST) this.changes.shift();
      },
    });
  }
}
