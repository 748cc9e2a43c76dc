/** A second of a run: `5:12`, or the time of day, `01:45:30`, if the run begins at one. */
export function clockTime(seconds: number, startSeconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const total = startSeconds + seconds;
  const hours = Math.floor(total / 3600) % 24;
  const rest = `${two((total % 3600) / 60)}:${two(total % 60)}`;
  if (startSeconds > 0) return total % 60 === 0 ? `${two(hours)}:${two((total % 3600) / 60)}` : `${two(hours)}:${rest}`;
  return hours > 0 ? `${hours}:${rest}` : `${Math.floor(total / 60)}:${two(total % 60)}`;
}
