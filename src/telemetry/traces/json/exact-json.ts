/** An integer that a double may not hold: of 17 digits and more, or of 16 that begin with a 9. */
const HAS_LONG = /(?:[:[,\s]|^)-?(?:[1-9]\d{16,}|9\d{15})(?![\d.eE])/;
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/gs;

/**
 * What `JSON.parse` gives, but that an integer that would lose digits as a number comes as text: 64-bit tags, and times in
 * nanoseconds. Readers of traces take text for a number wherever one is expected.
 */
export function parseExactly(text: string): unknown {
  if (!HAS_LONG.test(text)) return JSON.parse(text) as unknown;
  return JSON.parse(text.replace(STRING_OR_NUMBER, (token) => (losesDigits(token) ? `"${token}"` : token))) as unknown;
}

function losesDigits(token: string): boolean {
  return token.length >= 16 && !token.startsWith('"') && /^-?\d+$/.test(token) && String(Number(token)) !== token;
}
