import { errorBudgetRatio, type AlertRule, type Condition } from '../../../slo/index.js';
import { GAUGES, type GaugeName } from '../week/scrape.model.js';

/** What is missing or wrong in a rule; the words for it are the reader's language's. */
export type RuleProblem =
  | 'metric'
  | 'window'
  | 'duration'
  | 'minutes'
  | 'comparison'
  | 'threshold'
  | 'burnRate'
  | 'never'
  | 'share'
  | 'queue'
  | 'closing'
  | 'end'
  | 'depth'
  | 'length';

export type ParsedRule =
  | { readonly ok: true; readonly rule: AlertRule }
  /** `column` counts from 1; `found` is what stands there, empty at the end. */
  | { readonly ok: false; readonly column: number; readonly problem: RuleProblem; readonly found: string };

/** What a queue can hold in any of the weeks: five seconds' worth of 270 requests a second. */
const LONGEST_QUEUE = 1350;
/** In characters. */
const LONGEST_RULE = 400;
const DEEPEST = 20;
const LONGEST_WINDOW = 30 * 86_400;
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
const TOKEN = /\s*(?:(\d+\.?\d*|\.\d+)|([A-Za-z_]+)|(>=|[>()[\]%]))/y;

interface Token {
  readonly text: string;
  readonly column: number;
}

class Refusal {
  readonly problem: RuleProblem;
  readonly token: Token;
  constructor(problem: RuleProblem, token: Token) {
    this.problem = problem;
    this.token = token;
  }
}

/**
 * Reads `errors[1h] > 14.4x and errors[5m] > 14.4x for 2m`.
 *
 *     rule       = either ["for" duration] ["keep" duration]
 *     either     = both {"or" both}
 *     both       = comparison {"and" comparison}
 *     comparison = "(" either ")" | metric ["[" duration "]"] (">" | ">=") threshold
 *     metric     = "errors" | "cpu" | "memory" | "queue"
 *     threshold  = number ["%" | "x"]
 *
 * `errors` is a ratio and needs its window, in whole minutes; `x` is a burn rate of the objective. Never throws.
 */
export function parseRule(text: string, objective: number): ParsedRule {
  if (text.length > LONGEST_RULE) {
    return {
      ok: false,
      column: LONGEST_RULE + 1,
      problem: 'length',
      found: text.slice(LONGEST_RULE, LONGEST_RULE + 12),
    };
  }
  try {
    return { ok: true, rule: new RuleParser(text, objective).rule() };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { ok: false, column: refusal.token.column, problem: refusal.problem, found: refusal.token.text };
  }
}

class RuleParser {
  readonly #tokens: readonly Token[];
  readonly #objective: number;
  #at = 0;

  constructor(text: string, objective: number) {
    this.#tokens = tokensOf(text);
    this.#objective = objective;
  }

  rule(): AlertRule {
    const condition = this.#either(0);
    const forSeconds = this.#takes('for') ? this.#duration() : 0;
    const keepFiringForSeconds = this.#takes('keep') || this.#takes('keep_firing_for') ? this.#duration() : 0;
    if (this.#next.text) throw new Refusal('end', this.#next);
    return { name: 'YourRule', condition, forSeconds, keepFiringForSeconds, severity: 'page' };
  }

  #either(depth: number): Condition {
    const any = [this.#both(depth)];
    while (this.#takes('or')) any.push(this.#both(depth));
    return any.length === 1 && any[0] ? any[0] : { any };
  }

  #both(depth: number): Condition {
    const all = [this.#comparison(depth)];
    while (this.#takes('and')) all.push(this.#comparison(depth));
    return all.length === 1 && all[0] ? all[0] : { all };
  }

  #comparison(depth: number): Condition {
    if (depth > DEEPEST) throw new Refusal('depth', this.#next);
    if (this.#takes('(')) {
      const inner = this.#either(depth + 1);
      if (!this.#takes(')')) throw new Refusal('closing', this.#next);
      return inner;
    }
    const metric = this.#next;
    const name = metric.text.toLowerCase();
    if (name !== 'errors' && !isGauge(name)) throw new Refusal('metric', metric);
    this.#at++;
    const windowSeconds = this.#window(name === 'errors');
    const op = this.#takes('>=') ? '>=' : this.#takes('>') ? '>' : undefined;
    if (!op) throw new Refusal('comparison', this.#next);
    const where = this.#next;
    const threshold = this.#threshold(name === 'errors');
    if (name !== 'errors') {
      // CPU and memory are shares: `cpu > 50` was meant as 50%.
      const isShare = name !== 'queue';
      const most = isShare ? 1 : LONGEST_QUEUE;
      if (op === '>' ? threshold >= most : threshold > most) throw new Refusal(isShare ? 'share' : 'queue', where);
      return { gauge: GAUGES[name], ...(windowSeconds ? { windowSeconds } : {}), op, threshold };
    }
    // Not an error of the language, but of thought: no outage is larger than everything.
    if (op === '>' ? threshold >= 1 : threshold > 1) throw new Refusal('never', where);
    return { ratio: 'errors', windowSeconds, op, threshold };
  }

  #window(isNeeded: boolean): number {
    if (!this.#takes('[')) {
      if (isNeeded) throw new Refusal('window', this.#next);
      return 0;
    }
    const where = this.#next;
    const seconds = this.#duration();
    if (seconds < 60 || seconds % 60 !== 0 || seconds > LONGEST_WINDOW) throw new Refusal('minutes', where);
    if (!this.#takes(']')) throw new Refusal('closing', this.#next);
    return seconds;
  }

  #threshold(isRatio: boolean): number {
    const number = this.#number('threshold');
    if (this.#takes('%')) return tidy(number / 100);
    const unit = this.#next;
    if (!this.#takes('x')) return number;
    if (!isRatio) throw new Refusal('burnRate', unit);
    return tidy(number * errorBudgetRatio(this.#objective));
  }

  /** `5m`, or `1h30m`. */
  #duration(): number {
    const first = this.#next;
    let seconds = 0;
    do {
      const number = this.#number('duration');
      const unit = UNITS[this.#next.text.toLowerCase()];
      if (!unit) throw new Refusal('duration', this.#next);
      this.#at++;
      seconds += number * unit;
    } while (/^[\d.]/.test(this.#next.text));
    if (!(seconds <= LONGEST_WINDOW)) throw new Refusal('minutes', first);
    return seconds;
  }

  #number(problem: RuleProblem): number {
    const token = this.#next;
    if (!/^[\d.]/.test(token.text)) throw new Refusal(problem, token);
    this.#at++;
    return Number(token.text);
  }

  get #next(): Token {
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)] ?? { text: '', column: 1 };
  }

  #takes(text: string): boolean {
    const found = this.#next.text.toLowerCase() === text;
    if (found) this.#at++;
    return found;
  }
}

function isGauge(name: string): name is GaugeName {
  return Object.hasOwn(GAUGES, name);
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** The words of a rule, and an empty one at its end; what is no word stands alone, to be refused where it stands. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const word = match?.slice(1).find((part) => part !== undefined) ?? /\S/u.exec(text.slice(at))?.[0] ?? '';
    const end = match ? TOKEN.lastIndex : text.indexOf(word, at) + Math.max(1, word.length);
    if (word) tokens.push({ text: word, column: end - word.length + 1 });
    at = word ? end : text.length;
  }
  tokens.push({ text: '', column: text.trimEnd().length + 1 });
  return tokens;
}
