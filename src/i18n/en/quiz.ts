const labels = {
  topic: 'Topic',
  seed: 'Figures',
  answers: 'Answers',
  at: 'Question',
  src: 'Questions',
};

/** Each question in lines: the question, `+ right | why`, `- wrong | why`, `= what there is to learn`. */
const lesson = {
  failingPayments: (failing: string, burn: string, gone: string): string => `
${failing} of all payments fail. You have metrics of every service, and no traces. What can you find out?
+ How many fail, since when, and in which service. | That is what metrics are for, and often enough to roll back a release.
- Where one failed payment spent its time. | Its way through the services was never written down: metrics add requests up.
- The line of code that throws. | A counter counts. What was thrown stands in a log, if anywhere.
- Nothing, before traces are there. | How many, since when and where is a lot to know at night.
= Metrics say that and where, a trace says on which way, a log says why. At 99.9 % these errors burn at ${burn}: in ${gone} the month’s budget is gone.`,

  meanOfTwoKinds: (slow: string, fast: string, long: string, mean: string, middle: string): string => `
Of 100 requests ${slow} took ${long}, all others ${fast}. What does the mean say?
+ ${mean}, which none of them took. | It lies between two kinds of requests, where there is nobody.
- ${fast}, for nearly all took that. | That is the median.
- ${middle}, halfway between the two. | As if there were as many slow ones as fast ones.
- ${long}: the slow ones decide. | They show in the highest percentiles, and only there.
= A mean describes no request when there are two kinds of them. Percentiles side by side show both.`,

  tailOfVisits: (requests: string, meets: string, sum: string, spared: string): string => `
Every visit makes ${requests} requests. How many visits meet a request that is slower than the p99?
+ ${meets} | One less the chance that all ${requests} are spared, 0.99 to the power of ${requests}.
- 1 % | That is the share of requests. A visit draws ${requests} times.
- ${sum} | Adding the chances counts a visit twice that meets two.
- ${spared} | Those are the visits that are spared.
= The rare case of a request is no rare case of a visit. Whoever does most meets it first.`,

  roomLeft: (used: string, rate: string, room: string, roomRate: string): string => `
An API answers ${rate} requests a second, none fails, and the p99 is 50 ms. The CPU of its database is busy ${used} of the time. What now?
+ Find what keeps it busy, while nobody suffers. | ${room} more traffic, ${roomRate} requests a second, and there is no CPU left.
- Nothing, as long as users are well. | Still. Queues grow slowly up to here, and then all at once.
- Wake whoever is on call. | No user is hurt. It is work for today, by daylight.
- Add servers to the API, to spread the load. | They would send the database more work, not less.
= RED tells how users are, USE how long it will stay so.`,

  poolLimit: (size: string, held: string, rate: string, product: string, alone: string): string => `
A pool has ${size} connections, and a request keeps one for ${held}. From which rate on does a queue grow without end?
+ ${rate} a second | There all ${size} are in use all of the time.
- ${product} a second | Milliseconds times connections is no rate.
- ${alone} a second | So much gets through a single connection.
- ${size} a second | As if each request kept its connection for a second.
= In use on average is rate times time kept: Little’s law. Requests that come in bursts wait much earlier, so watch the wait as well as the use.`,

  budgetLeft: (
    o: string,
    day: string,
    spent: string,
    left: string,
    rest: string,
    over: string,
    nine: string,
  ): string => `
The objective is ${o} over 30 days. On day ${day} you have been down for ${spent}. What is left?
+ ${left} | The budget of all 30 days, less what is spent.
- ${rest} | Days that pass spend nothing; failures do.
- ${over} | The budget is there from the first day on. It is not paid out by the day.
- ${nine} | That is the budget of an objective with ten times the failures.
= A budget is (1 − objective) × window, and only what fails comes off it.`,

  bothNeeded: (database: string, cloud: string, together: string, mean: string, parallel: string): string => `
A service needs its database (${database}) and its cloud (${cloud}). What can it promise at best?
+ ${together} | It is up when both are: multiply.
- ${database} | The weaker one alone. The other one fails too, at other times.
- ${mean} | The mean. But each outage of either counts in full.
- ${parallel} | So much they would give if one of the two sufficed.
= Every part that has to work takes something off. Need fewer, or have two where one suffices.`,

  riskyRelease: (left: string, worst: string, chance: string, expected: string, over: string): string => `
On day 20, ${left} of the error budget are left. A big release goes wrong in ${chance} of all cases, and then costs ${worst}. Ship it?
+ Not like this: smaller, behind a flag, or next month. | When it goes wrong, the budget is overspent by ${over}.
- Yes: the expected cost is ${expected}, and that much is there. | It never costs ${expected}. It costs nothing, or ${worst}.
- Yes: a budget is there to be spent. | On what it can pay. In ${chance} of all cases it cannot.
- No, and nothing else either. | Fixes, and what a switch turns off in seconds, cost next to nothing.
= Weigh the worst case, and not the expected one alone, when little is left.`,

  fastBurn: (burn: string, gone: string, share: string, hours: string, period: string): string => `
An objective over 30 days burns at ${burn}. When is a full budget empty?
+ After ${gone} | The 30 days, divided by ${burn}.
- After 1 h | In one hour it spends ${share}.
- After ${hours} | A burn rate is no time. It says how many times too fast.
- After ${period} | So long it lasts at a burn rate of 1.
= A burn rate of 1 uses the budget up exactly when the window ends.`,

  noisyAlert: (fired: string, real: string, idle: string, precision: string): string => `
“CPU above 90 %” fired ${fired} times this week. It was right ${real} times; else it went by, and no user noticed. What should become of it?
+ Page on what users feel, and keep the CPU as a graph. | Its precision is ${precision}. Symptoms find the real ones, and a graph then explains them.
- Raise it to 95 %, so that it fires less often. | It stays a cause. Busy machines pass 95 % too, and users may suffer below.
- Nothing: it caught every real one, and that counts. | And woke somebody ${idle} times for nothing. Who expects a false alarm turns over.
- Delete it, and look at graphs now and then. | Then nobody hears of the real ones.
= A page has to be urgent, real, and something that a person can act on. All else is a ticket or a graph.`,

  worthAPage: (failing: string, burn: string, gone: string): string => `
What is worth waking somebody for?
+ ${failing} of all payments have been failing for an hour. | At 99.9 % that burns at ${burn}: in ${gone} the month is spent.
+ For five minutes nobody has been able to log in. | Users are shut out now, and it does not mend itself.
- The CPU is at 92 %, and answers are as fast as ever. | A cause that hurts nobody.
- The disk will be full in nine days. | A ticket, for working hours.
- One server of six was restarted, and the others took over. | That is what they are for. Look at it tomorrow.
= The question is whether users suffer now, and whether somebody can do something about it.`,

  linesOfASecond: (rate: string, each: string, lines: string): string => `
One user’s payment failed. By which field do you find every line that its request left, in all services?
+ trace_id | All services pass it on with the request and write it into every line.
- timestamp | ${rate} requests a second with ${each} lines each: ${lines} lines share that second.
- user_id | It finds all that this person ever did, and misses services that know no users.
- span_id | Every service has its own: it finds one step of the way.
= It has to be there before it is needed: made at the edge, passed on by every hop, in every line.`,

  nestedSpans: (
    gateway: string,
    auth: string,
    orders: string,
    query: string,
    own: string,
    ownGateway: string,
  ): string => `
A trace: gateway ${gateway}; in it auth ${auth}, then orders ${orders}; in orders a database query ${query}. Where is the bottleneck?
+ In the query. | ${query}, and no child to hand it on to.
- In orders. | It waits for the query; ${own} are its own.
- In the gateway: its bar is the longest. | A parent lasts as long as its children; ${ownGateway} are its own.
- In auth, for all the rest waits for it. | For ${auth}.
= Look for self time: a span’s duration without that of its children.`,

  beforeLaunch: (): string => `
What has to be there before the first user comes?
+ Rate, errors and latency percentiles of every service. | How else would you know that users are well?
+ Log records with the trace id in each. | Lines that nothing joins are read by guessing.
+ Trace context, passed on at every hop. | One hop that drops it cuts every trace in two.
+ An objective, and an alert on its burn rate. | Somebody has to hear of it before the users write.
- A chart for every metric there is. | Nobody finds the one that matters among three hundred.
- A page for every resource above 80 %. | A busy machine is no emergency.
= Little, but joined: from the alert to the trace to the line in the log.`,
};

