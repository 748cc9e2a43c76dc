import { dailyBurnRates } from './charts/burn.part.js';
import { wasOverride } from './budget-tracker.view.js';
import type { Month } from './budget-tracker.model.js';
import { DAY } from './month/budget-ledger.model.js';

/** The days as `csv`, in minutes; or the run with all that happened as `json`, in seconds from the month's start. */
export function exportMonth(format: string, month: Month, now: number): string {
  return format === 'json' ? toJson(month, now) : toCsv(month, now);
}

function toCsv({ ledger }: Month, now: number): string {
  const minutes = (seconds: number): string => String(Number((seconds / 60).toFixed(6)));
  const rows = dailyBurnRates(ledger, now).map(([from, to, rate]) => {
    const { left, leftShare, band } = ledger.at(to);
    const spent = ledger.spentIn(from, to);
    return [from / DAY + 1, minutes(left), leftShare.toFixed(6), band, minutes(spent), rate.toFixed(6)].join();
  });
  return ['day,left_minutes,left_share,policy,spent_minutes,burn_rate', ...rows].join('\r\n');
}

function toJson({ record, entries, features }: Month, now: number): string {
  const happened = entries.map((entry) => {
    const { kind, start, seconds, share, outcome, bad } = entry;
    return { kind, start, seconds, share, outcome, bad, override: wasOverride(entry) };
  });
  return JSON.stringify({ run: record, now, features, entries: happened }, undefined, 2);
}
