import type { ShopChange } from './telemetry-records.js';
import type { Shop } from '../run/shop.js';

/** More are forgotten, the oldest first. */
const MOST = 500;

/** What was changed in a shop, as a team's log of changes has it. */
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
