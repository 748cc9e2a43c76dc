import type { QuizText } from '../en/quiz.js';

const lesson: QuizText['lesson'] = {
  failingPayments: (failing, burn, gone) => `
Falla el ${failing} de los pagos. Hay métricas de todos los servicios, y ninguna traza. ¿Qué se puede averiguar?
+ Cuántos fallan, desde cuándo y en qué servicio. | Para eso están las métricas, y muchas veces basta para revertir un despliegue.
- Dónde pasó el tiempo un pago fallido. | Su camino por los servicios nunca se anotó: las métricas suman peticiones.
- La línea de código que lanza la excepción. | Un contador cuenta. Lo que se lanzó está, si acaso, en un log.
- Nada, mientras no haya trazas. | Cuántos, desde cuándo y dónde es mucho saber de noche.
= Las métricas dicen qué y dónde; una traza, por qué camino; un log, por qué. Con un 99,9 %, estos errores se consumen a ${burn}: en ${gone} se agota el presupuesto del mes.`,

  meanOfTwoKinds: (slow, fast, long, mean, middle) => `
Lentas: ${slow} de cada 100 peticiones, con ${long}; todas las demás tardaron ${fast}. ¿Qué dice la media?
+ ${mean}, lo que no tardó ninguna. | Cae entre dos tipos de peticiones, donde no hay nadie.
- ${fast}, porque casi todas tardaron eso. | Eso es la mediana.
- ${middle}, a medio camino entre las dos. | Como si hubiera tantas lentas como rápidas.
- ${long}: deciden las lentas. | Solo se ven en los percentiles más altos.
= Una media no describe ninguna petición cuando las hay de dos tipos. Los percentiles, uno junto a otro, muestran ambos.`,

  tailOfVisits: (requests, meets, sum, spared) => `
Cada visita hace ${requests} peticiones. ¿Cuántas visitas topan con una más lenta que el p99?
+ ${meets} | Uno menos la probabilidad de que las ${requests} se libren: 0,99 elevado a ${requests}.
- 1 % | Esa es la parte de las peticiones. Una visita prueba suerte ${requests} veces.
- ${sum} | Sumar las probabilidades cuenta dos veces una visita que topa con dos.
- ${spared} | Esas son las visitas que se libran.
= Lo que es raro en una petición no lo es en una visita. Quien más hace topa primero con ello.`,

  roomLeft: (used, rate, room, roomRate) => `
Una API responde ${rate} peticiones por segundo, no falla ninguna y el p99 es de 50 ms. La CPU de su base de datos está ocupada el ${used} del tiempo. ¿Y ahora?
+ Buscar qué la tiene ocupada, mientras nadie lo sufre. | Un ${room} más de tráfico, ${roomRate} peticiones por segundo, y no queda CPU.
- Nada, mientras los usuarios estén bien. | Por ahora. Hasta aquí las colas crecen despacio, y después de golpe.
- Despertar a quien esté de guardia. | Ningún usuario lo nota. Es trabajo para hoy, a la luz del día.
- Añadir servidores a la API, para repartir la carga. | Enviarían más trabajo a la base de datos, no menos.
= RED dice cómo están los usuarios; USE, cuánto va a durar.`,

  poolLimit: (size, held, rate, product, alone) => `
Un pool tiene ${size} conexiones, y cada petición retiene una durante ${held}. ¿A partir de qué tasa crece la cola sin fin?
+ ${rate} por segundo | Ahí las ${size} están en uso todo el tiempo.
- ${product} por segundo | Milisegundos por conexiones no da una tasa.
- ${alone} por segundo | Eso es lo que pasa por una sola conexión.
- ${size} por segundo | Como si cada petición retuviera su conexión un segundo.
= En uso, de media, hay tasa por tiempo de retención: la ley de Little. Las peticiones que llegan a ráfagas esperan mucho antes: conviene vigilar la espera además del uso.`,

  budgetLeft: (o, day, spent, left, rest, over, nine) => `
El objetivo es ${o} en 30 días. El día ${day} llevas ${spent} de caída. ¿Qué queda?
+ ${left} | El presupuesto de los 30 días, menos lo gastado.
- ${rest} | Los días que pasan no gastan nada; los fallos sí.
- ${over} | El presupuesto está ahí desde el primer día. No se paga por días.
- ${nine} | Ese es el presupuesto de un objetivo que admite diez veces más fallos.
= Un presupuesto es (1 − objetivo) × ventana, y de él solo se descuenta lo que falla.`,

  bothNeeded: (database, cloud, together, mean, parallel) => `
Un servicio necesita su base de datos (${database}) y su nube (${cloud}). ¿Qué puede prometer como mucho?
+ ${together} | Funciona cuando funcionan las dos: hay que multiplicar.
- ${database} | La más débil por sí sola. La otra también falla, en otros momentos.
- ${mean} | Eso es la media. Pero cada caída de cualquiera de las dos cuenta entera.
- ${parallel} | Eso darían si bastara con una de las dos.
= Cada parte que tiene que funcionar resta algo. Remedio: necesitar menos, o tener dos donde baste una.`,

  riskyRelease: (left, worst, chance, expected, over) => `
El día 20 quedan ${left} del presupuesto de errores. Una versión grande sale mal en el ${chance} de los casos, y entonces cuesta ${worst}. ¿La publicas?
+ Así no: más pequeña, tras un flag o el mes que viene. | Si sale mal, el presupuesto se excede en ${over}.
- Sí: el coste esperado es de ${expected}, y eso lo hay. | Nunca cuesta ${expected}. Cuesta nada, o ${worst}.
- Sí: un presupuesto está para gastarlo. | En lo que puede pagar. En el ${chance} de los casos no puede.
- No, ni ninguna otra cosa. | Las correcciones, y lo que se apaga en segundos con un flag, no cuestan casi nada.
= Cuando queda poco, pesa el peor caso, y no solo el esperado.`,

  fastBurn: (burn, gone, share, hours, period) => `
Un objetivo a 30 días tiene una tasa de consumo (burn rate) de ${burn}. ¿Cuándo se agota un presupuesto entero?
+ Tras ${gone} | Los 30 días, divididos entre ${burn}.
- Tras 1 h | En una hora gasta el ${share}.
- Tras ${hours} | Un burn rate no es un tiempo. Dice cuántas veces demasiado rápido.
- Tras ${period} | Eso dura con un burn rate de 1.
= Un burn rate de 1 agota el presupuesto justo cuando termina la ventana.`,

  noisyAlert: (fired, real, idle, precision) => `
«CPU por encima del 90 %» se disparó ${fired} veces esta semana. Acertó ${real} veces; las demás se pasó sola, y ningún usuario lo notó. ¿Qué hacer con ella?
+ Avisar por lo que notan los usuarios, y dejar la CPU como gráfico. | Su precisión es del ${precision}. Los síntomas encuentran los casos reales, y un gráfico los explica después.
- Subirla al 95 %, para que se dispare menos. | Sigue siendo una causa. Una máquina ocupada también pasa del 95 %, y los usuarios pueden sufrir por debajo.
- Nada: detectó todos los casos reales, y eso es lo que cuenta. | Y despertó a alguien ${idle} veces para nada. Quien espera una falsa alarma se da la vuelta.
- Borrarla, y mirar los gráficos de vez en cuando. | Entonces nadie se entera de los reales.
= Un aviso debe ser urgente, real y algo sobre lo que alguien pueda actuar. Lo demás es un ticket o un gráfico.`,

  worthAPage: (failing, burn, gone) => `
¿Por qué merece la pena despertar a alguien?
+ El ${failing} de los pagos lleva una hora fallando. | Con un 99,9 %, eso se consume a ${burn}: en ${gone} se ha gastado el mes.
+ Desde hace cinco minutos nadie puede iniciar sesión. | Hay usuarios que no pueden entrar ahora, y no se arregla solo.
- La CPU está al 92 %, y las respuestas llegan tan rápido como siempre. | Una causa que no hace daño a nadie.
- El disco estará lleno dentro de nueve días. | Un ticket, para el horario laboral.
- Uno de seis servidores se reinició, y los demás lo suplieron. | Para eso están. Míralo mañana.
= La pregunta es si los usuarios sufren ahora, y si alguien puede hacer algo al respecto.`,

  linesOfASecond: (rate, each, lines) => `
Falló el pago de un usuario. ¿Con qué campo se encuentran todas las líneas que dejó su petición, en todos los servicios?
+ trace_id | Todos los servicios lo pasan con la petición y lo escriben en cada línea.
- timestamp | ${rate} peticiones por segundo con ${each} líneas cada una: ${lines} líneas comparten ese segundo.
- user_id | Encuentra todo lo que esa persona hizo alguna vez, y se pierde los servicios que no conocen usuarios.
- span_id | Cada servicio tiene el suyo: encuentra un solo paso del camino.
= Tiene que estar antes de hacer falta: creado en el borde, transmitido en cada salto, en cada línea.`,

  nestedSpans: (gateway, auth, orders, query, own, ownGateway) => `
Una traza: gateway ${gateway}; dentro, auth ${auth} y después orders ${orders}; en orders, una consulta a la base de datos ${query}. ¿Dónde está el cuello de botella?
+ En la consulta. | ${query}, y ningún hijo al que pasárselos.
- En orders. | Espera a la consulta; solo ${own} son propios.
- En el gateway: su barra es la más larga. | Un padre dura lo que sus hijos; solo ${ownGateway} son propios.
- En auth, porque todo lo demás la espera. | Durante ${auth}.
= Hay que buscar el tiempo propio: la duración de un span sin la de sus hijos.`,

  beforeLaunch: () => `
¿Qué tiene que estar antes de que llegue el primer usuario?
+ Tasa, errores y percentiles de latencia de cada servicio. | ¿Cómo saber, si no, que los usuarios están bien?
+ Registros de log con el trace id en cada uno. | Las líneas que nada une se leen adivinando.
+ Contexto de traza, transmitido en cada salto. | Un salto que lo pierde corta en dos todas las trazas.
+ Un objetivo, y una alerta sobre su burn rate. | Alguien tiene que enterarse antes de que escriban los usuarios.
- Un gráfico para cada métrica que exista. | Entre trescientos nadie encuentra el que importa.
- Un aviso por cada recurso por encima del 80 %. | Una máquina ocupada no es una emergencia.
= Poco, pero unido: de la alerta a la traza y a la línea del log.`,
};

