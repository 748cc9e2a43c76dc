/** Where the kit's own files are when the page loaded one of its self-contained scripts; else a path within `dist`. */
export function kitUrl(name: string, path: string): string {
  const script = document.querySelector<HTMLScriptElement>(
    `script[src*="cdn/${name}.js"],script[src*="cdn/obs-elements.js"]`,
  );
  return (script?.src.replace(/cdn\/[^/]*$/, '') ?? '') + path;
}

/** Markup that embeds an element in this state: the tag with its script, or an iframe for hosts that take only those. */
export function embedCode(
  kind: 'script' | 'iframe',
  name: string,
  title: string,
  attributes: readonly (readonly [name: string, value: string])[],
): string {
  if (kind === 'script') {
    const written = attributes.map(([attribute, value]) => ` ${attribute}=${quoted(value)}`).join('');
    return `<script src=${quoted(kitUrl(name, `cdn/${name}.js`))} defer></script>\n<obs-${name}${written}></obs-${name}>`;
  }
  const query = new URLSearchParams(attributes.map(([...pair]) => pair));
  return `<iframe src=${quoted(`${kitUrl(name, `embed/${name}.html`)}?${query}`)} title=${quoted(title)} width="100%" height="720"></iframe>`;
}

function quoted(value: string): string {
  return `"${value.replace(/["&<]/g, (sign) => `&#${sign.charCodeAt(0)};`)}"`;
}
