import { html, type TemplateResult } from 'lit/html.js';
import { embedCode, kitUrl, webAddress } from '../../embed/embed-code.js';
import { readPermalink, writePermalink } from '../../embed/permalink.js';
import { ObsChangeEvent, ObsErrorEvent, ObsInputEvent } from '../../events.js';
import { figure, type FigureText } from '../../i18n/en/figure.js';
import { formatIn, type Format } from '../../i18n/format.js';
import { availableLanguage, text } from '../../i18n/languages.js';
import { tokens } from '../../theme/tokens.styles.js';
import { announcer } from './announcer.js';
import type { FigureHost } from '../controls/fields.js';
import { figureStyles } from './figure.styles.js';
import { choice, flag, words, type Settings } from './settings.js';
import { attributeOf, SettingsElement } from './settings-element.js';
import { note, plainText, richText } from './rich-text.js';

/**
 * The frame of every figure: heading, live sentence, stage, controls, footer with its menu; in the reader's language;
 * and links to a state. What happens is the model's, not its own.
 */
export abstract class ObsElement extends SettingsElement implements FigureHost {
  static override readonly styles: readonly string[] = [tokens, figureStyles];
  static override readonly settings: Settings = {
    heading: words(''),
    theme: choice('auto', 'light', 'dark'),
    noControls: flag,
    modelPage: words(''),
    lang: words(''),
  };

  /** Replaces the figure's heading. */
  declare heading: string;
  /** Light, dark, or as the page is: `auto`. */
  declare theme: 'auto' | 'light' | 'dark';
  /** Hides all controls: a picture for an article. */
  declare noControls: boolean;
  /** Where the menu's "how it is computed" leads; found by itself beside the kit's own script. */
  declare modelPage: string;
  /** Language, as BCP 47; that of the page unless given. English where the language is not loaded. */
  declare lang: string;

  /** @internal */
  figureText: FigureText = figure;
  /** @internal */
  format: Format = formatIn('en', figure);
  protected language = 'en';
  /** What a link may not set: an author's words and addresses. */
  protected readonly authorOnly: Settings = ObsElement.settings;
  /** What the author set, to go back to; taken when the element is first drawn. */
  #authored: Readonly<Record<string, unknown>> | undefined;
  readonly #placed = new Set<string>();
  #byHand = '';

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('obs-language', this.#translate);
  }

