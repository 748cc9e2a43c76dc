import { offerLanguage } from './languages.js';

/* Offers every language beside English: each is a module of its own, imported when a reader asks for it. */
const languages = import.meta.glob(['./*/index.ts', '!./en/index.ts']);

for (const [path, load] of Object.entries(languages)) offerLanguage(path.split('/')[1] ?? '', load);
