/** What every figure says; `*…*` marks what matters. The type of this object is what a translation has to satisfy. */
export const figure = {
  direction: 'ltr',

  day: (n: string): string => `${n} d`,
  hour: (n: string): string => `${n} h`,
  minute: (n: string): string => `${n} min`,
  second: (n: string): string => `${n} s`,
  millisecond: (n: string): string => `${n} ms`,
  percent: (n: string): string => `${n} %`,
  times: (n: string): string => `${n}x`,

  refused: (setting: string, given: string, expected: string, used: string): string =>
    `${setting}: “${given}” is not ${expected}. It stays at ${used}.`,
  range: (min: string, max: string): string => `a number from ${min} to ${max}`,
  oneOf: (choices: string): string => `one of ${choices}`,
  like: (examples: string): string => `like “${examples}”`,

  menu: 'Link, embed, download',
  copyLink: 'Copy link',
  copyEmbedCode: 'Copy embed code',
  copyIframeCode: 'Copy iframe code',
  download: (format: string): string => `Download ${format}`,
  modelPage: 'How it is computed',
  reset: 'Reset',
  copy: 'Copy',
  copied: 'Copied.',
  copyByHand: 'Copy this by hand:',
};

export type FigureText = typeof figure;
