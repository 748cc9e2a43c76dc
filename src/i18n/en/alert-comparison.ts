const labels = {
  week: 'Week',
  seed: 'Seed',
  objective: 'Objective',
  strategies: 'Strategies',
  rule: 'Your rule',
  scrapeSeconds: 'Scraped every',
  evaluationSeconds: 'Evaluated every',
  significant: 'An incident counts at',
  weeks: 'Weeks',
  day: 'Day',
  alert: 'Alert',
};

const columns = [
  'Strategy',
  'Pages',
  'At night',
  'Tickets',
  'In vain',
  'Early',
  'Missed',
  'Precision',
  'Recall',
  'Detects in',
  'Resets in',
  'Resolved too soon',
  'Budget spent first',
  'Good on-call',
];

/** What each strategy does, for a sentence: “paging on causes pages 18 times”. */
const named = {
  cause: 'paging on causes',
  symptom: 'paging on a symptom',
  approach1: 'paging on the error budget (approach 1)',
  approach2: 'paging on the error budget (approach 2)',
  approach3: 'paging on the error budget (approach 3)',
  approach4: 'paging on the error budget (approach 4)',
  approach5: 'paging on the error budget (approach 5)',
  approach6: 'paging on the error budget (approach 6)',
  own: 'your rule',
};