export const quiz: QuizText = {
  heading: 'Comprueba lo que sabes',
  labels: {
    topic: 'Tema',
    seed: 'Cifras',
    answers: 'Respuestas',
    at: 'Pregunta',
    src: 'Preguntas',
  },
  lesson,

  at: (n, count) => `Pregunta ${n} de ${count}.`,
  one: 'Elige, y después comprueba.',
  soFar: (right, answered) => ` Hasta ahora, *${right}* de ${answered} bien.`,
  result: (right, max) => `*${right} de ${max}* bien.`,
  waiting: 'Las preguntas están en camino.',
  none: 'Aquí no hay ninguna pregunta.',

  several: 'Puede haber varias respuestas correctas.',
  check: 'Comprobar',
  choose: 'Elige primero una respuesta.',
  next: 'Pregunta siguiente',
  toResult: 'Ver el resultado',
  retry: 'Intentar de nuevo',
  retryWrong: 'Repetir las falladas',
  otherFigures: 'Todas otra vez, con otras cifras',
  figures: (seed) => `Cifras n.º ${seed}`,

  verdicts: { right: 'Correcto.', wrong: 'No del todo.' },
  chosenRight: 'Tu respuesta, y correcta.',
  chosenWrong: 'Tu respuesta, e incorrecta.',
  rightAnswer: 'La respuesta correcta.',
  alsoRight: 'También correcta.',
  questions: 'Preguntas',
  resultOf: 'Resultado',
  places: {
    open: (n) => `Pregunta ${n}, abierta`,
    right: (n) => `Pregunta ${n}, bien`,
    wrong: (n) => `Pregunta ${n}, mal`,
  },
  youSaid: (answer) => `Tú: ${answer}`,
  rightIs: (answer) => `Correcto: ${answer}`,

  refusals: {
    'too-large': () => 'Las preguntas superan los 500.000 caracteres.',
    'not-json': () => 'Las preguntas no son JSON.',
    'not-a-list': () => 'Las preguntas no son una lista de preguntas.',
    'too-many': () => 'Hay más de 100 preguntas.',
    'no-question': (n) => `La pregunta ${n} no tiene texto.`,
    'too-long': (n) => `La pregunta ${n} tiene un texto de más de 2000 caracteres.`,
    'few-answers': (n) => `La pregunta ${n} tiene menos de dos respuestas con texto.`,
    'many-answers': (n) => `La pregunta ${n} tiene más de 12 respuestas.`,
    'none-right': (n) => `La pregunta ${n} no tiene ninguna respuesta correcta.`,
    unreachable: () => 'Las preguntas no se pueden cargar.',
  },
};
