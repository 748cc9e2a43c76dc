/** A file of the kit, beside the script that the page loaded it with; empty where it loaded none. */
export function kitUrl(name: string, path: string): string {
  const files = [`cdn/${name}`, 'cdn/obs-elements', `standalone/${name}`, 'standalone/obs-elements', 'autoloader'];
  const selector = files.map((file) => `script[src$="${file}.js"]`).join();
  const script = document.querySelector<HTMLScriptElement>(selector);
  return script ? script.src.replace(/((cdn|standalone)\/)?[^/]*$/, '') + path : '';
}

/** An address in full, where it leads to a page; empty where it leads nowhere, or would run something. */
export function webAddress(address: string): string {
  if (!address || !URL.canParse(address, document.baseURI)) return '';
  const { protocol, href } = new URL(address, document.baseURI);
  return /^(https?|file):$/.test(protocol) ? href : '';
}

/** Markup that embeds an element in this state: the tag with its script, or an iframe for hosts that take only those. */
export function embedCode(
  kind: 'script' | 'iframe',
  name: string,
  title: string,
  attributes: Readonly<Record<string, string>>,
): string {
  if (kind === 'iframe') {
    const src = `${kitUrl(name, `embed/${name}.html`) || `embed/${name}.html`}?${new URLSearchParams(attributes)}`;
    return `<iframe${written({ src, title, width: '100%', height: '720' })}></iframe>`;
  }
  const src = kitUrl(name, `cdn/${name}.js`) || `cdn/${name}.js`;
  return `<script${written({ src })} defer></script>\n<obs-${name}${written(attributes)}></obs-${name}>`;
}

function written(attributes: Readonly<Record<string, string>>): string {
  const escape = (value: string): string => value.replace(/["&<]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escape(value)}"`)
    .join('');
}
