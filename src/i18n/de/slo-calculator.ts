import type { SloCalculatorText } from '../en/slo-calculator.js';

export const sloCalculator: SloCalculatorText = {
  heading: 'Wie viel Ausfall erlaubt ein Ziel?',
  labels: {
    objective: 'Ziel',
    window: 'Fenster',
    requestsPerSecond: 'Anfragen',
    spent: 'Bisher ausgefallen',
    spentUnit: 'in',
    elapsedDays: 'Tag',
    recentMinutes: 'Ausfall in der letzten Stunde',
    dependencies: 'Braucht',
    calendar: 'Ein Monat hat',
    outageHour: 'Beginnt um',
    outageFailing: 'Anfragen, die scheitern',
    rulesFormat: 'Format',
    timeZone: 'Zeitzone',
    indicator: 'Regeln für',
    latencySeconds: 'Gut bis',
  },
  perSecond: '/s',
  minutes: 'min',
  spentUnits: { minutes: 'Minuten Ausfall', requests: 'gescheiterte Anfragen' },
  days: (n) => (n === '1' ? '1 Tag' : `${n} Tage`),
  calendars: { plain: '30 Tage, ein Jahr 365', gregorian: '30,44 Tage, ein Jahr 365,24' },
  convention: 'Gedruckte Tabellen mischen beides.',

  allowance: (objective, downtime, window) => `*${objective}* erlauben *${downtime}* Ausfall (${window})`,
  requests: (n) => ` oder *${n}* gescheiterte Anfragen.`,
  left: (spent, left, rest) => `. Verbraucht sind ${spent}; *${left}* bleiben für den Rest (${rest}).`,
  kept: (spent, left) => `. Verbraucht sind ${spent}; *${left}* blieben am Ende übrig.`,
  exactlySpent: (spent) =>
    `. Verbraucht sind ${spent}, das ganze Budget: *0 s* sind übrig, und das Ziel ist gerade noch eingehalten.`,
  failedRequests: (n) => (n === '1' ? '1 gescheiterte Anfrage' : `${n} gescheiterte Anfragen`),
  moreThanTime: (spent, elapsed) =>
    `${spent} Ausfall passen nicht in ${elapsed}. Es wird kein Ausfall gezählt: Korrigieren Sie diese Zahl oder den Tag.`,
  beyondWindow: (day, days) => `Tag ${day} liegt nach dem Ende des Fensters. Es gilt der letzte seiner ${days} Tage.`,
  overspent: (spent, over) => `. Verbraucht sind ${spent}, *${over}* zu viel: Das Ziel ist verfehlt.`,
  nothingMayFail:
    'Bei *100 %* darf nie etwas scheitern: kein Deploy, keine Reparatur, keine schlechte Sekunde im Netz.',
  promiseLess:
    'Bei 100 % gibt es kein Budget. Versprechen Sie das nie: Kein System hält es, und niemand unterscheidet es von 99,999 %.',

  budget: (window) => `Fehlerbudget, ${window}`,
  dayOf: (day, days) => `Tag ${day} von ${days}`,
  spentShare: (spent, share) => `*${spent}* verbraucht, ${share}`,
  leftShare: (left, share) => `*${left}* übrig, ${share}`,
  policies: {
    none: 'Es gibt nichts auszugeben.',
    full: 'Volle Fahrt: Mehr als die Hälfte ist übrig.',
    canary: 'Nur mit Canary: Die Hälfte oder weniger ist übrig.',
    freeze: 'Keine riskanten Deploys: Weniger als ein Viertel ist übrig.',
    hard: 'Stopp: nur noch Arbeit an der Zuverlässigkeit.',
  },
  pace: (burnRate, day) => ` Es brennt mit ${burnRate}: In diesem Tempo ist es an Tag ${day} leer.`,
  lowTraffic: (burnRate, share) =>
    `Bei diesem Verkehr und Ziel brennt eine einzige gescheiterte Anfrage in einer Stunde mit ${burnRate} und kostet ${share} des Budgets. Längere Fenster helfen.`,

  allowedDowntime: 'Erlaubter Ausfall',
  periods: { day: 'am Tag', week: 'in der Woche', month: 'im Monat', quarter: 'im Quartal', year: 'im Jahr' },

  nines: 'Die Neunen',
  ninesColumns: ['Verfügbarkeit', 'im Monat', 'im Jahr', 'Wer dort wohnt'],
  examples: {
    90: 'Stapelläufe',
    95: 'Vorschauen',
    99: 'interne Werkzeuge',
    99.5: 'Verwaltung',
    99.9: 'die meisten Produkte',
    99.95: 'Cloud-Dienste',
    99.99: 'Zahlungen',
    99.999: 'Notrufe',
    99.9999: 'kaum jemand',
  },
  costOfANine: 'Jede weitere Neun kostet etwa das Zehnfache.',

  dependencies: 'Abhängigkeiten',
  noDependencies: 'Was lässt sich höchstens versprechen?',
  atBest: (best) => `Höchstens *${best}*.`,
  breaks: (name) => ` Allein an „${name}“ scheitert das Ziel.`,
  together: ' Zusammen lassen die Abhängigkeiten das Ziel scheitern.',
  service: 'Dienst',
  addDependency: '+ Datenbank 99.95',
  dependencySyntax: 'x2: zwei Kopien, von denen eine genügt. Alles, als fiele es unabhängig voneinander aus.',

  alerts: 'Burn-Rate-Alarme',
  canFire: (n, all) => `${n} von ${all} Regeln können feuern.`,
  alertColumns: ['Burn-Rate', 'Fenster', 'Fehler über', 'Budget verbraucht', 'Sieht einen Ausfall in'],
  severities: { page: 'Alarm', ticket: 'Ticket' },
  never: 'nie',
  neverFires: (factor, maximum) =>
    `Eine Regel bei ${factor} kann nie feuern: Wenn alles scheitert, brennt dieses Ziel mit ${maximum}.`,
  recent: (burnRate, lasts) => `Das brennt mit *${burnRate}*: Ein Budget reicht *${lasts}*.`,

  methods: 'Zählweisen',
  methodsSummary: 'Ein Ausfall, drei Budgets.',
  outage: (duration, hour) => `${duration} ab ${hour} Uhr`,

  indicators: { availability: 'Verfügbarkeit', latency: 'Latenz' },
  rules: 'Regeln zum Mitnehmen',
  rulesSummary: 'Prometheus, Sloth, OpenSLO',
};
