import type { QuizText } from '../en/quiz.js';

const lesson: QuizText['lesson'] = {
  failingPayments: (failing, burn, gone) => `
${failing} aller Zahlungen scheitern. Es gibt Metriken zu jedem Dienst, aber keine Traces. Was lässt sich herausfinden?
+ Wie viele scheitern, seit wann und in welchem Dienst. | Dafür sind Metriken da, und oft genügt das, um ein Release zurückzunehmen.
- Wo eine gescheiterte Zahlung ihre Zeit verbracht hat. | Ihr Weg durch die Dienste wurde nie festgehalten: Metriken fassen Anfragen zusammen.
- Die Codezeile, die den Fehler wirft. | Ein Zähler zählt. Was geworfen wurde, steht allenfalls im Log.
- Nichts, solange es keine Traces gibt. | Wie viele, seit wann und wo ist nachts schon eine Menge.
= Metriken sagen was und wo, ein Trace auf welchem Weg, ein Log warum. Bei 99,9 % brennen diese Fehler mit ${burn}: Nach ${gone} ist das Budget des Monats weg.`,

  meanOfTwoKinds: (slow, fast, long, mean, middle) => `
Langsam sind ${slow} von 100 Anfragen, mit ${long}; alle anderen dauern ${fast}. Was sagt der Mittelwert?
+ ${mean}, und so lange dauerte keine. | Er liegt zwischen zwei Arten von Anfragen, wo niemand ist.
- ${fast}, denn so lange dauerten fast alle. | Das ist der Median.
- ${middle}, in der Mitte zwischen beiden. | Als gäbe es so viele langsame wie schnelle.
- ${long}: Die langsamen entscheiden. | Sie zeigen sich nur in den höchsten Perzentilen.
= Gibt es zwei Arten von Anfragen, beschreibt ein Mittelwert keine davon. Perzentile nebeneinander zeigen beide.`,

  tailOfVisits: (requests, meets, sum, spared) => `
Jeder Besuch stellt ${requests} Anfragen. Wie viele Besuche treffen auf eine, die langsamer ist als das p99?
+ ${meets} | Eins weniger die Wahrscheinlichkeit, dass alle ${requests} verschont bleiben: 0,99 hoch ${requests}.
- 1 % | Das ist der Anteil der Anfragen. Ein Besuch zieht ${requests}-mal.
- ${sum} | Wer die Wahrscheinlichkeiten addiert, zählt einen Besuch mit zwei langsamen doppelt.
- ${spared} | Das sind die Besuche, die verschont bleiben.
= Was bei Anfragen selten ist, ist bei Besuchen nicht selten. Wer am meisten tut, trifft zuerst darauf.`,

  roomLeft: (used, rate, room, roomRate) => `
Eine API beantwortet ${rate} Anfragen pro Sekunde, keine scheitert, das p99 liegt bei 50 ms. Die CPU ihrer Datenbank ist zu ${used} der Zeit beschäftigt. Was nun?
+ Herausfinden, was sie beschäftigt, solange niemand leidet. | ${room} mehr Verkehr, ${roomRate} Anfragen pro Sekunde, und es ist keine CPU mehr übrig.
- Nichts, solange es den Nutzern gut geht. | Noch. Schlangen wachsen bis hierher langsam, und dann auf einmal.
- Die Rufbereitschaft wecken. | Niemandem tut etwas weh. Das ist Arbeit für heute, bei Tageslicht.
- Der API mehr Server geben, um die Last zu verteilen. | Die würden der Datenbank mehr Arbeit schicken, nicht weniger.
= RED sagt, wie es den Nutzern geht, USE, wie lange noch.`,

  poolLimit: (size, held, rate, product, alone) => `
Ein Pool hat ${size} Verbindungen, und eine Anfrage behält ihre ${held} lang. Ab welcher Rate wächst die Schlange ohne Ende?
+ ${rate} pro Sekunde | Dann sind alle ${size} die ganze Zeit in Gebrauch.
- ${product} pro Sekunde | Millisekunden mal Verbindungen ergibt keine Rate.
- ${alone} pro Sekunde | So viel geht durch eine einzige Verbindung.
- ${size} pro Sekunde | Als behielte jede Anfrage ihre Verbindung eine Sekunde lang.
= Im Mittel in Gebrauch ist Rate mal Haltezeit: Littles Gesetz. Anfragen, die in Schüben kommen, warten viel früher; zur Auslastung gehört deshalb die Wartezeit.`,

  budgetLeft: (o, day, spent, left, rest, over, nine) => `
Das Ziel ist ${o} über 30 Tage. An Tag ${day} sind ${spent} Ausfall verbraucht. Was ist übrig?
+ ${left} | Das Budget aller 30 Tage, weniger das Verbrauchte.
- ${rest} | Vergangene Tage verbrauchen nichts; Ausfälle tun es.
- ${over} | Das Budget ist vom ersten Tag an da. Es wird nicht tageweise ausgezahlt.
- ${nine} | Das wäre das Budget eines Ziels, das zehnmal so viele Fehler erlaubt.
= Ein Budget ist (1 − Ziel) × Fenster, und nur Ausfälle gehen davon ab.`,

  bothNeeded: (database, cloud, together, mean, parallel) => `
Ein Dienst braucht seine Datenbank (${database}) und seine Cloud (${cloud}). Was kann er bestenfalls versprechen?
+ ${together} | Er läuft, wenn beide laufen: multiplizieren.
- ${database} | Das ist die schwächere allein. Auch die andere fällt aus, zu anderen Zeiten.
- ${mean} | Das ist der Mittelwert. Aber jeder Ausfall der einen oder der anderen zählt voll.
- ${parallel} | So viel ergäben sie, wenn eine von beiden genügte.
= Jeder Teil, der laufen muss, nimmt etwas weg. Abhilfe: weniger brauchen, oder zwei, von denen einer genügt.`,

  riskyRelease: (left, worst, chance, expected, over) => `
An Tag 20 sind vom Fehlerbudget ${left} übrig. Ein großes Release geht in ${chance} aller Fälle schief und kostet dann ${worst}. Ausliefern?
+ So nicht: kleiner, hinter einem Schalter oder nächsten Monat. | Geht es schief, ist das Budget um ${over} überzogen.
- Ja: Zu erwarten sind ${expected}, und so viel ist da. | ${expected} kostet es nie. Es kostet nichts oder ${worst}.
- Ja: Ein Budget ist zum Ausgeben da. | Für das, was es bezahlen kann. In ${chance} aller Fälle kann es das nicht.
- Nein, und auch sonst nichts. | Reparaturen, und was sich in Sekunden abschalten lässt, kosten fast nichts.
= Ist wenig übrig, zählt der schlimmste Fall, nicht der Erwartungswert allein.`,

  fastBurn: (burn, gone, share, hours, period) => `
Ein Ziel über 30 Tage brennt mit ${burn}. Wann ist ein volles Budget leer?
+ Nach ${gone} | Die 30 Tage, geteilt durch ${burn}.
- Nach 1 h | In einer Stunde verbraucht es ${share}.
- Nach ${hours} | Eine Burn-Rate ist keine Zeit. Sie sagt, wievielmal zu schnell.
- Nach ${period} | So lange reicht es bei einer Burn-Rate von 1.
= Eine Burn-Rate von 1 verbraucht das Budget genau bis zum Ende des Fensters.`,

  noisyAlert: (fired, real, idle, precision) => `
„CPU über 90 %“ hat diese Woche ${fired}-mal ausgelöst. ${real}-mal zu Recht; sonst ging es vorbei, und niemand merkte etwas. Was soll daraus werden?
+ Wecken nach dem, was Nutzer spüren; die CPU bleibt als Kurve. | Die Trefferquote ist ${precision}. Symptome finden die echten Fälle, und die Kurve erklärt sie dann.
- Die Schwelle auf 95 % heben, dann löst es seltener aus. | Es bleibt eine Ursache. Auch 95 % sind oft harmlos, und Nutzer leiden vielleicht schon darunter.
- Nichts: Alle echten Fälle wurden gefunden, das zählt. | Und jemand wurde ${idle}-mal umsonst geweckt. Wer Fehlalarm erwartet, dreht sich um.
- Löschen, und ab und zu auf die Kurven sehen. | Dann hört niemand mehr von den echten.
= Wecken darf, was dringend und echt ist, und wogegen jemand etwas tun kann. Alles andere ist ein Ticket oder eine Kurve.`,

  worthAPage: (failing, burn, gone) => `
Wofür lohnt es sich, jemanden zu wecken?
+ ${failing} aller Zahlungen scheitern seit einer Stunde. | Bei 99,9 % brennt das mit ${burn}: Nach ${gone} ist der Monat verbraucht.
+ Seit fünf Minuten kann sich niemand anmelden. | Nutzer sind jetzt ausgesperrt, und von selbst gibt sich das nicht.
- Die CPU steht bei 92 %, Antworten kommen so schnell wie immer. | Eine Ursache, die niemandem weh tut.
- Die Platte ist in neun Tagen voll. | Ein Ticket, für die Arbeitszeit.
- Einer von sechs Servern wurde neu gestartet, die anderen sprangen ein. | Dafür sind sie da. Morgen ansehen.
= Die Frage ist, ob Nutzer jetzt leiden und ob jemand etwas dagegen tun kann.`,

  linesOfASecond: (rate, each, lines) => `
Eine Zahlung ist gescheitert. Über welches Feld finden sich alle Zeilen, die ihre Anfrage in allen Diensten hinterlassen hat?
+ trace_id | Alle Dienste geben sie mit der Anfrage weiter und schreiben sie in jede Zeile.
- timestamp | ${rate} Anfragen pro Sekunde mit je ${each} Zeilen: ${lines} Zeilen teilen sich diese Sekunde.
- user_id | Findet alles, was diese Person je tat, und keinen Dienst, der Nutzer nicht kennt.
- span_id | Jeder Dienst hat seine eigene: Sie findet einen Schritt des Weges.
= Das Feld muss da sein, bevor es gebraucht wird: am Rand erzeugt, an jeder Station weitergegeben, in jeder Zeile.`,

  nestedSpans: (gateway, auth, orders, query, own, ownGateway) => `
Ein Trace: gateway ${gateway}; darin auth ${auth}, dann orders ${orders}; in orders eine Datenbankabfrage ${query}. Wo ist der Engpass?
+ In der Abfrage. | ${query}, und kein Kind, an das sie etwas weiterreicht.
- In orders. | Es wartet auf die Abfrage; ${own} sind seine eigenen.
- Im Gateway: Sein Balken ist der längste. | Ein Elternspan dauert so lange wie seine Kinder; ${ownGateway} sind seine eigenen.
- In auth, denn alles Weitere wartet darauf. | ${auth} lang.
= Zu suchen ist die Eigenzeit: die Dauer eines Spans ohne die seiner Kinder.`,

  beforeLaunch: () => `
Was muss da sein, bevor der erste Nutzer kommt?
+ Rate, Fehler und Latenz-Perzentile jedes Dienstes. | Woran sonst wäre zu erkennen, dass es den Nutzern gut geht?
+ Log-Einträge mit der Trace-ID in jedem. | Zeilen, die nichts verbindet, liest man ratend.
+ Trace-Kontext, an jeder Station weitergegeben. | Eine Station, die ihn fallen lässt, zerschneidet jeden Trace.
+ Ein Ziel, und ein Alarm auf seine Burn-Rate. | Jemand muss davon hören, bevor die Nutzer schreiben.
- Eine Kurve für jede Metrik, die es gibt. | Unter dreihundert findet niemand die eine, auf die es ankommt.
- Ein Weckruf für jede Ressource über 80 %. | Eine beschäftigte Maschine ist kein Notfall.
= Wenig, aber verbunden: vom Alarm zum Trace zur Zeile im Log.`,
};

