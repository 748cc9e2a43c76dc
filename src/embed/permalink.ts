/** A state that a link carries: setting names and values. */
export type LinkState = Readonly<Record<string, string>>;

/** Turns the state of version `n`, at index `n - 1`, into that of version `n + 1`, so that an old link always opens. */
export type Migrations = readonly ((state: LinkState) => LinkState)[];

/** The fragment with `state` under `key`, beside whatever else it holds: `#checkout=1;objective=99.95;window=7d`. */
export function writePermalink(fragment: string, key: string, state: LinkState, migrations: Migrations = []): string {
  const fields = Object.entries(state).map(([name, value]) => `;${name}=${encodeURIComponent(value)}`);
  const others = partsOf(fragment).filter((part) => !part.startsWith(prefixOf(key)));
  return `#${[...others, `${prefixOf(key)}${migrations.length + 1}${fields.join('')}`].join('&')}`;
}

/** The state that `fragment` holds for `key`, brought up to date; empty where there is none that can be read. */
export function readPermalink(fragment: string, key: string, migrations: Migrations = []): LinkState {
  const written = partsOf(fragment).find((part) => part.startsWith(prefixOf(key))) ?? '';
  const [version = '', ...fields] = written.slice(prefixOf(key).length).split(';');
  // A link from a later version of the kit may mean something else by the same names.
  const missing = migrations.length + 1 - Number(version || NaN);
  if (!(missing >= 0)) return {};
  const state: LinkState = Object.fromEntries(new URLSearchParams(fields.join('&')));
  return migrations.slice(migrations.length - missing).reduce((older, next) => next(older), state);
}

/** An id may be any text; a fragment may not. */
function prefixOf(key: string): string {
  return `${encodeURIComponent(key)}=`;
}

function partsOf(fragment: string): string[] {
  return fragment.replace('#', '').split('&').filter(Boolean);
}
