const labels = {
  question: 'Question',
  lines: 'in',
  text: 'Text, or /regular expression/',
  query: 'Query',
};

/** The questions, as somebody would ask them. */
const questions = {
  payments: 'Which payments over $100 failed?',
  'five-hundred': 'What was answered with a 500?',
  slow: 'Which payments took more than 5 s?',
  user: 'What did this customer do?',
  request: 'What happened in this request?',
  warnings: 'What is WARN or worse?',
};

/** What `<obs-log-search>` says; `*…*` marks what matters. */
export const logSearch = {
  heading: 'The same log, searched as text and as records',
  labels: labels as Readonly<Record<string, string>>,
  questions: questions as Readonly<Record<string, string>>,
  newest: (n: string, until: string): string => `The newest *${n} lines* of this page’s shop, until *${until}*.`,
  takeNewest: 'Take the newest lines',
  notPlayed: (system: string): string => `Nothing on this page plays the system *${system}* yet.`,
  noLines: 'The shop of this page has not written a line yet.',
  lineCount: (n: string): string => `${n} lines`,

  building: (percent: string): string => `The shop lives through a bad night and writes its log: *${percent}*.`,
  readingFile: (percent: string): string => `Your file is read and indexed: *${percent}*.`,
  stopped: 'Stopped. Nothing was searched.',
  stop: 'Stop',
  again: 'Start again',
  searching: 'Searching …',
  bothRight: (text: string, query: string): string =>
    `Text search answers in *${text}*, the query in *${query}*. This time *both are right*.`,
  textWrong: (text: string, mistakes: string, query: string): string =>
    `Text search takes *${text}* and is wrong *${mistakes} times*. The query takes *${query}* and is right.`,
  bothWrong: (text: string, mistakes: string, query: string, queryMistakes: string): string =>
    `Text search takes *${text}* and is wrong *${mistakes} times*. The query takes *${query}* and is wrong *${queryMistakes} times*.`,
  queryWrong: (text: string, query: string, queryMistakes: string): string =>
    `Text search takes *${text}* and is right. The query takes *${query}* and is wrong *${queryMistakes} times*.`,
  found: (text: string, textHits: string, query: string, queryHits: string): string =>
    `Text search finds *${textHits}* lines in *${text}*, the query *${queryHits}* in *${query}*.`,
  cannotSearch: 'One of the two searches cannot be carried out. The note says why.',
  noRecords: (lines: string): string => `Not one of *${lines}* lines of your file is a record.`,
  emptyFile: 'There is nothing in your file.',

  asText: 'Lines of text',
  asRecords: 'Records with an index',
  readAll: (n: string): string => `read all ${n} lines`,
  lookedAt: (n: string, all: string): string => `looked at ${n} of ${all}`,
  meanOf: (n: string): string => `mean of ${n} runs: the clock steps by 0.1 ms`,
  tooSlow: 'too slow',
  tooSlowNote: 'Given up: this pattern takes too long. The page was never held up.',
  hits: (n: string): string => `${n} found`,
  right: (n: string): string => `${n} right`,
  wrong: (n: string): string => `${n} false`,
  missed: (n: string): string => `${n} missed`,
  isRight: 'right',
  isWrong: 'false hit',
  isMissed: 'missed',
  nothing: 'Nothing found.',
  noneOfThese: 'None of these.',
  score: (right: string, wrong: string, missed: string): string =>
    `${right} right, ${wrong} false hits, ${missed} missed`,
  queryProblem: (column: string, expected: string): string => `Column ${column}: expected ${expected}.`,
  queryMessage: (column: string, message: string): string => `Column ${column}: ${message}`,
  /** What a query may go on with; the reader of queries speaks English. */
  expectedWords: {} as Readonly<Record<string, string>>,
  orBetween: (first: string, last: string): string => `${first} or ${last}`,
  textProblem: 'This is no regular expression that can be searched:',

  volume: 'Lines over time',
  noLevel: 'no level',
  queryHits: 'query',
  atMost: (n: string): string => `up to ${n}`,
  volumeRow: (name: string, total: string, most: string, when: string): string =>
    `${name}: ${total} lines, most at ${when}, ${most} of them.`,

  record: 'Record',
  noRecord: 'Choose a line to see its record.',
  follow: 'Follow this request',
  changedBefore: (services: string): string => `Changed in ${services} before this line:`,
  nothingChanged: (services: string): string => `Nothing changed in ${services} before this line.`,

  request: 'Follow the request',
  requestSummary: 'Every line of it, from every service, in order.',
  requestOf: (lines: string, services: string, took: string): string =>
    `*${lines}* lines from *${services}* services in *${took}*.`,
  requestNone: 'No line has this trace id.',
  requestColumns: ['After', 'Service', 'Level', 'What'] as readonly string[],
  noTraceIds: 'Text has no trace id: there one guesses by user and time.',

  fields: 'Fields',
  showValues: (field: string): string => `Show the values of ${field}`,
  fieldsSummary: (n: string): string => `${n} fields, with their values and counts.`,
  fieldColumns: ['Field', 'Lines', 'Share'] as readonly string[],
  valuesOf: (field: string): string => `Values of ${field}`,
  valueColumns: ['Value', 'Lines', 'Share'] as readonly string[],
  endless: 'Too many different values to list.',
  addToQuery: (condition: string): string => `Add ${condition} to the query`,

  dialects: 'The same query elsewhere',
  dialectsSummary: 'LogQL, KQL, Lucene, LogsQL, Datadog, SQL',
  cannotSay: (language: string): string => `${language} cannot say this.`,
  dialectNotes: {
    'no-order': 'Severities have no order there: the names are listed.',
    'no-time': 'Times are chosen beside the query there, not in it.',
    'no-regexp': 'It has no regular expressions.',
    'no-cidr': 'It has no address ranges.',
    'no-text-or': 'A text in the line cannot be joined to other conditions by OR there.',
    'no-units': 'It does not compare values with units such as 500ms.',
    'own-regexp': 'Its regular expressions have a syntax of their own.',
    'whole-words': 'It finds whole words, not any piece of the line.',
    'message-only': 'A text is looked for in the message alone.',
    'stream-labels': 'Put the labels of your stream there.',
    'typed-fields': 'It needs these fields as numbers, as facets or in the mapping.',
    'empty-is-missing': 'A missing field and an empty value are the same there.',
    'line-column': 'A text is looked for in a column that holds the line.',
  } as Readonly<Record<string, string>>,

  secrets: 'What must not be there',
  secretsNone: (n: string): string => `No token, card number, address or password in ${n} lines.`,
  secretsSummary: 'Tokens, card numbers, addresses, passwords.',
  secretsChecking: 'Checking …',
  secretKinds: {
    card: 'card number',
    email: 'e-mail address',
    token: 'token or key',
    password: 'password',
    ssn: 'social security number',
  } as Readonly<Record<string, string>>,
  secretColumns: ['Field', 'Looks like a', 'Values'] as readonly string[],
  tryLine: 'Try a line of your own; it stays on this page',
  tryClean: 'Nothing found in it.',
  lint: 'A lint, not a guarantee: what it does not know it lets pass.',
  always: 'Always log',
  never: 'Never log',
  alwaysList: [
    'time, in UTC',
    'level',
    'service and version',
    'trace id, span id',
    'request id',
    'user id',
    'duration',
    'type of the error',
  ] as readonly string[],
  neverList: [
    'passwords, tokens, keys',
    'card numbers',
    'health data',
    'social security numbers',
    'whole requests and responses',
    'SQL with its parameters',
    'what privacy law forbids',
  ] as readonly string[],
  example: 'level=WARN event=login_failed user_id=4711 email=jo@example.com password=hunter2 card=4111-1111-1111-1111',

  cost: 'What the index costs',
  costSummary: (seconds: string, bytes: string): string => `*${seconds}* to build, *${bytes}* a line.`,
  costColumns: ['Kept as', 'To build', 'Memory', 'A line'] as readonly string[],
  costNote: 'Lists of the index are made when a query first needs them.',
  bytes: (n: string): string => `${n} B`,
  megabytes: (n: string): string => `${n} MB`,

  ownLog: 'Your own log',
  ownLogSummary: 'NDJSON or logfmt; it is read in this page and sent nowhere.',
  openFile: 'Open a log file …',
  orDrop: 'or drop one on the figure, or paste lines here:',
  searchThese: 'Search these lines',
  backToShop: 'Back to the shop’s log',
  tooLarge: 'The file is larger than 32 MiB, the most that can be read here.',
  unreadable: 'The file cannot be read.',
  rejectedLines: (n: string, line: string, message: string): string =>
    `${n} lines could not be read. The first is line ${line}: ${message}`,
  yourFile: (name: string): string => `your log: ${name}`,
  pasted: 'pasted lines',
  made: 'made here by the simulated shop, seed 65',
};

export type LogSearchText = typeof logSearch;