/** What `<obs-alert-comparison>` says; `*…*` marks what matters. */
export const alertComparison = {
  heading: 'A week on call, several ways',
  labels: labels as Readonly<Record<string, string>>,
  weeks: {
    ordinary: 'An ordinary one',
    quiet: 'Nothing happens',
    slowBurn: '0.2 % fail for three days',
    shortOutage: 'Two minutes of total outage',
    flapping: 'A fault that comes and goes',
    lowTraffic: 'Ten requests an hour',
    gap: 'A gap in the data',
    deploys: 'Two deploys a day',
    memoryLeak: 'A memory leak',
    nightOutage: 'An outage at night',
    weeklyPeak: 'The weekly peak',
    retryStorm: 'A retry storm',
    partialRegion: 'Half a region is gone',
    noisyNeighbour: 'A noisy neighbour',
  },
  days: {
    monday: 'Mon',
    tuesday: 'Tue',
    wednesday: 'Wed',
    thursday: 'Thu',
    friday: 'Fri',
    saturday: 'Sat',
    sunday: 'Sun',
  },
  wholeWeek: 'Week',
  simulating: 'A week is being simulated, second by second …',

  inWeek: 'In the same week',
  onDay: (day: string): string => `On the same ${day}`,
  calmDay: (day: string): string => `On ${day} nothing happens that is worth a page, and *nobody is paged*.`,
  compared: (when: string, bad: string, badDeeds: string, good: string, goodDeeds: string): string =>
    `${when} *${bad}* ${badDeeds}; *${good}* ${goodDeeds}.`,
  single: (when: string, name: string, deeds: string): string => `${when} *${name}* ${deeds}.`,
  sleeps: 'In this week nothing happens that is worth a page, and *nobody is paged*.',
  named: named as Readonly<Record<string, string>>,
  /** What a strategy did: its alerts, those in vain, the incidents it missed, and all that count. */
  deeds: (pages: number, tickets: number, vain: number, early: number, missed: number, all: number): string => {
    const counts = [
      pages === 0 ? '' : pages === 1 ? '*1* page' : `*${pages}* pages`,
      tickets === 0 ? '' : tickets === 1 ? '*1* ticket' : `*${tickets}* tickets`,
    ];
    const raised = pages + tickets === 0 ? 'says nothing' : `raises ${counts.filter(Boolean).join(' and ')}`;
    const inVain = vain === 0 ? '' : vain === pages + tickets ? ' in vain' : `, *${vain}* of them in vain,`;
    const tooEarly = early === 0 ? '' : ` (*${early}* before any harm)`;
    const misses =
      missed === 0
        ? ' and misses nothing'
        : all === 1
          ? ' and misses the incident'
          : ` and misses *${missed}* of ${all} incidents`;
    return raised + tooEarly + (all === 0 ? inVain.replace(/,$/, '') : inVain + misses);
  },

  truth: 'What was true',
  pages: 'Pages',
  inVain: (n: number): string => `${n} in vain`,
  tickets: (n: number): string => (n === 1 ? '1 ticket' : `${n} tickets`),
  truthSummary: (n: number, small: number): string =>
    (n === 1 ? '1 incident' : `${n} incidents`) + (small === 0 ? '' : `, ${small} too small to count`),
  strategies: {
    cause: { name: 'Causes', rule: 'CPU, memory > 90 %; queue > 100' },
    symptom: { name: 'Symptom', rule: 'errors > 1 % for 5 min' },
    approach1: { name: 'Workbook 1', rule: 'errors in 10 min ≥ what is allowed' },
    approach2: { name: 'Workbook 2', rule: 'errors in 36 h > what is allowed' },
    approach3: { name: 'Workbook 3', rule: 'errors in 1 min > what is allowed, for 1 h' },
    approach4: { name: 'Workbook 4', rule: '36x in 1 h' },
    approach5: { name: 'Workbook 5', rule: '14.4x in 1 h or 6x in 6 h' },
    approach6: { name: 'Workbook 6', rule: '14.4x in 1 h or 6x in 6 h, and still going on' },
    own: { name: 'Your rule', rule: '' },
  },
  laneSummary: (pages: number, tickets: number): string =>
    `${pages === 1 ? '1 page' : `${pages} pages`}${tickets === 0 ? '' : tickets === 1 ? ', 1 ticket' : `, ${tickets} tickets`}`,
  alertOf: (index: string, count: string, what: string): string => `${index} of ${count}: ${what}`,
  time: (day: string, clock: string): string => `${day} ${clock}`,
  legend: {
    page: 'a page about an incident',
    ticket: 'a ticket',
    false: 'in vain',
    early: 'before any harm',
    firing: 'firing',
    pending: 'pending',
    incident: 'an incident',
    missed: 'missed',
    night: 'night',
    blind: 'no data',
  },
  lanesNote:
    'Workbook 1 to 6 are symptom alerts, too: they ask how fast failed requests use up the error budget. Symptom and Workbook 6 also page when the metrics are gone.',
  pick: 'Choose an alert, or a day.',
  lanes: 'The week, a lane for each strategy',

  kinds: {
    deploy: 'a deploy',
    backup: 'a backup',
    cache: 'a full page cache',
    peak: 'a peak of visitors',
    blip: 'a hiccup of the network',
    badRelease: 'a bad release',
    dependency: 'a dependency that fails now and then',
    outage: 'an outage',
    region: 'the loss of half a region',
    flapping: 'a fault that comes and goes',
    neighbour: 'a noisy neighbour',
    leak: 'a memory leak',
    retryStorm: 'a retry storm',
    gap: 'a gap in the metrics',
  },
  paged: (rule: string, when: string, lasted: string): string =>
    `*${rule}* pages on *${when}*, and fires for ${lasted}.`,
  ticketed: (rule: string, when: string, lasted: string): string =>
    `*${rule}* opens a ticket on *${when}*, and fires for ${lasted}.`,
  seen: 'What was seen',
  wasTrue: 'What was true',
  onCall: 'What on-call did',
  metrics: {
    errors: 'Errors',
    system_cpu_utilization_ratio: 'CPU',
    system_memory_utilization_ratio: 'Memory',
    http_server_waiting_requests: 'Queue',
  },
  over: (metric: string, window: string): string => `${metric} in ${window}`,
  reading: (what: string, value: string, threshold: string): string => `${what}: *${value}*, above ${threshold}.`,
  readingAtLeast: (what: string, value: string, threshold: string): string =>
    `${what}: *${value}*, at least ${threshold}.`,
  noMetrics: 'No metrics for *5 min*.',
  pendingFor: (duration: string): string => ` It had been pending for ${duration}.`,
  incidentTrue: (kind: string, began: string, hurt: string, budget: string): string =>
    `${kind}, which had begun ${began} before. It hurt *${hurt}* requests in all, ${budget} of the month’s budget.`,
  earlyTrue: (kind: string, ahead: string, hurt: string, budget: string): string =>
    `${kind} that made *${hurt}* requests fail ${ahead} later, ${budget} of the month’s budget.`,
  cutShort: (before: string): string =>
    ` The alert resolved ${before} before the end of the incident, because there were no data.`,
  minorTrue: (kind: string, hurt: string, budget: string): string =>
    `${kind} made ${hurt} requests fail, *${budget}* of the month’s budget: not worth anybody’s sleep.`,
  harmlessTrue: (kind: string): string => `${kind}, and nobody was hurt by it.`,
  nothingTrue: 'Nothing had happened: a few requests fail in any week.',
  lateTrue: (kind: string, late: string): string => `${kind} had ended ${late} before.`,
  laterTrue: (kind: string, later: string): string => ` ${kind} began ${later} later.`,
  actedInTime: (hurt: string, left: string): string =>
    `Came in time: ${hurt} requests were hurt already, *${left}* of the harm was still to come.`,
  actedEarly: 'Came before any harm: with a restart in time, nobody would have been hurt.',
  over99: (share: string): string => `more than ${share}`,
  actedLate: (late: string): string => `Came ${late} after the end: there was nothing left to save.`,
  wokenInVain: 'Was woken, found nothing to mend, and lay awake.',
  calledInVain: 'Left the work at hand, found nothing to mend, and trusts the next page less.',
  readTicket: (left: string): string =>
    `Read it in the morning; *${left}* of the harm was still to come when it was opened.`,
  ticketInVain: 'Read the ticket, found nothing, and closed it.',
  noAlertChosen: 'No strategy shown here says anything this week.',

  table: 'The week in numbers',
  tableSummary: 'Precision, recall, time to detect: computed from the truth.',
  columns: columns as readonly string[],
  incidentColumns: ['Incident', 'Begins', 'Lasts', 'Requests hurt', 'Budget spent', 'Counts'] as readonly string[],
  yes: 'yes',
  no: 'no',

  many: 'A hundred weeks',
  manySummary: (weeks: string): string => `Was it luck? The same kind of week, ${weeks} times.`,
  simulate: (weeks: string): string => `Simulate ${weeks} weeks`,
  stop: 'Stop',
  progress: (done: string, all: string): string => `${done} of ${all} weeks`,
  manyColumn: 'Means, with their 95 % intervals',
  margin: (mean: string, margin: string): string => `${mean} ± ${margin}`,

  ruleTitle: 'Your rule',
  ruleSummary: 'Write one, and see it in a lane of its own.',
  ruleSyntax: 'errors, cpu, memory, queue; [5m] is a window; %, or x for a burn rate; and, or, ( ); for 5m; keep 10m.',
  ruleProblem: (column: string, found: string, reason: string): string =>
    found === ''
      ? `Your rule, column ${column}, at the end: ${reason}`
      : `Your rule, column ${column}, at “${found}”: ${reason}`,
  ruleReasons: {
    metric: 'write errors, cpu, memory or queue here.',
    window: 'errors need a window, such as [5m].',
    duration: 'write a duration here, such as 5m or 1h30m.',
    minutes: 'a window is whole minutes, and a duration is 30 days at most.',
    comparison: 'write > or >= here.',
    threshold: 'write a number here, such as 1%, 0.01 or 14.4x.',
    burnRate: 'only errors have a burn rate; write a number or a percentage.',
    share: 'this can never fire, for cpu and memory are shares of at most 1: write 50% or 0.5.',
    queue: 'this can never fire, for the queue holds 1,350 requests at most.',
    never: 'this can never fire, for no more than all requests can fail.',
    closing: 'a bracket is not closed here.',
    end: 'only and, or, for 5m and keep 5m can follow here.',
    depth: 'too many brackets are within one another.',
    length: '400 characters are enough for a rule.',
  },
  tryRule: 'Or begin with',

  files: 'Rules to take along',
  filesSummary: 'For Prometheus, with a unit test that fires at the same minutes.',
  fileNames: { rules: 'Rules', test: 'Unit test' },
  more: 'Evaluation and scores',
  moreSummary: 'Intervals, and what counts as true.',
  definitions: {
    significant: 'An incident counts when it spends at least the share above of what the objective allows in 30 days.',
    true: 'An alert is true when it begins to fire during an incident that counts, or up to 10 min after it; else it is in vain.',
    precision: 'Precision: true alerts of all alerts. Recall: incidents with a true alert of all that count.',
    detect:
      'Detects in: from the start of an incident to its first alert. Budget spent first: what it had cost by then.',
    reset:
      'Resets in: from the end of an incident until its last alert stops firing. One that resolves while its incident goes on, for example for want of data, is resolved too soon and no reset.',
    early: 'Early: a page about memory that comes before a leak crashes the service; it is true.',
    good: 'Good on-call: two pages, or fewer, that find at least half of the incidents. Night is from 22:00 to 7:00.',
  },
  footer: (seed: string): string => `Seed ${seed}: the same week for every strategy.`,
};

export type AlertComparisonText = typeof alertComparison;
