import type { RedUseText } from '../en/red-use.js';

export const redUse: RedUseText = {
  heading: '¿Qué recurso es?',

  labels: {
    fault: 'Fallo',
    faultMinute: 'Fallo en el minuto',
    preset: 'Caso',
    diagnose: 'Primero diagnosticar',
    service: 'Recursos de',
    cell: 'Celda',
    open: 'Partes abiertas',
  },

  measuring: (left) => `Pulsa *Reproducir*: el primer minuto dice qué es lo habitual. Faltan ${left}.`,
  calm: (cells) => `Las ${cells} celdas están donde suelen estar. *Rompe algo*, y mira cuál se desvía primero.`,
  calmDiagnose: 'Todo está donde suele estar. *Pulsa Reproducir*: algo se romperá, y tú dirás qué.',
  leftFirst: (what, value, time) => `*${what}* se desvió primero, en ${time}: ahora *${value}*.`,
  noticed: (what, later) => `*${later} después* se desvió ${what}.`,
  leftTogether: (names, time) =>
    `${names} se desviaron desde ${time}, *a menos de dos scrapes entre sí*: no se sabe cuál fue primero.`,
  andMore: (names, more) => `${names} y ${more} más`,
  recovered: (names, time) => `*Todo ha vuelto* a donde suele estar. Lo primero en desviarse, en ${time}: ${names}.`,
  stillOut: (name, count) => `Eso ha vuelto; aún fuera: *${name}* (${count} en total).`,
  unnoticed: 'Ningún servicio va más lento y ninguno falla: *todavía no lo ha notado nadie*.',
  ask: (time) => `Algo va mal desde *${time}*. ¿*Qué recurso* de *qué servicio* es?`,

  services: 'Servicios: RED',
  resources: 'Recursos: USE',
  servicesColumn: 'Servicio',
  resourcesColumn: 'Recurso',
  signals: {
    rate: 'Tasa',
    errors: 'Errores',
    duration: 'Duración',
    utilisation: 'Utilización',
    saturation: 'Saturación',
    failures: 'Errores',
  },
  units: {
    rate: 'peticiones/s',
    errors: '% fallidas',
    duration: 'p99, fino p50',
    utilisation: '% ocupado',
    saturation: 'en espera',
    failures: 'por segundo',
  },
  kinds: {
    cpu: 'CPU',
    memory: 'Memoria',
    disk: 'Disco',
    network: 'Red',
    pool: 'Pool',
    workers: 'Workers',
  },
  firstOfAll: 'de cada tipo, el primero en desviarse',
  perSecond: (n) => `${n}/s`,
  place: (n) => `${n}.ª`,
  resourceName: (service, kind) => `${service} (${kind === 'CPU' ? kind : kind.toLowerCase()})`,
  cellName: (row, signal) => `${row}, ${signal.toLowerCase()}`,
  cellCalm: 'Como siempre',
  cellLeft: (place, time) => `La ${place} en desviarse de su línea base, en ${time}`,
  cellMeasuring: 'Se está midiendo lo habitual',
  keys: 'Flechas: celda · Mayús y flecha: tiempo · Intro: seguir',
  legend: (from, to) => `${from} a ${to}. Banda: lo habitual. Grueso: desviada; 1.ª, 2.ª …: en ese orden.`,

  close: 'Cerrar',
  follow: 'Mostrar una petición que la escribió',
  steps: { red: 'RED: qué va mal', use: 'USE: dónde', logs: 'Logs y cambios: por qué' },
  redStep: (what, value, usually) => `${what}: *${value}*, lo habitual ${usually}.`,
  redCalm: 'Ningún servicio va lento ni falla más de lo habitual.',
  useStep: (what, busy, usually, waiting) =>
    `${what}: ocupación *${busy}*, lo habitual ${usually}; esperan *${waiting}*.`,
  usePlace: (place, time) => `Fue la ${place} celda en desviarse, en ${time}.`,
  useMemory: (what, full, usually, collecting) =>
    `${what}: *${full}* llena, lo habitual ${usually}; el *${collecting}* de todo el trabajo recoge basura.`,
  useNetwork: (what, lost, waiting) =>
    `${what}: se pierden *${lost}* paquetes por segundo, *${waiting}* mensajes esperan ser reenviados.`,
  useCalm: 'Está donde suele estar: busca en otra parte.',
  useUnknown: 'Ningún recurso se ha desviado de su línea base.',
  logStep: (service, message, count, time) => `${service}: «${message}», *${count}* veces desde ${time}.`,
  logsSilent: (service) =>
    `Los logs de ${service}, y de todos los que lo esperan, no dicen *nada nuevo*: algunos fallos no dejan línea.`,
  changeStep: (summary, time, before) => `*${summary}*, en ${time}: ${before} antes.`,
  changeNone: 'Allí no se cambió nada antes: viene *de fuera*.',
  hidden: 'Nombra primero el cuello de botella; después se muestra el camino.',
  baselineIs: (mean, width) => `Lo habitual: ${mean}, ± ${width}.`,
  baselineUnknown: 'Aún no se sabe qué es lo habitual.',
  query: 'PromQL',

  diagnoseService: 'Servicio',
  diagnoseResource: 'Recurso',
  choose: 'elegir',
  answer: 'Ese es el cuello de botella',
  another: 'Otro más',
  right: (what) => `*Correcto*: ${what}.`,
  nearService: (what) => `*El servicio sí; el recurso no*: es ${what}.`,
  nearResource: (what) => `*El tipo de recurso sí; el servicio no*: es ${what}.`,
  wrong: (what) => `*No*: es ${what}.`,
  answerLater: (what, later) => `${what} también se desvió, pero *${later} después*: se llena porque alguien espera.`,
  answerSame: (what) => `${what} se desvió en el mismo scrape: mira *cuál de los dos hace esperar a los demás*.`,
  answerEarlier: (what) =>
    `${what} se desvió antes, y aun así no es la causa: *tiene sitio*, o se llena porque espera.`,
  answerCalm: (what) => `${what} *no se desvió nunca de su línea base*: tiene sitio.`,
  score: (points, most) => `${points} de ${most} puntos`,

  cases: 'Casos que enseñan',
  casesSummary: 'lo que un porcentaje no dice',
  presets: {
    busy: 'Lleno, y nadie espera',
    bursts: '80 %, y esperan',
    quiet: 'RED está sano, la base de datos no',
  },
  presetTexts: {
    busy: 'Un proceso batch toma todos los núcleos de la base de datos que nadie más quiere, y los devuelve en 2 ms. La utilización ronda el 100 %, la saturación sigue cerca de 0, y ninguna petición va más lenta: *la utilización por sí sola no es motivo para despertar a nadie*.',
    bursts:
      'Cada quince segundos, cuatro segundos con el cuádruple de tráfico. La media de la ventana no llega al 100 %, y en cada ráfaga se acumulan peticiones: *la saturación y el p99 dicen lo que esconde una media de utilización*.',
    quiet:
      'Unos informes leen de la base de datos hasta ocuparla al 95 %, con consultas tan cortas que nadie las espera mucho. RED está como siempre. En el minuto 3 una campaña trae nueve visitantes donde había cinco, y ya no queda sitio: *actúa antes de que duela*.',
  },

  rule: 'Cómo se desvía una celda',
  ruleSummary: 'media y dispersión del minuto tranquilo, tres scrapes seguidos',
  ruleText: (spreads, scrapes, every) =>
    `El minuto tranquilo da a cada celda una media y una desviación estándar. Se ha desviado cuando *${scrapes} scrapes seguidos* (uno cada ${every}) están a más de *${spreads} desviaciones estándar* de esa media, y al menos tan lejos como para que importe: un cuarto de la tasa, 1 % de peticiones fallidas, el doble de duración, 10 puntos de utilización, más de 2 en espera (5 para un procesador).`,
  ruleFalse: (runs, minutes) =>
    `En ${runs} ejecuciones tranquilas, observadas cada una ${minutes} después de ese minuto, no se marcó *ninguna celda*: marcan una menos de 3 de cada 100, con un 95 % de confianza.`,

  data: 'Mostrar datos',
  dataSummary: 'las celdas en números',
  columns: ['Celda', 'Ahora', 'Habitual', 'Orden', 'En'],
  none: '–',
  atLeast: (value) => `≥ ${value}`,
  cursorAt: (time) => `En ${time}`,
  unknownCell: (key) => `Aquí no hay ninguna celda «${key}»; una es, por ejemplo, «postgres.disk.utilisation».`,
  unknownService: (name) => `Aquí no hay ningún servicio «${name}».`,
};
