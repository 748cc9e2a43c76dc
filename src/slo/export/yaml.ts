import { decimal } from '../numbers.js';

/** What the exporters write; a key whose value is undefined is left out, and an object has one that is not. */
export type Yaml = string | number | boolean | readonly Yaml[] | { readonly [key: string]: Yaml | undefined };

// Words that neither YAML 1.1 nor 1.2 takes for something else.
const PLAIN = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)[A-Za-z][\w/-]*$/i;
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * A value as YAML that versions 1.1 and 1.2 read alike: after a key or dash, a space and a scalar, or an indented block.
 * @see https://yaml.org/spec/1.2.2/
 */
export function toYaml(value: Yaml, indent: string = ''): string {
  const inner = `${indent}  `;
  if (typeof value === 'string') return ` ${scalar(value)}`;
  if (typeof value === 'number') return ` ${decimal(value, 15)}`;
  if (typeof value === 'boolean') return ` ${value}`;
  return value instanceof Array
    ? value.map((item: Yaml) => `\n${indent}- ${toYaml(item, inner).trimStart()}`).join('') || ' []'
    : Object.entries(value)
        .map(([key, item]) => (item === undefined ? '' : `\n${indent}${key}:${toYaml(item, inner)}`))
        .join('');
}

function scalar(text: string): string {
  if (PLAIN.test(text)) return text;
  if (text.search(UNPRINTABLE) < 0) return `'${text.replaceAll("'", "''")}'`;
  // JSON is YAML but for a few characters that YAML wants escaped, and for halves of characters, which it cannot hold.
  return JSON.stringify(text.replace(/\p{Cs}/gu, '\ufffd')).replace(
    UNPRINTABLE,
    (character) => `\\U${character.codePointAt(0)?.toString(16).padStart(8, '0')}`,
  );
}

/** Lines of comment, whatever their text, and below them the document where there is one. */
export function yamlFile(comments: readonly string[], value?: Yaml): string {
  const head = comments.map((comment) => `# ${comment.replace(UNPRINTABLE, ' ')}\n`).join('');
  return value ? `${head}${toYaml(value).trimStart()}\n` : head;
}
