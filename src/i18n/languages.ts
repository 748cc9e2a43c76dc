/** All the text of one language, by section: `figure`, `sloCalculator`, … Each section has the shape of its English. */
export type Catalogue = Readonly<Record<string, object>>;

// On the global object, because a page may load several self-contained files of the kit and one language module.
const KEY: unique symbol = Symbol.for('obs-elements.languages');
const page: typeof globalThis & { [KEY]?: Map<string, Catalogue> } = globalThis;
const catalogues: Map<string, Catalogue> = (page[KEY] ??= new Map());

/** Languages that can be loaded, and are not yet, by their tags in lower case. */
const LOADERS_KEY: unique symbol = Symbol.for('obs-elements.language-loaders');
type LoadLanguage = () => Promise<unknown>;
const loaderPage: typeof globalThis & { [LOADERS_KEY]?: Map<string, LoadLanguage> } = globalThis;
const loaders: Map<string, LoadLanguage> = (loaderPage[LOADERS_KEY] ??= new Map());

/** Offers to load a language when a reader asks for it; `load` imports a module that registers it. */
export function offerLanguage(tag: string, load: LoadLanguage): void {
  loaders.set(tag.toLowerCase(), load);
  globalThis.dispatchEvent?.(new Event('obs-language'));
}

/** Adds a language; elements on the page change at once (the window hears `obs-language`). `tag` is BCP 47, as `de`. */
export function registerLanguage(tag: string, catalogue: Catalogue): void {
  catalogues.set(tag.toLowerCase(), catalogue);
  globalThis.dispatchEvent?.(new Event('obs-language'));
}

/**
 * The language to speak where `wanted` is asked for: the registered one that shares most with it, else English. A closer
 * one that is offered begins to load; the window hears `obs-language` when it is there.
 */
export function availableLanguage(wanted: string): string {
  const closest = closestLanguage(wanted, { has: (tag) => catalogues.has(tag) || loaders.has(tag) });
  if (!catalogues.has(closest)) loadLanguage(closest);
  return closestLanguage(wanted, catalogues);
}

function loadLanguage(tag: string): void {
  const load = loaders.get(tag);
  loaders.delete(tag);
  // What did not arrive may arrive when it is asked for again.
  load?.().catch(() => loaders.set(tag, load));
}

/**
 * The one of these languages, by their tags in lower case, that shares most with `wanted`, else English. A region brings
 * its script: Simplified Chinese, `zh-hans`, is spoken where `zh-CN` is asked for and not where `zh-TW` is.
 */
export function closestLanguage(wanted: string, available: Pick<ReadonlySet<string>, 'has'>): string {
  for (const tag of [wanted, withScript(wanted)]) {
    const parts = tag.toLowerCase().split('-');
    while (parts.length && !available.has(parts.join('-'))) parts.pop();
    if (parts.length) return parts.join('-');
  }
  return 'en';
}

/** `zh` as `zh-Hans-CN`: with the script and the region that are likeliest; empty for what is no tag. */
function withScript(tag: string): string {
  try {
    return new Intl.Locale(tag).maximize().baseName;
  } catch {
    return '';
  }
}

/** The text of `section` in a language of `availableLanguage`; `english`, which is built in, gives it its type. */
export function text<T extends object>(language: string, section: string, english: T): T {
  // A catalogue satisfies the English type where it is written (`de/index.ts`); here only its name is known.
  return (catalogues.get(language)?.[section] as T | undefined) ?? english;
}
