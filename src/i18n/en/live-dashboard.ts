/** What `<obs-live-dashboard>` says; `*…*` marks what matters. */
export const liveDashboard = {
  heading: 'Three in the morning',

  labels: {
    objective: 'Succeed',
    latencyObjective: '99 % within',
    fault: 'Break',
    mitigation: 'Mend',
    target: 'Where',
    trace: 'Trace',
    open: 'Open parts',
    first: 'The first future',
    firstUntil: 'Its end',
  } as Readonly<Record<string, string>>,

  begin: 'You are on call. Press *Play*, or break something: sooner or later the phone rings.',
  quiet: (p99: string, burn: string): string => `A *quiet* night: p99 is *${p99}*, and the budget burns at ${burn}.`,
  settling: (failed: string, slow: string): string =>
    `The last half minute meets both objectives. The last five minutes do not *yet*: failures burn at *${failed}*, late answers at *${slow}*.`,
  noData: '*No request is measured.* That says nothing about errors or latency: either nobody comes, or nobody can.',
  noDataPaged:
    '*No request is measured*, and you were paged for that. No error ratio and no burn rate can be computed from nothing.',
  noticed: (slow: string, limit: string): string =>
    `*${slow}* of the requests take longer than ${limit}. Nobody has been paged *yet*.`,
  failingQuietly: (failed: string): string => `*${failed}* of the requests fail. Nobody has been paged *yet*.`,
  slow: (slow: string, limit: string, p99: string): string =>
    `*${slow}* of the requests take longer than ${limit}; p99 is *${p99}*. You were paged: *mitigate first*.`,
  failing: (failed: string, route: string, share: string, left: string): string =>
    `*${failed}* of the requests fail, of ${route} *${share}*. At this pace the month’s budget is gone in *${left}*.`,
  recovering: (when: string): string =>
    `Both objectives are met again since *${when}*. Two calm minutes, and the incident is over.`,
  over: (minutes: string, failed: string): string =>
    `It is over: *${minutes}* from cause to cure, *${failed}* customers failed. Would another way have been better?`,

  states: { good: 'All is well', watch: 'Something is wrong', page: 'Paging' },
  alertCount: (firing: string, pending: string): string => `${firing} firing, ${pending} pending`,
  noAlerts: 'no alerts',
  updated: (ago: string, time: string): string => `updated ${ago} ago, ${time}`,

  latency: 'Latency',
  traffic: 'Traffic',
  errors: 'Errors',
  saturation: 'Saturation',
  burn: 'Burn rate',
  budget: 'Budget spent in this run',
  requestsLine: 'requests',
  total: 'all',
  failedP99: 'p99 of failures',
  failedShort: 'failed, 5 min',
  failedLong: 'failed, 1 h',
  slowShort: 'slow, 5 min',
  failedBudget: 'of failures',
  slowBudget: 'of slowness',
  objective: (value: string): string => `objective ${value}`,
  usualTraffic: (value: string): string => `usual ${value}`,
  watchFrom: (value: string): string => `ticket from ${value}`,
  pageAt: (value: string): string => `page at ${value}`,
  worthAPage: (value: string): string => `${value} in an hour is a page`,
  perSecond: (n: string): string => `${n}/s`,
  resources: {
    cpu: 'CPU',
    workers: 'workers',
    pool: 'pool',
    memory: 'memory',
    disk: 'disk',
    network: 'network',
  } as Readonly<Record<string, string>>,

  alerts: 'Alerts',
  noneFiring: 'Nothing fires and nothing is pending.',
  rules: {
    SlowRequests: 'Too many slow requests',
    RouteErrors: 'More than 2% of a route’s requests fail',
    RequestsAbsent: 'No requests are measured',
    ErrorBudgetBurn1h: 'Budget burns at 14.4x (1 h, 5 min)',
    ErrorBudgetBurn6h: 'Budget burns at 6x (6 h, 30 min)',
    ErrorBudgetBurn1d: 'Budget burns at 3x (1 d, 2 h)',
    ErrorBudgetBurn3d: 'Budget burns at 1x (3 d, 6 h)',
    CpuSaturated: 'A CPU is above 90 %',
    PoolExhausted: 'A connection pool is above 90 %',
    MemoryNearLimit: 'Memory is above 90 %',
  } as Readonly<Record<string, string>>,
  alertStates: { pending: 'pending', firing: 'firing', resolved: 'resolved' },
  severities: { page: 'page', ticket: 'ticket' },
  since: (time: string): string => `since ${time}`,
  fromTo: (from: string, to: string): string => `${from} to ${to}`,
  topErrors: 'Top errors, last 5 min',
  noErrors: 'No warning and no error in the logs.',
  columns: { event: 'Event', count: 'Count', last: 'Last' },
  changes: 'Deploys and changes',
  noChanges: 'Nothing was changed yet.',

  inject: 'Break it',
  surprise: 'Surprise me',
  reveal: 'Reveal it',
  mitigate: 'Do it',
  slowRequest: 'Trace a slow request',
  break: 'Break',
  mend: 'Mend',
  nothingToChoose: 'nothing to choose',

  trail: 'The way to the cause',
  steps: { alert: 'Alert', chart: 'Chart', request: 'Request', span: 'Span and logs', cause: 'Cause' },
  next: {
    alert: 'See its chart',
    chart: 'Open an example request',
    request: 'Go to the span that stands out',
    span: 'What did it?',
  },
  close: 'Close',
  alertSays: {
    failures: (objective: string): string =>
      `It looks at a *symptom*: more requests fail than an objective of ${objective} allows, over a long window and a short one.`,
    latency: (limit: string): string =>
      `It looks at a *symptom*: over two minutes more than 5% of the successful requests took longer than ${limit}.`,
    routes: (): string => 'It looks at a *symptom*: over two minutes more than 2% of the requests of one route failed.',
    data: (): string => 'It looks at the *data*: without requests no other rule has anything to compute from.',
    resources: (): string => 'It looks at a *cause*, and opens a ticket: a full resource alone wakes nobody.',
  },
  chartSays: (chart: string): string =>
    `Look at *${chart}* above. Each ring is a request: select one, or open the one that stands out.`,
  exemplar: (time: string, duration: string, route: string, status: string): string =>
    `${time} · ${duration} · ${route} · ${status}`,
  requestSays: (route: string, status: string, duration: string, spans: string): string =>
    `*${route}* answered ${status} after *${duration}*. ${spans} spans; select one to see its log lines.`,
  noAnswer: 'nothing',
  lostRequest: 'This request is no longer kept.',
  spansLeftOut: (n: string): string => `${n} more spans are left out.`,
  spanSays: (service: string, version: string, name: string, duration: string, self: string): string =>
    `*${service} ${version}*, ${name}: *${duration}*, of which ${self} in itself.`,
  spanError: (error: string): string => `It failed: *${error}*.`,
  noLogs: 'It wrote no log line.',
  noCause: 'Nothing stands out here: nothing was changed, nothing is full, nothing is gone.',
  logLines: 'Log lines of this span',
  thisDidIt: 'This is where the trail ends.',
  chooseIt: 'Choose this for mending',
  cause: {
    change: (time: string, summary: string): string =>
      `*${summary}* at *${time}*: the newest change to what is slow or fails here.`,
    instances: (service: string, up: string, of: string): string =>
      `Of *${service}* only *${up} of ${of}* instances are up.`,
    refuses: (service: string): string => `*${service}*, which is not ours, *refuses* every connection.`,
    limits: (service: string): string => `*${service}*, which is not ours, *limits our rate* (429).`,
    slow: (service: string): string => `*${service}*, which is not ours, is *slow*, and nothing of ours is full.`,
    traffic: (times: string, service: string): string =>
      `*${times}* the usual traffic: ${service} has no room for it, and nothing was changed.`,
    resource: (resource: string, where: string): string =>
      `The *${resource}* of *${where}* is full, and nothing was changed.`,
    network: (service: string): string => `The network to *${service}* *loses packets*, which are sent again, later.`,
  },

  card: 'The incident',
  detected: 'Detected after',
  mitigated: 'Mitigated after',
  failureBudgetSpent: 'Failure budget spent',
  latencyBudgetSpent: 'Latency budget spent',
  hurt: 'Customers hurt',
  stepsTaken: 'Steps taken',
  notYet: 'not yet',
  ongoing: (soFar: string): string => `${soFar} so far`,
  hurtDetail: (failed: string, slow: string): string => `${failed} failed, ${slow} waited`,
  budgetDetail: (equals: string): string => `as ${equals} of total outage`,
  pagesDetail: (n: string): string => (n === '1' ? '1 page' : `${n} pages`),
  itWas: (what: string): string => `It was: *${what}*.`,
  whatHelps: (how: string): string => `What helps: ${how}.`,
  remedy: (what: string, where: string): string => `${what} (${where})`,
  eitherOf: (one: string, other: string): string => `${one}, or ${other}`,

  again: 'The same incident again',
  againSummary: 'go back to the page, act otherwise, and compare',
  goBack: 'Go back to the page',
  goBackUnpaged: 'Nobody has been paged yet: there is nothing to go back to.',
  twoFutures: 'Two futures of one night',
  firstFuture: 'First',
  secondFuture: 'This time',
  nowAct: (time: string): string => `It is *${time}* again, and the phone has just rung. What do you do this time?`,
  computing: 'The first future is being computed …',
  verdict: {
    better: (minutes: string, failed: string): string =>
      `This way is *${minutes}* shorter, and spares *${failed}* customers.`,
    worse: (minutes: string, failed: string): string =>
      `This way takes *${minutes}* longer, and fails *${failed}* customers more.`,
    mixed: 'Neither way is better in everything.',
    open: 'This time it is not over yet.',
  },
  compare: {
    minutes: 'Time to mitigate',
    pages: 'Pages',
    failureBudget: 'Failure budget spent',
    latencyBudget: 'Latency budget spent',
    hurt: 'Customers hurt',
  },

  review: 'Post-mortem',
  reviewSummary: 'timeline, impact and cause are filled in; the rest is for those who were there',
  copyReview: 'Copy as Markdown',

  data: 'Show data',
  dataSummary: 'the same as numbers',
  time: 'Time',

  markdown: {
    title: (what: string, time: string): string => `# ${what}, ${time}`,
    blameless:
      'This is a blameless review: everybody acted reasonably on what they could see. It asks how the system let it happen.',
    impact: 'Impact',
    impactText: (minutes: string, failed: string, slow: string, failures: string, latency: string): string =>
      `For ${minutes}, the requests of ${failed} customers failed, and ${slow} customers waited too long. That is ${failures} of a month’s budget for failures, and ${latency} of its budget for late answers.`,
    impactOpen: 'It was not over when this was written.',
    timeline: 'Timeline',
    line: (time: string, what: string): string => `- ${time} ${what}`,
    cause: 'Cause',
    causeText: (what: string): string => `${what}. Which condition made it possible? …`,
    causeUnknown: 'Not known yet. …',
    wentWell: 'What went well',
    detectedIn: (time: string): string => `- The page came ${time} after the cause.`,
    undetected: '- Nobody was paged; it was seen by looking.',
    mitigatedIn: (time: string): string => `- Customers were well again ${time} after the page.`,
    more: '- …',
    wentBadly: 'What could go better',
    vainSteps: (n: string): string => `- ${n} steps were taken before the one that helped.`,
    actions: 'Actions',
    action: '- [ ] … (owner, date)',
    events: {
      broke: (what: string): string => `the cause: ${what}`,
      secret: 'something happened',
      firstHarm: 'the first customers were hurt',
      page: (rule: string): string => `page: ${rule}`,
      resolved: (rule: string): string => `resolved: ${rule}`,
      step: (what: string, where: string): string => `on call: ${what} ${where}`.trimEnd(),
      change: (what: string): string => `change: ${what}`,
      over: 'both objectives are met again',
    },
  },
};

export type LiveDashboardText = typeof liveDashboard;
