import { isTimeZone, monthSeconds } from './calendar-month.js';
import { number, Setting } from '../../ui/element/settings.js';
import type { Dependency } from './slo-calculator.model.js';

const MOST_DEPENDENCIES = 12;
/** In characters; what is longer than this is no list of a dozen names. */
const LONGEST = 600;
const days = number(1, 3660);

/** Any number of days, `30d` or `30`, or a calendar month, `2026-02`. */
export const windowSetting: Setting<string> = new Setting(
  (given) => {
    if (/^\d{4}-(0[1-9]|1[0-2])$/.test(given)) return given;
    const length = days.parse(given.replace(/d$/, ''));
    return length === undefined ? undefined : `${length}d`;
  },
  (text) => text.like('30d, 2026-02'),
);

/** An IANA time zone, such as `Europe/Berlin`. */
export const timeZoneSetting: Setting<string> = new Setting(
  (given) => (isTimeZone(given) ? given : undefined),
  (text) => text.like('UTC, Europe/Berlin'),
);

/** The length in days of a window that `windowSetting` has read; a calendar month begins and ends in a time zone. */
export function windowDays(window: string, timeZone: string): number {
  return window.includes('-') ? monthSeconds(window, timeZone) / 86_400 : parseFloat(window);
}

/** `database 99.95, cache 99.9 x2`: a name, a percentage, and the copies where there are more than one. */
export const dependenciesSetting: Setting<string> = new Setting(
  (given) => (parseDependencies(given) ? given : undefined),
  (text) => text.like('database 99.95, cache 99.9 x2'),
);

/** The dependencies that a text names; undefined where it cannot be read. */
export function parseDependencies(text: string): Dependency[] | undefined {
  if (text.length > LONGEST) return undefined;
  const links = text.split(',').flatMap((link) => link.trim() || []);
  const dependencies = links.flatMap((written) => {
    const [, name, percent, copies = 1] = /^(\S.{0,39}?)\s+(\d+\.?\d*)\s*%?(?:\s*[x×]\s*([1-9]))?$/.exec(written) ?? [];
    // Rounded, because 99.95 / 100 is not 0.9995 to the last bit.
    const availability = Number((Number(percent) / 100).toFixed(12));
    return name && availability <= 1 ? { name, availability, copies: Number(copies), written } : [];
  });
  return dependencies.length === links.length && links.length <= MOST_DEPENDENCIES ? dependencies : undefined;
}
