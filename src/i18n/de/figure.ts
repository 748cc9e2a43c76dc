import type { FigureText } from '../en/figure.js';

export const figure: FigureText = {
  direction: 'ltr',

  day: (n) => `${n} d`,
  hour: (n) => `${n} h`,
  minute: (n) => `${n} min`,
  second: (n) => `${n} s`,
  millisecond: (n) => `${n} ms`,
  percent: (n) => `${n} %`,
  times: (n) => `${n}×`,

  refused: (setting, given, expected, used) => `${setting}: „${given}“ ist nicht ${expected}. Es bleibt bei ${used}.`,
  range: (min, max) => `eine Zahl von ${min} bis ${max}`,
  oneOf: (choices) => `eins von ${choices}`,
  like: (examples) => `von der Art „${examples}“`,

  menu: 'Link, Einbetten, Herunterladen',
  copyLink: 'Link kopieren',
  copyEmbedCode: 'Code zum Einbetten kopieren',
  copyIframeCode: 'Iframe-Code kopieren',
  download: (format) => `${format} herunterladen`,
  modelPage: 'Wie gerechnet wird',
  reset: 'Zurücksetzen',
  copy: 'Kopieren',
  copied: 'Kopiert.',
  copyByHand: 'Bitte von Hand kopieren:',
};
