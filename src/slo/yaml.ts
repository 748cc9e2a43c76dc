import { decimal } from './numbers.js';

/** What the exporters write; a key whose value is undefined is left out. */
export type Yaml = string | number | boolean | readonly Yaml[] | { readonly [key: string]: Yaml | undefined };

/**
 * Writes YAML that versions 1.1 and 1.2 read alike, with comment lines above it; of an empty mapping or without a
 * value only the comments.
 * @see https://yaml.org/spec/1.2.2/
 */
export function toYaml(value: Yaml | undefined, comments: readonly string[] = []): string {
  const head = comments.map((comment) => `# ${comment.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')}\n`).join('');
  return head + (value === undefined ? '' : write(value, '').replace(/^\n/, ''));
}

/** The value as it follows a key or dash: a space and a scalar, or a line break and a block. */
function write(value: Yaml, indent: string): string {
  if (typeof value === 'string') return ` ${writeString(value, indent)}\n`;
  if (typeof value === 'number') return ` ${decimal(value, 15)}\n`;
  if (typeof value === 'boolean') return ` ${value}\n`;
  if (isList(value)) {
    if (value.length === 0) return ' []\n';
    // The first key of a mapping stands behind its dash.
    return `\n${value.map((item) => `${indent}-${write(item, `${indent}  `).replace(/^\n\s+/, ' ')}`).join('')}`;
  }
  const entries = Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, item] as const]));
  if (entries.length === 0) return ' {}\n';
  return `\n${entries.map(([key, item]) => `${indent}${writeString(key, indent)}:${write(item, `${indent}  `)}`).join('')}`;
}

function isList(value: Yaml): value is readonly Yaml[] {
  return Array.isArray(value);
}

// What YAML 1.1 takes for a boolean or null although it looks like a word.
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
const PLAIN = /^[A-Za-z](?:[\w ./:-]*\w)?$/;
const PRINTABLE = /^[^\p{C}\p{Zl}\p{Zp}]*$/u;

function writeString(text: string, indent: string): string {
  if (PLAIN.test(text) && !RESERVED.test(text) && !text.includes(': ')) return text;
  const lines = text.split('\n');
  if (!lines.every((line) => PRINTABLE.test(line))) return writeEscaped(text);
  if (lines.length === 1) return `'${text.replaceAll("'", "''")}'`;
  // A block shows a query as it was written, but blanks at its edges and in empty lines are not safe in it.
  return /^\s|\s$|\n +\n/.test(text)
    ? writeEscaped(text)
    : `|-\n${lines.map((line) => line && indent + line).join('\n')}`;
}

/** JSON is YAML but for a few characters, which YAML wants escaped, and for half characters, which it cannot hold. */
function writeEscaped(text: string): string {
  return JSON.stringify(text.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (character) => `\\U${character.codePointAt(0)?.toString(16).padStart(8, '0')}`,
  );
}
