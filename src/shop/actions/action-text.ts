import type { ShopAction } from '../run/run-record.js';

/** The largest value of each parameter, so a link cannot start a run that never ends. */
const MOST: Readonly<Record<string, number>> = {
  at: 86_400,
  factor: 50,
  seconds: 86_400,
  share: 1,
  perSecond: 1000,
  retries: 10,
  timeoutSeconds: 60,
  slowness: 50,
  bytesPerRequest: 1e8,
  threads: 64,
  instances: 20,
  size: 1000,
  workers: 2000,
  queries: 200,
};
const WORDS: readonly string[] = ['service', 'mode', 'flag', 'from', 'to'];
const MOST_ACTIONS = 60;
const MOST_SPIKES = 12;
/** The largest factor on traffic. A dependency can be slower by more. */
const HIGHEST_SPIKE = 10;

/** Marks a secret action in a link. Its letters are in ROT13, as answers are printed upside down. */
const SECRET = '?';

function turned(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const first = letter < 'a' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });
}

/** Returns actions as text for a link, such as `60 traffic-spike factor=3; 120 scale-out service=auth`. */
export function writeActions(actions: readonly ShopAction[]): string {
  return actions
    .map(({ at, type, isSecret, ...parameters }) => {
      const known = Object.entries(parameters).filter(([, value]) => value !== undefined);
      const written = [type, ...known.map(([name, value]) => `${name}=${String(value)}`)].join(' ');
      return `${at} ${isSecret ? SECRET + turned(written) : written}`;
    })
    .join('; ');
}

/**
 * Reads actions from text. Returns undefined if the text is invalid, has too many actions or a number that is too large.
 * `Shop` checks whether types and services exist.
 */
export function readActions(text: string): ShopAction[] | undefined {
  const written = text.split(';').filter((action) => action.trim());
  const actions = written.flatMap((action) => readAction(action.trim().split(/\s+/)) ?? []);
  const isRead = actions.length === written.length && written.length <= MOST_ACTIONS;
  return isRead && isBearable(actions) ? actions : undefined;
}

function isBearable(actions: readonly ShopAction[]): boolean {
  const spikes = actions.filter(({ type }) => type === 'traffic-spike' || type === 'campaign');
  const isLow = spikes.every((spike) => !('factor' in spike) || (spike.factor ?? 0) <= HIGHEST_SPIKE);
  return isLow && spikes.length <= MOST_SPIKES;
}

function readAction([at, type, ...parameters]: readonly string[]): ShopAction | undefined {
  if (type?.startsWith(SECRET)) {
    const action = readAction([at ?? '', ...[type.slice(SECRET.length), ...parameters].map(turned)]);
    return action && { ...action, isSecret: true };
  }
  const read = new Map<string, unknown>();
  for (const parameter of [`at=${at}`, ...parameters]) {
    const [name = '', value = '', more] = parameter.split('=');
    const known = more === undefined ? readValue(name, value) : undefined;
    if (known === undefined || read.has(name)) return undefined;
    read.set(name, known);
  }
  if (type === undefined || !/^[a-z-]{1,40}$/.test(type)) return undefined;
  // The shop checks the type when it is built, and each action its own parameters.
  return { ...Object.fromEntries(read), type } as ShopAction;
}

function readValue(name: string, value: string): string | number | boolean | undefined {
  if (WORDS.includes(name)) return /^[a-z][a-z0-9-]{0,39}$/.test(value) ? value : undefined;
  if (name === 'isOpen') return value === 'true' ? true : value === 'false' ? false : undefined;
  const most = Object.hasOwn(MOST, name) ? MOST[name] : undefined;
  if (most === undefined || !/^\d+(\.\d+)?(e-\d{1,3})?$/.test(value)) return undefined;
  return Number(value) <= most ? Number(value) : undefined;
}
