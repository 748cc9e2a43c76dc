import { valueText } from '../../../telemetry/logs/log-record.js';

/** What a log must not hold, as far as its shape gives it away. */
export type SecretKind = 'card' | 'email' | 'token' | 'password' | 'ssn';

export interface Secret {
  readonly kind: SecretKind;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** Longer texts are looked at up to here, so that no file can hold up the page. */
const LONGEST = 10_000;

// Each takes time in proportion to the text: nothing repeats within a repetition, and every repetition has a limit.
const CARD = /(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w-]|\.\d)/g;
const EMAIL = /(?<![\w.+%-])[A-Za-z\d][\w.+%-]{0,63}@(?:[A-Za-z\d-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![\w-])/g;
const SSN = /(?<![\w-])(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}(?![\w-])/g;
const TOKENS: readonly RegExp[] = [
  // JSON Web Token: two parts of JSON, which begins with {" in base64url, and a signature.
  /(?<!\w)eyJ[\w-]{8,2000}\.eyJ[\w-]{2,4000}\.[\w-]{0,1000}/g,
  /(?<!\w)[Bb]earer\s+(?!eyJ)[\w.~+/-]{16,2000}=*/g,
  /(?<!\w)[Bb]asic\s+[A-Za-z\d+/]{12,2000}={0,2}(?![\w+/])/g,
  // AWS, GitHub, Slack, Stripe, Google, npm, GitLab.
  /(?<!\w)(?:AKIA|ASIA)[A-Z\d]{16}(?!\w)/g,
  /(?<!\w)(?:gh[pousr]_[A-Za-z\d]{36}|github_pat_\w{22,255})(?!\w)/g,
  /(?<!\w)xox[abprs]-[\w-]{10,250}/g,
  /(?<!\w)[sr]k_(?:live|test)_[A-Za-z\d]{16,250}/g,
  /(?<!\w)AIza[\w-]{35}(?![\w-])/g,
  /(?<!\w)npm_[A-Za-z\d]{36}(?!\w)/g,
  /(?<!\w)glpat-[\w-]{20,64}/g,
  /-----BEGIN (?:[A-Z]{1,12} ){0,2}PRIVATE KEY-----/g,
];
/** The names of fields whose value nobody should read. */
const SECRET_NAME =
  /(?:^|[._-])(?:pass(?:word|wd|phrase)?|pwd|secret|client[_-]?secret|(?:api|access|private)[_-]?key|(?:access|refresh|id|auth|session)[_-]?token|token|authorization|cookie|set-cookie|cvv|cvc|pin)$/i;
/** `name=value`, `name: value`, `"name":"value"`, within a text. */
const ASSIGNED = /([A-Za-z][\w.-]{0,63})"?\s{0,3}[=:]\s{0,3}(?:"([^"]{0,500})"|'([^']{0,500})'|([^\s"',;&}]{1,500}))/g;
const IN_ADDRESS = /(?<!\w)[a-z][a-z\d+.-]{1,20}:\/\/[^\s/:@]{0,100}:([^\s/@]{1,100})@/gi;
/** What stands where a secret was taken out, or never was. */
const HARMLESS =
  /^(?:\*+|x+|\[?<?(?:redacted|masked|hidden|filtered|removed|secret)>?\]?|true|false|null|none|nil|undefined|yes|no|ok|failed|invalid|expired|missing|required|wrong|incorrect|-|\.\.\.|…|\d{1,2})$/i;

/** Finds what looks like a secret in a text, in the order in which it stands there. Says nothing of what it does not know. */
export function findSecrets(text: string): Secret[] {
  const shown = text.slice(0, LONGEST);
  const found: Secret[] = [];
  const add = (kind: SecretKind, start: number, length: number): void => {
    const end = start + length;
    if (!found.some((known) => start < known.end && end > known.start)) found.push({ kind, start, end });
  };
  for (const pattern of TOKENS) for (const match of shown.matchAll(pattern)) add('token', match.index, match[0].length);
  for (const match of shown.matchAll(IN_ADDRESS)) {
    const password = match[1] ?? '';
    if (!HARMLESS.test(password)) add('password', match.index + match[0].length - 1 - password.length, password.length);
  }
  for (const match of shown.matchAll(EMAIL)) add('email', match.index, match[0].length);
  for (const match of shown.matchAll(SSN)) add('ssn', match.index, match[0].length);
  for (const match of shown.matchAll(CARD)) if (isCard(match[0])) add('card', match.index, match[0].length);
  for (const match of shown.matchAll(ASSIGNED)) {
    const [whole, name = ''] = match;
    const value = match[2] ?? match[3] ?? match[4] ?? '';
    if (isSecretField(name, value)) add('password', match.index + whole.lastIndexOf(value), value.length);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What the value of a field looks like; undefined where it looks like nothing that must not be there. */
export function secretIn(field: string, value: unknown): SecretKind | undefined {
  if (typeof value === 'boolean' || value === null || value === undefined) return undefined;
  const text = valueText(value);
  const [first] = findSecrets(text);
  if (first) return first.kind;
  return isSecretField(field, text) ? 'password' : undefined;
}

function isSecretField(field: string, value: string): boolean {
  return SECRET_NAME.test(field) && value !== '' && !HARMLESS.test(value);
}

/** Visa; Mastercard; American Express; Discover, JCB and UnionPay; Diners Club: what they begin with and how long they are. */
const ISSUED =
  /^(?:4\d{12}(?:\d{3}){0,2}|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}|3[47]\d{13}|(?:6011|64[4-9]\d|65\d\d|35(?:2[89]|[3-8]\d)|62\d\d)\d{12,15}|(?:30[0-5]|3[68]\d)\d{11})$/;

/** Whether digits, with spaces or hyphens between, are the number of a payment card: an issuer's, with Luhn's check digit. */
export function isCard(written: string): boolean {
  const digits = written.replace(/[ -]/g, '');
  return ISSUED.test(digits) && passesLuhn(digits);
}

/** @see https://en.wikipedia.org/wiki/Luhn_algorithm */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
