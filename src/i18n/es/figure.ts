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

  refused: (setting, given, expected, used) => `${setting}: «${given}» no es ${expected}. Se mantiene ${used}.`,
  range: (min, max) => `un número de ${min} a ${max}`,
  oneOf: (choices) => `uno de ${choices}`,
  like: (examples) => `algo como «${examples}»`,

  menu: 'Enlazar, insertar, descargar',
  copyLink: 'Copiar enlace',
  copyEmbedCode: 'Copiar código para insertar',
  copyIframeCode: 'Copiar código de iframe',
  download: (format) => `Descargar ${format}`,
  modelPage: 'Cómo se calcula',
  reset: 'Restablecer',
  copy: 'Copiar',
  copied: 'Copiado.',
  copyByHand: 'Cópialo a mano:',
};
