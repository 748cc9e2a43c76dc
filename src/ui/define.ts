/** An element class of the kit: what `define` needs to know of it. */
export type DefinableElement = (abstract new () => HTMLElement) & { readonly version: string };

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
    // A class without a tag of its own is never registered.
    registry?.define(tag, element as CustomElementConstructor);
  } else if (!('version' in present) || present.version !== element.version) {
    console.warn(`<${tag}> is already defined by another version; ${element.version} is not used.`);
  }
}