  disconnectedCallback(): void {
    removeEventListener('obs-language', this.#translate);
  }

  readonly #translate = (): void => this.requestUpdate();

  protected override render(): TemplateResult {
    if (!this.#authored) {
      this.#authored = this.#state();
      this.#restore(readPermalink(location.hash, this.#linkKey), this.authorOnly);
    }
    this.language = availableLanguage(
      this.lang || (this.closest<HTMLElement>('[lang]') ?? document.documentElement).lang,
    );
    this.figureText = text(this.language, 'figure', figure);
    this.format = formatIn(this.language, this.figureText);
    this.prepare();
    // A note stands beside its field; where that is not drawn, under the sentence.
    this.#placed.clear();
    const stage = this.renderStage();
    const controls = this.noControls ? '' : html`<div part="controls">${this.renderControls()}</div>`;
    const footer = this.renderFooter();
    const homeless = Object.keys(this.settings).filter((name) => !this.#placed.has(name));
    return html`<figure
      part="base"
      class=${this.theme}
      lang=${this.language}
      dir=${this.dir || this.figureText.direction}
      aria-labelledby="heading"
    >
      <svg class="unseen" aria-hidden="true">
        <pattern id="stripes" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="12" opacity="0.35" />
        </pattern>
      </svg>
      <figcaption id="heading" part="heading">${this.heading || this.defaultHeading()}</figcaption>
      <p class="sentence" part="sentence">${richText(this.sentence())}</p>
      ${homeless.map((name) => this.noteFor(name))}
      <div part="stage">${stage}</div>
      ${controls}
      <slot name="caption"></slot>
      ${this.noControls ? '' : html`<div class="footer" part="footer">${footer} ${this.#renderMenu()}</div>`}
      ${this.#byHand && html`<label>${this.figureText.copyByHand} <textarea readonly .value=${this.#byHand}></textarea></label>`}
      <p class="unseen" role="status"></p>
    </figure>`;
  }

  protected override given(setting: string): void {
    const problem = this.#problem(setting);
    if (!problem) return;
    this.dispatchEvent(new ObsErrorEvent(setting, this.refused(setting) ?? Reflect.get(this, setting), problem));
    this.announce(problem, 1);
  }

  /** Works out what is to be drawn, in the current language; called before anything is. */
  protected abstract prepare(): void;
  /** @internal The reader's name for a setting; empty where it has no field. */
  abstract label(setting: string): string;
  protected abstract defaultHeading(): string;
  /** What is going on, in one or two sentences, in the words of an SRE; `*…*` marks what matters. */
  protected abstract sentence(): string;
  protected abstract renderStage(): TemplateResult;
  protected abstract renderControls(): TemplateResult;
  protected abstract renderFooter(): TemplateResult;
  /** The formats of `exportData` that the menu offers, and how their files end. */
  protected readonly downloads: Readonly<Record<string, string>> = { CSV: 'csv' };
  /** What is on the screen, as a file: `csv`, or a format of the element's own. */
  abstract exportData(format?: string): string;

  /** What is to be said of a setting although it can be used. */
  protected objection(_setting: string): string {
    return '';
  }

  /** Sets everything back to what the author set. */
  reset(): void {
    this.#restore(this.#authored ?? {});
  }

  /** A link to this page that opens this element as it is now. */
  shareUrl(): string {
    const { href, hash } = location;
    return (
      href.slice(0, href.length - hash.length).replace(/#$/, '') + writePermalink(hash, this.#linkKey, this.#changed())
    );
  }

  /** Markup for another page that shows this element as it is now. */
  embedCode(kind: 'script' | 'iframe' = 'script'): string {
    const attributes = this.#differing((name) => this.settings[name]?.initial, attributeOf);
    return embedCode(kind, this.#name, this.heading || this.defaultHeading(), attributes);
  }

  /** @internal */
  async change(setting: string, value: unknown, done: boolean = true): Promise<void> {
    const before: unknown = Reflect.get(this, setting);
    Reflect.set(this, setting, value);
    if (!done) {
      if (value !== before) this.dispatchEvent(new ObsInputEvent(setting, value));
      return;
    }
    await this.updateComplete;
    if (this.refused(setting) !== undefined) return;
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
  noteFor(setting: string): TemplateResult | string {
    this.#placed.add(setting);
    const problem = this.#problem(setting);
    return problem && note(problem, 'problem', `note-${setting}`);
  }

  /** @internal */
  async copy(copied: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(copied);
      this.#byHand = '';
      this.announce(this.figureText.copied, 1);
    } catch {
      this.#byHand = copied;
    }
    this.requestUpdate();
  }

  /** @internal */
  save(saved: string, fileName: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([saved]));
    link.download = fileName;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** The tag without its prefix: the name of the element's files. */
  get #name(): string {
    return this.localName.replace('obs-', '');
  }

  /** The element's id; without one its tag, numbered after the first on the page. */
  get #linkKey(): string {
    const place = [...document.querySelectorAll(this.localName)].indexOf(this) + 1;
    return this.id || (place > 1 ? `${this.localName}.${place}` : this.localName);
  }

  /** Tells a screen reader; of what waits to be said, the highest `priority` comes first. */
  protected announce(message: string, priority: number = 0): void {
    const region = this.shadowRoot?.querySelector('[role=status]');
    if (region) announcer.say(region, message, priority);
  }

  #state(): Record<string, unknown> {
    return Object.fromEntries(Object.keys(this.settings).map((name) => [name, Reflect.get(this, name)]));
  }

  #restore(state: Readonly<Record<string, unknown>>, except: object = {}): void {
    const names = Object.keys(this.settings).filter(
      (name) => Object.hasOwn(state, name) && !Object.hasOwn(except, name),
    );
    for (const name of names) Reflect.set(this, name, state[name]);
  }

  /** What the reader changed of what the author set. */
  #changed(): Record<string, string> {
    const authored = this.#authored ?? this.#state();
    return this.#differing((name) => authored[name]);
  }

  /** The settings that are not what `from` says, as text. */
  #differing(from: (name: string) => unknown, key = (name: string): string => name): Record<string, string> {
    const differing = Object.entries(this.#state()).filter(([name, value]) => value !== from(name));
    return Object.fromEntries(differing.map(([name, value]) => [key(name), String(value)]));
  }

  #problem(name: string): string {
    const given = this.refused(name);
    const { figureText: t, format } = this;
    if (given === undefined) return this.objection(name);
    const expected = this.settings[name]?.expected(t, format) ?? '';
    const used: unknown = Reflect.get(this, name);
    const kept = typeof used === 'number' ? format.number(used, 9) : String(used) || '–';
    return t.refused(this.label(name) || name, given, expected, kept);
  }

  #resetByReader(): void {
    const changed = Object.keys(this.#changed());
    this.reset();
    for (const name of changed) void this.change(name, this.#authored?.[name]);
  }

  /** Browsers lose the focus when a popover in a shadow tree closes: it goes back to the button that opened it. */
  readonly #leaveMenu = (event: ToggleEvent): void => {
    const { activeElement } = this.shadowRoot ?? {};
    if (event.newState === 'closed' && activeElement?.closest('[popover]')) {
      this.shadowRoot?.querySelector<HTMLElement>('.more')?.focus();
    }
  };

  #renderMenu(): TemplateResult {
    const { figureText: t } = this;
    const item = (label: string, act: () => unknown): TemplateResult =>
      html`<button popovertarget="menu" popovertargetaction="hide" @click=${act}>${label}</button>`;
    const page = webAddress(this.modelPage || kitUrl(this.#name, `model/${this.#name}.html`));
    return html`<button class="more" part="menu-button" popovertarget="menu" aria-label=${t.menu}>⋯</button>
      <div id="menu" popover part="menu" @beforetoggle=${this.#leaveMenu}>
        ${item(t.copyLink, () => this.copy(this.shareUrl()))}
        ${item(t.copyEmbedCode, () => this.copy(this.embedCode()))}
        ${item(t.copyIframeCode, () => this.copy(this.embedCode('iframe')))}
        ${Object.entries(this.downloads).map(([format, ending]) =>
          item(t.download(format), () => this.save(this.exportData(format.toLowerCase()), `${this.#name}.${ending}`)),
        )}
        ${page && html`<a href=${page} target="_blank">${t.modelPage}</a>`}
        ${item(t.reset, () => this.#resetByReader())}
      </div>`;
  }
}
