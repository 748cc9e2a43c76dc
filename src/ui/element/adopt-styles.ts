import { adoptStyles, type CSSResultOrNative } from 'lit';

/**
 * Applies style sheets to a shadow root. A constructed sheet belongs to the document whose window made it, so an element
 * in another document, such as a frame's, gets sheets of its own.
 */
export function adoptStylesInto(root: ShadowRoot, styles: readonly CSSResultOrNative[]): void {
  const view = root.ownerDocument.defaultView;
  // A document that nobody sees has no window, and cannot adopt a sheet.
  if (!view) return;
  if (view === window) {
    adoptStyles(root, [...styles]);
    return;
  }
  root.adoptedStyleSheets = styles.map((style) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync('cssText' in style ? style.cssText : [...style.cssRules].map((rule) => rule.cssText).join('\n'));
    return sheet;
  });
}
