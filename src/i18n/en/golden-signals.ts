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

  begin: 'Press *Play*, then disturb the service: saturation leads, latency follows, errors come last.',
  blind: (range: string): string =>
    `A window of *${range}* holds fewer than *two scrapes*: rate() knows nothing. Lengthen it, or scrape more often.`,
  healthy: (p99: string, objective: string, resource: string, full: string): string =>
    `p99 is *${p99}*, within its objective of ${objective}. Fullest: ${resource}, *${full}*.`,
  saturated: (resource: string, full: string, p99: string): string =>
    `*${full}* of the ${resource} in use, and p99 still *${p99}*. Saturation leads: latency is next.`,
  strained: (p99: string, times: string, resource: string, full: string): string =>
    `p99 is *${p99}*, ${times} its objective: with *${full}* of the ${resource} in use, requests queue.`,
  slow: (p99: string, times: string, full: string, waiting: string): string =>
    `p99 is *${p99}*, ${times} its objective: ${full}, and *${waiting}* wait.`,
  slowElsewhere: (p99: string, times: string): string =>
    `p99 is *${p99}*, ${times} its objective, yet nothing here is full: it waits for *something it calls*.`,
  failing: (share: string, cause: string, p99: string, full: string): string =>
    `*${share}* of the requests fail (${cause}), and p99 is *${p99}*: ${full}.`,
  failingElsewhere: (share: string, cause: string, p99: string): string =>
    `*${share}* of the requests fail (${cause}), p99 is *${p99}*, and nothing here is full: look at *what changed* and at what it calls.`,
  full: {
    cpu: 'the CPU is full',
    workers: 'all workers are busy',
    pool: 'the connection pool is used up',
    memory: 'memory is full',
  } as Readonly<Record<string, string>>,
  silent: 'Nobody is served: there is *no request* to measure.',

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