export const quiz: QuizText = {
  heading: 'Was sitzt schon?',
  labels: {
    topic: 'Thema',
    seed: 'Zahlen',
    answers: 'Antworten',
    at: 'Frage',
    src: 'Fragen',
  },
  lesson,

  at: (n, count) => `Frage ${n} von ${count}.`,
  one: 'Erst wählen, dann prüfen.',
  soFar: (right, answered) => ` Bisher *${right}* von ${answered} richtig.`,
  result: (right, max) => `*${right} von ${max}* richtig.`,
  waiting: 'Die Fragen sind unterwegs.',
  none: 'Hier ist keine Frage.',

  several: 'Mehrere Antworten können richtig sein.',
  check: 'Prüfen',
  choose: 'Zuerst eine Antwort wählen.',
  next: 'Nächste Frage',
  toResult: 'Zum Ergebnis',
  retry: 'Noch einmal',
  retryWrong: 'Die falschen noch einmal',
  otherFigures: 'Alle noch einmal, mit anderen Zahlen',
  figures: (seed) => `Zahlensatz ${seed}`,

  verdicts: { right: 'Richtig.', wrong: 'Nicht ganz.' },
  chosenRight: 'Gewählt, und richtig.',
  chosenWrong: 'Gewählt, und falsch.',
  rightAnswer: 'Die richtige Antwort.',
  alsoRight: 'Auch richtig.',
  questions: 'Fragen',
  resultOf: 'Ergebnis',
  places: {
    open: (n) => `Frage ${n}, offen`,
    right: (n) => `Frage ${n}, richtig`,
    wrong: (n) => `Frage ${n}, falsch`,
  },
  youSaid: (answer) => `Gewählt: ${answer}`,
  rightIs: (answer) => `Richtig: ${answer}`,

  refusals: {
    'too-large': () => 'Die Fragen sind größer als 500.000 Zeichen.',
    'not-json': () => 'Die Fragen sind kein JSON.',
    'not-a-list': () => 'Die Fragen sind keine Liste von Fragen.',
    'too-many': () => 'Es sind mehr als 100 Fragen.',
    'no-question': (n) => `Frage ${n} hat keinen Text.`,
    'too-long': (n) => `Frage ${n} hat einen Text von mehr als 2.000 Zeichen.`,
    'few-answers': (n) => `Frage ${n} hat weniger als zwei Antworten mit Text.`,
    'many-answers': (n) => `Frage ${n} hat mehr als 12 Antworten.`,
    'none-right': (n) => `Frage ${n} hat keine richtige Antwort.`,
    unreachable: () => 'Die Fragen lassen sich nicht abrufen.',
  },
};
