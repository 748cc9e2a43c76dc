const labels = {
  objective: 'Objective',
  window: 'Window',
  rollback: 'A bad deploy is undone',
  trouble: 'Incidents, times usual',
  policy: 'The policy',
  plan: 'Who decides',
  pace: 'If it goes on as',
  seed: 'Month number',
  day: 'Day',
  actions: 'What was done',
  canary: 'Behind a canary',
  consider: 'Should we?',
  riskMinutes: 'If it goes wrong',
  riskPercent: 'Chance of that',
};

/** What `<obs-budget-tracker>` says; `*…*` marks what matters. */
export const budgetTracker = {
  heading: 'How does a team spend its error budget?',
  labels: labels as Readonly<Record<string, string>>,
  minutes: 'min',
  works: {
    small: 'Small feature',
    large: 'Large feature',
    fix: 'Bug fix',
    migration: 'Migration',
    maintenance: 'Maintenance',
    reliability: 'Reliability',
    outage: 'Outage',
  },
  incidents: {
    blip: 'Network blip',
    dependency: 'Dependency outage',
    infrastructure: 'Infrastructure failure',
    badDeploy: 'Bad deploy',
  },
  bands: { full: 'full speed', canary: 'canary only', freeze: 'freeze', hard: 'hard freeze' },

  windows: { calendar: 'this month', rolling: 'the last 30 days' },
  rollbacks: { build: 'by a new build', command: 'by one command', automatic: 'by the alert itself' },
  policies: { on: 'stops what it forbids', off: 'only warns' },
  plans: {
    me: 'I do',
    policy: 'the plan, under the policy',
    none: 'the plan, come what may',
    canary: 'the plan, always canaried',
  },
  paces: { month: 'in this window so far', week: 'in the last 7 days' },

  begin: (budget: string, days: string): string => `You may be down *${budget}* in ${days} days.`,
  invite: ' Ship a feature, or let a day pass.',
  left: (left: string, share: string, band: string): string => `*${left}* left, ${share}: ${band}.`,
  spent:
    'The whole budget is spent: *0 s* left, and the objective is just kept. Hard freeze, only work on reliability.',
  over: (over: string): string => `The objective is missed by *${over}*: hard freeze, only work on reliability.`,
  kept: (features: string, left: string): string =>
    `The month is over: *${features}* shipped, *${left}* left, the objective kept.`,
  missed: (features: string, over: string): string =>
    `The month is over: *${features}* shipped, the objective missed by *${over}*.`,
  features: (n: string): string => (n === '1' ? '1 feature' : `${n} features`),
  gone: (burnRate: string, day: string): string => ` At this pace, ${burnRate}, it is gone on *day ${day}*.`,
  lasts: (burnRate: string): string => ` At this pace, ${burnRate}, it lasts the month.`,
  costed: (what: string, cost: string): string => `${what}: *${cost}*. `,
  free: (what: string): string => `${what}: nothing lost. `,
  andMore: (n: string): string => (n === '1' ? 'And one more. ' : `And ${n} more. `),

  /** What came of work that did not go as it should. */
  wentBad: (what: string): string => `${what}, bad and rolled back`,
  caught: (what: string): string => `${what}, bad and caught by the canary`,
  wentWrong: (what: string): string => `${what} went wrong`,
  averted: (what: string): string => `${what}, averted by earlier work`,
  held: (what: string): string => `${what}, stopped by the policy`,
  noFix: (what: string): string => `${what}: nothing to repair`,
  overridden: (what: string): string => `${what}, against the policy`,
  canaried: (what: string): string => `${what} behind a canary`,

  chart: 'Error budget left, by day',
  budgetLeft: 'Budget left',
  legend: '○ work, ◆ incident, × stopped or averted',
  ideal: 'even pace',
  noIdeal: 'A rolling window never ends, so there is no even pace to follow.',
  dayOf: (day: string): string => `day ${day} of 30`,
  projected: (day: string): string => `gone on day ${day}`,
  atDay: (day: string, left: string, share: string, band: string): string =>
    `*Day ${day}*: *${left}* left, ${share}, ${band}`,
  burning: (burnRate: string): string => `burning at *${burnRate}*`,
  notYet: (day: string, left: string): string => `*Day ${day}* is to come: *${left}* left if the pace holds`,
  burnRate: 'Burn rate, by day',
  limits: { 1: 'watch', 3: 'review', 6: 'ticket', 14.4: 'page' } as Readonly<Record<number, string>>,
  assumption: (burnRate: string): string => `The dotted line assumes that it goes on burning at ${burnRate}.`,
  assumptionRolling: (burnRate: string): string =>
    `The dotted line assumes that it goes on burning at ${burnRate}; what rolls out is known.`,

  nextDay: 'Next day',
  lastDay: 'End the month',
  backDay: 'Back a day',
  playOn: 'Play on',
  pause: 'Pause',
  toEnd: 'To the end',
  again: 'Start again',
  anotherMonth: 'Another month',
  ship: 'Ship',
  other: 'Do',
  canaryHint: 'a canary takes twice as long',
  takes: (hours: string): string => `${hours} h`,
  onAverage: (cost: string): string => `${cost} on average`,
  whyOff: {
    nothingToFix: 'nothing was rolled back',
    policy: 'stopped by the policy',
    hours: (hours: string): string => `needs ${hours} h today`,
  },
  hoursLeft: (hours: string): string => `${hours} of 8 hours left today`,
  dayIsFull: 'The day is full. Let it pass.',
  shipped: (features: string): string => `*${features}* shipped`,
  waiting: (n: string): string => (n === '1' ? '1 rolled back' : `${n} rolled back`),
  overrides: (n: string): string => (n === '1' ? '1 override' : `${n} overrides`),
  stops: {
    full: '',
    canary: 'Half or less is left: only behind a canary, and no migration.',
    freeze: 'Freeze, less than a quarter is left: only bug fixes and work on reliability.',
    hard: 'Hard freeze, nothing is left: only work on reliability.',
  },
  override: 'Override, on the record',

  shouldWe: (what: string): string => `Should we? ${what}`,
  expected: 'Expected',
  worst: 'Worst case',
  costs: 'costs',
  leaves: 'leaves',
  verdicts: { proceed: 'Go ahead.', defer: 'Not now.' },
  reasons: {
    free: (): string => 'It costs no budget, only the day.',
    stopped: (band: string): string => `The policy stands at ${band}.`,
    overspends: (worst: string, left: string, chance: string): string =>
      `The worst case, ${worst}, is more than the ${left} left, and comes with a chance of ${chance}.`,
    risky: (worst: string, left: string, chance: string): string =>
      `The worst case, ${worst}, would overspend the ${left} left, but only with a chance of ${chance}.`,
    demotes: (left: string, band: string): string => `Even the worst case leaves ${left}, but then: ${band}.`,
    fits: (left: string): string => `Even the worst case leaves ${left}.`,
  },
  nothingLeft: 'Nothing is left to spend.',
  resets: (days: string): string =>
    days === '1' ? ' Tomorrow the budget is new.' : ` The budget is new in ${days} days.`,
  fitsAfter: (day: string): string => ` On day ${day} enough will have rolled out.`,
  costChart: (what: string): string => `What ${what} may cost`,
  least: (minutes: string): string => `${minutes} min`,
  leftMark: (minutes: string): string => `${minutes} min left`,

  data: 'Show data',
  dataSummary: (spends: string): string => (spends === '1' ? '1 event' : `${spends} events`),
  dataColumns: ['Day', 'Left', 'Share', 'Policy', 'Spent', 'Burn rate'] as readonly string[],
  events: 'What happened',
  eventColumns: ['What happened', 'Cost'] as readonly string[],
  nothingYet: 'Nothing has happened yet.',
  clock: (day: string, time: string): string => `day ${day}, ${time}`,
  beforeMonth: (days: string): string => (days === '1' ? '1 day before day 1' : `${days} days before day 1`),

  windowsTitle: 'Two windows',
  windowsSummary: (calendar: string, rolling: string): string =>
    `this month *${calendar}*, the last 30 days *${rolling}*`,
  windowRows: ['From', 'Spent', 'Left', 'Policy'] as readonly string[],
  monthStart: 'day 1, 0:00',
  rollsOut: (amount: string): string => `Tomorrow *${amount}* of old downtime roll out of the last 30 days.`,
  rollsOutNothing: 'Nothing rolls out of the last 30 days tomorrow.',
  rollsNext: (amount: string, what: string, when: string): string => `Next: *${amount}* (${what}), ${when}.`,
  onDay: (day: string): string => `on day ${day}`,
  onDayAfter: (day: string): string => `on day ${day} of the next month`,
  resetsOn: (days: string): string =>
    days === '0'
      ? 'The month’s budget is new now.'
      : `The month’s budget is new in *${days} days*, whatever was spent.`,

  months: '1,000 months',
  monthsSummary: 'the same plan, with the policy and without',
  monthsPlan:
    'The plan: a small feature every third day, a large one every ninth, a migration on day 10, maintenance on day 20. Each way meets the same months, incident for incident.',
  playMonths: 'Play 1,000 months',
  cancel: 'Cancel',
  monthsPlayed: (n: string): string => `${n} months played`,
  monthPlans: {
    none: 'Come what may',
    policy: 'Under the policy',
    canary: 'Always canaried',
  },
  monthsWithin: (share: string): string => `*${share}* of months within the objective`,
  monthsShipped: (features: string): string => `*${features}* features a month`,
  plusMinus: (value: string, error: string): string => `${value} ± ${error}`,
  monthsAxis: 'features shipped',
  monthsLeftAxis: 'budget left at the end',
  monthsColumns: ['The plan', 'Within the objective', 'Features', 'Left on average'] as readonly string[],
  monthsCompared: (more: string, fewer: string): string =>
    `The policy keeps the objective in *${more}* more months of a hundred, and ships *${fewer}* features fewer a month.`,
  monthsBars: 'Striped months missed the objective. ± is one standard error.',

  costsTitle: 'What things cost',
  costsSummary: 'as distributions',
  costColumns: ['Source', 'Cost', 'Mean', '0 to 30 min'] as readonly string[],
  range: (from: string, to: string): string => `${from} to ${to} min`,
  longTail: (median: string, most: string): string => `half under ${median} min, 1 in 20 over ${most}`,
  perMonth: (n: string): string => `${n} a month`,
  oneIn: (share: string): string => `${share} of the bad ones`,
  badShares: (small: string, large: string): string => `${small} of small changes, ${large} of large ones`,
  sources: {
    rollout: 'Deploy rollout',
    badDeploy: 'Bad deploy, noticed and undone',
    caught: 'Bad deploy caught by a canary',
  },
  protections:
    'Work on reliability averts half of the blips and dependency outages of 14 days, maintenance three in four infrastructure failures of 30.',
  footer: 'Costs are typical ones; how often things happen is an assumption.',
};

export type BudgetTrackerText = typeof budgetTracker;
