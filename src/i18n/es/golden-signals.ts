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
    'Pulsa *Reproducir* y perturba el servicio: la saturación va delante, la latencia la sigue, los errores llegan al final.',
  blind: (range) =>
    `Una ventana de *${range}* contiene menos de *dos scrapes*: rate() no sabe nada. Alárgala, o haz scrape más a menudo.`,
  healthy: (p99, objective, resource, full) =>
    `El p99 es *${p99}*, dentro de su objetivo de ${objective}. Lo más lleno: ${resource}, *${full}*.`,
  saturated: (resource, full, p99) =>
    `Uso de ${resource}: *${full}*, y el p99 aún es *${p99}*. La saturación va delante: lo siguiente es la latencia.`,
  strained: (p99, times, resource, full) =>
    `El p99 es *${p99}*, ${times} su objetivo: con un uso de ${resource} del *${full}*, las peticiones hacen cola.`,
  slow: (p99, times, full, waiting) => `El p99 es *${p99}*, ${times} su objetivo: ${full}, y esperan *${waiting}*.`,
  slowElsewhere: (p99, times) =>
    `El p99 es *${p99}*, ${times} su objetivo, y sin embargo aquí nada está lleno: espera a *algo a lo que llama*.`,
  failing: (share, cause, p99, full) =>
    `Falla el *${share}* de las peticiones (${cause}), y el p99 es *${p99}*: ${full}.`,
  failingElsewhere: (share, cause, p99) =>
    `Falla el *${share}* de las peticiones (${cause}), el p99 es *${p99}*, y aquí nada está lleno: mira *qué ha cambiado* y a qué llama.`,
  full: {
    cpu: 'la CPU está llena',
    workers: 'todos los workers están ocupados',
    pool: 'el pool de conexiones está agotado',
    memory: 'la memoria está llena',
  },
  silent: 'No se atiende a nadie: *no hay ninguna petición* que medir.',

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
