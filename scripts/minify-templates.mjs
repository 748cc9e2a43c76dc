// A Vite plugin for the self-contained files: white space in html`…`, svg`…` and css`…` is for people, not for readers.
import { transform as minifyStyles } from 'lightningcss';

const minifiers = {
  // Prettier's line breaks between tags mean nothing; a space on one line stands between words.
  html: (source) =>
    source
      .replace(/>\s*\n\s*</g, '><')
      .replace(/\s+/g, ' ')
      .replace(/ ?(\/?>)/g, '$1')
      // Before a slash the quotes have to stay.
      .replace(/( [a-z-]+)="([\w-]+)"(?=[ >])/g, '$1=$2'),
  css: (source) => minifyStyles({ filename: 'x.css', code: Buffer.from(source), minify: true }).code.toString(),
};
minifiers.svg = minifiers.html;

function* taggedTemplates(node) {
  if (!node || typeof node !== 'object') return;
  if (node.type === 'TaggedTemplateExpression' && Object.hasOwn(minifiers, node.tag.name)) yield node;
  for (const [key, child] of Object.entries(node)) if (key !== 'parent') yield* taggedTemplates(child);
}

export function minifyTemplates() {
  return {
    name: 'minify-templates',
    transform(code, id) {
      if (!id.includes('/src/')) return undefined;
      const edits = [];
      for (const { tag, quasi } of taggedTemplates(this.parse(code))) {
        for (const { start, end } of quasi.quasis) {
          edits.push([start, end, minifiers[tag.name](code.slice(start, end))]);
        }
      }
      let result = code;
      for (const [start, end, text] of edits.sort((a, b) => b[0] - a[0])) {
        result = result.slice(0, start) + text + result.slice(end);
      }
      return { code: result, map: null };
    },
  };
}
