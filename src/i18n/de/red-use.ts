import type { RedUseText } from '../en/red-use.js';

export const redUse: RedUseText = {
  heading: 'Welche Ressource ist es?',

  labels: {
    fault: 'Fehler',
    faultMinute: 'Fehler in Minute',
    preset: 'Fall',
    diagnose: 'Erst diagnostizieren',
    service: 'Ressourcen von',
    cell: 'Zelle',
    open: 'Offene Teile',
  },

  measuring: (left) => `*Abspielen*: Die erste Minute sagt, was üblich ist. Es fehlen noch ${left}.`,
  calm: (cells) =>
    `Alle ${cells} Zellen stehen, wo sie üblicherweise stehen. *Stören Sie etwas*, und sehen Sie, welche zuerst ausbricht.`,
  calmDiagnose: 'Alles steht, wo es üblicherweise steht. *Abspielen*: Etwas wird ausfallen, und Sie sagen, was.',
  leftFirst: (what, value, time) => `*${what}* brach zuerst aus, um ${time}: jetzt *${value}*.`,
  noticed: (what, later) => `${what} folgte *${later} später*.`,
  leftTogether: (names, time) =>
    `${names} bewegten sich ab ${time} *innerhalb von zwei Abfragen*: Was davon zuerst kam, ist nicht bekannt.`,
  andMore: (names, more) => `${names} und ${more} weitere`,
  recovered: (names, time) =>
    `*Alles ist zurück*, wo es üblicherweise steht. Zuerst bewegte sich, um ${time}: ${names}.`,
  stillOut: (name, count) => `Das ist zurück; noch außerhalb: *${name}* (insgesamt ${count}).`,
  unnoticed: 'Kein Dienst ist langsamer, keiner scheitert: *Noch hat es niemand bemerkt*.',
  ask: (time) => `Seit *${time}* stimmt etwas nicht. *Welche Ressource* welches *Dienstes* ist es?`,

  services: 'Dienste: RED',
  resources: 'Ressourcen: USE',
  servicesColumn: 'Dienst',
  resourcesColumn: 'Ressource',
  signals: {
    rate: 'Rate',
    errors: 'Fehler',
    duration: 'Dauer',
    utilisation: 'Auslastung',
    saturation: 'Sättigung',
    failures: 'Fehler',
  },
  units: {
    rate: 'Anfragen/s',
    errors: '% gescheitert',
    duration: 'p99, dünn p50',
    utilisation: '% belegt',
    saturation: 'warten',
    failures: 'je Sekunde',
  },
  kinds: {
    cpu: 'CPU',
    memory: 'Speicher',
    disk: 'Platte',
    network: 'Netz',
    pool: 'Pool',
    workers: 'Worker',
  },
  firstOfAll: 'je Art, was zuerst ausbricht',
  perSecond: (n) => `${n}/s`,
  place: (n) => `${n}.`,
  resourceName: (service, kind) => `${service} ${kind}`,
  cellName: (row, signal) => `${row}, ${signal}`,
  cellCalm: 'Wie üblich',
  cellLeft: (place, time) => `Brach als ${place} aus dem Üblichen aus, um ${time}`,
  cellMeasuring: 'Was üblich ist, wird gemessen',
  keys: 'Pfeiltasten: Zelle · Umschalt und Pfeil: Zeit · Eingabe: folgen',
  legend: (from, to) => `${from} bis ${to}. Band: üblich. Dick: ausgebrochen; 1., 2. …: in dieser Folge.`,

  close: 'Schließen',
  follow: 'Eine Anfrage zeigen, die sie schrieb',
  steps: { red: 'RED: was nicht stimmt', use: 'USE: wo', logs: 'Logs und Änderungen: warum' },
  redStep: (what, value, usually) => `${what}: *${value}*, üblich ${usually}.`,
  redCalm: 'Kein Dienst ist über das Übliche hinaus langsam oder scheitert.',
  useStep: (what, busy, usually, waiting) => `${what}: *${busy}* belegt, üblich ${usually}; *${waiting}* warten.`,
  usePlace: (place, time) => `Brach als ${place} aus, um ${time}.`,
  useMemory: (what, full, usually, collecting) =>
    `${what}: *${full}* voll, üblich ${usually}; *${collecting}* aller Arbeit räumt Speicher auf.`,
  useNetwork: (what, lost, waiting) =>
    `${what}: *${lost}* Pakete je Sekunde gehen verloren, *${waiting}* Nachrichten warten auf die Wiederholung.`,
  useCalm: 'Sie steht, wo sie üblicherweise steht: Suchen Sie anderswo.',
  useUnknown: 'Keine Ressource ist aus dem Üblichen ausgebrochen.',
  logStep: (service, message, count, time) => `${service}: „${message}“, *${count}*-mal seit ${time}.`,
  logsSilent: (service) =>
    `Die Logs von ${service} und von allen, die darauf warten, sagen *nichts Neues*: Manche Fehler hinterlassen keine Zeile.`,
  changeStep: (summary, time, before) => `*${summary}*, um ${time}: ${before} davor.`,
  changeNone: 'Dort wurde davor nichts geändert: Es kommt *von außen*.',
  hidden: 'Nennen Sie zuerst den Engpass; dann wird der Weg gezeigt.',
  baselineIs: (mean, width) => `Üblich: ${mean}, ± ${width}.`,
  baselineUnknown: 'Was üblich ist, ist noch nicht bekannt.',
  query: 'PromQL',

  diagnoseService: 'Dienst',
  diagnoseResource: 'Ressource',
  choose: 'wählen',
  answer: 'Das ist der Engpass',
  another: 'Noch einer',
  right: (what) => `*Richtig*: ${what}.`,
  nearService: (what) => `*Der Dienst stimmt, die Ressource nicht*: Es ist ${what}.`,
  nearResource: (what) => `*Die Art der Ressource stimmt, der Dienst nicht*: Es ist ${what}.`,
  wrong: (what) => `*Nein*: Es ist ${what}.`,
  answerLater: (what, later) => `${what} brach auch aus, aber *${later} später*: Es füllt sich, weil jemand wartet.`,
  answerSame: (what) =>
    `${what} brach in derselben Abfrage aus: Fragen Sie, *welche von beiden die anderen warten lässt*.`,
  answerEarlier: (what) =>
    `${what} brach früher aus und ist doch nicht die Ursache: *Dort ist Platz*, oder es füllt sich, weil es wartet.`,
  answerCalm: (what) => `${what} *brach nie aus*: Dort ist Platz.`,
  score: (points, most) => `${points} von ${most} Punkten`,

  cases: 'Fälle, die lehren',
  casesSummary: 'was ein Prozentwert nicht sagt',
  presets: {
    busy: 'Voll, und niemand wartet',
    bursts: '80 %, und sie warten',
    quiet: 'RED ist gesund, die Datenbank nicht',
  },
  presetTexts: {
    busy: 'Ein Stapelauftrag nimmt jeden Kern der Datenbank, den sonst niemand will, und gibt ihn binnen 2 ms zurück. Die Auslastung ist nahe 100 %, die Sättigung bleibt nahe 0, und keine Anfrage ist langsamer: *Auslastung allein ist kein Grund, jemanden zu wecken*.',
    bursts:
      'Alle fünfzehn Sekunden vier Sekunden lang der vierfache Verkehr. Das Mittel über das Fenster bleibt unter 100 %, und in jedem Stoß stauen sich Anfragen: *Sättigung und p99 sagen, was ein Mittel der Auslastung verbirgt*.',
    quiet:
      'Berichte lesen aus der Datenbank, bis sie zu 95 % belegt ist, in so kurzen Fragen, dass niemand lange darauf wartet. RED ist, wie es immer war. In Minute 3 bringt eine Kampagne neun Besucher, wo fünf waren, und es ist kein Platz mehr: *Handeln Sie, bevor es weh tut*.',
  },

  rule: 'Wann eine Zelle ausbricht',
  ruleSummary: 'Mittel und Streuung der ruhigen Minute, drei Abfragen in Folge',
  ruleText: (spreads, scrapes, every) =>
    `Die ruhige Minute gibt jeder Zelle ein Mittel und eine Standardabweichung. Sie ist ausgebrochen, wenn *${scrapes} Abfragen in Folge* (eine alle ${every}) um mehr als *${spreads} Standardabweichungen* von diesem Mittel entfernt sind, und mindestens so weit, wie es einen Menschen kümmert: ein Viertel der Rate, 1 % gescheiterte Anfragen, die doppelte Dauer, 10 Punkte Auslastung, mehr als 2 Wartende (5 vor einem Prozessor).`,
  ruleFalse: (runs, minutes) =>
    `In ${runs} ruhigen Läufen, nach dieser Minute je ${minutes} lang beobachtet, wurde *keine Zelle* markiert: Weniger als 3 Läufe von 100 markieren eine, mit 95 % Sicherheit.`,

  data: 'Daten zeigen',
  dataSummary: 'die Zellen als Zahlen',
  columns: ['Zelle', 'Jetzt', 'Üblich', 'Ausgebrochen', 'Um'],
  none: '–',
  atLeast: (value) => `≥ ${value}`,
  cursorAt: (time) => `Um ${time}`,
  unknownCell: (key) => `Die Zelle „${key}“ gibt es hier nicht; eine heißt etwa „postgres.disk.utilisation“.`,
  unknownService: (name) => `Den Dienst „${name}“ gibt es hier nicht.`,
};
