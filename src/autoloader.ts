import './i18n/on-demand.js';

/*
 * The one script of a page: finds `obs-` elements, now and later, also in open shadow roots, and imports the module of
 * each when it comes near the viewport. A tag that no element of the kit has stays as it is.
 */
const modules = import.meta.glob('./simulations/*/*.define.ts');

/** How far outside the viewport an element is loaded. */
const MARGIN = '600px';

function load({ localName }: Element): void {
  const name = localName.slice('obs-'.length);
  const path = `./simulations/${name}/${name}.define.ts`;
  const loadModule = modules[path];
  delete modules[path];
  loadModule?.().catch((error: unknown) => {
    modules[path] = loadModule;
    console.error(`<${localName}> could not be loaded.`, error);
  });
}

function watchPage(): void {
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        sight.unobserve(target);
        load(target);
      }
    },
    { rootMargin: MARGIN },
  );

  const additions = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) visit(node);
    }
  });

  const visit = (element: Element): void => {
    for (const each of [element, ...element.querySelectorAll('*')]) {
      if (each.localName.startsWith('obs-')) sight.observe(each);
      else if (each.shadowRoot) watch(each.shadowRoot);
      // Another's element has no shadow root before it is defined.
      else if (each.matches(':not(:defined)')) awaitShadowRoot(each);
    }
  };

  const awaitShadowRoot = (element: Element): void => {
    void customElements.whenDefined(element.localName).then(() => {
      if (element.shadowRoot) watch(element.shadowRoot);
    });
  };

  const watch = (root: Document | ShadowRoot): void => {
    additions.observe(root, { childList: true, subtree: true });
    for (const child of root.children) visit(child);
  };

  watch(document);
}

// In Node there is no page.
if (globalThis.document) watchPage();