/** What `<obs-quiz>` says; `*…*` marks what matters. */
export const quiz = {
  heading: 'Check what you know',
  labels: labels as Readonly<Record<string, string>>,
  lesson: lesson as typeof lesson,

  at: (n: string, count: string): string => `Question ${n} of ${count}.`,
  one: 'Choose, then check.',
  soFar: (right: string, answered: string): string => ` *${right}* of ${answered} right so far.`,
  result: (right: string, max: string): string => `*${right} of ${max}* right.`,
  waiting: 'The questions are on their way.',
  none: 'There is no question here.',

  several: 'Several answers may be right.',
  check: 'Check',
  choose: 'Choose an answer first.',
  next: 'Next question',
  toResult: 'See the result',
  retry: 'Try again',
  retryWrong: 'Try the wrong ones again',
  otherFigures: 'All again, with other figures',
  figures: (seed: string): string => `Figures no. ${seed}`,

  verdicts: { right: 'Right.', wrong: 'Not quite.' },
  chosenRight: 'Your answer, and right.',
  chosenWrong: 'Your answer, and wrong.',
  rightAnswer: 'The right answer.',
  alsoRight: 'Also right.',
  questions: 'Questions',
  resultOf: 'Result',
  places: {
    open: (n: string): string => `Question ${n}, open`,
    right: (n: string): string => `Question ${n}, right`,
    wrong: (n: string): string => `Question ${n}, wrong`,
  },
  youSaid: (answer: string): string => `You: ${answer}`,
  rightIs: (answer: string): string => `Right: ${answer}`,

  refusals: {
    'too-large': (): string => 'The questions are larger than 500,000 characters.',
    'not-json': (): string => 'The questions are no JSON.',
    'not-a-list': (): string => 'The questions are no list of questions.',
    'too-many': (): string => 'There are more than 100 questions.',
    'no-question': (n: string): string => `Question ${n} has no text.`,
    'too-long': (n: string): string => `Question ${n} has a text of more than 2,000 characters.`,
    'few-answers': (n: string): string => `Question ${n} has fewer than two answers with a text.`,
    'many-answers': (n: string): string => `Question ${n} has more than 12 answers.`,
    'none-right': (n: string): string => `Question ${n} has no right answer.`,
    unreachable: (): string => 'The questions cannot be fetched.',
  },
};

export type QuizText = typeof quiz;
