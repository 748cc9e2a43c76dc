import { render, type TemplateResult } from 'lit/html.js';
import { VERSION } from '../version.js';
import { define } from './define.js';
import type { Setting } from './settings.js';

// In Node there is no element to extend: there the classes can be imported, and nothing more.
const BrowserElement: typeof HTMLElement = globalThis.HTMLElement ?? class {};

/**
 * An element whose settings are its properties and, in kebab-case, its attributes; Lit renders it when one changes.
 * What a setting cannot use is refused at once: it keeps the value it had, and `refused` tells what was given.
 */
export abstract class SettingsElement extends BrowserElement {
  static readonly version: string = VERSION;
  static readonly tag: string;
  static readonly styles: readonly string[];
  static readonly settings: Readonly<Record<string, Setting>>;

  readonly #values = new Map<string, unknown>();
  readonly #refused = new Map<string, unknown>();
  #changed = new Set<string>();
  #update: Promise<void> | undefined;
  #styled: Document | undefined;

  /** Registers the element; a second time is harmless. */
  static define(tag: string = this.tag, registry: CustomElementRegistry | undefined = globalThis.customElements): void {
    define(tag, this, registry);
  }

  /** The registry reads it, once: the time to give the class its properties. */
  static get observedAttributes(): string[] {
    for (const name of Object.keys(this.settings)) {
      Object.defineProperty(this.prototype, name, {
        get(this: SettingsElement) {
          return this.#values.get(name);
        },
        set(this: SettingsElement, given: unknown) {
          this.#give(name, given);
        },
      });
    }
    return Object.keys(this.settings).map(attributeOf);
  }

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
    for (const [name, { initial }] of this.settings) {
      this.#values.set(name, initial);
      const early: unknown = Object.hasOwn(this, name) && Reflect.get(this, name);
      // Set by a script before the class was known: it would hide the property.
      if (Reflect.deleteProperty(this, name) && early) this.#give(name, early);
    }
  }

  connectedCallback(): void {
    const { ownerDocument } = this;
    // Adopted style sheets belong to a document, and stay behind when the element moves to another.
    if (this.#styled !== ownerDocument) this.#adoptStyles((this.#styled = ownerDocument));
    this.requestUpdate();
  }

  attributeChangedCallback(attribute: string, _before: string | null, given: string | null): void {
    const [name] = this.settings.find(([setting]) => attributeOf(setting) === attribute) ?? [];
    if (name) this.#give(name, given);
  }

  /** Resolves when what was set so far is on the screen. */
  get updateComplete(): Promise<void> {
    return this.#update ?? Promise.resolve();
  }

  /** Renders anew, soon and once for any number of calls; not while the element is out of the page. */
  requestUpdate(): void {
    this.#update ??= Promise.resolve().then(() => {
      this.#update = undefined;
      if (!this.isConnected || !this.shadowRoot) return;
      render(this.render(), this.shadowRoot, { host: this });
      const changed = this.#changed;
      this.#changed = new Set();
      this.updated(changed);
    });
  }

  protected abstract render(): TemplateResult;
  protected abstract updated(changed: ReadonlySet<string>): void;

  /** @internal What was given and cannot be used, as text. */
  refused(name: string): string | undefined {
    return this.#refused.has(name) ? written(this.#refused.get(name)) : undefined;
  }

  protected get settings(): [name: string, setting: Setting][] {
    // What `constructor` is in any instance; the language types it as a mere Function.
    return Object.entries((this.constructor as typeof SettingsElement).settings);
  }

  #give(name: string, given: unknown): void {
    const setting = this.settings.find(([known]) => known === name)?.[1];
    const value = given === null || given === undefined ? setting?.initial : setting?.parse(written(given));
    if (value === undefined) this.#refused.set(name, given);
    else {
      this.#refused.delete(name);
      this.#values.set(name, value);
    }
    this.#changed.add(name);
    this.requestUpdate();
  }

  #adoptStyles({ defaultView }: Document): void {
    if (!defaultView || !this.shadowRoot) return;
    this.shadowRoot.adoptedStyleSheets = (this.constructor as typeof SettingsElement).styles.map((style) => {
      const sheet = new defaultView.CSSStyleSheet();
      sheet.replaceSync(style);
      return sheet;
    });
  }
}

/** `requestsPerSecond` as `requests-per-second`. */
export function attributeOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** No object is a setting, and some cannot even be written. */
function written(given: unknown): string {
  return typeof given === 'object' ? 'object' : String(given);
}
