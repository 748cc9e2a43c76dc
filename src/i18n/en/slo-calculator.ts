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
  timeZone: 'Time zone',
  indicator: 'Rules for',
  latencySeconds: 'Good up to',
};

/** Who lives at which objective, in percent. */
const examples = {
  90: 'batch jobs',
  95: 'previews',
  99: 'internal tools',
  99.5: 'back offices',
  99.9: 'most products',
  99.95: 'cloud services',
  99.99: 'payments',
  99.999: 'emergency calls',
  99.9999: 'hardly anybody',
};

/** What `<obs-slo-calculator>` says; `*…*` marks what matters. */
export const sloCalculator = {
  heading: 'How much failure does an objective allow?',
  labels: labels as Readonly<Record<string, string>>,
  perSecond: '/s',
  minutes: 'min',
  spentUnits: { minutes: 'minutes down', requests: 'failed requests' },
  days: (n: string): string => (n === '1' ? '1 day' : `${n} days`),
  calendars: { plain: '30 days, a year 365', gregorian: '30.44 days, a year 365.24' },
  convention: 'Published tables mix the two.',

  allowance: (objective: string, downtime: string, window: string): string =>
    `At *${objective}* you may be down *${downtime}* in ${window}`,
  requests: (n: string): string => `, or fail *${n}* requests.`,
  left: (spent: string, left: string, rest: string): string =>
    `. You have used ${spent}; *${left}* are left for the other ${rest}.`,
  kept: (spent: string, left: string): string => `. You have used ${spent}; *${left}* were left at the end.`,
  exactlySpent: (spent: string): string =>
    `. You have used ${spent}, the whole budget: *0 s* are left, and the objective is just kept.`,
  failedRequests: (n: string): string => (n === '1' ? '1 failed request' : `${n} failed requests`),
  moreThanTime: (spent: string, elapsed: string): string =>
    `${spent} of downtime do not fit into ${elapsed}. Nothing is counted as failed: correct this number or the day.`,
  beyondWindow: (day: string, days: string): string =>
    `Day ${day} is after the end of the window. The last of its ${days} days is used.`,
  overspent: (spent: string, over: string): string =>
    `. You have used ${spent}, *${over}* too much: the objective is missed.`,
  nothingMayFail: 'At *100 %* nothing may ever fail: no deploy, no repair, no bad second of the network.',
  promiseLess:
    'There is no budget at 100 %. Never promise it: no system keeps it, and no user can tell it from 99.999 %.',

  budget: (window: string): string => `Error budget, ${window}`,
  dayOf: (day: string, days: string): string => `day ${day} of ${days}`,
  spentShare: (spent: string, share: string): string => `*${spent}* spent, ${share}`,
  leftShare: (left: string, share: string): string => `*${left}* left, ${share}`,
  policies: {
    none: 'There is nothing to spend.',
    full: 'Full speed: more than half is left.',
    canary: 'Canary only: half or less is left.',
    freeze: 'Freeze risky deploys: less than a quarter is left.',
    hard: 'Hard freeze: only work on reliability.',
  },
  pace: (burnRate: string, day: string): string => ` It burns at ${burnRate}: at this pace it is gone on day ${day}.`,
  lowTraffic: (burnRate: string, share: string): string =>
    `With this traffic and objective, a single failed request in an hour burns at ${burnRate} and uses ${share} of the budget. Alert on longer windows.`,

  allowedDowntime: 'Allowed downtime',
  periods: { day: 'a day', week: 'a week', month: 'a month', quarter: 'a quarter', year: 'a year' },

  nines: 'The nines',
  ninesColumns: ['Availability', 'a month', 'a year', 'Who lives there'] as readonly string[],
  examples: examples as Readonly<Record<number, string>>,
  costOfANine: 'Each further nine costs about ten times as much.',

  dependencies: 'Dependencies',
  noDependencies: 'What can it promise at best?',
  atBest: (best: string): string => `*${best}* at best.`,
  breaks: (name: string): string => ` Your ${name} alone will break this.`,
  together: ' Together your dependencies will break this.',
  service: 'service',
  addDependency: '+ database 99.95',
  dependencySyntax: 'x2: two copies, of which one suffices. All as if they failed independently.',

  alerts: 'Burn-rate alerts',
  canFire: (n: string, all: string): string => `${n} of ${all} rules can fire.`,
  alertColumns: ['Burn rate', 'Windows', 'Errors above', 'Budget spent', 'Sees an outage in'] as readonly string[],
  severities: { page: 'page', ticket: 'ticket' },
  never: 'never',
  neverFires: (factor: string, maximum: string): string =>
    `A rule at ${factor} can never fire: when everything fails, this objective burns at ${maximum}.`,
  recent: (burnRate: string, lasts: string): string => `That burns at *${burnRate}*: a budget lasts *${lasts}*.`,

  methods: 'Ways to count',
  methodsSummary: 'One outage, three budgets.',
  outage: (duration: string, hour: string): string => `${duration} from ${hour}:00`,

  indicators: { availability: 'availability', latency: 'latency' } as Readonly<Record<string, string>>,
  rules: 'Rules to take along',
  rulesSummary: 'Prometheus, Sloth, OpenSLO',
};

export type SloCalculatorText = typeof sloCalculator;
