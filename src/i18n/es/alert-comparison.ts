import type { AlertComparisonText } from '../en/alert-comparison.js';

export const alertComparison: AlertComparisonText = {
  heading: 'Una semana de guardia, de varias maneras',
  labels: {
    week: 'Semana',
    seed: 'Semilla',
    objective: 'Objetivo',
    strategies: 'Estrategias',
    rule: 'Tu regla',
    scrapeSeconds: 'Scrape cada',
    evaluationSeconds: 'Se evalúa cada',
    significant: 'Un incidente cuenta desde',
    weeks: 'Semanas',
    day: 'Día',
    alert: 'Alerta',
  },
  weeks: {
    ordinary: 'Una corriente',
    quiet: 'No pasa nada',
    slowBurn: 'El 0,2 % falla durante tres días',
    shortOutage: 'Dos minutos de caída total',
    flapping: 'Un fallo que va y viene',
    lowTraffic: 'Diez peticiones por hora',
    gap: 'Un hueco en los datos',
    deploys: 'Dos despliegues al día',
    memoryLeak: 'Una fuga de memoria',
    nightOutage: 'Una caída de noche',
    weeklyPeak: 'El pico semanal',
    retryStorm: 'Una tormenta de reintentos',
    partialRegion: 'Se pierde media región',
    noisyNeighbour: 'Un vecino ruidoso',
  },
  days: {
    monday: 'lun',
    tuesday: 'mar',
    wednesday: 'mié',
    thursday: 'jue',
    friday: 'vie',
    saturday: 'sáb',
    sunday: 'dom',
  },
  wholeWeek: 'Semana',
  simulating: 'Se simula una semana, segundo a segundo …',

  inWeek: 'En la misma semana',
  onDay: (day) => `El mismo día (${day})`,
  calmDay: (day) => `Ese día (${day}) no ocurre nada que merezca un aviso, y *no se avisa a nadie*.`,
  compared: (when, bad, badDeeds, good, goodDeeds) => `${when}, *${bad}* ${badDeeds}; *${good}* ${goodDeeds}.`,
  single: (when, name, deeds) => `${when}, *${name}* ${deeds}.`,
  sleeps: 'En esta semana no ocurre nada que merezca un aviso, y *no se avisa a nadie*.',
  named: {
    cause: 'alertar por causas',
    symptom: 'alertar por un síntoma',
    approach1: 'alertar por el presupuesto de errores (enfoque 1)',
    approach2: 'alertar por el presupuesto de errores (enfoque 2)',
    approach3: 'alertar por el presupuesto de errores (enfoque 3)',
    approach4: 'alertar por el presupuesto de errores (enfoque 4)',
    approach5: 'alertar por el presupuesto de errores (enfoque 5)',
    approach6: 'alertar por el presupuesto de errores (enfoque 6)',
    own: 'tu regla',
  },
  deeds: (pages, tickets, vain, early, missed, all) => {
    const counts = [
      pages === 0 ? '' : pages === 1 ? '*1* aviso' : `*${pages}* avisos`,
      tickets === 0 ? '' : tickets === 1 ? '*1* ticket' : `*${tickets}* tickets`,
    ];
    const raised = pages + tickets === 0 ? 'no dice nada' : `lanza ${counts.filter(Boolean).join(' y ')}`;
    const tooEarly = early === 0 ? '' : ` (*${early}* antes de cualquier daño)`;
    const inVain = vain === 0 ? '' : vain === pages + tickets ? ' en vano' : `, *${vain}* en vano,`;
    const misses =
      missed === 0
        ? ' y no pasa nada por alto'
        : all === 1
          ? ' y pasa por alto el incidente'
          : ` y pasa por alto *${missed}* de ${all} incidentes`;
    return raised + tooEarly + (all === 0 ? inVain.replace(/,$/, '') : inVain + misses);
  },

  truth: 'Lo que era verdad',
  pages: 'Avisos',
  inVain: (n) => `${n} en vano`,
  tickets: (n) => (n === 1 ? '1 ticket' : `${n} tickets`),
  truthSummary: (n, small) =>
    (n === 1 ? '1 incidente' : `${n} incidentes`) + (small === 0 ? '' : `, ${small} demasiado leves para contar`),
  strategies: {
    cause: { name: 'Causas', rule: 'CPU, memoria > 90 %; cola > 100' },
    symptom: { name: 'Síntoma', rule: 'errores > 1 % durante 5 min' },
    approach1: { name: 'Workbook 1', rule: 'errores en 10 min ≥ lo permitido' },
    approach2: { name: 'Workbook 2', rule: 'errores en 36 h > lo permitido' },
    approach3: { name: 'Workbook 3', rule: 'errores en 1 min > lo permitido, durante 1 h' },
    approach4: { name: 'Workbook 4', rule: '36× en 1 h' },
    approach5: { name: 'Workbook 5', rule: '14,4× en 1 h o 6× en 6 h' },
    approach6: { name: 'Workbook 6', rule: '14,4× en 1 h o 6× en 6 h, y aún en curso' },
    own: { name: 'Tu regla', rule: '' },
  },
  laneSummary: (pages, tickets) =>
    (pages === 1 ? '1 aviso' : `${pages} avisos`) +
    (tickets === 0 ? '' : tickets === 1 ? ', 1 ticket' : `, ${tickets} tickets`),
  alertOf: (index, count, what) => `${index} de ${count}: ${what}`,
  time: (day, clock) => `${day} ${clock}`,
  legend: {
    page: 'un aviso por un incidente',
    ticket: 'un ticket',
    false: 'en vano',
    early: 'antes de cualquier daño',
    firing: 'activa',
    pending: 'pendiente',
    incident: 'un incidente',
    missed: 'pasado por alto',
    night: 'noche',
    blind: 'sin datos',
  },
  lanesNote:
    'Workbook 1 a 6 también son alertas por síntomas: preguntan a qué ritmo las peticiones fallidas consumen el presupuesto de errores. Síntoma y Workbook 6 avisan además cuando faltan las métricas.',
  pick: 'Elige una alerta, o un día.',
  lanes: 'La semana, un carril por estrategia',

  kinds: {
    deploy: 'un despliegue',
    backup: 'una copia de seguridad',
    cache: 'una caché de páginas llena',
    peak: 'un pico de visitas',
    blip: 'un hipo de la red',
    badRelease: 'una versión defectuosa',
    dependency: 'una dependencia que falla de vez en cuando',
    outage: 'una caída',
    region: 'la pérdida de media región',
    flapping: 'un fallo que va y viene',
    neighbour: 'un vecino ruidoso',
    leak: 'una fuga de memoria',
    retryStorm: 'una tormenta de reintentos',
    gap: 'un hueco en las métricas',
  },
  paged: (rule, when, lasted) => `*${rule}* avisa a la guardia (*${when}*) y sigue activa ${lasted}.`,
  ticketed: (rule, when, lasted) => `*${rule}* abre un ticket (*${when}*) y sigue activa ${lasted}.`,
  seen: 'Lo que se vio',
  wasTrue: 'Lo que era verdad',
  onCall: 'Lo que hizo la guardia',
  metrics: {
    errors: 'Errores',
    system_cpu_utilization_ratio: 'CPU',
    system_memory_utilization_ratio: 'Memoria',
    http_server_waiting_requests: 'Cola',
  },
  over: (metric, window) => `${metric} en ${window}`,
  reading: (what, value, threshold) => `${what}: *${value}*, por encima de ${threshold}.`,
  readingAtLeast: (what, value, threshold) => `${what}: *${value}*, al menos ${threshold}.`,
  noMetrics: 'Sin métricas desde hace *5 min*.',
  pendingFor: (duration) => ` Llevaba pendiente ${duration}.`,
  incidentTrue: (kind, began, hurt, budget) =>
    `${kind}, que había empezado ${began} antes. En total afectó a *${hurt}* peticiones, ${budget} del presupuesto del mes.`,
  earlyTrue: (kind, ahead, hurt, budget) =>
    `${kind}: ${ahead} después hizo fallar *${hurt}* peticiones, ${budget} del presupuesto del mes.`,
  cutShort: (before) => ` La alerta se resolvió ${before} antes del final del incidente, porque faltaban datos.`,
  minorTrue: (kind, hurt, budget) =>
    `${kind} hizo fallar ${hurt} peticiones, *${budget}* del presupuesto del mes: no vale el sueño de nadie.`,
  harmlessTrue: (kind) => `${kind}, y nadie salió perjudicado.`,
  nothingTrue: 'No había pasado nada: unas pocas peticiones fallan en cualquier semana.',
  lateTrue: (kind, late) => `${kind} había terminado ${late} antes.`,
  laterTrue: (kind, later) => ` ${kind} empezó ${later} después.`,
  actedInTime: (hurt, left) =>
    `Llegó a tiempo: ya había ${hurt} peticiones afectadas, pero el *${left}* del daño aún estaba por venir.`,
  actedEarly: 'Llegó antes de cualquier daño: con un reinicio a tiempo, nadie se habría visto afectado.',
  over99: (share) => `más del ${share}`,
  actedLate: (late) => `Llegó ${late} después del final: ya no quedaba nada que salvar.`,
  wokenInVain: 'Se despertó, no encontró nada que arreglar y se quedó en vela.',
  calledInVain: 'Dejó lo que tenía entre manos, no encontró nada que arreglar y se fía menos del próximo aviso.',
  readTicket: (left) => `Lo leyó por la mañana; el *${left}* del daño aún estaba por venir cuando se abrió.`,
  ticketInVain: 'Leyó el ticket, no encontró nada y lo cerró.',
  noAlertChosen: 'Ninguna de las estrategias mostradas dice nada esta semana.',

  table: 'La semana en números',
  tableSummary: 'Precisión, exhaustividad, tiempo de detección: calculados a partir de la verdad.',
  columns: [
    'Estrategia',
    'Avisos',
    'De noche',
    'Tickets',
    'En vano',
    'Tempranas',
    'Pasados por alto',
    'Precisión',
    'Exhaustividad',
    'Detecta en',
    'Se apaga en',
    'Resueltas antes de tiempo',
    'Gasto previo',
    'Buena guardia',
  ],
  incidentColumns: ['Incidente', 'Empieza', 'Dura', 'Peticiones afectadas', 'Presupuesto', 'Cuenta'],
  yes: 'sí',
  no: 'no',

  many: 'Cien semanas',
  manySummary: (weeks) => `¿Fue suerte? El mismo tipo de semana, ${weeks} veces.`,
  simulate: (weeks) => `Simular ${weeks} semanas`,
  stop: 'Detener',
  progress: (done, all) => `${done} de ${all} semanas`,
  manyColumn: 'Medias, con sus intervalos del 95 %',
  margin: (mean, margin) => `${mean} ± ${margin}`,

  ruleTitle: 'Tu regla',
  ruleSummary: 'Escribe una y mírala en su propio carril.',
  ruleSyntax:
    'errors, cpu, memory, queue; [5m] es una ventana; %, o x para un burn rate; and, or, ( ); for 5m; keep 10m.',
  ruleProblem: (column, found, reason) =>
    found === ''
      ? `Tu regla, columna ${column}, al final: ${reason}`
      : `Tu regla, columna ${column}, en «${found}»: ${reason}`,
  ruleReasons: {
    metric: 'escribe aquí errors, cpu, memory o queue.',
    window: 'errors necesita una ventana, como [5m].',
    duration: 'escribe aquí una duración, como 5m o 1h30m.',
    minutes: 'una ventana son minutos enteros, y una duración, 30 días como mucho.',
    comparison: 'escribe aquí > o >=.',
    threshold: 'escribe aquí un número, como 1%, 0.01 o 14.4x.',
    burnRate: 'solo errors tiene burn rate; escribe un número o un porcentaje.',
    share: 'esto no puede dispararse nunca: cpu y memory son proporciones de 1 como máximo; escribe 50% o 0.5.',
    queue: 'esto no puede dispararse nunca: en la cola caben 1350 peticiones como máximo.',
    never: 'esto no puede dispararse nunca: no pueden fallar más que todas las peticiones.',
    closing: 'aquí falta cerrar un paréntesis.',
    end: 'aquí solo puede seguir and, or, for 5m o keep 5m.',
    depth: 'hay demasiados paréntesis unos dentro de otros.',
    length: 'bastan 400 caracteres para una regla.',
  },
  tryRule: 'O empieza con',

  files: 'Reglas para llevar',
  filesSummary: 'Para Prometheus, con un test unitario que se dispara en los mismos minutos.',
  fileNames: { rules: 'Reglas', test: 'Test unitario' },
  more: 'Evaluación y puntuación',
  moreSummary: 'Intervalos, y qué cuenta como verdadero.',
  definitions: {
    significant:
      'Un incidente cuenta cuando gasta al menos la parte de arriba de lo que el objetivo permite en 30 días.',
    true: 'Una alerta es verdadera cuando se activa durante un incidente que cuenta, o hasta 10 min después; si no, es en vano.',
    precision:
      'Precisión: alertas verdaderas entre todas las alertas. Exhaustividad (recall): incidentes con una alerta verdadera entre todos los que cuentan.',
    detect:
      'Detecta en: desde el inicio de un incidente hasta su primera alerta. Gasto previo: lo que había costado hasta entonces.',
    reset:
      'Se apaga en: desde el final de un incidente hasta que su última alerta deja de estar activa. La que se resuelve mientras su incidente continúa, por ejemplo por falta de datos, se resuelve demasiado pronto.',
    early: 'Temprana: un aviso por memoria antes de que una fuga tumbe el servicio; es acertado.',
    good: 'Buena guardia: dos avisos, o menos, que encuentran al menos la mitad de los incidentes. La noche va de 22:00 a 7:00.',
  },
  footer: (seed) => `Semilla ${seed}: la misma semana para todas las estrategias.`,
};
