/** Focuses the first of these that an element's shadow tree has, unless the page has led the reader elsewhere. */
export function focusFirst(host: Element, selectors: readonly string[]): void {
  const { shadowRoot } = host;
  const root = host.getRootNode();
  const active = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : host;
  if (active && active !== host && active !== document.body) return;
  const [first] = selectors.flatMap((selector) => shadowRoot?.querySelector<HTMLElement>(selector) ?? []);
  first?.focus();
  // A new question is read from its beginning.
  if (first?.matches('input')) shadowRoot?.querySelector('.asked')?.scrollIntoView({ block: 'nearest' });
}
