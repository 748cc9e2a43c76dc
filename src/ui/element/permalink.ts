import { readPermalink, writePermalink } from '../../embed/permalink.js';
import type { SettingValues } from './setting-values.js';

/** The element whose state a link carries. */
export interface PermalinkHost extends HTMLElement {
  readonly settings: Pick<SettingValues, 'names'>;
  /** The settings that a link may set. */
  readonly linkedSettings: readonly string[];
}

type State = Readonly<Record<string, unknown>>;

/** Reads the element's state from the page's address, once, and writes links to the state that it is in. */
export class Permalink {
  readonly #host: PermalinkHost;
  /** What the author set, to go back to; undefined until the link was read. */
  #authored: State | undefined;

  constructor(host: PermalinkHost) {
    this.#host = host;
  }

  /** Takes what the author set, and puts what the link says over it; only the first call does anything. */
  restore(): void {
    if (this.#authored) return;
    this.#authored = this.state();
    this.#apply(readPermalink(location.hash, this.#key), this.#host.linkedSettings);
  }

  /** Sets everything back to what the author set. */
  reset(): void {
    this.#apply(this.#authored ?? {}, this.#host.settings.names);
  }

  /** What the author set for a setting. */
  authored(setting: string): unknown {
    return this.#authored?.[setting];
  }

  /** The settings that the reader changed, and their values as text. */
  get changed(): Record<string, string> {
    return this.differing(this.#authored ?? this.state());
  }

  /** A link to this page that opens the element in its present state. */
  url(): string {
    const { href, hash } = location;
    const page = href.slice(0, href.length - hash.length).replace(/#$/, '');
    return page + writePermalink(hash, this.#key, this.changed);
  }

  /** The settings whose values differ from `others`, as text. */
  differing(others: State): Record<string, string> {
    const differing = Object.entries(this.state()).filter(([name, value]) => value !== others[name]);
    return Object.fromEntries(differing.map(([name, value]) => [name, String(value)]));
  }

  state(): State {
    return Object.fromEntries(this.#host.settings.names.map((name) => [name, Reflect.get(this.#host, name)]));
  }

  #apply(state: State, names: readonly string[]): void {
    for (const name of names) {
      if (Object.hasOwn(state, name)) Reflect.set(this.#host, name, state[name]);
    }
  }

  /** The element's id; without one its tag, numbered after the first on the page. */
  get #key(): string {
    const { id, localName } = this.#host;
    const place = [...document.querySelectorAll(localName)].indexOf(this.#host) + 1;
    return id || (place > 1 ? `${localName}.${place}` : localName);
  }
}
