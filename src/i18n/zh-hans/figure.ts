import type { FigureText } from '../en/figure.js';

export const figure: FigureText = {
  direction: 'ltr',

  day: (n) => `${n} 天`,
  hour: (n) => `${n} 小时`,
  minute: (n) => `${n} 分钟`,
  second: (n) => `${n} 秒`,
  // As engineers write it; on an axis there is no room for 毫秒.
  millisecond: (n) => `${n} ms`,
  percent: (n) => `${n}%`,
  times: (n) => `${n} 倍`,

  refused: (setting, given, expected, used) => `${setting}：“${given}”不符合要求，应为${expected}。仍使用 ${used}。`,
  range: (min, max) => `介于 ${min} 和 ${max} 之间的数字`,
  oneOf: (choices) => `以下之一：${choices}`,
  like: (examples) => `“${examples}”这样的形式`,

  menu: '链接、嵌入、下载',
  copyLink: '复制链接',
  copyEmbedCode: '复制嵌入代码',
  copyIframeCode: '复制 iframe 代码',
  download: (format) => `下载 ${format}`,
  modelPage: '计算方法',
  reset: '重置',
  copy: '复制',
  copied: '已复制。',
  copyByHand: '请手动复制：',
};
