/** The length in seconds of a calendar month such as `2026-03` in a time zone: of March in Berlin 743 hours. */
export function monthSeconds(month: string, timeZone: string): number {
  const [year = NaN, number = NaN] = month.split('-').map(Number);
  return (startOfMonth(year, number + 1, timeZone) - startOfMonth(year, number, timeZone)) / 1000;
}

/** Whether a name is that of a time zone that this platform knows, such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}

/** The instant at which the clocks of a zone show midnight on the first of a month, in milliseconds since 1970. */
function startOfMonth(year: number, month: number, timeZone: string): number {
  const clock = Date.UTC(year, month - 1, 1);
  // The offset is that of the instant, not of the clock reading: a second look corrects the first.
  const guess = clock - offsetAt(clock, timeZone);
  return clock - offsetAt(guess, timeZone);
}

/** By how many milliseconds a zone's clocks are ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - instant;
}
