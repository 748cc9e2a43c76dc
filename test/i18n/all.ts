const modules = import.meta.glob('../../src/i18n/*/index.ts', { eager: true });

/** Every language of the kit but English, registered; the name of its folder is its tag in lower case. */
export const LANGUAGES: readonly string[] = Object.keys(modules)
  .map((path) => path.split('/').at(-2)!)
  .filter((tag) => tag !== 'en');
