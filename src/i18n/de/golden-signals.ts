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
    'Erst *Abspielen*, dann den Dienst überlasten: Zuerst bewegt sich die Sättigung, dann die Latenz, dann die Fehler. Bei einem Ausfall kommen die Fehler zuerst.',
  blind: (range) =>
    `Ein Fenster von *${range}* enthält weniger als *zwei Abfragen*: rate() weiß nichts. Längeres Fenster wählen oder öfter abfragen.`,
  noData: (range) =>
    `*Keine Daten*: In den letzten ${range} wurde kein Prozess dieses Dienstes zweimal abgefragt. Ob jemand bedient wird, ist von hier aus *nicht bekannt*.`,
  idle: (range) => `*Keine Anfragen* in den letzten ${range}: Der Dienst hat nichts zu tun, also gibt es keine Latenz.`,
  unmeasured: 'In diesem Fenster ist keine Anfrage gelungen, also gibt es keine Latenz zu beurteilen.',
  healthy: (p99, objective) => `p99 liegt bei *${p99}*, im Ziel von ${objective}.`,
  busiest: (resource, full) => `Am vollsten (${resource}): *${full}*.`,
  saturated: (causes, p99) => `Sättigung: ${causes}. p99 liegt noch bei *${p99}*; bei mehr Last folgt die Latenz.`,
  recovering: (recent, recentP99, recentErrors, range, p99, errors) =>
    `*Erholt* in den letzten ${recent}: p99 *${recentP99}*, ${recentErrors} scheitern. Das Fenster von ${range} enthält noch, was vorher war: p99 ${p99}, ${errors} gescheitert.`,
  slow: (p99, times) => `p99 liegt bei *${p99}*, das ist ${times} das Ziel`,
  slowServed: (p99, times) => `p99 der erfolgreichen Anfragen liegt bei *${p99}*, das ist ${times} das Ziel`,
  failing: (share, cause) => `*${share}* der Anfragen scheitern (${cause})`,
  failingSlow: (share, cause, p99, times) =>
    `*${share}* der Anfragen scheitern (${cause}), und p99 der erfolgreichen liegt bei *${p99}*, das ist ${times} das Ziel`,
  failingOnly: (share, cause, p99) =>
    `*${share}* der Anfragen scheitern (${cause}), während p99 der erfolgreichen bei *${p99}* liegt, im Ziel`,
  failingFast: (half) =>
    `Die Hälfte der Fehler dauert weniger als ${half}: Ein schneller Fehler ist nicht schnell, er lässt nur die Latenz aller Anfragen besser aussehen.`,
  and: ', und ',
  fullWith: (full, waiting) => `${full} (*${waiting}* warten)`,
  queued: (waiting, resource) => `Anfragen stehen Schlange (${resource}: *${waiting}* warten)`,
  inUse: (resource, full) => `Auslastung (${resource}): *${full}*`,
  stale: 'Die neuesten Abfragen fehlen: Das ist, was vorher war.',
  wasFull: (resource) => `wer eben noch gewartet hat (${resource}), kommt erst jetzt heraus`,
  slowCalls: (to, p99) => `Aufrufe von *${to}* dauern bis zu *${p99}* (p99)`,
  failingCalls: (to, share) => `*${share}* der Aufrufe von *${to}* scheitern`,
  throws: 'der eigene Code wirft Ausnahmen: Was wurde *geändert*?',
  noneFound: 'hier ist nichts voll, und kein Aufruf erklärt es: Was wurde *geändert*?',
  fullnessUnknown: 'wie voll die Ressourcen sind, ist *nicht bekannt*, denn keine Abfrage sagt es',
  none: '–',
  atLeast: (value) => `≥ ${value}`,
  full: {
    cpu: 'die CPU ist voll',
    workers: 'alle Worker sind belegt',
    pool: 'der Verbindungspool ist erschöpft',
    memory: 'der Speicher ist voll',
  },

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
  kneeQueues:
    'Auslastung gegen mittlere Dauer. Punkte: gemessen, einer je Abfrage. Keine Linie der Theorie: Jede Instanz hat ihre eigene Schlange, und M/M/c ist eine einzige. Das Szenario „one-queue“ hat sie.',
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
