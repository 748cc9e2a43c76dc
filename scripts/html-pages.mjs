// The iframe pages and the model pages, as text.
import { readFileSync } from 'node:fs';
import { marked } from 'marked';
import { LANGUAGES } from './elements.mjs';

const page = (title, head, body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${title}</title>
    ${head}
  </head>
  <body>
    ${body}
  </body>
</html>
`;

/** An iframe page. Its scripts are classic ones, because in a sandboxed frame a module is of another origin. */
export function embedPage(name) {
  const head = `<link rel="stylesheet" href="embed.css" />
    <script src="../standalone/${name}.js" defer></script>
    <script src="embed.js" data-element="obs-${name}" data-languages="${LANGUAGES.join(' ')}" defer></script>`;
  return page(`obs-${name}`, head, '');
}

/** The page that tells teachers how an element computes. */
export function modelPage(name) {
  const model = marked.parse(readFileSync(`src/simulations/${name}/${name}.model.md`, 'utf8'), { async: false });
  return page(`How ${name} is computed`, '<link rel="stylesheet" href="model.css" />', `<main>\n${model}</main>`);
}
