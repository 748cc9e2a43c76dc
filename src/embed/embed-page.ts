import { closestLanguage } from '../i18n/languages.js';
import { postHeight } from './host-messages.js';

/*
 * The script of an iframe page: every query parameter that is an attribute of the element becomes one, the host learns
 * the height, and Escape hands the focus back to it.
 */
const element = document.body.firstElementChild;
const attributes: readonly string[] = Reflect.get(element?.constructor ?? {}, 'observedAttributes') ?? [];

for (const [name, value] of new URLSearchParams(location.search)) {
  if (attributes.includes(name)) element?.setAttribute(name, value);
}

// The page names the languages that lie beside it; nothing else is ever loaded.
const languages = document.currentScript?.dataset['languages']?.split(' ');
const language = closestLanguage(element?.getAttribute('lang') ?? '', new Set(languages));
if (language !== 'en') {
  document.documentElement.lang = language;
  const script = document.createElement('script');
  script.src = `../cdn/lang/${language}.js`;
  document.head.append(script);
}

if (parent !== window) {
  const { documentElement: root, body } = document;
  new ResizeObserver(() => postHeight(parent, root.offsetHeight, root.offsetWidth, location.hash)).observe(body);
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) parent.focus();
  });
}
