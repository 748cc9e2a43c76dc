import { html, LitElement, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { embedCode } from '../../embed/embed-code.js';
import { ObsChangeEvent, ObsInputEvent } from '../../events.js';
import type { FigureText } from '../../i18n/en/figure.js';
import type { Format } from '../../i18n/format.js';
import { tokens } from '../../theme/tokens.styles.js';
import { VERSION } from '../../version.js';
import type { FigureHost } from '../controls/fields.js';
import { adoptStylesInto } from './adopt-styles.js';
import { announcer } from './announcer.js';
import { attributeOf, define, fileName, type DefinableElement } from './define.js';
import { figureFrame } from './figure-frame.js';
import { figureStyles } from './figure.styles.js';
import { Localization } from './localization.js';
import { Menu, type MenuHost } from './menu.js';
import { Permalink, type PermalinkHost } from './permalink.js';
import { plainText } from './rich-text.js';
import { defineSettings, SettingValues } from './setting-values.js';
import { choice, flag, words } from './settings.js';
import { Validation, type ValidationHost } from './validation.js';

type Part = DefinableElement & { readonly tag: string };

/** Settings that only an author sets, never a link: words and addresses. */
const AUTHOR_SETTINGS: readonly string[] = ['heading', 'theme', 'noControls', 'modelPage', 'lang'];

/**
 * The frame of every figure: heading, live sentence, stage, controls and footer, in the reader's language, with links to
 * its state. An element derives what it shows in `willUpdate`, reads it in `render`, and acts in `updated`.
 */
export abstract class ObsElement extends LitElement implements FigureHost, MenuHost, PermalinkHost, ValidationHost {
  static readonly version: string = VERSION;
  static readonly tag: string;
  /** The elements it is made of, registered with it. */
  static readonly parts?: readonly Part[];
  static override readonly styles: CSSResultGroup[] = [tokens, figureStyles];

  /** @internal */
  readonly validation: Validation = new Validation(this);
  /** @internal */
  readonly settings: SettingValues = new SettingValues(this, this.validation);
  readonly #localization = new Localization(this);
  /** @internal */
  readonly permalink: Permalink = new Permalink(this);
  /** @internal */
  readonly menu: Menu = new Menu(this);

  /** Replaces the figure's heading. */
  @property({ converter: words })
  heading: string = '';
  /** Light, dark, or as the page is: `auto`. */
  @property({ converter: choice('auto', 'light', 'dark') })
  theme: 'auto' | 'light' | 'dark' = 'auto';
  /** Hides all controls: a picture for an article. */
  @property({ attribute: 'no-controls', converter: flag })
  noControls: boolean = false;
  /** Where the menu's "how it is computed" leads; found by itself beside the kit's own script. */
  @property({ attribute: 'model-page', converter: words })
  modelPage: string = '';
  /** Language, as BCP 47; that of the page unless given. English where the language is not loaded. */
  @property({ converter: words })
  override lang: string = '';

  /** Registers the element and its parts; a second time is harmless. */
  static define(
    this: Part & { readonly parts?: readonly Part[] },
    tag: string = this.tag,
    registry: CustomElementRegistry | undefined = globalThis.customElements,
  ): void {
    for (const part of this.parts ?? []) define(part.tag, part, registry);
    define(tag, this, registry);
  }

  /** Gives each setting an accessor that refuses what it cannot use; other properties are as Lit makes them. */
  protected static override finalize(): void {
    super.finalize();
    defineSettings(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What it shows may be out of date when it comes back to a page.
    this.requestUpdate();
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.#adoptStyles(root);
    return root;
  }

  /** Adopted style sheets belong to a document, and stay behind when the element moves to another. */
  adoptedCallback(): void {
    if (this.shadowRoot) this.#adoptStyles(this.shadowRoot);
  }

  #adoptStyles(root: ShadowRoot): void {
    // What `constructor` is in any instance; the language types it as a mere Function.
    adoptStylesInto(root, (this.constructor as typeof ObsElement).elementStyles);
  }

  /** @internal */
  get linkedSettings(): readonly string[] {
    return this.settings.names.filter((name) => !this.authorSettings.includes(name));
  }

  /** Settings that a link may not set. */
  protected get authorSettings(): readonly string[] {
    return AUTHOR_SETTINGS;
  }

  protected get language(): string {
    return this.#localization.language;
  }

  /** @internal */
  get figureText(): FigureText {
    return this.#localization.figureText;
  }

  /** @internal */
  get format(): Format {
    return this.#localization.format;
  }

  /** The messages of one section in the reader's language. */
  protected messages<T extends object>(section: string, english: T): T {
    return this.#localization.text(section, english);
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    if (this.isConnected) this.permalink.restore();
    this.#localization.resolve(this.lang);
  }

  /** @internal The reader's name for a setting; empty if it has no field. */
  abstract label(setting: string): string;
  protected abstract defaultHeading(): string;
  /** What is going on, in one or two sentences, in the words of an SRE; `*…*` marks what matters. */
  protected abstract sentence(): string;
  protected abstract renderStage(): TemplateResult;
  protected abstract renderControls(): TemplateResult;
  protected abstract renderFooter(): TemplateResult;
  /** What is on the screen, as a file: `csv`, or a format of the element's own. */
  abstract exportData(format?: string): string;
  /** @internal The formats of `exportData` that the menu offers, and how their files end. */
  readonly downloads: Readonly<Record<string, string>> = { CSV: 'csv' };

  protected override render(): TemplateResult {
    const { noControls, theme, language, figureText } = this;
    return figureFrame({
      theme,
      language,
      direction: this.dir || figureText.direction,
      heading: this.heading || this.defaultHeading(),
      sentence: this.sentence(),
      notes: this.validation.unplacedNotes(),
      stage: this.renderStage(),
      controls: noControls ? undefined : this.renderControls(),
      footer: noControls ? undefined : html`${this.renderFooter()} ${this.menu.render()}`,
      copyByHand: this.menu.renderCopyByHand(),
    });
  }

  /** Brings everything derived up to date at once: a script may ask for data before what it set is drawn. */
  protected updateNow(): void {
    this.requestUpdate();
    this.performUpdate();
  }

  /** Sets everything back to what the author set. */
  reset(): void {
    this.permalink.reset();
  }

  /** A link to this page that opens this element as it is now. */
  shareUrl(): string {
    return this.permalink.url();
  }

  /** Markup for another page that shows this element as it is now. */
  embedCode(kind: 'script' | 'iframe' = 'script'): string {
    const differing = Object.entries(this.permalink.differing(this.settings.initials));
    const attributes = Object.fromEntries(differing.map(([name, value]) => [attributeOf(name), value]));
    return embedCode(kind, fileName(this), this.heading || this.defaultHeading(), attributes);
  }

  /** @internal Takes what the reader chose, and tells the page. */
  async change(setting: string, value: unknown, done: boolean = true): Promise<void> {
    const before: unknown = Reflect.get(this, setting);
    Reflect.set(this, setting, value);
    if (!done) {
      if (value !== before) this.dispatchEvent(new ObsInputEvent(setting, value));
      return;
    }
    await this.updateComplete;
    if (this.validation.invalidValue(setting) !== undefined) return;
    this.dispatchEvent(new ObsChangeEvent(setting, Reflect.get(this, setting)));
    this.announce(plainText(this.sentence()));
  }

  /** @internal */
  readonly changeField = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const typed = this.format.parse(target.value);
    void this.change(target.name, target instanceof HTMLInputElement && Number.isFinite(typed) ? typed : target.value);
  };

  /** @internal */
  validationWarning(_setting: string): string {
    return '';
  }

  /** @internal Tells a screen reader; of what waits to be said, the highest `priority` comes first. */
  announce(message: string, priority: number = 0): void {
    const region = this.shadowRoot?.querySelector('[role=status]');
    if (region) announcer.say(region, message, priority);
  }
}

// Only a rendering shows which notes have a field to stand beside: where one has none, there is a second rendering.
ObsElement.disableWarning?.('change-in-update');
