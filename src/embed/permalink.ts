/** A state that a link carries: setting names and values. */
export type LinkState = Readonly<Record<string, string>>;

/** Turns the state of version `n`, at index `n - 1`, into that of version `n + 1`, so that an old link always opens. */
export type Migrations = readonly ((state: LinkState) => LinkState)[];

/** The fragment with `state` under `key`, beside whatever else it holds: `checkout=1;objective=99.95;window=7d`. */
export function writePermalink(
  fragment: string,
  key: string,
  state: readonly (readonly [name: string, value: string])[],
  migrations: Migrations = [],
): string {
  const others = parts(fragment).filter((part) => !part.startsWith(`${key}=`));
  const fields = state.map(([name, value]) => `;${name}=${encodeURIComponent(value)}`);
  return [...others, `${key}=${migrations.length + 1}${fields.join('')}`].join('&');
}

/** What `fragment` holds for `key` under these names, brought up to date; empty where there is none that can be read. */
export function readPermalink(
  fragment: string,
  key: string,
  names: readonly string[],
  migrations: Migrations = [],
): Record<string, string> {
  const written = parts(fragment).find((part) => part.startsWith(`${key}=`));
  const [version, ...fields] = written?.slice(key.length + 1).split(';') ?? [];
  // A link from a later version of the kit may mean something else by the same names.
  if (!(Number(version) <= migrations.length + 1)) return {};
  const state = Object.fromEntries(new URLSearchParams(fields.join('&').replaceAll('+', '%2B')));
  const current = migrations.slice(Number(version) - 1).reduce((older, migrate) => migrate(older), state);
  return Object.fromEntries(Object.entries(current).filter(([name]) => names.includes(name)));
}

function parts(fragment: string): string[] {
  return fragment.replace('#', '').split('&').filter(Boolean);
}
