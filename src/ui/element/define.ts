/** An element class of the kit: what `define` needs to know of it. */
export type DefinableElement = CustomElementConstructor & { readonly version: string };

/**
 * Registers `element` as `tag`, once: a page may load the kit twice. Loading the same version again is silent,
 * another version warns and changes nothing, for a tag cannot be redefined. Does nothing where there are no elements, as in Node.
 */
export function define(
  tag: string,
  element: DefinableElement,
  registry: CustomElementRegistry | undefined = globalThis.customElements,
): void {
  const present = registry?.get(tag);
  if (!present) {
    registry?.define(tag, element);
  } else if (!('version' in present) || present.version !== element.version) {
    console.warn(`<${tag}> is already defined by another version; ${element.version} is not used.`);
  }
}

/** The attribute of a property: `requests-per-second` for `requestsPerSecond`. */
export function attributeOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The name of an element's files: its tag without the prefix. */
export function fileName({ localName }: Element): string {
  return localName.replace('obs-', '');
}
