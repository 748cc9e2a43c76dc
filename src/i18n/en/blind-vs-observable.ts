type Words = Readonly<Record<string, string>>;

/** What `<obs-blind-vs-observable>` says; `*…*` marks what matters. */
export const blindVsObservable = {
  heading: 'The same incident twice',

  labels: {
    incident: 'Incident',
    seed: 'Seed',
    sides: 'Play',
    looks: 'Looks',
    confidence: 'An expert acts when sure by',
    open: 'Open parts',
  } as Words,
  incidents: { 'slow-query-night': 'The night of the slow query', surprise: 'Surprise me' } as Words,
  sidesPlayed: { both: 'both sides', blind: 'the blind side', observable: 'the observable side' },

  begin: 'One incident, two engineers: *blind* has shells and guesses, *observable* has telemetry. Who finds it first?',
  failing: (share: string): string =>
    `*${share}* of payments fail, and there are thirteen suspects. Choose a look: *each one costs minutes*.`,
  nowOne: (minutes: string, suspect: string, chance: string): string =>
    `After *${minutes}* the likeliest cause is *${suspect}*, at ${chance}.`,
  nowBoth: (
    observableMinutes: string,
    observableSuspect: string,
    observableChance: string,
    blindMinutes: string,
    blindSuspect: string,
    blindChance: string,
  ): string =>
    `With telemetry, *${observableSuspect}* is at *${observableChance}* after ${observableMinutes}. Without, *${blindSuspect}* leads at *${blindChance}* after ${blindMinutes}.`,
  observableIsOver: (suspect: string, minutes: string, blindSuspect: string, blindChance: string): string =>
    `With telemetry it was over in *${minutes}*: *${suspect}*. Without, the best guess is ${blindSuspect}, at *${blindChance}*.`,
  blindIsOver: (suspect: string, minutes: string): string =>
    `Without telemetry it was over in *${minutes}*: *${suspect}*. With telemetry the incident still goes on.`,
  oneIsOver: (suspect: string, minutes: string, users: string): string =>
    `It was *${suspect}*: over in *${minutes}*, and ${users} users were hurt.`,
  bothAreOver: (suspect: string, observable: string, blind: string, more: string): string =>
    `It was *${suspect}*. With telemetry it took *${observable}*, without *${blind}*, and ${more} more users were hurt.`,
  bothTookAsLong: (suspect: string, observable: string, blind: string): string =>
    `It was *${suspect}*. With telemetry it took *${observable}*, without *${blind}*: this time guessing was no worse.`,
  givenUp: 'An hour has passed, and the incident is *handed over*. Start over, or look at the board once more.',

  side: { blind: 'Blind', observable: 'Observable' },
  has: {
    blind: 'an error count, shell access, guesses',
    observable: 'dashboard, traces, metrics, logs, changes',
  },
  since: 'since the first errors',
  usersHurt: 'users hurt',
  ofBudget: 'of the month’s budget',
  budgetHint: (objective: string): string => `${objective} of requests in 30 days may fail`,
  notTold: 'Nobody has been told yet.',
  mailed: (time: string): string => `${time} The five-minute error mail arrives.`,
  paged: (time: string): string => `${time} The alert pages: more than 5 % of payments failed for a minute.`,
  working: (time: string): string => `${time} …`,
  mail: 'mail',
  page: 'page',
  hurtSoFar: (users: string): string => `${users} hurt`,
  over: (time: string): string => `${time} Payments work again.`,
  noLooks: 'Every look has been made. Act on what the board says.',

  lookAround: (side: string): string => `Look around, ${side}`,
  actOn: 'Or act',
  doIt: 'Do it',
  cost: (minutes: string): string => `${minutes} min`,
  watch: 'Watch an expert',
  stop: 'Stop',
  again: 'Start over',
  next: 'Another incident',
  simulating: 'Simulating …',

  timeline: 'Looks on the clock of the incident; the curves are the users hurt.',
  board: 'How likely each suspect is',
  boardCaption: 'Suspects',
  wasIt: (suspect: string): string => `${suspect}: this was it`,

  suspects: {
    'bad-deploy': 'Bad deploy',
    'slow-query': 'Slow query',
    'connection-leak': 'Connection leak',
    'memory-leak': 'Memory leak',
    'retry-storm': 'Retry storm',
    'lost-capacity': 'Lost machines',
    'noisy-neighbour': 'Noisy neighbour',
    'cache-failure': 'Cache down',
    'packet-loss': 'Network',
    'traffic-spike': 'Traffic spike',
    'dependency-outage': 'Provider down',
    'third-party-rate-limit': 'Provider’s limit',
    'slow-dependency': 'Provider slow',
  } as Words,

  /** The same within a sentence. */
  causes: {
    'bad-deploy': 'a bad deploy',
    'slow-query': 'a slow query',
    'connection-leak': 'a connection leak',
    'memory-leak': 'a memory leak',
    'retry-storm': 'a retry storm',
    'lost-capacity': 'lost machines',
    'noisy-neighbour': 'a noisy neighbour',
    'cache-failure': 'the cache',
    'packet-loss': 'the network',
    'traffic-spike': 'a traffic spike',
    'dependency-outage': 'an outage of the card processor',
    'third-party-rate-limit': 'a rate limit of the card processor',
    'slow-dependency': 'a slow card processor',
  } as Words,

  remedies: {
    'roll-back-payment': 'Roll back payment-service',
    'roll-back-order': 'Roll back order-service',
    'flag-off': 'Turn off the flag eager-retries',
    'scale-out-order': 'Double order-service',
    'fail-over-order': 'Move order-service to other machines',
    'restart-cache': 'Restart the cache',
    'fail-over-database': 'Fail over the database',
    'fail-over-card': 'Switch to the other card processor',
  } as Words,
  helped: (remedy: string): string => `${remedy}: *it helped*.`,
  didNotHelp: (remedy: string): string => `${remedy}: *no change*. A wrong turn.`,

  looks: {
    count: 'Count the errors',
    'access-log': 'Read an access log',
    'grep-order': 'grep, order host',
    'grep-payment': 'grep, payment host',
    'top-database': 'top, database host',
    'top-order': 'top, order host',
    dmesg: 'dmesg, order hosts',
    'ping-database': 'Ping the hosts',
    'ping-cache': 'Ping the cache',
    'curl-card': 'Call the card processor',
    colleague: 'Ask a colleague',
    restart: 'Restart payments',
    dashboard: 'Dashboard',
    trace: 'Exemplar and its trace',
    database: 'Database metrics',
    hosts: 'Service resources',
    changes: 'Change log',
    dependencies: 'Dependencies',
    network: 'Network metrics',
    logs: 'Logs, grouped',
  } as Words,

  /** Where a failed request failed. */
  reasons: {
    none: 'nothing found',
    pool: 'no free database connection',
    query: 'a query that the database did not finish',
    'card-silent': 'no answer from the card processor',
    'card-refused': 'card processor refused',
    'card-limit': 'card processor: too many requests',
    exception: 'an exception in payment-service',
    queue: 'order-service’s queue is full',
    killed: 'connection closed by a killed instance',
    auth: 'auth does not answer',
    order: 'order-service does not answer',
    other: 'something else',
  } as Words,

  /** What each sign says, by its outcome; `value` is what it was read from. */
  findings: {
    failures: {
      few: (value) => `${value} of payments fail`,
      some: (value) => `*${value}* of payments fail`,
      many: (value) => `*${value}* of payments fail`,
    },
    traffic: {
      less: (value) => `Traffic ${value} of usual`,
      usual: (value) => `Traffic as usual (${value})`,
      more: (value) => `Traffic *${value} as usual*`,
    },
    routes: {
      payments: () => 'Only payments fail',
      'signed-in': () => '*Payments and carts* fail, products do not',
      all: () => '*All routes* fail, products too',
    },
    latency: {
      usual: (value) => `p99 ${value}, as usual`,
      slow: (value) => `p99 *${value}*`,
      'very-slow': (value) => `p99 *${value}*`,
    },
    'database-cpu': {
      usual: (value) => `Database CPU ${value}`,
      busy: (value) => `Database CPU *${value}*`,
      full: (value) => `Database CPU *${value}*`,
    },
    'payments-pool': {
      free: (value) => `Payments’ connection pool ${value}`,
      busy: (value) => `Payments’ connection pool *${value}*`,
      full: (value) => `Payments’ connection pool *${value}*`,
    },
    'stock-pool': {
      free: (value) => `Stock’s connection pool ${value}`,
      busy: (value) => `Stock’s connection pool *${value}*`,
      full: (value) => `Stock’s connection pool *${value}*`,
    },
    'order-cpu': {
      usual: (value) => `order-service CPU ${value}`,
      busy: (value) => `order-service CPU *${value}*`,
      full: (value) => `order-service CPU *${value}* on all instances`,
      'one-full': (value) => `order-service CPU *${value} on one instance*, less on others`,
    },
    'order-instances': {
      all: (value) => `All ${value} instances of order-service run`,
      fewer: (value) => `Only *${value} of 3* instances of order-service run`,
    },
    'order-memory': {
      usual: (value) => `order-service memory ${value}`,
      filling: (value) => `order-service memory *${value}*`,
    },
    'auth-cpu': {
      usual: (value) => `auth CPU ${value}`,
      busy: (value) => `auth CPU *${value}*`,
      full: (value) => `auth CPU *${value}*`,
    },
    'deploy-payment': {
      none: () => 'payment-service not deployed',
      close: (value) => `payment-service *deployed at ${value}*, just before the first errors`,
      earlier: (value) => `payment-service *deployed at ${value}*, before the first errors`,
    },
    'deploy-order': {
      none: () => 'order-service not deployed',
      close: (value) => `order-service *deployed at ${value}*, just before the first errors`,
      earlier: (value) => `order-service *deployed at ${value}*, before the first errors`,
    },
    flag: { none: () => 'No suspicious flag', retries: () => 'Flag *eager-retries turned on*' },
    card: {
      usual: () => 'Card processor as usual',
      slow: () => 'Card processor *slow*',
      silent: (value) => `Card processor: *${value} of calls time out*`,
      refused: (value) => `Card processor: *${value} of calls refused*`,
      limit: (value) => `Card processor: *${value} of calls answered 429*`,
    },
    cache: { answers: (value) => `Cache answers ${value} of questions`, gone: () => 'Cache *does not answer*' },
    attempts: {
      usual: (value) => `Attempts per call to auth: ${value}`,
      many: (value) => `Attempts per call to auth: *${value}*`,
    },
    network: { usual: (value) => `${value} packets lost`, lost: (value) => `*${value} packets lost* in a minute` },
    'slow-queries': {
      none: () => 'No warnings of slow queries',
      many: (value) => `*${value} warnings: full table scan on payments, missing index*`,
    },
    'out-of-memory': {
      none: () => 'Nothing killed for want of memory',
      kills: (value) => `*${value} out-of-memory kills*`,
    },
    'order-host': {
      usual: (value) => `That host’s CPU ${value}`,
      busy: (value) => `That host’s CPU *${value}*`,
      full: (value) => `That host’s CPU *${value}*`,
      gone: () => 'That host *does not answer*',
    },
    'curl-card': {
      usual: () => 'Ten calls, all fine',
      slow: () => 'Ten calls, all *slow*',
      silent: (value) => `Ten calls, *${value} time out*`,
      refused: (value) => `Ten calls, *${value} refused*`,
      limit: (value) => `Ten calls, *${value} answered 429*`,
    },
    colleague: {
      none: () => '“Nobody has shipped anything that I know of.”',
      payment: (value) => `“The last thing I saw: *${value}*.”`,
      order: (value) => `“The last thing I saw: *${value}*.”`,
      other: (value) => `“The last thing I saw: ${value}.”`,
    },
    restart: { no: (value) => `No better: *${value}* of payments fail`, helped: () => '*Errors stopped*, for now' },
    status: {
      none: () => 'No failed requests',
      timeout: (value) => `Most failures are *${value}*: something timed out`,
      rejected: (value) => `Most failures are *${value}*: something is full`,
      dependency: (value) => `Most failures are *${value}*: something behind it failed`,
      exception: (value) => `Most failures are *${value}*: something threw`,
      rate_limited: (value) => `Most failures are *${value}*: too many requests`,
    },
  } as Readonly<Record<string, Readonly<Record<string, (value: string) => string>>>>,
  /** The same for the signs whose outcome is a reason. */
  reasonFindings: {
    trace: (reason, value) => `*${value}*: ${reason}`,
    'log-reason': (reason) => `Most frequent: *${reason}*`,
    'grep-order': (reason) => `Last 20 errors, mostly: *${reason}*`,
    'grep-payment': (reason) => `Last 20 errors, mostly: *${reason}*`,
  } as Readonly<Record<string, (reason: string, value: string) => string>>,
  nothing: 'Nothing found',

  result: 'Two engineers, one incident',
  detect: 'to detect',
  diagnose: 'to diagnose',
  mitigate: 'to mitigate',
  hurt: 'users hurt',
  budget: 'of the month’s error budget',
  wrongTurns: 'wrong turns',
  fromErrors: 'from the first errors',

  hundreds: (n: string): string => `${n} incidents`,
  hundredsSummary: (observable: string, blind: string): string =>
    `half of them are over in *${observable}* with telemetry, in *${blind}* without`,
  hundredsAhead: 'one is an anecdote',
  hundredsLegend: (n: string): string =>
    `${n} other incidents of all causes, and the same expert on both sides. Each bar counts the incidents that were over in that minute; the line is the median, the bracket holds eight of ten.`,
  hundredsNote:
    'They were simulated ahead of time and are replayed from what every sign said; any of them can be simulated here and now.',
  median: 'half are over within',
  tenth: 'nine of ten are over within',
  meanHurt: 'users hurt, median',
  meanTurns: 'wrong turns, mean',
  counting: (done: string): string => `Playing … ${done}`,
  typical: 'Simulate a typical one',
  worst: 'Simulate blind’s worst',
  minute: (n: string): string => `${n} min`,

  costs: 'What a look costs',
  costsSummary: 'assumed, and the same in every incident',
  minutes: 'Minutes',
};

export type BlindVsObservableText = typeof blindVsObservable;
