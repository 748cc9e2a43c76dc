import type { GoldenSignalsText } from '../en/golden-signals.js';

export const goldenSignals: GoldenSignalsText = {
  heading: 'Latenz, Verkehr, Fehler, Sättigung, live',

  labels: {
    service: 'Dienst',
    latencyObjective: 'Ziel für p99',
    errorObjective: 'Ziel für Fehler',
    requests: 'Latenz zeigen von',
    scrapeSeconds: 'Abgefragt alle',
    rangeSeconds: 'Raten über',
    mean: 'Den Mittelwert neben die Perzentile legen',
    sessionRequests: 'Anfragen je Sitzung',
    boundary: 'Eine Grenze verschieben auf',
    open: 'Offene Teile',
  },

  begin:
    'Erst *Abspielen*, dann den Dienst stören: Die Sättigung geht voran, die Latenz folgt, die Fehler kommen zuletzt.',
  blind: (range) =>
    `Ein Fenster von *${range}* enthält weniger als *zwei Abfragen*: rate() weiß nichts. Längeres Fenster wählen oder öfter abfragen.`,
  healthy: (p99, objective, resource, full) =>
    `p99 liegt bei *${p99}*, im Ziel von ${objective}. Am vollsten (${resource}): *${full}*.`,
  saturated: (resource, full, p99) =>
    `${resource} zu *${full}* voll, und p99 noch bei *${p99}*. Die Sättigung geht voran: Als Nächstes kommt die Latenz.`,
  strained: (p99, times, resource, full) =>
    `p99 liegt bei *${p99}*, das ist ${times} das Ziel: Bei *${full}* Auslastung (${resource}) bilden sich Schlangen.`,
  slow: (p99, times, full, waiting) =>
    `p99 liegt bei *${p99}*, das ist ${times} das Ziel: ${full}, und *${waiting}* warten.`,
  slowElsewhere: (p99, times) =>
    `p99 liegt bei *${p99}*, das ist ${times} das Ziel, doch hier ist nichts voll: Gewartet wird auf *etwas, das aufgerufen wird*.`,
  failing: (share, cause, p99, full) =>
    `*${share}* der Anfragen scheitern (${cause}), p99 liegt bei *${p99}*: ${full}.`,
  failingElsewhere: (share, cause, p99) =>
    `*${share}* der Anfragen scheitern (${cause}), p99 liegt bei *${p99}*, und hier ist nichts voll: Was wurde *geändert*, was wird aufgerufen?`,
  full: {
    cpu: 'die CPU ist voll',
    workers: 'alle Worker sind belegt',
    pool: 'der Verbindungspool ist erschöpft',
    memory: 'der Speicher ist voll',
  },
  silent: 'Niemand wird bedient: Es gibt *keine Anfrage* zu messen.',

  latency: 'Latenz',
  traffic: 'Verkehr',
  errors: 'Fehler',
  saturation: 'Sättigung',
  meanLine: 'Mittel',
  requestsLine: 'Anfragen',
  total: 'alle',
  objective: (value) => `Ziel ${value}`,
  budget: (value) => `Ziel ${value}`,
  watchFrom: (value) => `beobachten ab ${value}`,
  usualTraffic: (value) => `üblich ${value}`,
  perSecond: (n) => `${n}/s`,
  causes: {
    timeout: 'Zeitüberschreitung',
    rejected: 'abgewiesen',
    dependency: 'Abhängigkeit',
    exception: 'Ausnahme',
    rate_limited: 'Ratenbegrenzung',
  },
  resources: {
    cpu: 'CPU',
    workers: 'Worker',
    pool: 'Verbindungspool',
    memory: 'Speicher',
    disk: 'Platte',
    network: 'Netz',
    queue: 'Schlange',
  },
  outcomes: { all: 'allen Anfragen', served: 'erfolgreichen', failed: 'gescheiterten' },

  retriesOn: 'Zweimal wiederholen',
  retriesOff: 'Nicht wiederholen',
  shortTimeout: 'Frist 1 s',

  knee: 'Das Knie',
  kneeSummary: (times) => `zu 90 % belegt dauert eine Anfrage *${times}* so lange wie bei 0 %`,
  kneeUnknown: 'eine Anfrage dauert immer länger, lange vor 100 %',
  kneeLegend: (servers) =>
    `Belegter Anteil der Zeit gegen mittlere Dauer. Linie: M/M/${servers}. Punkte: gemessen, einer je Abfrage.`,
  moreTraffic: 'Ein Fünftel mehr Verkehr',

  average: 'Der Mittelwert lügt',
  averageSummary: (share, n) => `in einer Sitzung mit ${n} Anfragen treffen *${share}* der Leute auf das p99`,
  averageNow: (mean, p99, times) => `Gerade liegt das Mittel bei *${mean}* und p99 bei *${p99}*: ${times} so lang.`,

  buckets: 'Eimer',
  bucketsSummary: 'ein Quantil aus einem Histogramm ist geraten, auf einen Eimer genau',
  bucketsNow: (exact, estimate, low, high) =>
    `Genau liegt p99 bei *${exact}*. Die Eimer sagen *${estimate}* und können alles von ${low} bis ${high} meinen.`,
  bucketsLabel: 'Anfragen nach Dauer, und die Eimer, in die sie fallen',
  noRequests: 'Noch wurde nichts gemessen.',

  scraping: 'Abfragen und Neustarts',
  scrapingSummary: 'ein Neustart setzt Zähler auf 0, und rate() übersteht es',
  restart: 'Den Dienst neu starten',
  counter: 'http_server_request_duration_seconds_count',
  counterLine: 'Zähler',
  rateLine: 'rate()',

  data: 'Daten zeigen',
  dataSummary: 'dasselbe in Zahlen',
  time: 'Zeit',
};
