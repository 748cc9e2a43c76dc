const labels = {
  objective: 'Objective',
  window: 'Window',
  requestsPerSecond: 'Requests',
  spent: 'Failed so far',
  spentUnit: 'in',
  elapsedDays: 'Day',
  recentMinutes: 'Down in the last hour',
  dependencies: 'Depends on',
  calendar: 'A month is',
  outageHour: 'Begins at',
  outageFailing: 'Requests failing',
  rulesFormat: 'Format',
};

/** Who lives at which objective, in percent. */
const examples = {
  90: 'batch jobs that run again',
  95: 'labs, previews',
  99: 'internal tools',
  99.5: 'back offices, reports',
  99.9: 'most software as a service',
  99.95: 'cloud services',
  99.99: 'payments, infrastructure',
  99.999: 'emergency calls, pacemakers',
  99.9999: 'hardly anybody',
};

/** What `<obs-slo-calculator>` says; `*…*` marks what matters. */
export const sloCalculator = {
  heading: 'How much failure does an objective allow?',
  labels: labels as Readonly<Record<string, string>>,
  perSecond: '/s',
  minutes: 'min',
  spentUnits: [
    ['minutes', 'minutes down'],
    ['requests', 'failed requests'],
  ] as const,
  days: (n: string): string => (n === '1' ? '1 day' : `${n} days`),
  calendars: [
    ['plain', '30 days, a year 365'],
    ['gregorian', '30.44 days, a year 365.2425'],
  ] as const,
  convention: 'Published tables mix the two.',

  allowance: (objective: string, downtime: string, window: string): string =>
    `At *${objective}* you may be down *${downtime}* in ${window}.`,
  untouched: (requests: string): string => `Or *${requests}* requests may fail.`,
  left: (spent: string, left: string, rest: string): string =>
    `You have used ${spent}; *${left}* are left for the other ${rest}.`,
  overspent: (spent: string, over: string): string =>
    `You have used ${spent}, *${over}* too much: the objective is missed.`,
  failedRequests: (n: string): string => `${n} failed requests`,
  nothingMayFail: (objective: string): string =>
    `At *${objective}* nothing may ever fail: there is no budget for a deploy, a repair or a bad second of the network.`,
  promiseLess: 'Never promise 100 %: no system keeps it, and no user can tell it from 99.999 %.',

  budget: (window: string): string => `Error budget, ${window}`,
  dayOf: (day: string, days: string): string => `day ${day} of ${days}`,
  spentShare: (spent: string, share: string): string => `*${spent}* spent, ${share}`,
  leftShare: (left: string, share: string): string => `*${left}* left, ${share}`,
  policies: {
    none: 'There is nothing to spend.',
    full: 'Full speed: more than half is left for features and experiments.',
    canary: 'Canary only: less than half is left, so every deploy starts small.',
    freeze: 'Freeze risky deploys: under a quarter is left.',
    hard: 'Hard freeze: only work on reliability until the window has moved on.',
  },
  pace: (burnRate: string, day: string): string => `It burns at ${burnRate}: at this pace it is gone on day ${day}.`,
  paceLasts: (burnRate: string): string => `It burns at ${burnRate}: at this pace it lasts.`,
  lowTraffic: (requests: string, burnRate: string, share: string): string =>
    `Low traffic: at ${requests} requests an hour a single failure burns at ${burnRate} and spends ${share} of the budget. Measure over longer windows, or add probes.`,

  allowedDowntime: 'Allowed downtime',
  day: 'a day',
  week: 'a week',
  month: 'a month',
  quarter: 'a quarter',
  year: 'a year',

  nines: 'The nines',
  availability: 'Availability',
  whoLivesThere: 'Who lives there',
  examples: examples as Readonly<Record<number, string>>,
  costOfANine: 'Each further nine costs about ten times as much: another architecture, not more effort.',

  dependencies: 'Dependencies',
  noDependencies: 'What can it promise at best?',
  atBest: (best: string): string => `*${best}* at best.`,
  breaks: (name: string): string => `Your ${name} alone will break this.`,
  together: 'Together they will break this.',
  service: 'service',
  addDependency: 'add: database 99.95',
  independence: 'A name and its availability; “x2” for two copies of which one suffices, if they fail independently.',

  alerts: 'Burn-rate alerts',
  canFire: (n: string, of: string): string => `${n} of ${of} rules can fire.`,
  burnRate: 'Burn rate',
  windows: 'Windows',
  threshold: 'Errors above',
  spends: 'Budget spent',
  detects: 'Sees an outage in',
  page: 'page',
  ticket: 'ticket',
  never: 'never fires',
  neverFires: (factor: string, maximum: string): string =>
    `A rule at ${factor} can never fire: even if everything fails, this objective burns at ${maximum}.`,
  recent: (burnRate: string, lasts: string): string =>
    `The last hour burned at *${burnRate}*: a budget lasts *${lasts}*.`,

  methods: 'Ways to count',
  methodsSummary: 'One outage, three budgets.',
  outage: (duration: string, hour: string, failing: string): string =>
    `${duration} from ${hour}:00, ${failing} of requests failing`,
  methodNames: {
    Occurrences: 'Occurrences: bad requests',
    Timeslices: 'Timeslices: bad minutes',
    RatioTimeslices: 'RatioTimeslices: mean of the minutes',
  },

  rules: 'Rules to take along',
  rulesSummary: 'Prometheus, Sloth, OpenSLO.',
};

export type SloCalculatorText = typeof sloCalculator;
