import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { figure, type FigureText } from '../../i18n/en/figure.js';
import { formatIn, type Format } from '../../i18n/format.js';
import { availableLanguage, text } from '../../i18n/languages.js';

/** Speaks the language of the element or of the page around it, as soon as it is loaded; English until then. */
export class Localization implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  /** A tag in lower case, such as `zh-hans`. */
  language = 'en';
  figureText: FigureText = figure;
  format: Format = formatIn('en', figure);

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('obs-language', this.#update);
  }

  hostDisconnected(): void {
    removeEventListener('obs-language', this.#update);
  }

  readonly #update = (): void => this.#host.requestUpdate();

  /** Finds out what to speak: `lang` on the element, or the nearest one around it. */
  resolve(lang: string): void {
    const around = this.#host.closest<HTMLElement>('[lang]') ?? document.documentElement;
    this.language = availableLanguage(lang || around.lang);
    this.figureText = text(this.language, 'figure', figure);
    this.format = formatIn(this.language, this.figureText);
  }

  /** The messages of a section; `english` is what they are translated from, and gives them their type. */
  text<T extends object>(section: string, english: T): T {
    return text(this.language, section, english);
  }
}
