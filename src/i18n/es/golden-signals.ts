import type { GoldenSignalsText } from '../en/golden-signals.js';

export const goldenSignals: GoldenSignalsText = {
  heading: 'Latencia, tráfico, errores y saturación, en vivo',

  labels: {
    service: 'Servicio',
    latencyObjective: 'Objetivo de p99',
    errorObjective: 'Objetivo de errores',
    requests: 'Mostrar latencia de',
    scrapeSeconds: 'Scrape cada',
    rangeSeconds: 'Tasas sobre',
    mean: 'Poner la media junto a los percentiles',
    sessionRequests: 'Peticiones por sesión',
    boundary: 'Mover un límite a',
    open: 'Partes abiertas',
  },

  begin:
    'Pulsa *Reproducir* y sobrecarga el servicio: primero se mueve la saturación, luego la latencia, luego los errores. En una caída, los errores llegan primero.',
  blind: (range) =>
    `Una ventana de *${range}* contiene menos de *dos scrapes*: rate() no sabe nada. Alárgala, o haz scrape más a menudo.`,
  noData: (range) =>
    `*Sin datos*: en los últimos ${range} no hubo dos scrapes de ningún proceso de este servicio. Desde aquí *no se sabe* si se atiende a alguien.`,
  idle: (range) => `*Ninguna petición* en los últimos ${range}: el servicio está inactivo, así que no hay latencia.`,
  unmeasured: 'En esta ventana no tuvo éxito ninguna petición, así que no hay latencia que juzgar.',
  healthy: (p99, objective) => `El p99 es *${p99}*, dentro de su objetivo de ${objective}.`,
  busiest: (resource, full) => `Lo más lleno: ${resource}, *${full}*.`,
  saturated: (causes, p99) => `Saturación: ${causes}. El p99 aún es *${p99}*; con más carga, la latencia la sigue.`,
  recovering: (recent, recentP99, recentErrors, range, p99, errors) =>
    `*Recuperado* en los últimos ${recent}: p99 *${recentP99}*, falla el ${recentErrors}. La ventana de ${range} aún contiene lo anterior: p99 ${p99}, falló el ${errors}.`,
  slow: (p99, times) => `El p99 es *${p99}*, ${times} su objetivo`,
  slowServed: (p99, times) => `El p99 de las peticiones con éxito es *${p99}*, ${times} su objetivo`,
  failing: (share, cause) => `Falla el *${share}* de las peticiones (${cause})`,
  failingSlow: (share, cause, p99, times) =>
    `Falla el *${share}* de las peticiones (${cause}), y el p99 de las que tienen éxito es *${p99}*, ${times} su objetivo`,
  failingOnly: (share, cause, p99) =>
    `Falla el *${share}* de las peticiones (${cause}), mientras que el p99 de las que tienen éxito es *${p99}*, dentro de su objetivo`,
  failingFast: (half) =>
    `La mitad de los fallos tarda menos de ${half}: un fallo rápido no es rapidez, solo hace que la latencia de todas las peticiones parezca mejor.`,
  and: ', y ',
  fullWith: (full, waiting) => `${full} (esperan *${waiting}*)`,
  queued: (waiting, resource) => `las peticiones hacen cola (${resource}: esperan *${waiting}*)`,
  inUse: (resource, full) => `uso de ${resource}: *${full}*`,
  stale: 'Faltan los últimos scrapes: esto es lo que había antes.',
  wasFull: (resource) => `las peticiones que esperaban hace un momento (${resource}) aún están saliendo`,
  slowCalls: (to, p99) => `las llamadas a *${to}* tardan hasta *${p99}* (p99)`,
  failingCalls: (to, share) => `falla el *${share}* de las llamadas a *${to}*`,
  throws: 'su propio código lanza excepciones: mira *qué ha cambiado*',
  noneFound: 'aquí nada está lleno y ninguna llamada lo explica: mira *qué ha cambiado*',
  fullnessUnknown: '*no se sabe* lo llenos que están sus recursos, porque ningún scrape lo dice',
  none: '–',
  atLeast: (value) => `≥ ${value}`,
  full: {
    cpu: 'la CPU está llena',
    workers: 'todos los workers están ocupados',
    pool: 'el pool de conexiones está agotado',
    memory: 'la memoria está llena',
  },

  latency: 'Latencia',
  traffic: 'Tráfico',
  errors: 'Errores',
  saturation: 'Saturación',
  meanLine: 'media',
  requestsLine: 'peticiones',
  total: 'todos',
  objective: (value) => `objetivo ${value}`,
  budget: (value) => `objetivo ${value}`,
  watchFrom: (value) => `vigilar desde ${value}`,
  usualTraffic: (value) => `habitual ${value}`,
  perSecond: (n) => `${n}/s`,
  causes: {
    timeout: 'timeout',
    rejected: 'rechazada',
    dependency: 'dependencia fallida',
    exception: 'excepción',
    rate_limited: 'límite de tasa',
  },
  resources: {
    cpu: 'CPU',
    workers: 'workers',
    pool: 'conexiones',
    memory: 'memoria',
    disk: 'disco',
    network: 'red',
    queue: 'cola',
  },
  outcomes: { all: 'todas las peticiones', served: 'las correctas', failed: 'las fallidas' },

  retriesOn: 'Reintentar dos veces',
  retriesOff: 'Sin reintentos',
  shortTimeout: 'Timeout 1 s',

  knee: 'El codo',
  kneeSummary: (times) => `al 90 % de ocupación, una petición tarda *${times}* lo que al 0 %`,
  kneeUnknown: 'una petición tarda cada vez más, mucho antes del 100 % de ocupación',
  kneeLegend: (servers) =>
    `Tiempo ocupado frente a duración media. Línea: M/M/${servers}. Puntos: medido, uno por scrape.`,
  kneeQueues:
    'Ocupación frente a duración media. Puntos: medidos, uno por scrape. Sin línea teórica: cada instancia tiene su propia cola, y M/M/c es una sola. El escenario «one-queue» la tiene.',
  moreTraffic: 'Un quinto más de tráfico',

  average: 'La media miente',
  averageSummary: (share, n) => `en una sesión de ${n} peticiones, el *${share}* de los usuarios topa con el p99`,
  averageNow: (mean, p99, times) => `Ahora la media es *${mean}* y el p99 *${p99}*, ${times} la media.`,

  buckets: 'Buckets',
  bucketsSummary: 'un cuantil de un histograma es una estimación dentro de un bucket',
  bucketsNow: (exact, estimate, low, high) =>
    `El p99 exacto es *${exact}*. Los buckets dicen *${estimate}*, y podría ser cualquier cosa de ${low} a ${high}.`,
  bucketsLabel: 'Peticiones por duración, y los buckets en que caen',
  noRequests: 'Aún no se ha medido nada.',

  scraping: 'Scrapes y reinicios',
  scrapingSummary: 'un reinicio pone los contadores a 0, y rate() lo soporta',
  restart: 'Reiniciar el servicio',
  counter: 'http_server_request_duration_seconds_count',
  counterLine: 'contador',
  rateLine: 'rate()',

  data: 'Mostrar datos',
  dataSummary: 'lo mismo en números',
  time: 'Tiempo',
};
