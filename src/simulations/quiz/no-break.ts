/** A text in which no line ends between a number and its unit. */
export function unbroken(text: string): string {
  return text.replace(/(\d) (?=(?:%|ms|min|s|h|d)(?!\p{L}))/gu, '$1\u00a0');
}
