/** A state that a link carries: setting names and values. */
export type LinkState = Readonly<Record<string, string>>;

/** Turns the state of version `n`, at index `n - 1`, into that of version `n + 1`, so that an old link always opens. */
export type Migrations = readonly ((state: LinkState) => LinkState)[];

/** The fragment with `state` under `key`, beside whatever else it holds: `#checkout=1;objective=99.95;window=7d`. */
export function writePermalink(fragment: string, key: string, state: LinkState, migrations: Migrations = []): string {
  const fields = Object.entries(state).map(([name, value]) => `;${name}=${encodeURIComponent(value)}`);
  const others = partsOf(fragment).filter((part) => !part.startsWith(`${key}=`));
  return `#${[...others, `${key}=${migrations.length + 1}${fields.join('')}`].join('&')}`;
}

/** The state that `fragment` holds for `key`, brought up to date; empty where there is none that can be read. */
export function readPermalink(fragment: string, key: string, migrations: Migrations = []): LinkState {
  const written = partsOf(fragment).find((part) => part.startsWith(`${key}=`)) ?? '';
  const { [key]: version, ...state } = Object.fromEntries(new URLSearchParams(written.replaceAll(';', '&')));
  // A link from a later version of the kit may mean something else by the same names.
  const missing = migrations.length + 1 - Number(version);
  return missing >= 0
    ? migrations.slice(migrations.length - missing).reduce<LinkState>((older, next) => next(older), state)
    : {};
}

function partsOf(fragment: string): string[] {
  return fragment.replace('#', '').split('&').filter(Boolean);
}
