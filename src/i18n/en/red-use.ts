const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinals: Intl.PluralRules = /* @__PURE__ */ new Intl.PluralRules('en', { type: 'ordinal' });

/** What `<obs-red-use>` says; `*…*` marks what matters. */
export const redUse = {
  heading: 'Which resource is it?',

  labels: {
    fault: 'Fault',
    faultMinute: 'Fault at minute',
    preset: 'Case',
    diagnose: 'Diagnose first',
    service: 'Resources of',
    cell: 'Cell',
    open: 'Open parts',
  } as Readonly<Record<string, string>>,

  measuring: (left: string): string => `Press *Play*: the first minute says what is usual. ${left} of it are left.`,
  calm: (cells: string): string =>
    `Every one of ${cells} cells is where it usually is. *Break something*, and see which leaves first.`,
  calmDiagnose: 'Everything is where it usually is. *Press Play*: something will break, and you say what.',
  leftFirst: (what: string, value: string, time: string): string => `*${what}* left first, at ${time}: *${value}* now.`,
  noticed: (what: string, later: string): string => `${what} followed *${later} later*.`,
  leftTogether: (names: string, time: string): string =>
    `${names} moved from ${time} on, *within two scrapes of one another*: which of them was first is not known.`,
  andMore: (names: string, more: string): string => `${names} and ${more} more`,
  recovered: (names: string, time: string): string =>
    `*Everything is back* at its baseline. First to move, at ${time}: ${names}.`,
  stillOut: (name: string, count: string): string => `That is back; still outside: *${name}* (${count} in all).`,
  unnoticed: 'No service is slower, and none fails: *nobody has noticed yet*.',
  ask: (time: string): string => `Something has been wrong since *${time}*. *Which resource* of *which service* is it?`,

  services: 'Services: RED',
  resources: 'Resources: USE',
  servicesColumn: 'Service',
  resourcesColumn: 'Resource',
  signals: {
    rate: 'Rate',
    errors: 'Errors',
    duration: 'Duration',
    utilisation: 'Utilisation',
    saturation: 'Saturation',
    failures: 'Errors',
  } as Readonly<Record<string, string>>,
  units: {
    rate: 'requests/s',
    errors: '% failed',
    duration: 'p99, thin p50',
    utilisation: '% busy',
    saturation: 'waiting',
    failures: 'a second',
  } as Readonly<Record<string, string>>,
  kinds: {
    cpu: 'CPU',
    memory: 'Memory',
    disk: 'Disk',
    network: 'Network',
    pool: 'Pool',
    workers: 'Workers',
  } as Readonly<Record<string, string>>,
  firstOfAll: 'of each kind, the first to leave',
  perSecond: (n: string): string => `${n}/s`,
  place: (n: string): string => `${n}${ENDINGS[ordinals.select(Number(n))] ?? 'th'}`,
  resourceName: (service: string, kind: string): string => `${service} ${kind === 'CPU' ? kind : kind.toLowerCase()}`,
  cellName: (row: string, signal: string): string => `${row}, ${signal.toLowerCase()}`,
  cellCalm: 'As usual',
  cellLeft: (place: string, time: string): string => `Left its baseline ${place}, at ${time}`,
  cellMeasuring: 'What is usual is being measured',
  keys: 'Arrow keys: cell · Shift and arrow: time · Enter: follow',
  legend: (from: string, to: string): string =>
    `${from} to ${to}. Band: usual. Thick: left it; 1st, 2nd …: in that order.`,

  close: 'Close',
  follow: 'Show a request that wrote it',
  steps: { red: 'RED: what is wrong', use: 'USE: where', logs: 'Logs and changes: why' },
  redStep: (what: string, value: string, usually: string): string => `${what}: *${value}*, usually ${usually}.`,
  redCalm: 'No service is slow or fails beyond what is usual.',
  useStep: (what: string, busy: string, usually: string, waiting: string): string =>
    `${what}: *${busy}* busy, usually ${usually}; *${waiting}* wait.`,
  usePlace: (place: string, time: string): string => `It left its baseline ${place}, at ${time}.`,
  useMemory: (what: string, full: string, usually: string, collecting: string): string =>
    `${what}: *${full}* full, usually ${usually}; *${collecting}* of all work collects garbage.`,
  useNetwork: (what: string, lost: string, waiting: string): string =>
    `${what}: *${lost}* packets a second are lost, *${waiting}* messages wait to be sent again.`,
  useCalm: 'It is where it usually is: look elsewhere.',
  useUnknown: 'No resource has left its baseline.',
  logStep: (service: string, message: string, count: string, time: string): string =>
    `${service}: “${message}”, *${count}* times since ${time}.`,
  logsSilent: (service: string): string =>
    `The logs of ${service}, and of all who wait for it, say *nothing new*: some faults leave no line.`,
  changeStep: (summary: string, time: string, before: string): string =>
    `*${summary}*, at ${time}: ${before} before that.`,
  changeNone: 'Nothing was changed there before: it comes *from outside*.',
  hidden: 'Name the bottleneck first; then the path is shown.',
  baselineIs: (mean: string, width: string): string => `Usual: ${mean}, ± ${width}.`,
  baselineUnknown: 'What is usual is not known yet.',
  query: 'PromQL',

  diagnoseService: 'Service',
  diagnoseResource: 'Resource',
  choose: 'choose',
  answer: 'That is the bottleneck',
  another: 'Another one',
  right: (what: string): string => `*Right*: ${what}.`,
  nearService: (what: string): string => `*The service, yes; the resource, no*: it is ${what}.`,
  nearResource: (what: string): string => `*The kind of resource, yes; the service, no*: it is ${what}.`,
  wrong: (what: string): string => `*No*: it is ${what}.`,
  answerLater: (what: string, later: string): string =>
    `${what} left its baseline too, but *${later} later*: it fills because somebody waits.`,
  answerSame: (what: string): string =>
    `${what} left at the same scrape: look at *which of the two makes others wait*.`,
  answerEarlier: (what: string): string =>
    `${what} left earlier, and yet it is not the cause: *it has room*, or fills because it waits.`,
  answerCalm: (what: string): string => `${what} *never left its baseline*: it has room.`,
  score: (points: string, most: string): string => `${points} of ${most} points`,

  cases: 'Cases that teach',
  casesSummary: 'what a percentage does not say',
  presets: {
    busy: 'Full, nobody waits',
    bursts: '80 %, and they wait',
    quiet: 'RED is healthy, the database is not',
  } as Readonly<Record<string, string>>,
  presetTexts: {
    busy: 'A batch job takes every core of the database that nobody else wants, and hands it back within 2 ms. Utilisation is near 100 %, saturation stays near 0, and no request is slower: *utilisation alone is no reason to wake anybody*.',
    bursts:
      'Four seconds of four times the traffic, every fifteen. The mean over the window stays below 100 %, and within each burst requests pile up: *saturation and p99 tell what an average of utilisation hides*.',
    quiet:
      'Reports read from the database until it is 95 % busy, in questions so short that nobody waits long for them. RED is as it always was. At minute 3 a campaign brings nine visitors where there were five, and there is no room left: *act before it hurts*.',
  } as Readonly<Record<string, string>>,

  rule: 'How a cell leaves its baseline',
  ruleSummary: 'mean and spread of the quiet minute, three scrapes in a row',
  ruleText: (spreads: string, scrapes: string, every: string): string =>
    `The quiet minute gives each cell a mean and a standard deviation. It has left when *${scrapes} scrapes in a row* (one every ${every}) are more than *${spreads} standard deviations* from that mean, and at least as far as would matter to an engineer: a quarter of the rate, 1 % of requests failed, twice the duration, 10 points of utilisation, more than 2 who wait (5 for a processor).`,
  ruleFalse: (runs: string, minutes: string): string =>
    `In ${runs} quiet runs, each watched for ${minutes} after that minute, *no cell* was marked: fewer than 3 runs in 100 mark one, with 95 % confidence.`,

  data: 'Show data',
  dataSummary: 'the cells as numbers',
  columns: ['Cell', 'Now', 'Usual', 'Left', 'At'] as readonly string[],
  none: '–',
  atLeast: (value: string): string => `≥ ${value}`,
  cursorAt: (time: string): string => `At ${time}`,
  unknownCell: (key: string): string => `There is no cell “${key}” here; one is like “postgres.disk.utilisation”.`,
  unknownService: (name: string): string => `There is no service “${name}” here.`,
};

export type RedUseText = typeof redUse;
