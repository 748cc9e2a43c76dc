/** What `<obs-golden-signals>` says; `*…*` marks what matters. */
export const goldenSignals = {
  heading: 'Latency, traffic, errors, saturation, live',

  labels: {
    service: 'Service',
    latencyObjective: 'p99 objective',
    errorObjective: 'Error objective',
    requests: 'Show latency of',
    scrapeSeconds: 'Scraped every',
    rangeSeconds: 'Rates over',
    mean: 'Lay the mean beside the percentiles',
    sessionRequests: 'Requests in a session',
    boundary: 'Move a boundary to',
    open: 'Open parts',
  } as Readonly<Record<string, string>>,

  begin:
    'Press *Play*, then overload the service: saturation moves first, then latency, then errors. In an outage, errors come first.',
  blind: (range: string): string =>
    `A window of *${range}* holds fewer than *two scrapes*: rate() knows nothing. Lengthen it, or scrape more often.`,
  noData: (range: string): string =>
    `*No data*: in the last ${range} no process of this service was scraped twice. Whether anybody is served is *not known* from here.`,
  idle: (range: string): string => `*No requests* in the last ${range}: the service is idle, so there is no latency.`,
  unmeasured: 'No request succeeded in this window, so there is no latency to judge.',
  healthy: (p99: string, objective: string): string => `p99 is *${p99}*, within its objective of ${objective}.`,
  busiest: (resource: string, full: string): string => `Fullest: ${resource}, *${full}*.`,
  saturated: (causes: string, p99: string): string =>
    `Saturation: ${causes}. p99 is still *${p99}*; with more load, latency follows.`,
  recovering: (
    recent: string,
    recentP99: string,
    recentErrors: string,
    range: string,
    p99: string,
    errors: string,
  ): string =>
    `*Recovered* in the last ${recent}: p99 *${recentP99}*, ${recentErrors} fail. The window of ${range} still holds what was before: p99 ${p99}, ${errors} failed.`,
  slow: (p99: string, times: string): string => `p99 is *${p99}*, ${times} its objective`,
  slowServed: (p99: string, times: string): string =>
    `p99 of the successful requests is *${p99}*, ${times} its objective`,
  failing: (share: string, cause: string): string => `*${share}* of the requests fail (${cause})`,
  failingSlow: (share: string, cause: string, p99: string, times: string): string =>
    `*${share}* of the requests fail (${cause}), and p99 of the successful ones is *${p99}*, ${times} its objective`,
  failingOnly: (share: string, cause: string, p99: string): string =>
    `*${share}* of the requests fail (${cause}), while p99 of the successful ones is *${p99}*, within its objective`,
  failingFast: (half: string): string =>
    `Half of the failures take less than ${half}: a fast failure is not fast, it only makes the latency of all requests look better.`,
  and: ', and ',
  fullWith: (full: string, waiting: string): string => `${full} (*${waiting}* waiting)`,
  queued: (waiting: string, resource: string): string => `requests queue for the ${resource} (*${waiting}* waiting)`,
  inUse: (resource: string, full: string): string => `*${full}* of the ${resource} in use`,
  stale: 'The newest scrapes are missing: this is what was before.',
  wasFull: (resource: string): string => `requests that waited for the ${resource} a moment ago are still coming out`,
  slowCalls: (to: string, p99: string): string => `calls to *${to}* take up to *${p99}* (p99)`,
  failingCalls: (to: string, share: string): string => `*${share}* of the calls to *${to}* fail`,
  throws: 'its own code throws, so look at *what changed*',
  noneFound: 'nothing here is full and no call explains it, so look at *what changed*',
  fullnessUnknown: 'how full its resources are is *not known*, because no scrape says so',
  none: '–',
  atLeast: (value: string): string => `≥ ${value}`,
  full: {
    cpu: 'the CPU is full',
    workers: 'all workers are busy',
    pool: 'the connection pool is used up',
    memory: 'memory is full',
  } as Readonly<Record<string, string>>,

  latency: 'Latency',
  traffic: 'Traffic',
  errors: 'Errors',
  saturation: 'Saturation',
  meanLine: 'mean',
  requestsLine: 'requests',
  total: 'all',
  objective: (value: string): string => `objective ${value}`,
  budget: (value: string): string => `objective ${value}`,
  watchFrom: (value: string): string => `watch from ${value}`,
  usualTraffic: (value: string): string => `usual ${value}`,
  perSecond: (n: string): string => `${n}/s`,
  causes: {
    timeout: 'timeout',
    rejected: 'rejected',
    dependency: 'failed dependency',
    exception: 'exception',
    rate_limited: 'rate limited',
  },
  resources: {
    cpu: 'CPU',
    workers: 'workers',
    pool: 'connection pool',
    memory: 'memory',
    disk: 'disk',
    network: 'network',
    queue: 'queue',
  } as Readonly<Record<string, string>>,
  outcomes: { all: 'all requests', served: 'successful ones', failed: 'failed ones' },

  retriesOn: 'Retry twice',
  retriesOff: 'No retries',
  shortTimeout: 'Timeout 1 s',

  knee: 'The knee',
  kneeSummary: (times: string): string => `at 90 % busy a request takes *${times}* as long as at 0 %`,
  kneeUnknown: 'a request takes ever longer, long before 100 % busy',
  kneeLegend: (servers: string): string =>
    `Share of time busy against mean duration. Line: M/M/${servers}. Dots: measured, one a scrape.`,
  kneeQueues:
    'Share of time busy against mean duration. Dots: measured, one a scrape. No line of theory: each instance has a queue of its own, and M/M/c is one queue. The scenario “One queue” has it.',
  moreTraffic: 'A fifth more traffic',

  average: 'The average lies',
  averageSummary: (share: string, n: string): string =>
    `in a session of ${n} requests, *${share}* of users meet the p99`,
  averageNow: (mean: string, p99: string, times: string): string =>
    `Now the mean is *${mean}* and the p99 *${p99}*: ${times} as long.`,

  buckets: 'Buckets',
  bucketsSummary: 'a quantile from a histogram is a guess within one bucket',
  bucketsNow: (exact: string, estimate: string, low: string, high: string): string =>
    `Exactly, p99 is *${exact}*. The buckets say *${estimate}*, and could mean anything from ${low} to ${high}.`,
  bucketsLabel: 'Requests by duration, and the buckets they fall into',
  noRequests: 'Nothing was measured yet.',

  scraping: 'Scrapes and resets',
  scrapingSummary: 'a restart sets counters to 0, and rate() survives it',
  restart: 'Restart the service',
  counter: 'http_server_request_duration_seconds_count',
  counterLine: 'counter',
  rateLine: 'rate()',

  data: 'Show data',
  dataSummary: 'the same as numbers',
  time: 'Time',
};

export type GoldenSignalsText = typeof goldenSignals;
