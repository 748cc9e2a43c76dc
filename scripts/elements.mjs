// The elements and the languages, by the folders they live in.
import { readdirSync } from 'node:fs';

/** Names without the prefix: `slo-calculator` for `<obs-slo-calculator>`. */
export const ELEMENTS = readdirSync(new URL('../src/simulations/', import.meta.url)).sort();

/** Languages beside English, by their tags in lower case: `de`. */
export const LANGUAGES = readdirSync(new URL('../src/i18n/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'en')
  .map((entry) => entry.name);
