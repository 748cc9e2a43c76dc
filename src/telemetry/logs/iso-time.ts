import { parseQuantity } from './query/quantity.js';

const CANONICAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const DAY = 86_400_000;

/** The milliseconds since 1970 of a time as `toISOString` writes it; `undefined` for what `isoTime` would not give back. */
export function isoMilliseconds(text: unknown): number | undefined {
  if (typeof text !== 'string' || text.length !== 24 || !CANONICAL.test(text)) return undefined;
  const milliseconds = parseQuantity(text)?.value ?? NaN;
  return isoTime(milliseconds) === text ? milliseconds : undefined;
}

/** @see https://howardhinnant.github.io/date_algorithms.html#civil_from_days */
export function isoTime(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  // The year begins in March, so that the leap day is its last.
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month < 3 ? 1 : 0);
  const rest = milliseconds - days * DAY;
  const clock = [Math.floor(rest / 3_600_000), Math.floor(rest / 60_000) % 60, Math.floor(rest / 1000) % 60];
  const [hours, minutes, seconds] = clock.map((part) => digits(part, 2));
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}T${hours}:${minutes}:${seconds}.${digits(rest % 1000, 3)}Z`;
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
