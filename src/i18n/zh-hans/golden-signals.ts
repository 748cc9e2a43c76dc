import type { GoldenSignalsText } from '../en/golden-signals.js';

export const goldenSignals: GoldenSignalsText = {
  heading: '延迟、流量、错误、饱和度，实时呈现',

  labels: {
    service: '服务',
    latencyObjective: 'p99 目标',
    errorObjective: '错误率目标',
    requests: '延迟取自',
    scrapeSeconds: '抓取间隔',
    rangeSeconds: '速率窗口',
    mean: '在分位数旁显示平均值',
    sessionRequests: '每个会话的请求数',
    boundary: '把一个桶边界移到',
    open: '展开的部分',
  },

  begin: '按下*播放*，再制造故障：饱和度领先，延迟跟上，错误最后出现。',
  blind: (range) => `*${range}*的窗口里不足*两次抓取*：rate() 什么也算不出。请加长窗口，或提高抓取频率。`,
  healthy: (p99, objective, resource, full) =>
    `p99 为 *${p99}*，未超过目标 ${objective}。最满的资源（${resource}）已用 *${full}*。`,
  saturated: (resource, full, p99) =>
    `最满的资源（${resource}）已用 *${full}*，p99 仍为 *${p99}*。饱和度领先：接下来就是延迟。`,
  strained: (p99, times, resource, full) =>
    `p99 为 *${p99}*，是目标的 ${times}：最满的资源（${resource}）已用 *${full}*，请求开始排队。`,
  slow: (p99, times, full, waiting) => `p99 为 *${p99}*，是目标的 ${times}：${full}，*${waiting}* 个请求在等待。`,
  slowElsewhere: (p99, times) => `p99 为 *${p99}*，是目标的 ${times}，但这里没有资源占满：它在等*它所调用的下游*。`,
  failing: (share, cause, p99, full) => `*${share}* 的请求失败（${cause}），p99 为 *${p99}*：${full}。`,
  failingElsewhere: (share, cause, p99) =>
    `*${share}* 的请求失败（${cause}），p99 为 *${p99}*，而这里没有资源占满：去看*最近改了什么*，以及它调用的下游。`,
  full: {
    cpu: 'CPU 已占满',
    workers: '工作线程全忙',
    pool: '连接池已耗尽',
    memory: '内存已占满',
  },
  silent: '没有请求得到处理：*没有可测量的请求*。',

  latency: '延迟',
  traffic: '流量',
  errors: '错误',
  saturation: '饱和度',
  meanLine: '平均值',
  requestsLine: '请求',
  total: '全部',
  objective: (value) => `目标 ${value}`,
  budget: (value) => `目标 ${value}`,
  watchFrom: (value) => `超过 ${value} 需关注`,
  usualTraffic: (value) => `平时 ${value}`,
  perSecond: (n) => `${n}/秒`,
  causes: {
    timeout: '超时',
    rejected: '被拒绝',
    dependency: '依赖失败',
    exception: '异常',
    rate_limited: '被限流',
  },
  resources: {
    cpu: 'CPU',
    workers: '工作线程',
    pool: '连接池',
    memory: '内存',
    disk: '磁盘',
    network: '网络',
    queue: '队列',
  },
  outcomes: { all: '全部请求', served: '成功请求', failed: '失败请求' },

  retriesOn: '重试两次',
  retriesOff: '不重试',
  shortTimeout: '超时 1 秒',

  knee: '拐点',
  kneeSummary: (times) => `利用率 90% 时，一个请求的耗时是 0% 时的 *${times}*`,
  kneeUnknown: '远不到 100%，请求的耗时就越来越长',
  kneeLegend: (servers) => `横轴为利用率，纵轴为平均耗时。曲线：M/M/${servers}。圆点：实测值，每次抓取一个。`,
  moreTraffic: '流量增加五分之一',

  average: '平均值会骗人',
  averageSummary: (share, n) => `一个会话有 ${n} 个请求时，*${share}* 的用户会碰上 p99`,
  averageNow: (mean, p99, times) => `现在平均值为 *${mean}*，p99 为 *${p99}*：是平均值的 ${times}。`,

  buckets: '桶',
  bucketsSummary: '由直方图得出的分位数，只是在一个桶内的猜测',
  bucketsNow: (exact, estimate, low, high) =>
    `p99 的准确值是 *${exact}*。按桶估算是 *${estimate}*，实际可能是任意值：${low}～${high}。`,
  bucketsLabel: '按耗时分布的请求，以及它们落入的桶',
  noRequests: '还没有测到任何请求。',

  scraping: '抓取与重置',
  scrapingSummary: '重启会让计数器归零，rate() 能应对',
  restart: '重启该服务',
  counter: 'http_server_request_duration_seconds_count',
  counterLine: '计数器',
  rateLine: 'rate()',

  data: '显示数据',
  dataSummary: '同样的内容，以数字呈现',
  time: '时间',
};
