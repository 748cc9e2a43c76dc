import type { AlertComparisonText } from '../en/alert-comparison.js';

export const alertComparison: AlertComparisonText = {
  heading: 'Eine Woche Rufbereitschaft, auf verschiedene Arten',
  labels: {
    week: 'Woche',
    seed: 'Startwert',
    objective: 'Ziel',
    strategies: 'Strategien',
    rule: 'Eigene Regel',
    scrapeSeconds: 'Abgefragt alle',
    evaluationSeconds: 'Ausgewertet alle',
    significant: 'Ein Vorfall zählt ab',
    weeks: 'Wochen',
    day: 'Tag',
    alert: 'Alarm',
  },
  weeks: {
    ordinary: 'Eine gewöhnliche',
    quiet: 'Nichts geschieht',
    slowBurn: '0,2 % scheitern drei Tage lang',
    shortOutage: 'Zwei Minuten Totalausfall',
    flapping: 'Ein Fehler kommt und geht',
    lowTraffic: 'Zehn Anfragen in der Stunde',
    gap: 'Eine Lücke in den Daten',
    deploys: 'Zwei Deploys am Tag',
    memoryLeak: 'Ein Speicherleck',
    nightOutage: 'Ein Ausfall in der Nacht',
    weeklyPeak: 'Der wöchentliche Andrang',
    retryStorm: 'Ein Sturm von Wiederholungen',
    partialRegion: 'Eine halbe Region fällt aus',
    noisyNeighbour: 'Ein lauter Nachbar',
  },
  days: {
    monday: 'Mo',
    tuesday: 'Di',
    wednesday: 'Mi',
    thursday: 'Do',
    friday: 'Fr',
    saturday: 'Sa',
    sunday: 'So',
  },
  wholeWeek: 'Woche',
  simulating: 'Eine Woche wird simuliert, Sekunde für Sekunde …',

  inWeek: 'Dieselbe Woche',
  onDay: (day) => `Derselbe Tag (${day})`,
  calmDay: (day) => `Am ${day} geschieht nichts, was einen Anruf wert wäre, und *niemand wird gerufen*.`,
  compared: (when, bad, badDeeds, good, goodDeeds) => `${when}: *${bad}* ${badDeeds}; *${good}* ${goodDeeds}.`,
  single: (when, name, deeds) => `${when}: *${name}* ${deeds}.`,
  sleeps: 'In dieser Woche geschieht nichts, was einen Anruf wert wäre, und *niemand wird gerufen*.',
  named: {
    cause: 'der Alarm auf Ursachen',
    symptom: 'der Alarm auf ein Symptom',
    approach1: 'der Alarm auf das Fehlerbudget (Ansatz 1)',
    approach2: 'der Alarm auf das Fehlerbudget (Ansatz 2)',
    approach3: 'der Alarm auf das Fehlerbudget (Ansatz 3)',
    approach4: 'der Alarm auf das Fehlerbudget (Ansatz 4)',
    approach5: 'der Alarm auf das Fehlerbudget (Ansatz 5)',
    approach6: 'der Alarm auf das Fehlerbudget (Ansatz 6)',
    own: 'die eigene Regel',
  },
  deeds: (pages, tickets, vain, early, missed, all) => {
    const counts = [
      pages === 0 ? '' : pages === 1 ? '*1* Anruf' : `*${pages}* Anrufe`,
      tickets === 0 ? '' : tickets === 1 ? '*1* Ticket' : `*${tickets}* Tickets`,
    ];
    const raised = pages + tickets === 0 ? 'schweigt' : `bringt ${counts.filter(Boolean).join(' und ')}`;
    const tooEarly = early === 0 ? '' : ` (*${early}* vor jedem Schaden)`;
    const inVain = vain === 0 ? '' : vain === pages + tickets ? ' vergeblich' : ` (*${vain}* davon vergeblich)`;
    const misses =
      missed === 0
        ? ' und übersieht nichts'
        : all === 1
          ? ' und übersieht den Vorfall'
          : ` und übersieht *${missed}* von ${all} Vorfällen`;
    return raised + tooEarly + inVain + (all === 0 ? '' : misses);
  },

  truth: 'Was wahr war',
  pages: 'Anrufe',
  inVain: (n) => `${n} vergeblich`,
  tickets: (n) => (n === 1 ? '1 Ticket' : `${n} Tickets`),
  truthSummary: (n, small) =>
    (n === 1 ? '1 Vorfall' : `${n} Vorfälle`) + (small === 0 ? '' : `, ${small} zu klein, um zu zählen`),
  strategies: {
    cause: { name: 'Ursachen', rule: 'CPU, Speicher > 90 %; Schlange > 100' },
    symptom: { name: 'Symptom', rule: 'Fehler > 1 %, 5 min lang' },
    approach1: { name: 'Workbook 1', rule: 'Fehler in 10 min ≥ das Erlaubte' },
    approach2: { name: 'Workbook 2', rule: 'Fehler in 36 h > das Erlaubte' },
    approach3: { name: 'Workbook 3', rule: 'Fehler in 1 min > das Erlaubte, 1 h lang' },
    approach4: { name: 'Workbook 4', rule: '36x in 1 h' },
    approach5: { name: 'Workbook 5', rule: '14,4x in 1 h oder 6x in 6 h' },
    approach6: { name: 'Workbook 6', rule: '14,4x in 1 h oder 6x in 6 h, und noch im Gange' },
    own: { name: 'Eigene Regel', rule: '' },
  },
  laneSummary: (pages, tickets) =>
    (pages === 1 ? '1 Anruf' : `${pages} Anrufe`) +
    (tickets === 0 ? '' : tickets === 1 ? ', 1 Ticket' : `, ${tickets} Tickets`),
  alertOf: (index, count, what) => `${index} von ${count}: ${what}`,
  time: (day, clock) => `${day} ${clock}`,
  legend: {
    page: 'ein Anruf wegen eines Vorfalls',
    ticket: 'ein Ticket',
    false: 'vergeblich',
    early: 'vor jedem Schaden',
    firing: 'schlägt an',
    pending: 'wartet ab',
    incident: 'ein Vorfall',
    missed: 'übersehen',
    night: 'Nacht',
    blind: 'keine Daten',
  },
  lanesNote:
    'Auch Workbook 1 bis 6 sind Alarme auf Symptome: Sie fragen, wie schnell gescheiterte Anfragen das Fehlerbudget verbrauchen. Symptom und Workbook 6 rufen auch an, wenn die Metriken fehlen.',
  pick: 'Einen Alarm wählen, oder einen Tag.',
  lanes: 'Die Woche, eine Bahn je Strategie',

  kinds: {
    deploy: 'ein Deploy',
    backup: 'eine Sicherung',
    cache: 'ein voller Seitenpuffer',
    peak: 'ein Andrang von Besuchern',
    blip: 'ein Schluckauf des Netzes',
    badRelease: 'ein fehlerhaftes Release',
    dependency: 'ein Dienst, der ab und zu versagt',
    outage: 'ein Ausfall',
    region: 'der Verlust einer halben Region',
    flapping: 'ein Fehler, der kommt und geht',
    neighbour: 'ein lauter Nachbar',
    leak: 'ein Speicherleck',
    retryStorm: 'ein Sturm von Wiederholungen',
    gap: 'eine Lücke in den Metriken',
  },
  paged: (rule, when, lasted) => `*${rule}* ruft am *${when}* an und schlägt ${lasted} lang an.`,
  ticketed: (rule, when, lasted) => `*${rule}* eröffnet am *${when}* ein Ticket und schlägt ${lasted} lang an.`,
  seen: 'Was zu sehen war',
  wasTrue: 'Was wahr war',
  onCall: 'Was die Rufbereitschaft tat',
  metrics: {
    errors: 'Fehler',
    system_cpu_utilization_ratio: 'CPU',
    system_memory_utilization_ratio: 'Speicher',
    http_server_waiting_requests: 'Warteschlange',
  },
  over: (metric, window) => `${metric} in ${window}`,
  reading: (what, value, threshold) => `${what}: *${value}*, über ${threshold}.`,
  readingAtLeast: (what, value, threshold) => `${what}: *${value}*, mindestens ${threshold}.`,
  noMetrics: 'Seit *5 min* keine Metriken.',
  pendingFor: (duration) => ` Abgewartet wurde ${duration} lang.`,
  incidentTrue: (kind, began, hurt, budget) =>
    `${kind}, begonnen ${began} davor. Insgesamt traf es *${hurt}* Anfragen, ${budget} des Monatsbudgets.`,
  earlyTrue: (kind, ahead, hurt, budget) =>
    `${kind}: ${ahead} später scheiterten dadurch *${hurt}* Anfragen, ${budget} des Monatsbudgets.`,
  cutShort: (before) => ` Der Alarm endete ${before} vor dem Vorfall, weil Daten fehlten.`,
  minorTrue: (kind, hurt, budget) =>
    `${kind} ließ ${hurt} Anfragen scheitern, *${budget}* des Monatsbudgets: niemandes Schlaf wert.`,
  harmlessTrue: (kind) => `${kind}, und niemand kam zu Schaden.`,
  nothingTrue: 'Nichts war geschehen: Ein paar Anfragen scheitern in jeder Woche.',
  lateTrue: (kind, late) => `${kind} war ${late} zuvor zu Ende gegangen.`,
  laterTrue: (kind, later) => ` ${later} später begann ${kind}.`,
  actedInTime: (hurt, left) =>
    `Kam rechtzeitig: ${hurt} Anfragen hatte es schon getroffen, *${left}* des Schadens standen noch bevor.`,
  actedEarly: 'Kam vor jedem Schaden: Ein Neustart zur rechten Zeit hätte alle verschont.',
  over99: (share) => `mehr als ${share}`,
  actedLate: (late) => `Kam ${late} nach dem Ende: Zu retten war nichts mehr.`,
  wokenInVain: 'Wurde geweckt, fand nichts zu reparieren und lag wach.',
  calledInVain: 'Ließ die Arbeit liegen, fand nichts zu reparieren und traut dem nächsten Anruf weniger.',
  readTicket: (left) => `Las es am Morgen; *${left}* des Schadens standen noch bevor, als es eröffnet wurde.`,
  ticketInVain: 'Las das Ticket, fand nichts und schloss es.',
  noAlertChosen: 'Keine der gezeigten Strategien meldet etwas in dieser Woche.',

  table: 'Die Woche in Zahlen',
  tableSummary: 'Genauigkeit, Trefferquote, Zeit bis zum Alarm: berechnet aus der Wahrheit.',
  columns: [
    'Strategie',
    'Anrufe',
    'nachts',
    'Tickets',
    'vergeblich',
    'früh',
    'übersehen',
    'Genauigkeit',
    'Trefferquote',
    'meldet nach',
    'endet nach',
    'endet zu früh',
    'Budget davor',
    'gute Woche',
  ],
  incidentColumns: ['Vorfall', 'Beginn', 'Dauer', 'Getroffene Anfragen', 'Budget', 'Zählt'],
  yes: 'ja',
  no: 'nein',

  many: 'Hundert Wochen',
  manySummary: (weeks) => `War es Glück? Dieselbe Art Woche, ${weeks}-mal.`,
  simulate: (weeks) => `${weeks} Wochen simulieren`,
  stop: 'Anhalten',
  progress: (done, all) => `${done} von ${all} Wochen`,
  manyColumn: 'Mittelwerte mit ihren 95-%-Intervallen',
  margin: (mean, margin) => `${mean} ± ${margin}`,

  ruleTitle: 'Eigene Regel',
  ruleSummary: 'Eine schreiben, und sie in einer eigenen Bahn sehen.',
  ruleSyntax:
    'errors, cpu, memory, queue; [5m] ist ein Fenster; %, oder x für eine Burn-Rate; and, or, ( ); for 5m; keep 10m.',
  ruleProblem: (column, found, reason) =>
    found === ''
      ? `Eigene Regel, Spalte ${column}, am Ende: ${reason}`
      : `Eigene Regel, Spalte ${column}, bei „${found}“: ${reason}`,
  ruleReasons: {
    metric: 'Hier muss errors, cpu, memory oder queue stehen.',
    window: 'errors braucht ein Fenster, etwa [5m].',
    duration: 'Hier muss eine Dauer stehen, etwa 5m oder 1h30m.',
    minutes: 'Ein Fenster hat ganze Minuten, und eine Dauer höchstens 30 Tage.',
    comparison: 'Hier muss > oder >= stehen.',
    threshold: 'Hier muss eine Zahl stehen, etwa 1%, 0.01 oder 14.4x.',
    burnRate: 'Nur errors hat eine Burn-Rate; hier steht eine Zahl oder ein Prozentsatz.',
    share: 'Das kann nie anschlagen, denn cpu und memory sind Anteile bis 1: Schreiben Sie 50% oder 0.5.',
    queue: 'Das kann nie anschlagen, denn die Schlange fasst höchstens 1.350 Anfragen.',
    never: 'Das kann nie anschlagen, denn mehr als alle Anfragen können nicht scheitern.',
    closing: 'Eine Klammer ist hier nicht geschlossen.',
    end: 'Hier kann nur noch and, or, for 5m oder keep 5m folgen.',
    depth: 'Zu viele Klammern stehen ineinander.',
    length: '400 Zeichen sind genug für eine Regel.',
  },
  tryRule: 'Oder beginnen mit',

  files: 'Regeln zum Mitnehmen',
  filesSummary: 'Für Prometheus, mit einem Test, der zu denselben Minuten anschlägt.',
  fileNames: { rules: 'Regeln', test: 'Test' },
  more: 'Auswertung und Urteil',
  moreSummary: 'Intervalle, und was als wahr gilt.',
  definitions: {
    significant:
      'Ein Vorfall zählt, wenn er mindestens den Anteil oben von dem verbraucht, was das Ziel in 30 Tagen erlaubt.',
    true: 'Ein Alarm ist wahr, wenn er während eines Vorfalls, der zählt, anzuschlagen beginnt oder bis 10 min danach; sonst ist er vergeblich.',
    precision:
      'Genauigkeit: wahre Alarme unter allen Alarmen. Trefferquote: Vorfälle mit einem wahren Alarm unter allen, die zählen.',
    detect:
      'Meldet nach: vom Beginn eines Vorfalls bis zu seinem ersten Alarm. Budget davor: was er bis dahin gekostet hatte.',
    reset:
      'Endet nach: vom Ende eines Vorfalls, bis sein letzter Alarm aufhört. Einer, der endet, während sein Vorfall weitergeht, etwa weil Daten fehlen, endet zu früh.',
    early: 'Früh: ein Anruf wegen des Speichers, bevor ein Leck den Dienst abstürzen lässt; er ist richtig.',
    good: 'Gute Woche: zwei Anrufe oder weniger, die mindestens die Hälfte der Vorfälle finden. Nacht ist von 22:00 bis 7:00.',
  },
  footer: (seed) => `Startwert ${seed}: dieselbe Woche für jede Strategie.`,
};
