/** A moment: whole milliseconds since 1970, and the nanoseconds after them, which a double has no room for. */
export interface Moment {
  readonly milliseconds: number;
  readonly nanoseconds: number;
}

const DATE = /^(\d{4})[-/](\d\d)[-/](\d\d)(.*)$/;
const CLF = /^(\d\d?)[/ -]([A-Z][a-z]{2})[/ -](\d{4})(.*)$/;
const CLOCK = /^[T :](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?$/i;
const WEEKDAY = /^[A-Z][a-z]{2}, /;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Reads the date and time that loggers write: ISO 8601 with T or a space, slashes, Python's comma before milliseconds, and
 * `15/Jan/2024:10:00:00 +0100` of web servers. UTC where it does not say; `undefined` for what is none.
 */
export function parseMoment(text: string): Moment | undefined {
  const iso = DATE.exec(text);
  const named = iso ? undefined : CLF.exec(text.replace(WEEKDAY, ''));
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : [Number(named?.[3]), MONTHS.indexOf(named?.[2] ?? '') + 1, Number(named?.[1])];
  const rest = (iso ?? named)?.[4];
  if (rest === undefined || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const days = daysSince1970(year, month, day);
  if (rest === '') return { milliseconds: days * 86_400_000, nanoseconds: 0 };
  const clock = CLOCK.exec(rest);
  if (!clock) return undefined;
  const [hour = 0, minute = 0, second = 0] = clock.slice(1, 4).map((part) => Number(part ?? 0));
  if (hour > 24 || minute > 59 || second > 60) return undefined;
  const fraction = Number((clock[4] ?? '').padEnd(9, '0'));
  const minutes = (days * 24 + hour) * 60 + minute - offsetMinutes(clock[5]);
  return {
    milliseconds: minutes * 60_000 + second * 1000 + Math.floor(fraction / 1e6),
    nanoseconds: fraction % 1e6,
  };
}

/** A number of seconds, milliseconds, micro- or nanoseconds since 1970: from 2001 on each unit has its own range. */
export function epochMoment(value: number | bigint): Moment | undefined {
  if (typeof value === 'bigint') {
    if (value < 10n ** 18n) return epochMoment(Number(value));
    if (value >= 10n ** 19n) return undefined;
    return { milliseconds: Number(value / 1_000_000n), nanoseconds: Number(value % 1_000_000n) };
  }
  const perMillisecond = value >= 1e18 ? 1e6 : value >= 1e15 ? 1e3 : value >= 1e12 ? 1 : 1e-3;
  if (!(value >= 1e9 && value < 1e19)) return undefined;
  if (perMillisecond === 1e-3) {
    const milliseconds = Math.floor(value * 1000 + 1e-4);
    return { milliseconds, nanoseconds: Math.max(0, Math.round((value * 1000 - milliseconds) * 1e3) * 1e3) };
  }
  const milliseconds = Math.floor(value / perMillisecond);
  const rest = perMillisecond === 1 ? value - milliseconds : (value % perMillisecond) / perMillisecond;
  return { milliseconds, nanoseconds: Math.round(rest * 1e6) };
}

function offsetMinutes(zone: string = 'Z'): number {
  if (!/\d/.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + (zone.length > 3 ? Number(zone.slice(-2)) : 0);
  return zone.startsWith('-') ? -minutes : minutes;
}

function daysInMonth(year: number, month: number): number {
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return daysSince1970(nextYear, nextMonth, 1) - daysSince1970(year, month, 1);
}

/** @see https://howardhinnant.github.io/date_algorithms.html#days_from_civil */
function daysSince1970(year: number, month: number, day: number): number {
  // The year begins in March, so that the leap day is its last.
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}
