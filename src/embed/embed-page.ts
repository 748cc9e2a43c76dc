import { closestLanguage } from '../i18n/languages.js';
import { postHeight } from './host-messages.js';

/*
 * The script of an iframe page: it puts the element into the page with every query parameter that is an attribute of it,
 * tells the host the height, and hands the focus back to the host on Escape.
 */
const page = document.querySelector<HTMLScriptElement>('script[data-element]')?.dataset ?? {};

function place(tag: string, observed: readonly string[]): void {
  const element = document.createElement(tag);
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (observed.includes(name)) element.setAttribute(name, value);
  }
  loadLanguage(element.getAttribute('lang') ?? '');
  document.body.append(element);
}

/** The page names the languages that lie beside it; nothing else is ever loaded. */
function loadLanguage(wanted: string): void {
  const language = closestLanguage(wanted, new Set(page['languages']?.split(' ')));
  if (language === 'en') return;
  document.documentElement.lang = language;
  const script = document.createElement('script');
  script.src = `../standalone/lang/${language}.js`;
  document.head.append(script);
}

const tag = page['element'] ?? '';
void customElements
  .whenDefined(tag)
  .then((element) => place(tag, Reflect.get(element, 'observedAttributes') as readonly string[]));

if (parent !== window) {
  const { documentElement: root, body } = document;
  new ResizeObserver(() => postHeight(parent, root.offsetHeight, root.offsetWidth, location.hash)).observe(body);
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) parent.focus();
  });
}
