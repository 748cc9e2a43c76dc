import { render, type TemplateResult } from 'lit';
import { VERSION } from '../../version.js';
import { define, type DefinableElement } from './define.js';
type Settings = Readonly<Record<string, { initial: unknown; parse: (t: string) => unknown }>>;

// In Node there is no element to extend: there the classes can be imported, and nothing more.
const BrowserElement: typeof HTMLElement = globalThis.HTMLElement ?? class {};

type Part = DefinableElement & { readonly tag: string };

/**
 * An element whose settings are its properties and, in kebab-case, its attributes; Lit renders it when one changes.
 * What a setting cannot use is refused at once: it keeps the value it had, and `refused` tells what was given.
 */
export abstract class SettingsElement extends BrowserElement {
  static readonly version: string = VERSION;
  static readonly tag: string;
  static readonly styles: readonly string[];
  static readonly settings: Settings;
  /** The elements it is made of, registered with it. */
  static readonly parts?: readonly Part[];

  /** What `constructor` is in any instance; the language types it as a mere Function. */
  readonly #class = this.constructor as typeof SettingsElement;
  protected readonly settings: Settings = this.#class.settings;
  readonly #values = new Map<string, unknown>();
  readonly #refused = new Map<string, string>();
  /** Given, and not yet on the screen. */
  readonly #toHear = new Set<string>();
  readonly #root = this.attachShadow({ mode: 'open' });
  #update: Promise<void> | undefined;

  /** Registers the element; a second time is harmless. */
  static define(
    this: DefinableElement & { readonly tag: string; readonly parts?: readonly Part[] },
    tag: string = this.tag,
    registry: CustomElementRegistry | undefined = globalThis.customElements,
  ): void {
    for (const part of this.parts ?? []) define(part.tag, part, registry);
    define(tag, this, registry);
  }

  /** The registry reads it: the time to give the class its properties. */
  static get observedAttributes(): string[] {
    return Object.keys(this.settings).map((name) => {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        get(this: SettingsElement) {
          return this.#values.get(name);
        },
        set(this: SettingsElement, given: unknown) {
          this.#give(name, given);
        },
      });
      return attributeOf(name);
    });
  }

  constructor() {
    super();
    for (const name of Object.keys(this.settings)) {
      // What a script set before the class was known hides the property.
      const early: unknown = Object.hasOwn(this, name) ? Reflect.get(this, name) : undefined;
      Reflect.deleteProperty(this, name);
      this.#values.set(name, this.settings[name]?.initial);
      if (early !== undefined) this.#give(name, early);
    }
  }

  /** Adopted style sheets belong to a document, and stay behind when the element moves to another. */
  connectedCallback(): void {
    const { defaultView: view } = this.ownerDocument;
    if (view) this.#root.adoptedStyleSheets = this.#class.styles.map((style) => sheetOf(view, style));
    this.requestUpdate();
  }

  attributeChangedCallback(attribute: string, _before: string | null, given: string | null): void {
    this.#give(
      attribute.replace(/-./g, (dash) => dash.charAt(1).toUpperCase()),
      given,
    );
  }

  /** Resolves when what was set so far is on the screen. */
  get updateComplete(): Promise<void> {
    return this.#update ?? Promise.resolve();
  }

  /** @internal Renders anew, soon and once for any number of calls; not while the element is out of the page. */
  requestUpdate(): void {
    this.#update ??= Promise.resolve().then(() => {
      this.#update = undefined;
      if (this.isConnected) render(this.render(), this.#root, { host: this });
    });
  }

  protected abstract render(): TemplateResult;

  /** Called when what was given to a setting is on the screen, as far as it can be used. */
  protected abstract given(setting: string): void;

  /** @internal What was given and cannot be used, as text. */
  refused(setting: string): string | undefined {
    return this.#refused.get(setting);
  }

  #give(name: string, given: unknown): void {
    const { initial, parse } = this.settings[name] ?? {};
    const text = textOf(given);
    const value = given === null || given === undefined ? initial : text === undefined ? undefined : parse?.(text);
    if (value === undefined) {
      this.#refused.set(name, Number.isNaN(given) ? '' : (text ?? ''));
    } else {
      this.#refused.delete(name);
      this.#values.set(name, value);
    }
    this.requestUpdate();
    if (this.#toHear.has(name)) return;
    this.#toHear.add(name);
    void this.updateComplete.then(() => {
      this.#toHear.delete(name);
      this.given(name);
    });
  }
}

/** What was given as text; undefined for an object, for none is a setting, and some cannot even be written. */
function textOf(given: unknown): string | undefined {
  const isPlain = typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean';
  return isPlain || typeof given === 'bigint' || typeof given === 'symbol' ? String(given) : undefined;
}

function sheetOf(view: Window & typeof globalThis, style: string): CSSStyleSheet {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(style);
  return sheet;
}

/** `requestsPerSecond` as `requests-per-second`. */
export function attributeOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
