import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { kitUrl, webAddress } from '../../embed/embed-code.js';
import type { FigureText } from '../../i18n/en/figure.js';
import { fileName } from './define.js';
import type { Permalink } from './permalink.js';

/** The element whose menu it is. */
export interface MenuHost extends ReactiveControllerHost, HTMLElement {
  readonly figureText: FigureText;
  readonly downloads: Readonly<Record<string, string>>;
  announce(message: string, priority?: number): void;
  shareUrl(): string;
  embedCode(kind?: 'script' | 'iframe'): string;
  exportData(format?: string): string;
  /** Address of the page that says how the figure is computed; found beside the kit's script where it is empty. */
  readonly modelPage: string;
  readonly permalink: Pick<Permalink, 'changed' | 'authored'>;
  reset(): void;
  change(setting: string, value: unknown): Promise<void>;
}

/** The menu of a figure: copy a link or embed code, download data, open the model page, reset. */
export class Menu implements ReactiveController {
  readonly #host: MenuHost;
  /** Text that the page did not let us copy. */
  #byHand = '';

  constructor(host: MenuHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#byHand = '';
  }

  /** Copies a text, or shows it to be copied by hand where the page forbids it. */
  async copy(copied: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(copied);
      this.#byHand = '';
      this.#host.announce(this.#host.figureText.copied, 1);
    } catch {
      this.#byHand = copied;
    }
    this.#host.requestUpdate();
  }

  /** Downloads a text as a file. */
  save(saved: string, fileName: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([saved]));
    link.download = fileName;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** The field with what could not be copied; empty if there is nothing. */
  renderCopyByHand(): TemplateResult | string {
    if (!this.#byHand) return '';
    return html`<label
      >${this.#host.figureText.copyByHand} <textarea readonly .value=${this.#byHand}></textarea>
    </label>`;
  }

  render(): TemplateResult {
    const host = this.#host;
    const { figureText: t } = host;
    const name = fileName(host);
    const modelAddress = webAddress(host.modelPage || kitUrl(name, `model/${name}.html`));
    return html`<button class="more" part="menu-button" popovertarget="menu" aria-label=${t.menu}>⋯</button>
      <div id="menu" popover part="menu" @beforetoggle=${this.#returnFocus}>
        ${this.#item(t.copyLink, () => this.copy(host.shareUrl()))}
        ${this.#item(t.copyEmbedCode, () => this.copy(host.embedCode()))}
        ${this.#item(t.copyIframeCode, () => this.copy(host.embedCode('iframe')))}
        ${Object.entries(host.downloads).map(([format, ending]) =>
          this.#item(t.download(format), () => this.#download(format.toLowerCase(), ending)),
        )}
        ${modelAddress && html`<a href=${modelAddress} target="_blank">${t.modelPage}</a>`}
        ${this.#item(t.reset, () => this.#reset())}
      </div>`;
  }

  #item(label: string, act: () => unknown): TemplateResult {
    return html`<button popovertarget="menu" popovertargetaction="hide" @click=${act}>${label}</button>`;
  }

  #download(format: string, ending: string): void {
    this.save(this.#host.exportData(format), `${fileName(this.#host)}.${ending}`);
  }

  /** Sets everything back, and tells the page what that changed. */
  #reset(): void {
    const { permalink } = this.#host;
    const changed = Object.keys(permalink.changed);
    this.#host.reset();
    for (const setting of changed) void this.#host.change(setting, permalink.authored(setting));
  }

  /** Browsers lose the focus when a popover in a shadow tree closes: it goes back to the button that opened it. */
  readonly #returnFocus = (event: ToggleEvent): void => {
    const root = this.#host.shadowRoot;
    if (event.newState === 'closed' && root?.activeElement?.closest('[popover]')) {
      root.querySelector<HTMLElement>('.more')?.focus();
    }
  };
}
