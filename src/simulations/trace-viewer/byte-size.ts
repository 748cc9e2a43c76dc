const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'];

/** Bytes to three digits, in powers of a thousand, as storage is sold. */
export function byteSize(bytes: number, language: string): string {
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${size.toLocaleString(language, { maximumSignificantDigits: 3 })} ${UNITS[unit]}`;
}
