import type { SloCalculatorText } from '../en/slo-calculator.js';

export const sloCalculator: SloCalculatorText = {
  heading: '¿Cuánto fallo permite un objetivo?',
  labels: {
    objective: 'Objetivo',
    window: 'Ventana',
    requestsPerSecond: 'Peticiones',
    spent: 'Fallos hasta ahora',
    spentUnit: 'en',
    elapsedDays: 'Día',
    recentMinutes: 'Caída en la última hora',
    dependencies: 'Depende de',
    calendar: 'Un mes tiene',
    outageHour: 'Empieza a las',
    outageFailing: 'Peticiones que fallan',
    rulesFormat: 'Formato',
    timeZone: 'Zona horaria',
    indicator: 'Reglas para',
    latencySeconds: 'Bien hasta',
  },
  perSecond: '/s',
  minutes: 'min',
  spentUnits: { minutes: 'minutos de caída', requests: 'peticiones fallidas' },
  days: (n) => (n === '1' ? '1 día' : `${n} días`),
  calendars: { plain: '30 días, un año 365', gregorian: '30,44 días, un año 365,24' },
  convention: 'Las tablas publicadas mezclan ambas cosas.',

  allowance: (objective, downtime, window) =>
    `Con *${objective}* te puedes permitir *${downtime}* de caída en ${window}`,
  requests: (n) => `, o *${n}* peticiones fallidas.`,
  left: (spent, left, rest) => `. Van ${spent}; quedan *${left}* para el resto (${rest}).`,
  kept: (spent, left) => `. Fueron ${spent}; al final sobraron *${left}*.`,
  exactlySpent: (spent) => `. Van ${spent}, todo el presupuesto: quedan *0 s* y el objetivo se cumple por los pelos.`,
  failedRequests: (n) => (n === '1' ? '1 petición fallida' : `${n} peticiones fallidas`),
  moreThanTime: (spent, elapsed) =>
    `${spent} de caída no caben en ${elapsed}. No se cuenta ningún fallo: corrige este número o el día.`,
  beyondWindow: (day, days) =>
    `El día ${day} queda después del final de la ventana. Se usa el último de sus ${days} días.`,
  overspent: (spent, over) => `. Van ${spent}, *${over}* de más: el objetivo no se cumple.`,
  nothingMayFail:
    'Con *100 %* nada puede fallar jamás: ni un despliegue, ni una reparación, ni un mal segundo de la red.',
  promiseLess:
    'Al 100 % no hay presupuesto. No lo prometas nunca: ningún sistema lo cumple y ningún usuario lo distingue del 99,999 %.',

  budget: (window) => `Presupuesto de errores, ${window}`,
  dayOf: (day, days) => `día ${day} de ${days}`,
  spentShare: (spent, share) => `gastado: *${spent}*, ${share}`,
  leftShare: (left, share) => `queda: *${left}*, ${share}`,
  policies: {
    none: 'No hay nada que gastar.',
    full: 'A toda marcha: queda más de la mitad.',
    canary: 'Solo con canary: queda la mitad o menos.',
    freeze: 'Sin despliegues arriesgados: queda menos de un cuarto.',
    hard: 'Congelación total: solo trabajo de fiabilidad.',
  },
  pace: (burnRate, day) => ` Se consume a ${burnRate}: a este ritmo se agota el día ${day}.`,
  lowTraffic: (burnRate, share) =>
    `Con este tráfico y este objetivo, una sola petición fallida en una hora consume a ${burnRate} y gasta el ${share} del presupuesto. Alerta sobre ventanas más largas.`,

  allowedDowntime: 'Inactividad permitida',
  periods: { day: 'al día', week: 'a la semana', month: 'al mes', quarter: 'al trimestre', year: 'al año' },

  nines: 'Los nueves',
  ninesColumns: ['Disponibilidad', 'al mes', 'al año', 'Quién vive ahí'],
  examples: {
    90: 'procesos batch',
    95: 'betas',
    99: 'uso interno',
    99.5: 'back office',
    99.9: 'la mayoría de los productos',
    99.95: 'servicios en la nube',
    99.99: 'pagos',
    99.999: 'llamadas de emergencia',
    99.9999: 'casi nadie',
  },
  costOfANine: 'Cada nueve más cuesta unas diez veces más.',

  dependencies: 'Dependencias',
  noDependencies: '¿Qué se puede prometer como mucho?',
  atBest: (best) => `*${best}* como mucho.`,
  breaks: (name) => ` Basta «${name}» para incumplir el objetivo.`,
  together: ' Juntas, las dependencias hacen incumplir el objetivo.',
  service: 'servicio',
  addDependency: '+ caché 99.95',
  dependencySyntax: 'x2: dos copias, de las que basta una. Todo como si fallara de forma independiente.',

  alerts: 'Alertas de burn rate',
  canFire: (n, all) => `${n} de ${all} reglas ${n === '1' ? 'puede' : 'pueden'} dispararse.`,
  alertColumns: ['Burn rate', 'Ventanas', 'Errores sobre', 'Ya gastado', 'Ve una caída en'],
  severities: { page: 'aviso', ticket: 'ticket' },
  never: 'nunca',
  neverFires: (factor, maximum) =>
    `Una regla a ${factor} no puede dispararse nunca: cuando todo falla, este objetivo se consume a ${maximum}.`,
  recent: (burnRate, lasts) => `Es una tasa de consumo (burn rate) de *${burnRate}*: un presupuesto dura *${lasts}*.`,

  methods: 'Formas de contar',
  methodsSummary: 'Una caída, tres presupuestos.',
  outage: (duration, hour) => `${duration} desde las ${hour}:00`,

  indicators: { availability: 'disponibilidad', latency: 'latencia' },
  rules: 'Reglas para llevar',
  rulesSummary: 'Prometheus, Sloth, OpenSLO',
};
