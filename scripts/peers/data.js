// Two lines of a day, for every peer the same.
export const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
export const LINES = {
  p50: HOURS.map((hour) => 100 + 20 * Math.sin(hour / 4)),
  p99: HOURS.map((hour) => 400 + 90 * Math.sin(hour / 4)),
};
