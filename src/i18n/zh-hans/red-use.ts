import type { RedUseText } from '../en/red-use.js';

/** What belongs to a name; a space stands between Latin and Chinese, and none within Chinese. */
const of = (name: string, what: string): string => (/[\w)]$/.test(name) ? `${name} 的${what}` : `${name}的${what}`);

export const redUse: RedUseText = {
  heading: '是哪个资源的问题？',

  labels: {
    fault: '故障',
    faultMinute: '故障发生在第几分钟',
    preset: '案例',
    diagnose: '先诊断',
    service: '显示资源',
    cell: '单元格',
    open: '展开的部分',
  },

  measuring: (left) => `按下*播放*：第一分钟用来确定平时的水平，还剩 ${left}。`,
  calm: (cells) => `${cells} 个单元格都处于平时的水平。*制造一个故障*，看看谁最先偏离。`,
  calmDiagnose: '一切都处于平时的水平。*按下播放*：会有东西出问题，由你来判断是什么。',
  leftFirst: (what, value, time) => `*${what}*在 ${time} 最先偏离：现在为 *${value}*。`,
  noticed: (what, later) => `${what}随后偏离，*晚了 ${later}*。`,
  noticedAtOnce: (what) => `${what}在*同一次抓取*中偏离。`,
  unnoticed: '没有服务变慢，也没有请求失败：*还没有人察觉*。',
  ask: (time) => `从 *${time}* 起出了问题。是*哪个服务*的*哪个资源*？`,

  services: '服务：RED',
  resources: '资源：USE',
  servicesColumn: '服务',
  resourcesColumn: '资源',
  signals: {
    rate: '速率',
    errors: '错误',
    duration: '耗时',
    utilisation: '利用率',
    saturation: '饱和度',
    failures: '错误',
  },
  units: {
    rate: '请求/秒',
    errors: '失败占比',
    duration: 'p99，细线 p50',
    utilisation: '繁忙占比',
    saturation: '等待数',
    failures: '每秒',
  },
  kinds: {
    cpu: 'CPU',
    memory: '内存',
    disk: '磁盘',
    network: '网络',
    pool: '连接池',
    workers: '工作线程',
  },
  firstOfAll: '每类资源中最先偏离的',
  perSecond: (n) => `${n}/秒`,
  place: (n) => n,
  resourceName: (service, kind) => `${service} ${kind}`,
  cellName: of,
  cellCalm: '平时',
  cellLeft: (place, time) => `在 ${time} 第 ${place} 个偏离基线`,
  cellMeasuring: '正在测量平时的水平',
  keys: '方向键：单元格 · Shift + 方向键：时间 · Enter：追查',
  legend: (from, to) => `${from} 到 ${to}。色带：平时的范围。粗线：已偏离；圈内数字：偏离的先后。`,

  close: '关闭',
  follow: '显示写下这行日志的请求',
  steps: { red: 'RED：出了什么问题', use: 'USE：出在哪里', logs: '日志与变更：为什么' },
  redStep: (what, value, usually) => `${what}：*${value}*，平时为 ${usually}。`,
  redCalm: '没有服务比平时慢，失败也不比平时多。',
  useStep: (what, busy, usually, waiting) => `${what}：*${busy}* 繁忙，平时为 ${usually}；*${waiting}* 个在等待。`,
  usePlace: (place, time) => `它在 ${time} 第 ${place} 个偏离基线。`,
  useMemory: (what, full, usually, collecting) =>
    `${what}：已用 *${full}*，平时为 ${usually}；全部工作中有 *${collecting}* 花在垃圾回收上。`,
  useNetwork: (what, lost, waiting) => `${what}：每秒丢失 *${lost}* 个包，*${waiting}* 条消息等待重传。`,
  useCalm: '它处于平时的水平：去别处找。',
  useUnknown: '没有资源偏离基线。',
  logStep: (service, message, count, time) => `${service}：“${message}”，自 ${time} 起出现 *${count}* 次。`,
  logsSilent: (service) => `${service} 以及所有等待它的服务，日志里*没有新内容*：有些故障不留日志。`,
  changeStep: (summary, time, before) => `*${summary}*，在 ${time}：比这早 ${before}。`,
  changeNone: '在此之前那里没有任何变更：问题*来自外部*。',
  hidden: '先指出瓶颈，再显示追查路径。',
  baselineIs: (mean, width) => `平时：${mean}，± ${width}。`,
  baselineUnknown: '还不知道平时的水平。',
  query: 'PromQL',

  diagnoseService: '服务',
  diagnoseResource: '资源',
  choose: '请选择',
  answer: '这就是瓶颈',
  another: '再来一题',
  right: (what) => `*正确*：${what}。`,
  nearService: (what) => `*服务对了，资源不对*：是 ${what}。`,
  nearResource: (what) => `*资源类型对了，服务不对*：是 ${what}。`,
  wrong: (what) => `*不对*：是 ${what}。`,
  answerLater: (what, later) => `“${what}”也偏离了基线，但*晚了 ${later}*：它被占满，是因为有人在等待。`,
  answerSame: (what) => `“${what}”在同一次抓取中偏离：看看*两者之中是谁让别人等待*。`,
  answerEarlier: (what) => `“${what}”更早偏离，却不是原因：*它还有余量*，或者是因为等待别人才被占满。`,
  answerCalm: (what) => `“${what}”*从未偏离基线*：它还有余量。`,
  score: (points, most) => `${points} 分，满分 ${most} 分`,

  cases: '有启发的案例',
  casesSummary: '百分比没有告诉你的事',
  presets: {
    busy: '占满了，但没人等待',
    bursts: '80%，却在排队',
    quiet: 'RED 正常，数据库不正常',
  },
  presetTexts: {
    busy: '一个批处理任务占用数据库所有没人要的核，并在 2 ms 内归还。利用率接近 100%，饱和度接近 0，没有请求变慢：*单凭利用率，不该叫醒任何人*。',
    bursts:
      '每十五秒里有四秒，流量是平时的四倍。整个窗口的平均值始终低于 100%，而每次突发都让请求堆积：*利用率的平均值所掩盖的，饱和度和 p99 会说出来*。',
    quiet:
      '报表不断读数据库，直到它有 95% 的时间在忙，但每次查询都很短，没人要等很久。RED 一如往常。第 3 分钟，一场营销活动让五个访客变成九个，余量没了：*要在出问题之前行动*。',
  },

  rule: '怎样算偏离基线',
  ruleSummary: '平静那一分钟的均值与离散程度，连续三次抓取',
  ruleText: (spreads, scrapes, every) =>
    `平静的那一分钟给出每个单元格的均值和标准差。如果*连续 ${scrapes} 次抓取*（每 ${every}一次）与均值相差超过 *${spreads} 个标准差*，并且差到工程师会在意的程度，就算偏离：速率变化四分之一、请求失败 1%、耗时翻倍、利用率变化 10 个百分点、等待超过 2 个（CPU 为 5 个）。`,
  ruleFalse: (runs, minutes) =>
    `在 ${runs} 次平静的运行中，每次在那一分钟之后再观察 ${minutes}，*没有单元格*被标记：以 95% 的置信度，每 100 次运行中出现标记的不到 3 次。`,

  data: '显示数据',
  dataSummary: '各单元格的数值',
  columns: ['单元格', '现在', '平时', '偏离次序', '时间'],
  none: '–',
  atLeast: (value) => `≥ ${value}`,
  cursorAt: (time) => `${time}`,
  unknownCell: (key) => `这里没有单元格“${key}”；正确的写法如“postgres.disk.utilisation”。`,
  unknownService: (name) => `这里没有服务“${name}”。`,
};
